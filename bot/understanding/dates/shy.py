"""Names of days that are more often something else ("sat", "sun", "wed"), and the words that make them days."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line
from bot.understanding.lexicons import lexicon

_ENDS = ("end", "mark")


def weekday_at(line: Line, i: int) -> int | None:
    """The number of the weekday named at `i` (Monday is 0), if a weekday is meant."""
    names: list[str] = lexicon("dates")["weekdays"]
    norm = line.norm(i)
    if norm not in names:
        return None
    typed = line.at(i).text.lower()
    if typed in lexicon("dates")["shy_weekdays"] and not _means_a_day(line, i, names):
        return None
    return names.index(norm)


def _means_a_day(line: Line, i: int, names: list[str]) -> bool:
    """Whether a shy name stands between words that go with a day."""
    book = lexicon("dates")
    before, after = line.norm(i - 1), line.norm(i + 1)
    if before in book["before_shy"]:
        return True
    if before in names or after in names and line.at(i + 1).text.lower() != "sun":
        return True
    joins = before in ("or", "and", "to", "/", "-", "maybe", "both", "either", "then")
    if joins and (line.norm(i - 2) in names or after in ("or", "and", "night", "")):
        return True
    if after in ("into", "to", "and", "or", "/", "-") and line.norm(i + 2) in names:
        return True
    if before == "was" and line.norm(i - 2) in ("it", "that") and after in book["part_of_day_words"]:
        return True
    if before in ("morning", "afternoon", "evening", "lunchtime", "teatime") and line.at(i + 1).kind in _ENDS:
        return True
    if before == "was" and line.norm(i - 2) in lexicon("roles")["dated_things"]:
        return True
    if before in book["never_before_day"]:
        return False
    if line.at(i + 1).kind in ("number", "ordinal", "numeric_date", "clock", "dotted") or after in book["months"]:
        return True
    opens = line.at(i - 1).kind in _ENDS or before in (
        "maybe",
        "was",
        "so",
        "like",
        "then",
        "think",
        "well",
        "probably",
    )
    if opens and (line.at(i + 1).kind in _ENDS or after in book["after_shy"] or line.at(i + 1).value is not None):
        return True
    return before not in book["never_before_shy"] and after in book["part_of_day_words"]
