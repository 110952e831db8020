"""The incidents of one account: each day on which something was done, with the words that tell of that day alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.understanding.behaviours import find_behaviours
from bot.understanding.facts import find_reported
from bot.understanding.lexicons import lexicon
from bot.understanding.moment import When
from bot.understanding.reference import find_reference
from bot.understanding.text_parts import Span, TextParts, blanks
from bot.understanding.when import read_when
from bot.understanding.witnesses import find_witnesses

# A year says of when something was too little for a note of its own: "he hit me in 2021" is mostly what went before.
_DATED = re.compile(r"\d{4}-\d{2}(?:-\d{2})?[?~]?(?:/\d{4}-\d{2}-\d{2}[?~]?)?")
_OF_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}.*")
_JOINT = re.compile(r"[,;:–—]|\s(?=(?:and|an|n|&|then|but|so|plus)\s)", re.IGNORECASE)
# So few words from a joint to a day, and the day opens what is told of it: "then on Wednesday he rang".
_OPENING = 2


@dataclass(frozen=True)
class Happening:
    """`at`: her words of time. `own`: the words about this day. `since`: where what is told of it begins, the deed included."""

    when: When
    at: Span
    own: tuple[Span, ...]
    since: int

    @property
    def day(self) -> str:
        """The calendar's name for it, the same however sure it is."""
        return (self.when.edtf or "").rstrip("?~")


def happenings(parts: TextParts, days: list[tuple[When, Span]], now: datetime) -> list[Happening]:
    """Of the days told those on which something was done, in the order of the telling; where none plainly is, the first day told."""
    found = _in_order(parts, days)
    return _brought_back(parts, found, now) if len(found) > 1 else found


def _in_order(parts: TextParts, days: list[tuple[When, Span]]) -> list[Happening]:
    if len(days) < 2:
        return [Happening(when, at, ((0, len(parts.text)),), 0) for when, at in days]
    starts = [0, *(_start(parts, days[n - 1][1], days[n][1]) for n in range(1, len(days)))]
    found: list[Happening] = []
    for n, (when, at) in enumerate(days):
        stretch = _without_asides(parts, (starts[n], starts[n + 1] if n + 1 < len(days) else len(parts.text)), at)
        same = next((k for k, told in enumerate(found) if told.day == (when.edtf or "").rstrip("?~")), None)
        if same is not None:
            found[same] = Happening(found[same].when, found[same].at, (*found[same].own, stretch), found[same].since)
        elif not _DATED.fullmatch(when.edtf or ""):
            continue
        elif _is_done(parts, stretch, _OF_DAYS.fullmatch(when.edtf or "") is not None):
            found.append(Happening(when, at, (stretch,), starts[n]))
        elif found and _is_once_more(parts, stretch, at):
            # "And again on Thursday": what was done is told with the day before.
            found.append(Happening(when, at, (*found[-1].own, stretch), found[-1].since))
    return found or [Happening(*days[0], ((0, len(parts.text)),), 0)]


def _brought_back(parts: TextParts, told: list[Happening], now: datetime) -> list[Happening]:
    """With each sentence that names one of the days again given to that day: "on Monday he came ... My flatmate saw him Sunday"."""
    by_day = {one.day: one for one in told}
    for sentence in parts.sentences:
        if any(sentence[0] <= one.at[0] < sentence[1] for one in told):
            continue
        when = read_when(parts.text[slice(*sentence)], now)
        day = (when.edtf or "").rstrip("?~") if when else ""
        holders = [one for one in by_day.values() if any(start <= sentence[0] and sentence[1] <= end for start, end in one.own)]
        if day in by_day and holders and by_day[day] not in holders:
            for one in holders:
                by_day[one.day] = replace(one, own=tuple(piece for span in one.own for piece in _without(span, sentence)))
            by_day[day] = replace(by_day[day], own=(*by_day[day].own, sentence))
    return list(by_day.values())


def _without(span: Span, cut: Span) -> list[Span]:
    """What is left of a span on either side of a cut."""
    if cut[1] <= span[0] or span[1] <= cut[0]:
        return [span]
    return [(start, end) for start, end in ((span[0], cut[0]), (cut[1], span[1])) if start < end]


def only(parts: TextParts, own: Happening, told: list[Happening]) -> TextParts:
    """The text with blanks for what is told of other days alone, letter for letter."""
    text = blanks(parts.text, {span for other in told for span in other.own} - set(own.own))
    return parts if text == parts.text else TextParts(text)


def _start(parts: TextParts, before: Span, at: Span) -> int:
    """Where the telling of a day begins: its sentence, or in a sentence with an earlier day, the joint between them."""
    first = parts.sentence_at(at[0])[0]
    if before[1] <= first:
        return first
    joints = [m.start() for m in _JOINT.finditer(parts.text, before[1], at[0] + 1) if not parts.quoted(m.start())]
    if not joints:
        return at[0]
    return joints[-1] if len(parts.words_in(joints[-1], at[0])) <= _OPENING else joints[0]


def _without_asides(parts: TextParts, stretch: Span, at: Span) -> Span:
    """A stretch without the sentences at its end that tell no deed, nor who saw it, or whom she told: they may be about all of the account."""
    start, end = stretch
    for first, after in reversed(parts.sentences):
        if start <= first and after <= end and first > at[0]:
            if _is_done(parts, (first, after), True) or find_witnesses(TextParts(parts.text[first:after])):
                break
            end = first
    return start, end


def _is_done(parts: TextParts, stretch: Span, of_days: bool) -> bool:
    """Whether something was done in a stretch. Where days are named, that somebody else acted will do; a month needs more."""
    book, low = lexicon("grammar"), {word.low for word in parts.words_in(*stretch)}
    met = bool(low & set(book["seen"])) and bool(low & set(book["they"]))
    others = {*book["doers"], *lexicon("signs")["stranger"]} - {*lexicon("signs")["kin"]}
    acted = met or bool(low & others)
    told = TextParts(parts.text[slice(*stretch)])
    kinds = {name for name, _ in find_behaviours(told)}
    # "I was at my mum's": who was there is not told by the place.
    if kinds - {"approach_family_or_work"} or kinds and acted:
        return True
    # "They gave me number 118/05/06/26" tells of a report, and no deed.
    reports = find_reported(told) is not None or find_reference(told) is not None
    return of_days and acted and not reports and not low & set(book["negations"])


def _is_once_more(parts: TextParts, stretch: Span, at: Span) -> bool:
    """Whether a stretch tells no more than that it was done on this day as well."""
    words = [word.low for word in parts.words_in(*stretch) if not at[0] <= word.start < at[1]]
    return set(words) <= set(lexicon("grammar")["once_more"])
