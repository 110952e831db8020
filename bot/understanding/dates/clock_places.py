"""Which numbers are times of day: by the words before and after them, and by what they would count otherwise."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line
from bot.understanding.lexicons import lexicon

_RIDES = ("on", "off", "for", "caught", "catch", "catching", "missed", "getting", "got", "took")


def is_time(line: Line, first: int, after: int, bare: bool) -> bool:
    """Whether what reads as a time is one where it stands: not a train, a price, a flat or a count."""
    book = lexicon("dates")
    before, token = line.norm(first - 1), line.at(first)
    if _of_her_journey(line, first, after) or _of_a_service(line, first, after) or line.after_any(after, *book["to_the_minute"]) > after:
        return True
    if (
        before in book["numbered"]
        or line.norm(after) in book["counted"]
        or bare
        and line.norm(after) == "of"
        and not _before_day_word(line, after)
    ):
        return False
    if (
        before in ("the", "my", "their")
        and token.kind in ("clock", "dotted", "number")
        and line.norm(after) not in ("on", "in", "of")
    ):
        return line.norm(after) in ("end",)
    if token.kind == "dotted" and after == first + 1:
        return led(line, first) or after_day_word(line, first) or _before_day_word(line, after) or opens(line, first)
    if not bare:
        return True
    if before == "-" and line.at(first - 2).kind == "number":
        return False
    if line.norm(after) in ("nights", "evenings", "mornings", "afternoons"):
        return False
    if line.norm(after) in ("past", "to") and line.at(after + 1).kind in ("end", "mark") or line.has(after, "a side"):
        return False
    if len(token.text) == 4 and token.kind == "number":
        year = 1990 <= (token.value or 0) <= 2029 and before != "at"
        if token.text[0] == "0" and (led(line, first) or opens(line, first)):
            return True
        return after_date(line, first) or _before_date(line, after) or _before_day_word(line, after) or led(line, first) and not year
    if _before_day_word(line, after):
        return (
            led(line, first)
            or opens(line, first)
            or line.norm(after) in ("in", "at", "of")
            # "He rang the new one last night": one of something.
            or token.norm != "one"
            and before not in book["never_before_time"]
        )
    return (led(line, first) or after_day_word(line, first)) and follows_well(line, after) or _closes(line, first, after)


def _of_a_service(line: Line, first: int, after: int) -> bool:
    """As in "at the noon service", "in my 3pm lecture", "between my 3pm and my 3.20 patient": she was at it."""
    bare = first + 1 == after and line.at(first).kind == "number" and len(line.at(first).text) < 3
    placed = line.norm(first - 1) in ("the", "my", "our") or opens(line, first) or led(line, first)
    return placed and not bare and line.norm(after) in lexicon("dates")["held_at_a_time"]


def _of_her_journey(line: Line, first: int, after: int) -> bool:
    """As in "on the 0645 sailing", "yesterday, the 16.45 boat", "the 7.52 to Leeds": she was on it, so its time tells when."""
    if line.norm(first - 1) not in ("the", "my"):
        return False
    figures = line.at(first).kind in ("clock", "dotted") or len(line.at(first).text) == 4
    if line.norm(after) not in lexicon("dates")["journeys"]:
        bound = line.norm(after) in ("to", "from", "home", "into") and line.at(after + 1).value is None
        return figures and (bound or line.norm(first - 2) in _RIDES and line.at(after).kind in ("end", "mark"))
    stops = line.at(after + 1).kind in ("end", "mark") or line.norm(after + 1) in ("out", "from", "to", "home", "back", "in", "into")
    return figures and (line.norm(first - 2) in _RIDES or stops)


def _closes(line: Line, first: int, after: int) -> bool:
    """As in "the morning of the 10th, as I opened the shop, 9": the last word of a sentence that tells a day, or
    all of a sentence after one ("Wednesday?? 4??").
    """
    if line.norm(first - 1) in (".", "?", "!") and line.at(after).kind in ("end", "mark"):
        k = first - 1
        while line.norm(k) in (".", "?", "!"):
            k -= 1
        return line.norm(k) in lexicon("dates")["weekdays"] or line.norm(k) in ("yesterday", "today")
    if line.norm(first - 1) not in (",", "-", "–", "—") or line.norm(after) not in ("", ".", ",", "!", "\n", "when", "while", "as", "maybe", "or"):
        return False
    here, book = line.sentence(first), lexicon("dates")
    days = (*book["weekdays"], *book["day_words"])
    said = [i for i in range(max(0, first - 30), first) if line.sentence(i) == here]
    return any(line.norm(i) in days or line.at(i).kind in ("ordinal", "numeric_date") for i in said)


def led(line: Line, first: int) -> bool:
    """Whether the word before a number says that it is a time ("at", "about", "it was", "bang on")."""
    before, earlier = line.norm(first - 1), line.norm(first - 2)
    if before == "on":
        return line.at(first).kind in ("clock", "dotted") and not line.at(first).text[-2:] < "13" or earlier in ("dead", "bang", "spot", "getting")
    if before in ("ko", "kickoff") or (earlier, before) == ("kick", "off"):
        return True
    if before == "mean":
        return line.at(first).kind in ("clock", "dotted")
    if before == "of":
        return earlier in ("stroke", "dot")
    if before in ("was", "is") and earlier in (*lexicon("dates")["held_at_a_time"], *lexicon("dates")["journeys"]):
        return line.at(first).kind in ("clock", "dotted")
    if before in ("was", "be", "been"):
        return earlier in ("it", "oclock", "time", "that", "have", "must", "would", "it'd", "itd", "was")
    if before == ".":
        return earlier == "c"
    if before == "for":
        return earlier == "on"
    return before in lexicon("dates")["clock_leads"]


def opens(line: Line, first: int) -> bool:
    """Whether a number opens the text or a clause of it."""
    return line.at(first - 1).kind in ("end", "mark") and line.norm(first - 1) not in ("/", "£", "#", "(")


def after_date(line: Line, first: int) -> bool:
    """Whether a number follows a date or the name of a day or month: "Tues 31st 0730"."""
    k, book = first - 1, lexicon("dates")
    while line.norm(k) in (",", "at", ".", "-", "–", "@", "both", ":"):
        k -= 1
    if line.at(k).kind == "number" and len(line.at(k).text) == 4 and line.norm(k - 1) in book["months"]:
        k -= 1
    token = line.at(k)
    if token.kind == "number" and line.norm(k - 1) in book["months"]:
        return True
    return (
        token.kind in ("ordinal", "numeric_date", "iso")
        or token.norm in (*book["weekdays"], *book["months"])
        or after_day_word(line, first)
    )


def after_day_word(line: Line, first: int) -> bool:
    """Whether a number follows a day or a part of one: "last night, 11", "tonight 7"."""
    k = first - 1
    while line.norm(k) in (",", "-", "–", ".", "@", "the", "!", "like", "bang", "so"):
        k -= 1
    if line.norm(k) == "time" and line.norm(k - 1) in lexicon("dates")["part_of_day_words"]:
        return True
    book = lexicon("dates")
    if line.norm(k) in book["day_words"]:
        return True
    dated = line.at(k).kind in ("ordinal", "numeric_date", "iso") or line.norm(k) in (
        *book["weekdays"],
        *book["months"],
    )
    return dated and line.at(first).kind == "dotted"


def _before_day_word(line: Line, after: int) -> bool:
    """Whether a day or a part of one follows a number: "9 last night", "3 in the morning", "6 on Friday"."""
    book = lexicon("dates")
    k = line.after_any(after, *book["before_day_word"])
    if line.norm(k) in book["part_of_day_words"] or line.norm(k) in ("yesterday", "tonight", "today"):
        return True
    return line.norm(k) in book["weekdays"] and (k == after or line.norm(after) in ("on", "last", "this"))


def _before_date(line: Line, after: int) -> bool:
    """Whether a date follows: "2359 on the 9th"."""
    k = line.after_any(line.after_any(after, "hours", "hrs"), "on the", "on", "of the", ",")
    if line.at(after).kind in ("numeric_date", "iso"):
        return True
    return k > after and (line.at(k).kind in ("ordinal", "numeric_date", "iso") or line.norm(k + 1) in lexicon("dates")["months"])


def follows_well(line: Line, after: int) -> bool:
    """Whether what follows a bare number is nothing that it could count."""
    token = line.at(after)
    if token.kind in ("end", "mark"):
        return token.text not in ("%", "/", "£")
    return token.kind in ("ordinal", "numeric_date") or token.norm in lexicon("dates")["after_bare_hour"]
