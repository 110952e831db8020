"""Days next to the moment of typing: yesterday, tonight, this morning, the night before last, just now, earlier."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.understanding.dates.calendar import week_of
from bot.understanding.dates.halves import half_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import LONDON, Days, Instant, Now, Piece, Void, one_day
from bot.understanding.lexicons import lexicon

_JUST = timedelta(minutes=15)
_ABOUT = timedelta(minutes=30)
_PARTS = ("morning", "afternoon", "evening", "night", "lunchtime", "teatime", "dinnertime")
_SAME_MOMENT = {
    1: ("this time yesterday", "same time yesterday", "same time as now yesterday"),
    7: ("this time last week", "this time a week ago", "same time last week", "a week ago now exactly"),
    14: ("this time a fortnight ago", "this time two weeks ago", "this time 2 weeks ago", "this time the week before last"),
}
"""Moments told by the clock of now: on London's clock, whatever has been done to it since."""
_NOW = (
    "just now",
    "right now",
    "just this minute",
    "this minute",
    "this second",
    "this very minute",
    "as we speak",
    "now just",
)
_HAPPENED = (
    "just happened",
    "just happened now",
    "happening now",
    "happened just now",
    "just been",
    "only just happened",
)
_ENDS = (".", ",", "!", "?", "\n", ";", "-", "")


def read_near_day(line: Line, i: int, now: Now) -> Piece | None:
    """A day named from now, at `i`."""
    for read in (_instant, _today, _this_part, _counted):
        found = read(line, i, now)
        if found:
            return found
    return Piece(Void(), i, i + 1) if line.norm(i) == "tomorrow" or line.has(i, "the day after tomorrow") else None


def _instant(line: Line, i: int, now: Now) -> Piece | None:
    for days, phrases in _SAME_MOMENT.items():
        done = line.after_any(i, *phrases)
        if done > i and line.norm(done) != "on":
            moment = (now.moment - timedelta(days=days)).astimezone(timezone.utc)
            return Piece(Instant(local(moment - _ABOUT), local(moment + _ABOUT)), i, done)
    if line.norm(i) == "now" and line.norm(i - 1) in ("to", "until", "till", "and") and line.norm(i + 1) in _ENDS:
        return Piece(one_day(now.today, unit="near", sure_past=True), i, i + 1)
    after = line.after_any(i, *_HAPPENED)
    if after > i and line.norm(after) in _ENDS:
        return Piece(Instant(local(now.moment.astimezone(timezone.utc) - _JUST), now.moment), i, after)
    alone = i == 0 and line.norm(1) in (".", "!", "") or len(line) <= 2
    after = i + 1 if line.norm(i) == "now" and alone else line.after_any(i, *_NOW)
    if after > i:
        return Piece(Instant(local(now.moment.astimezone(timezone.utc) - _JUST), now.moment), i, after)
    return None


def _today(line: Line, i: int, now: Now) -> Piece | None:
    """Today, tonight, and "earlier" as a whole answer. Just after midnight, "today at 4" is of the day before."""
    word = line.norm(i)
    back = 1 if now.hour < 5 else 0
    if line.has(i, "the day") and _by_scots(line, i):
        return Piece(one_day(now.today, unit="near", sure_past=True, back=back), i, i + 2)
    if line.has(i, "the night") and _by_scots(line, i):
        return Piece(one_day(now.evening_day, part="night", unit="near", sure_past=True), i, i + 2)
    if line.has(i, "later today") or line.has(i, "later on today"):
        return Piece(Void(), i, i + (2 if line.norm(i + 1) == "today" else 3))
    if word == "tonight":
        return Piece(one_day(now.evening_day, part="night", unit="near", sure_past=True), i, i + 1)
    after = line.has(i, "earlier today") or line.has(i, "earlier on today") or (i + 1 if word == "today" else 0)
    if after:
        return Piece(one_day(now.today, unit="near", sure_past=True, back=back), i, after)
    after = line.has(i, "earlier on") or (i + 1 if word == "earlier" else 0)
    if after and line.norm(i - 1) in (*_ENDS, "just") and i < 2 and line.norm(after) in _ENDS:
        return Piece(one_day(now.today, unit="near", sure_past=True, back=back), i, after)
    return None


def _by_scots(line: Line, i: int) -> bool:
    """Whether "the day" means today, as it does in Scots: by itself in its clause, or beside a time."""
    before, follows = line.norm(i - 1), line.at(i + 2)
    opens = before in ("", ",", ".", "so", "earlier", "again", "and", "or", "then") and line.norm(i - 2) != "all"
    return opens and (follows.norm in (",", "at", "about", "") or follows.value is not None or follows.kind == "clock")


def _this_part(line: Line, i: int, now: Now) -> Piece | None:
    half, after = half_at(line, i + 1)
    part = {"am": "morning", "pm": "pm"}.get(half or "", line.norm(i + 1))
    if line.norm(i) != "this" or part not in (*_PARTS, "pm"):
        return None
    part = "early_hours" if part == "morning" and now.hour < 5 else part
    own = now.today if part in ("morning", "early_hours") else now.evening_day
    return Piece(one_day(own, part=part, unit="near", sure_past=True), i, max(after, i + 2))


def _counted(line: Line, i: int, now: Now) -> Piece | None:
    """The names of `near_days`, with or without "the"; and the other day, which is one of the last seven."""
    the = line.after_any(i, "the", "in the")
    best: Piece | None = None
    for entry in lexicon("dates")["near_days"]:
        after = line.after_any(the, *entry["words"])
        if after > the and (best is None or after > best.after):
            day = now.today - timedelta(days=entry["back"])
            part = entry.get("part")
            best = Piece(one_day(day, part=part, unit="near", sure_past=True), i, after)
    return best or _other_day(line, i, now)


def _other_day(line: Line, i: int, now: Now) -> Piece | None:
    k = line.after_any(i, "the other", "t'other")
    if k == i or line.norm(k) not in ("day", "night", "evening", "morning", "week"):
        return None
    if line.norm(k) == "week":
        return Piece(week_of(now.today - timedelta(days=7)), i, k + 1)
    day = timedelta(days=1)
    first, last = now.today - 7 * day, now.today - day
    part = line.norm(k) if line.norm(k) != "day" else None
    told = Days(first, last, f"{first.isoformat()}/{last.isoformat()}", True, part, "span", True)
    return Piece(told, i, k + 1)


def local(moment: datetime) -> datetime:
    """A moment on London's clock."""
    return moment.astimezone(LONDON)
