"""Rasa's trackers, sealed under the server's key, with a short life."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Iterable, Optional, Text

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from bot.adapters.short_tracker import shortened
from bot.diary.seal import Unsealable, seal_json, unseal_json
from bot.diary.storage import trackers
from bot.diary.storage.migrate import migrate
from bot.house import house

LASTS = timedelta(hours=12)


class SealedTrackerStore(TrackerStore):
    """What a tracker holds is no word of anyone's; it is sealed all the same, as the order of questions tells something too."""

    def __init__(self, domain: Any = None, event_broker: Any = None, host: Optional[Text] = None, **kwargs: Any) -> None:
        """`host` and the rest are what endpoints.yml may hold; nothing of it is used."""
        super().__init__(domain, event_broker)
        # `rasa run` and `rasa shell` may be the first that needs these: the keys before the tables, which are never given new keys.
        house().settings.data_dir.mkdir(parents=True, exist_ok=True)
        self._key = house().keys.server_key
        migrate(house().settings.database_url)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps what the next turn needs."""
        events = shortened([event.as_dict() for event in tracker.events])
        sealed = seal_json(self._key, events, _place(tracker.sender_id))
        with house().factory.begin() as db:
            trackers.put(db, tracker.sender_id, sealed, datetime.now(timezone.utc) + LASTS)

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """The tracker of a conversation; None where there is none, or it cannot be opened: then the dialogue begins anew."""
        with house().factory.begin() as db:
            sealed = trackers.get(db, sender_id)
        if sealed is None:
            return None
        try:
            events = unseal_json(self._key, sealed, _place(sender_id))
        except Unsealable:
            return None
        return DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)

    async def keys(self) -> Iterable[Text]:
        """The conversations there are."""
        with house().factory.begin() as db:
            return trackers.names(db)

    async def delete(self, sender_id: Text) -> None:
        """Forgets a conversation."""
        with house().factory.begin() as db:
            trackers.destroy(db, sender_id)


def _place(sender_id: Text) -> Text:
    return f"tracker/{sender_id}"
