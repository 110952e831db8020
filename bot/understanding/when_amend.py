"""A correction of a time: "it was about 6pm, not 4pm" keeps the day; "no, Wednesday" keeps the time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.understanding.dates.amounts import read_amount
from bot.understanding.dates.mentions import Mention, give, read_mentions
from bot.understanding.dates.ranges import with_ranges
from bot.understanding.dates.resolve import resolve
from bot.understanding.dates.roles import EVENT
from bot.understanding.dates.scan import is_day, scan
from bot.understanding.dates.shifts import shifted
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import LONDON, Bound, Clock, Days, Now, Piece, Shift, in_half, one_day
from bot.understanding.dates.window import Window, moment_of
from bot.understanding.lexicons import patterns
from bot.understanding.moment import When, said_once
from bot.understanding.text_parts import opening

# Minutes of the clock face, in which twelve is read as the first hour or the thirteenth.
_FACE = 780
_HOURS = {str(n): n for n in range(1, 13)} | {
    word: n
    for n, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
_HOUR = "|".join(_HOURS)
_ONE_NOT_OTHER = re.compile(
    rf"(?:no|sorry|wait|actually|i meant|it was|its|it's|at|about|,|\s)*\b({_HOUR}),?\s+(?:and )?not (?:at )?({_HOUR})[.!]?",
    re.IGNORECASE,
)
# "It wisnae 4 it wis 5".
_NOT_ONE_OTHER = re.compile(
    rf"(?:no|sorry|wait|actually|it|that|,|\s)*\b(?:was not|wasn['’]?t|wis ?nae|was ?nae|wasna|wisna|isn['’]?t|not) (?:at )?({_HOUR})[,.]?\s*"
    rf"(?:but |it was |it wis |it wur |it['’]?s |at |about )*({_HOUR})[.!]?",
    re.IGNORECASE,
)


def amend_when(current: When | None, text: str, now: datetime) -> When | None:
    """The time as corrected by `text`; None if the text tells no other day or time. What is denied ("not 4pm")
    never counts.
    """
    text = _one_for_other(opening(text), current)
    here, line = Now(now), Line(affirmed(text))
    old_day = day_of(current)
    if old_day is not None and any(day.weekday() != old_day.weekday() for day in _denied_weekdays(text, here)):
        # "It wasn't Monday" of a note of Sunday: that is about something else in it.
        return None
    pieces = [piece for piece in scan(line, here) if not isinstance(piece.value, Bound)]
    days = [piece for piece in pieces if is_day(piece)]
    times = [piece for piece in pieces if not is_day(piece)]
    if not days and not times:
        return _moved(current, line, here, text)
    if not days:
        if old_day is None:
            return None
        told = Mention(Piece(one_day(old_day), times[0].first, times[0].after), EVENT)
        return _told(line, text, _with_times(told, line, [_same_half(piece, current) for piece in times]), here)
    first = next((m for m in with_ranges(line, read_mentions(line, here)) if isinstance(m.day.value, Days)), None)
    if first is None:
        return _shifted(current, line, text, days[0], here)
    for choice in _choices(first, old_day, here):
        timed = choice.clock is None and not choice.parts and current is not None and _has_time(current)
        found = _same_time(choice, current, line, text, here) if timed and current else _told(line, text, choice, here)
        if found:
            return found
    return None


def _one_for_other(text: str, current: When | None) -> str:
    """ "9 not 8" where 8 is the hour that is kept, as the time that it is."""
    found, other = _ONE_NOT_OTHER.fullmatch(text.strip()), _NOT_ONE_OTHER.fullmatch(text.strip())
    new, old = (found[1], found[2]) if found else (other[2], other[1]) if other else ("", "")
    if not new or current is None or current.earliest is None or not _has_time(current):
        return text
    kept = current.earliest.astimezone(LONDON).hour % 12
    return f"it was {new}" if _HOURS.get(old.lower(), -1) % 12 == kept else text


def _same_half(piece: Piece, current: When | None) -> Piece:
    """A time of the clock face alone is in the half of the day that brings it nearest to the time it replaces."""
    value = piece.value
    if not isinstance(value, Clock) or value.half or value.part or value.end is not None or value.start >= _FACE:
        return piece
    if current is None or current.earliest is None or not _has_time(current):
        return piece
    kept, start = current.earliest.astimezone(LONDON), value.start
    half = min(("am", "pm"), key=lambda half: abs(in_half(start, half) - kept.hour * 60 - kept.minute))
    return replace(piece, value=replace(value, start=in_half(start, half), half=half))


def affirmed(text: str) -> str:
    """The text with what it denies or takes back blanked out, letter for letter, so that places in it stay true."""
    for pattern in patterns("correction", "denied"):
        text = pattern.sub(
            lambda m: " " * (m.start(1) - m.start()) + " " * len(m[1]) + m[0][m.end(1) - m.start() :], text
        )
    return text


def _denied_weekdays(text: str, here: Now) -> list[date]:
    """The weekdays that are denied by their name alone."""
    found = [m[1] for pattern in patterns("correction", "denied") for m in pattern.finditer(text)]
    values = [piece.value for words in found for piece in scan(Line(words), here)]
    return [value.first for value in values if isinstance(value, Days) and value.unit == "weekday"]


def day_of(when: When | None) -> date | None:
    """The one day of a time, if it is one day."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[~?%]?", when.edtf or "") if when else None
    return date.fromisoformat(found[1]) if found else None


def _has_time(when: When) -> bool:
    return bool(when.earliest and when.latest and when.latest - when.earliest < timedelta(hours=13))


def _choices(told: Mention, old: date | None, here: Now) -> list[Mention]:
    """What a corrected day can mean: a weekday alone is the one nearest to the day it replaces."""
    value = told.day.value
    if not isinstance(value, Days) or value.unit != "weekday" or value.sure_past or old is None:
        return [told]
    near = [
        old + timedelta(days=n) for n in range(-7, 8) if (old + timedelta(days=n)).weekday() == value.first.weekday()
    ]
    near = sorted((day for day in near if day <= here.today), key=lambda day: abs((day - old).days))
    return [replace(told, day=Piece(one_day(day), told.day.first, told.day.after)) for day in near]


def _with_times(told: Mention, line: Line, times: list[Piece]) -> Mention:
    for piece in times:
        give(line, told, piece)
    return told


def _told(line: Line, text: str, told: Mention, here: Now) -> When | None:
    window = resolve(told, here)
    return _when(line, text, told, window) if window else None


def _when(line: Line, text: str, told: Mention, window: Window) -> When:
    spans = (told.spans or [(told.day.first, told.day.after)]) + (told.until.spans if told.until else [])
    start, end = line.at(min(a for a, _ in spans)).start, line.at(max(b for _, b in spans) - 1).end
    return When(said_once(text[start:end]), window.edtf, window.earliest, window.latest, window.approximate)


def _same_time(told: Mention, current: When, line: Line, text: str, here: Now) -> When | None:
    """Another day, the same time of day."""
    window, old = resolve(told, here), day_of(current)
    if window is None or old is None or not window.days.single or not current.earliest or not current.latest:
        return _when(line, text, told, window) if window else None
    earliest, latest = (_on(window.days.first, old, moment) for moment in (current.earliest, current.latest))
    if earliest > here.moment:
        return None
    return When(
        _when(line, text, told, window).as_told,
        window.edtf,
        earliest,
        min(latest, here.moment),
        current.approximate or window.approximate,
    )


def _on(day: date, old: date, moment: datetime) -> datetime:
    local = moment.astimezone(LONDON)
    minutes = (local.date() - old).days * 1440 + local.hour * 60 + local.minute
    return moment_of(day, minutes, last=local.second == 59)


def _shifted(current: When | None, line: Line, text: str, piece: Piece, here: Now) -> When | None:
    """As in "It was the day before"."""
    old = day_of(current)
    if old is None or not isinstance(piece.value, Shift):
        return None
    told = Mention(
        Piece(shifted(piece.value, one_day(old)), piece.first, piece.after),
        EVENT,
        parts=[piece.value.part] if piece.value.part else [],
        spans=[(piece.first, piece.after)],
    )
    return (
        _same_time(told, current, line, text, here)
        if current and _has_time(current) and not told.parts
        else _told(line, text, told, here)
    )


def _moved(current: When | None, line: Line, here: Now, text: str) -> When | None:
    """As in "A day earlier", "an hour later": so much from what is kept."""
    if current is None or current.earliest is None or current.latest is None:
        return None
    for i in range(len(line)):
        amount = read_amount(line, i)
        word = line.norm(amount.after) if amount else ""
        if (
            amount is None
            or amount.unit not in ("hour", "minute")
            or word not in ("earlier", "later", "before", "after")
        ):
            continue
        step = timedelta(hours=amount.number) if amount.unit == "hour" else timedelta(minutes=amount.number)
        step = step if word in ("later", "after") else -step
        earliest, latest = current.earliest + step, current.latest + step
        if earliest > here.moment:
            return None
        day = earliest.astimezone(LONDON).date()
        return When(
            text[line.at(i).start : line.at(amount.after).end],
            day.isoformat(),
            earliest,
            min(latest, here.moment),
            current.approximate,
        )
    return None
