"""What is not needed any more is taken away: old sessions, diaries that nobody can come back to, old tries."""
from __future__ import annotations

from datetime import datetime, timedelta

from bot.diary.erase import erase
from bot.diary.sessions import end_conversation
from bot.diary.storage import attempts, key_slots, leases, sessions, trackers
from bot.diary.storage.engine import Factory

SESSIONS_KEPT = timedelta(days=1)
TRIES_KEPT = timedelta(days=30)


def sweep(factory: Factory, now: datetime) -> dict[str, int]:
    """By the machine's clock. A diary without words is erased with its last session: there is no way back to it."""
    with factory.begin() as db:
        old = sessions.untouched_since(db, now - SESSIONS_KEPT)
        for conversation_id, _, _ in old:
            end_conversation(db, conversation_id)
            sessions.destroy(db, conversation_id)
        counts = {"sessions": len(old), "leases": leases.sweep(db, now), "trackers": trackers.sweep(db, now),
                  "tries": attempts.sweep(db, now - TRIES_KEPT), "diaries": 0}
    for diary_id in {diary_id for _, diary_id, has_words in old if not has_words}:
        with factory.begin() as db:
            in_use = bool(sessions.of_diary(db, diary_id)) or key_slots.has(db, diary_id)
        if not in_use:
            counts["diaries"] += erase(factory, diary_id, now)
    factory.wipe_traces()
    return counts
