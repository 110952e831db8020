"""From one day to another, one day or the other, several days in a row, one night between two days."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.dates.calendar import weekday_before
from bot.understanding.dates.edges import between_edges, hung_on
from bot.understanding.dates.mentions import Mention
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Instant, Piece, one_day
from bot.understanding.lexicons import lexicon

_TO = (
    ["to"],
    ["until"],
    ["till"],
    ["through"],
    ["thru"],
    ["right", "through", "to"],
    ["right", "to"],
    ["through", "to"],
    ["night", "to"],
)
_OR = (
    ["or"],
    ["maybe"],
    ["possibly"],
    ["or", "maybe"],
    ["or", "possibly"],
    ["or", "else"],
    ["perhaps"],
    ["could", "be"],
    ["could've", "been"],
    ["could", "have", "been"],
    ["might", "have", "been"],
    ["or", "even"],
)
_GOES_ON = 12
"""Words between the beginning and the end of what has gone on."""
_MORE = {"and", "again", "then", "also"}
_AND: tuple[list[str], ...] = (["and"], [], ["and", "and"])
_INTO = (
    ["into"],
    ["night", "into"],
    ["in", "to"],
    ["through", "into"],
    ["night", "going", "into"],
    ["night", "in", "to"],
    ["going", "into"],
)


def with_ranges(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those that are the two ends of one stretch put together."""
    done: list[Mention] = []
    for mention in mentions:
        before = done[-1] if done else None
        both = between_edges(line, before, mention) if before else None
        if both:
            done[-1] = both
            continue
        if before and _between(line, before, mention) in _TO:
            mention = hung_on(before, mention)
        if before and _is_night_between(line, before, mention):
            before.parts.append("overnight")
            before.clock, before.about = before.clock or mention.clock, before.about or mention.about
            before.spans += mention.spans
        elif before and before.role == mention.role and _is_range(line, before, mention):
            _join(before, mention)
        else:
            done.append(mention)
    return done


def _join(a: Mention, b: Mention) -> None:
    """Make `b` the end of `a`; a weekday told first is the one before the day told last."""
    value, end = a.day.value, b.day.value
    if "night" in a.parts and "morning" in b.parts:
        a.parts = ["overnight"]
    bare = isinstance(value, Days) and value.unit == "weekday" and not value.sure_past
    if bare and isinstance(value, Days) and isinstance(end, Days) and (value.first > end.first or end.unit == "day"):
        own = weekday_before(end.first, value.first.weekday())
        a.day = Piece(one_day(own, part=value.part, unit="weekday"), a.day.first, a.day.after)
    a.until = b


def _between(line: Line, a: Mention, b: Mention) -> list[str]:
    ends = [after for _, after in (a.until or a).spans]
    first = min(start for start, _ in b.spans)
    gap = [line.norm(i) for i in range(max((end for end in ends if end <= first), default=first), first)]
    return [word for word in gap if word not in lexicon("dates")["between_ends"]]


def _is_night_between(line: Line, a: Mention, b: Mention) -> bool:
    """As in "Thursday into Friday", "Friday night / Saturday morning": one night, the first day's."""
    if not isinstance(a.day.value, Days) or a.until:
        return False
    gap = [
        line.norm(i)
        for i in range(a.day.after, b.day.first)
        if line.norm(i) not in ("the", ",", "early", "hours", "of", "on")
    ]
    if gap in _INTO:
        return True
    if gap == ["to"] and _night_before(line, a.day.first) and isinstance(b.day.value, Days):
        return (b.day.value.first - a.day.value.last).days == 1
    night = "night" in a.parts or "night" in b.parts and not a.parts
    follows = isinstance(b.day.value, Days) and b.day.value.first == a.day.value.last + timedelta(days=1)
    if not night or not follows:
        return False
    if gap == ["to"]:
        return "morning" in b.parts or "night" in b.parts
    return "morning" in b.parts and gap in (["night", "/"], ["/"], ["night", "-"], ["night", "to"])


def _night_before(line: Line, i: int) -> bool:
    """As in "the night of Sunday to Monday", "in the night from Sunday to Monday"."""
    while line.norm(i - 1) in ("of", "from", "the", "on", "between"):
        i -= 1
    return bool({"night", "overnight"} & {line.norm(i), line.norm(i - 1)})


def _is_range(line: Line, a: Mention, b: Mention) -> bool:
    if not isinstance(a.day.value, (Days, Instant)) or not isinstance(b.day.value, (Days, Instant)):
        return False
    if a.until:
        return _in_a_row(line, a.until, b, a)
    words = _between(line, a, b)
    first = min(start for start, _ in a.spans)
    opens = [line.norm(first + n) for n in (0, -1, -2, -3)]
    if words in _TO or words[:1] == ["and"] and words[-1] in ("until", "till") and len(words) <= 5:
        return True
    if words[-1:] in (["until"], ["till"], ["to"]) and _goes_on(words, b):
        return True
    if words in (["-"], ["–"], ["—"], ["/"]):
        return a.clock is None and b.clock is None
    if words == ["and"] and "between" in opens:
        return True
    if words in _OR:
        return a.clock is None and b.clock is None and _alike(a, b)
    return _in_a_row(line, a, b)


def _goes_on(words: list[str], b: Mention) -> bool:
    """As in "it began on 1 March and he has done it each day until now"."""
    today = isinstance(b.day.value, Days) and b.day.value.unit == "near"
    return today and len(words) <= _GOES_ON and bool({"every", "each", "daily", "since", "nonstop", "constantly", "kept"} & set(words))


def _alike(a: Mention, b: Mention) -> bool:
    """Whether two mentions are days, weeks or months that may stand for one another."""
    x, y = a.day.value, b.day.value
    if not isinstance(x, Days) or not isinstance(y, Days):
        return False
    return x.single == y.single and (x.unit == y.unit or x.single)


def _each(line: Line, a: Mention, b: Mention) -> bool:
    """Whether the words beside two days say that a time is one of each ("both about 5", "all three days at ten")."""
    said = {line.norm(i) for i in (a.day.first - 1, a.day.first - 2, *range(b.day.after, b.day.after + 16))}
    return bool(said & set(lexicon("dates")["each_of_them"]))


def _in_a_row(line: Line, a: Mention, b: Mention, begun: Mention | None = None) -> bool:
    """As in "mon tues and weds", "both Saturday and Sunday": days that follow on each other, with nothing between. A
    time told of the last is one of each where the row was `begun` before, or is said to be.
    """
    x, y = a.day.value, b.day.value
    if not isinstance(x, Days) or not isinstance(y, Days) or not x.single:
        return False
    each = _each(line, a, b)
    if a.clock or b.clock and not (each or begun):
        return False
    if (each or begun) and x.first < y.first and not set(_between(line, a, b)) - _MORE:
        return True
    if not y.single or "on" in [line.norm(i) for i in range(a.day.after, b.day.first)]:
        return False
    bare = x.unit == "weekday" and not x.sure_past
    follows = (y.first - x.first).days == 1 or bare and (y.first.weekday() - x.first.weekday()) % 7 == 1
    return follows and _between(line, a, b) in _AND
