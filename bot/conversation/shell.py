"""The stand-in for the page in `rasa shell`: a diary in memory, thrown away when the action server stops."""
from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import create_engine, insert
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import StaticPool

from bot.conversation import describe
from bot.conversation.wording import lines, wording
from bot.diary.diary import Diary
from bot.diary.interview.interview import Interview
from bot.diary.interview.prompts import prompts
from bot.diary.interview.turn import Outcome, Turn
from bot.diary.storage.tables import diaries, metadata
from bot.understanding.reading import settle

DIARY = "shell"


class ShellDiary:
    """One diary for whoever types. It says so the first time."""

    def __init__(self) -> None:
        engine = create_engine("sqlite://", future=True, poolclass=StaticPool, connect_args={"check_same_thread": False})
        metadata.create_all(engine)
        self._factory, self._key, self._last = sessionmaker(engine, future=True), secrets.token_bytes(32), Outcome()
        self._told = False

    def take(self, prompt: str | None, intent: str, confidence: float, text: str, now: datetime) -> tuple[Outcome, list[str]]:
        """What the diary says to a line that was typed, as an outcome and as text."""
        question = prompts()[prompt].words() if prompt else None
        said = Turn(settle(intent, confidence, text, question), text, now, prompt=prompt or "safety", entry=self._last.entry, cue=self._last.cue)
        with self._factory.begin() as db:
            if not self._told:
                db.execute(insert(diaries).values(id=DIARY, created_at=now))
            diary = Diary(db, DIARY, self._key)
            self._last = Interview(diary).take(said)
            texts = [] if self._told else [str(wording()["shell"])]
            self._told = True
            texts += [self._text(outline, diary) for outline in self._last.says]
            draft = diary.draft(self._last.entry) if self._last.prompt == "check" and self._last.entry else None
        if draft is not None:
            texts += [draft["account"], *(f"{label}: {describe.value_of(draft, name)}" for name, label in wording()["rows"].items())]
        return self._last, texts

    @staticmethod
    def _text(outline: dict[str, Any], diary: Diary) -> str:
        if outline["say"] == "line":
            return str(lines()[outline["line"]])
        if outline["say"] == "receipt":
            at = datetime.fromisoformat(str(outline["at"]))
            return str(wording()["receipt"]).format(ref=outline["entry"], version=outline.get("version", 1), sha256=outline["sha256"],
                                                    at=f"{describe.day(at)}, {describe.clock(at)}")
        return str(wording()[outline["say"] if outline["say"] in ("menu", "other_day") else "after"]["text"])
