"""What a piece of a date can mean, before it is put on the calendar of one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Days:
    """One day or several, both ends included. `part` is a part of the day told in the same word ("tonight").

    `back` is how many days earlier the day is where its time would lie ahead ("Tuesday evening", typed on a Tuesday
    at noon).
    """

    first: date
    last: date
    edtf: str
    fuzzy: bool = False
    part: str | None = None
    unit: str = "day"
    sure_past: bool = False
    back: int = 0

    @property
    def single(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True)
class Clock:
    """A time of day in minutes after midnight; `half` is None while nobody said which half of the day.

    `edge` says that the time is the end ("before") or the beginning ("after") of what is meant, `part` a part of the
    day told beside it.
    """

    start: int
    half: str | None = None
    end: int | None = None
    end_half: str | None = None
    about: bool = False
    edge: str | None = None
    part: str | None = None


@dataclass(frozen=True)
class Part:
    """A part of the day, by its name in the lexicon."""

    name: str


@dataclass(frozen=True)
class Instant:
    """A stretch of time measured back from now ("two hours ago")."""

    earliest: datetime
    latest: datetime


@dataclass(frozen=True)
class Shift:
    """So many days from another day: "the day after", "two days before" something, "the Friday before" it, "the one
    before" (`same`: the same kind of day, once more), the whole week or weekend next to it (`whole`). `ago` is what it
    means where no other day is told.
    """

    days: int
    part: str | None = None
    whole: str | None = None
    weekday: int | None = None
    same: bool = False
    ago: Value | None = None


@dataclass(frozen=True)
class Bound:
    """As in "it was before that": what was told is cut at the day told last. `sign` is -1 for before, 1 for after."""

    sign: int


@dataclass(frozen=True)
class Void:
    """A day that lies ahead, or that no calendar has (`never`); it is read so that no part of it is read as something else."""

    never: bool = False


Value: TypeAlias = "Days | Clock | Part | Instant | Shift | Bound | Void"


@dataclass(frozen=True)
class Piece:
    """A value and the tokens it was read from: `first` to `after`, `after` not included."""

    value: Value
    first: int
    after: int


@dataclass
class Now:
    """The moment a text was typed, in London's time."""

    moment: datetime
    today: date = field(init=False)
    hour: int = field(init=False)

    def __post_init__(self) -> None:
        self.moment = self.moment.astimezone(LONDON)
        self.today, self.hour = self.moment.date(), self.moment.hour

    @property
    def evening_day(self) -> date:
        """The day whose evening or night this is: after midnight it is still the one before."""
        return self.today - timedelta(days=1) if self.hour < 5 else self.today


def one_day(day: date, **more: object) -> Days:
    return Days(day, day, day.isoformat(), **more)  # type: ignore[arg-type]


def days_between(first: date, last: date, **more: object) -> Days:
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Days(first, last, edtf, **more)  # type: ignore[arg-type]


def in_half(start: int, half: str) -> int:
    """A time of the clock face in one half of the day."""
    return start % 720 + (720 if half == "pm" else 0)
