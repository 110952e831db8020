"""What a told day belongs to: what happened, or a report of it, an older story, something ahead, a habit, a goodbye."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Piece
from bot.understanding.lexicons import lexicon, patterns

EVENT, SINCE, OTHER, HEARD, BACKDROP = "event", "since", "other", "heard", "backdrop"
_WIDE, _BOUNDS = ("month", "season", "year"), ("until", "till", "til")
_BESIDE = 15
"""Words to either side of a day in which its clause says what it is about."""
_STOPS = {".", "!", "?", "\n", ";", ",", "–", "—", "(", ")", ":"}


def clause_of(line: Line, piece: Piece) -> tuple[int, int]:
    """First token and the one after the last of the clause a piece stands in."""
    words = set(lexicon("roles")["clause_words"])
    first, after = piece.first, piece.after
    while first > 0 and line.norm(first - 1) not in _STOPS | words:
        first -= 1
    while after < len(line) and line.norm(after) not in _STOPS | words:
        after += 1
    return first, after


def role_of(line: Line, piece: Piece) -> str:
    """EVENT, SINCE (it has gone on since then), HEARD (that day she was told of it), BACKDROP (an earlier turn of the story) or OTHER."""
    first, after = clause_of(line, piece)
    said = [line.norm(i) for i in range(first, after)]
    before = [line.norm(i) for i in range(first, piece.first)]
    words = [line.norm(i) for i in range(first, after) if not piece.first <= i < piece.after]
    if _any_such_day(line, piece) or negated(line, piece) or _for_today(line, piece, words) or _report(said, words):
        return OTHER
    if _has_phrase(words, lexicon("roles")["background"]) or _set_aside(line, piece, before):
        return OTHER
    sure = isinstance(piece.value, Days) and piece.value.sure_past
    if _is_going_to_be(before):
        return OTHER
    if not sure and (_lies_ahead(before) or _said_to_come([line.norm(i) for i in range(piece.after, after)])):
        return OTHER
    if _heard(before, [line.norm(i) for i in range(piece.after, after)]):
        return HEARD
    if _sets_the_scene(line, piece, before, after):
        return BACKDROP
    since = "since" in before[-3:] or line.norm(piece.first) == "since"
    return SINCE if since and isinstance(piece.value, Days) else EVENT


def _sets_the_scene(line: Line, piece: Piece, before: list[str], after: int) -> bool:
    """As in "we split on 1 December", "he got out on the 20th", "I lived there until September": how things stood before what happened."""
    wide = isinstance(piece.value, Days) and piece.value.unit in _WIDE
    if wide and (before[-1:] and before[-1] in _BOUNDS or line.norm(piece.first) in _BOUNDS):
        return True
    said = " ".join([*before[-_BESIDE:], *(line.norm(i) for i in range(piece.first, min(after, piece.after + _BESIDE)))])
    return any(rule.search(said) for rule in patterns("roles", "backdrop"))


def _heard(before: list[str], behind: list[str]) -> bool:
    """As in "my son told me this morning that ...": the day stands right beside the telling."""
    if before[-2:-1] and before[-2] in lexicon("roles")["dated_things"] and before[-1] in ("was", "were", "is"):
        return True
    if before[-1:] in (["on"], ["in"], ["just"], ["only"]):
        before = before[:-1]
    phrases = lexicon("roles")["heard"]
    if any(before[-len(phrase.split()) :] == phrase.split() for phrase in phrases):
        return True
    return not before and _has_phrase(behind[:6], phrases)


def _any_such_day(line: Line, piece: Piece) -> bool:
    """As in "Every Monday" and "one Saturday" name no one day."""
    weekday = isinstance(piece.value, Days) and piece.value.unit == "weekday"
    return weekday and line.norm(piece.first - 1) in lexicon("roles")["habit"]


def _lies_ahead(before: list[str]) -> bool:
    """As in "he will come on", "he is going to be here on"; "I was going to work" is past."""
    if before[-1:] == ["say"]:
        return False
    roles = lexicon("roles")
    been = set(before) & set(roles["been_there"])
    if set(before) & set(roles["ahead"]) or set(before) & set(roles["ahead_things"]) and not been:
        return True
    if _has_phrase(before, roles["ahead_phrases"]):
        return True
    for n, word in enumerate(before[:-1]):
        if word == "going" and before[n + 1] == "to" and not set(before[:n]) & set(roles["past_going"]):
            return before[n + 2 : n + 3] != [] and before[n + 2] not in roles["places_gone_to"]
    return False


def _is_going_to_be(before: list[str]) -> bool:
    """As in "it is going to be on Friday the 20th": however the day is told, it lies ahead."""
    ahead = {"to", "will", "it'll", "gonna", "shall", *lexicon("roles")["ahead"]}
    over = {"was", "were", "supposed", "used"} & set(before[-6:])
    return before[-2:-1] == ["be"] and before[-1] in ("on", "at") and bool(ahead & set(before[-5:])) and not over


def _said_to_come(behind: list[str]) -> bool:
    """As in "it's Boxing Day he says he'll be round": nothing but who says it stands between the day and what is to come."""
    roles = lexicon("roles")
    ahead = next((n for n, word in enumerate(behind) if word in roles["ahead"]), None)
    return ahead is not None and all(word in roles["sayers"] for word in behind[:ahead])


def _set_aside(line: Line, piece: Piece, before: list[str]) -> bool:
    """A day that only says what it was not: "the fair is on Monday so it wasn't that", "Ramadan begins this week"."""
    roles = lexicon("roles")
    behind = [line.norm(i) for i in range(piece.after, piece.after + 8)]
    if _has_phrase(behind, roles["not_that"]) or before[-1:] and before[-1] in roles["begins"]:
        return True
    at_end = any(" ".join(before).endswith(phrase) for phrase in roles["only_named"])
    return at_end or isinstance(piece.value, Days) and _has_phrase(behind[:5], roles["only_named_by"])


def negated(line: Line, piece: Piece) -> bool:
    """As in "It was not Tuesday", "not on the 3rd"."""
    i = piece.first - 1
    while line.norm(i) in lexicon("roles")["negation_fillers"]:
        i -= 1
    return line.norm(i) in lexicon("roles")["negations"]


def _for_today(line: Line, piece: Piece, words: list[str]) -> bool:
    """As in "That is all for today", "how are you today", "I want to write this down today"."""
    if line.norm(piece.first) not in ("today", "tonight"):
        return False
    if line.norm(piece.first - 1) == "for":
        return True
    return bool(set(words) & set(lexicon("roles")["no_event"])) and not set(words) & {
        "he",
        "she",
        "they",
        "his",
        "her",
        "someone",
        "hes",
        "shes",
    }


def _report(said: list[str], words: list[str]) -> bool:
    roles = lexicon("roles")
    own = said[0] in roles["own_subjects"] if said else False
    subject = next(
        (word for word in words if word in ("i", "we", "he", "she", "they", "police", "officer", "it", "mum")), None
    )
    own = own or subject in ("i", "we", "police", "officer", "it", "mum") or subject is None
    reports = set(roles["report_words"]) - ({"log", "logged"} if set(words) & set(roles["own_logs"]) else set())
    if own and set(words) & reports:
        return True
    return (
        own
        and subject in ("i", "we")
        and bool(set(words) & set(roles["told_words"]))
        and bool(set(words) & set(roles["told_people"]))
    )


def _has_phrase(words: list[str], phrases: list[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)
