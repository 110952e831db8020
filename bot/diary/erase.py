"""Erasing a diary: its key slots first, so that from then on nothing can be opened, and then the rows."""
from __future__ import annotations

from datetime import datetime

from bot.diary.sessions import end_conversation
from bot.diary.storage import attempts, diaries, drafts, key_slots, records, sessions
from bot.diary.storage.engine import Factory


def erase(factory: Factory, diary_id: str, at: datetime) -> bool:
    """Leaves a tombstone: that there was a diary, and when it was erased. False where there was none."""
    with factory.begin() as db:
        if not diaries.exists(db, diary_id):
            return False
        key_slots.destroy(db, diary_id)
        for conversation_id in sessions.of_diary(db, diary_id):
            sessions.end(db, conversation_id, at)
            end_conversation(db, conversation_id)
    with factory.begin() as db:
        for conversation_id in sessions.of_diary(db, diary_id):
            sessions.destroy(db, conversation_id)
        records.destroy(db, diary_id)
        drafts.destroy(db, diary_id)
        attempts.destroy(db, diary_id)
        diaries.bury(db, diary_id, at)
    factory.wipe_traces()
    return True
