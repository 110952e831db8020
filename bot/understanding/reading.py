"""What a message is, given the question that was open: an answer, a control ("skip"), or something else that comes first.

The classifier sees one message alone. Here the few things that must never be misread are settled by rule:
plain controls as whole messages, long tellings, and answers that only look like questions.
"""

from __future__ import annotations

import re
from functools import cache

from bot.safety.asked import ABOUT_DANGER, kind_of
from bot.understanding.bare_answer import asks_why
from bot.understanding.closing import condition, halves
from bot.understanding.correction import puts_right
from bot.understanding.no_answer import no_answer
from bot.understanding.own_answer import is_own_answer
from bot.understanding.plain_answer import eases, is_relief
from bot.understanding.plain_words import plain
from bot.understanding.pleas import plea
from bot.understanding.reading_lists import reading_lists
from bot.understanding.signs_of import shows
from bot.understanding.told_something import tells_of_another, tells_of_deeds
from bot.understanding.wishes import adds, asks_if_saved, is_finished, wants_another, wants_saved

# These interrupt an open question; everything else typed there is its answer.
INTERRUPTIONS = frozenset({"ask", "find_service", "leave", "see_diary", "take_copy", "send_police", "greet", "thank"})
CONTROLS = frozenset({"affirm", "deny", "skip", "not_known", "prefer_not", "stop", "carry_on", "write", "correct"})
# Only the lists below make these of an answer: "he came back" is one.
BY_LIST = frozenset({"previous", "repeat", "help", "remove"})
# Of these the classifier is no judge where a guess follows; that they are meant and nothing else, no_answer knows.
HARDLY = frozenset({"not_known", "skip", "prefer_not"})
# Where nothing was asked, a message that tells of somebody is none of these: "hi he rang again".
NEVER_ALONE = frozenset({"affirm", "deny", "skip", "not_known", "prefer_not", "stop", "carry_on", "greet", "out_of_scope"})
# Questions whose answers are a fact: what is about something else answers none of them.
OF_FACTS = frozenset({"when", "where", "who", "others", "told", "police", "keep", "source"})
_GUESS = re.compile(r"\b(?:maybe|perhaps|think|thought|might|but|could|looked?|probably|its|was|ex|my|numb|scared)\b")
_TO_SOMEBODY = re.compile(r"\b(?:you|your|youre|u|ur|me)\b")
# Told words: "delete the photos he said or else".
_OTHERS_WORDS = re.compile(r"\b(?:he|she|they) (?:said|says|say|told|wrote|texted|shouted|messaged|goes|went|put)\b|\bor else\b")
# The shades of a hand, and what only says that a sign is a picture.
_SHADES = dict.fromkeys([0xFE0F, *range(0x1F3FB, 0x1F400)])
# What "he has gone" answers: not in danger, and safe to write; to any other question nothing.
RELIEVED = {"danger": "deny", "safe": "affirm"}
# Where an account is told: one that ends in a question is answered as well.
UNTOLD = ("safe", "happened", "more")
# A plea, and the turn it is; any other gets a line of its own, see interview/pleas.py. Each leaves the open question open.
PLEAS = {"despair": "distress", "enough": "stop", "lost": "help"}
LONG = 9
SHORT = 8
SENTENCE = 16
FEELING = 25
# What the classifier makes of words beside an open question counts only when it is as sure as this; else they are the answer.
SURE, CERTAIN = 0.8, 0.9
# "What he did was ...", "what happened is ...".
_CLEFT = re.compile(r"(?:and |but |so )?what (?:\w+ )?(?:he|she|they|it|happened|happens|my|the)\b.*\b(?:was|is|were)\b")
_ASIDE = re.compile(r"(?<=\s)(?=(?:also|oh and|and also|by the way|btw)\s)", re.IGNORECASE)


def is_question(text: str) -> bool:
    """Whether it asks something of the reader, by its first words or a closing question mark."""
    words = plain(text)
    while lead := next((lead for lead in reading_lists()["question_leads"] if words.startswith(lead + " ")), None):
        words = words.removeprefix(lead + " ")
    starts = tuple(f"{start} " for start in reading_lists()["question_starts"])
    return text.rstrip().endswith("?") or words.startswith(starts) or _conditional(starts).match(words) is not None


@cache
def _conditional(starts: tuple[str, ...]) -> re.Pattern[str]:
    """A condition, and the question that it belongs to: "if i report will they tell"."""
    return re.compile(rf"{condition()}(?:{'|'.join(map(re.escape, starts))})")


def says_yes(text: str) -> bool:
    """Whether typed words are a clear yes, and nothing more: what saving asks for."""
    words = set(plain(text).split())
    if plain(text) in reading_lists()["assent_whole"] or wants_saved(text) or _sign(text) == "affirm":
        return True
    return (
        bool(words & reading_lists()["assent"])
        and words <= reading_lists()["assent"] | reading_lists()["assent_rest"]
        and not is_question(text)
    )


def asks(text: str) -> bool:
    """Whether it only asks, by its first words and its last mark. "My ex?" is an unsure answer, and "what he said was" none."""
    opens = any(plain(text).startswith(start + " ") for start in reading_lists()["question_starts"])
    return opens and text.rstrip().endswith("?") and not besides_question(text)


def ends_asking(text: str) -> bool:
    """Whether its last clause asks: "im a man in cardiff, who can i ring", "he keeps messaging me what can i do"."""
    return len(halves(text)) > 1 or is_question(re.split(r"[,.;:!?\n]+", text.rstrip(" ,.;:!?\n"))[-1].strip())


def besides_question(text: str) -> str:
    """What a message tells beside the questions in it, as typed; "" where it only asks."""
    parts = [part for sentence in re.findall(r"[^.!?\n]+[.!?]*", text) for aside in _ASIDE.split(sentence)
             for part in halves(aside)]
    # "What he did was sit in his van." asks nothing.
    told = [part for part in parts if not is_question(part.strip()) or _states(part)]
    rest = "".join(told).strip()
    return rest if len(plain(rest).split()) >= 3 and len(told) < len(parts) else ""


def question_beside(text: str) -> str:
    """What a message asks beside what it tells, with the sentence before, which it leans on; "" where it does not do both."""
    parts = [part for sentence in re.findall(r"[^.!?\n]+[.!?]*", text) for part in halves(sentence)]
    first = next((n for n, part in enumerate(parts) if is_question(part.strip()) and not _states(part)), None)
    return "".join(parts[max(0, first - 1) :]).strip() if first is not None and besides_question(text) else ""


def _states(sentence: str) -> bool:
    return bool(_CLEFT.match(plain(sentence))) and not sentence.rstrip().endswith("?")


def settle(intent: str, confidence: float, text: str, asked: str | None) -> str:
    """The intent a turn goes on with. `asked`: the question just put, None when nothing was open."""
    words = plain(text)
    length, question, kind = len(words.split()), is_question(text), kind_of(asked)
    if kind == "danger" and is_relief(text):
        # Before the lists: "I am safe" is a yes to most other questions.
        return RELIEVED[kind]
    if is_own_answer(kind, text) or asked is not None and asks_why(text):
        return "tell"
    # With nothing open, there is an answer to "am I overreacting", and a card for distress.
    if (asked is not None or intent not in ("ask", "find_service", "distress")) and (pleads := plea(text, kind)):
        return PLEAS.get(pleads, "repeat")
    control = _control(text, words, length) or _wish(text)
    if control:
        return control
    if adds(text) and not text.rstrip().endswith("?"):
        return "tell"
    if is_relief(text) or not question and kind in ABOUT_DANGER and eases(text):
        return RELIEVED.get(kind, "carry_on")
    # Any other words may be his: "I will never stop", "where are you?".
    if kind == "said" and (not question or _TO_SOMEBODY.search(words)):
        return "tell"
    if question and length < 30 and intent in ("ask", "find_service"):
        return intent
    if length < 30 and ends_asking(text) and (intent == "find_service" or intent == "ask" and kind in UNTOLD):
        return intent
    # "The man doing this is a police officer": there is an answer, and nothing was done in it.
    if intent == "ask" and kind in UNTOLD[:2] and confidence >= CERTAIN and length <= LONG and not tells_of_deeds(text):
        return intent
    if asked is None and (puts_right(text) or intent in NEVER_ALONE and not question and tells_of_another(text)):
        return "tell"
    if asked is None:
        return (
            "tell" if length >= LONG and not question and intent not in ("correct", "ask", "find_service") else intent
        )
    # What it does to her is asked for in her own words: "I want to quit" is an answer there, and no wish to leave the page.
    if kind == "impact" or not shows(intent, kind, text):
        return "tell"
    return _beside_a_question(intent, confidence, kind, words, question)


def settle_unsure(intent: str, confidence: float, text: str, asked: str | None) -> str:
    """As `settle`, of a classifier that is not sure: what only it says, with nothing open, was not understood, unless it tells of somebody."""
    name = settle(intent, confidence, text, asked)
    if asked is not None or name != intent or name == settle("tell", 1.0, text, None):
        return name
    return "tell" if tells_of_another(text) and not is_question(text) else "out_of_scope"


def _sign(text: str) -> str | None:
    """What a thumb up or down alone stands for."""
    signs = set(text.translate(_SHADES).strip())
    return next((name for name, known in reading_lists()["signs_alone"].items() if signs and signs <= known), None)


def _control(text: str, words: str, length: int) -> str | None:
    """What the lists settle, whatever the classifier makes of it."""
    names = sorted(CONTROLS | INTERRUPTIONS | BY_LIST)
    whole = next((name for name in names if words in reading_lists().get(name, ())), None)
    if whole:
        return whole
    if sign := _sign(text):
        return sign
    if none := no_answer(text):
        return none
    if length <= SHORT and not _OTHERS_WORDS.search(words):
        for name, starts in reading_lists()["starts"].items():
            if any(f"{words} ".startswith(f"{start.strip()} ") for start in starts):
                return name
    if any(words.startswith(start) for start in reading_lists()["correct_starts"]):
        return "correct"
    asked = next((words.removeprefix(start + " ") for start in reading_lists()["polite"] if words.startswith(start + " ")), words)
    short = length <= SENTENCE and any(f"{asked} ".startswith(f"{start} ") for start in reading_lists()["correct_short"])
    return "correct" if short else None


def _wish(text: str) -> str | None:
    """A wish as an answer; the interview knows it by its words, as it means the same at every question."""
    if wants_saved(text):
        return "affirm"
    if asks_if_saved(text):
        return "tell"
    if wants_another(text):
        return "write"
    return "deny" if is_finished(text) else None


def _beside_a_question(intent: str, confidence: float, kind: str, words: str, question: bool) -> str:
    """What is typed while a question is open is its answer, but for a few things that are plainly none."""
    length = len(words.split())
    # "I haven't told the police" asks for nothing to be sent there, and "I have copies" for no copy.
    statement = any(f"{words} ".startswith(f"{start} ") for start in reading_lists()["statement_starts"]) and not question
    if intent in INTERRUPTIONS - {"ask", "find_service"} and confidence >= SURE and length < LONG and not statement:
        return intent
    if intent == "distress" and confidence >= SURE and length <= FEELING:
        return intent
    if intent == "out_of_scope" and kind in OF_FACTS and confidence >= SURE and length < LONG and not statement:
        return intent
    # A question is no yes and no no: "is that right though?"
    if question and intent in ("affirm", "deny", "not_known"):
        return "tell"
    # "Dunno, maybe my ex" tells something.
    if intent in HARDLY and _GUESS.search(words):
        return "tell"
    if intent in CONTROLS and confidence >= SURE and length <= 6:
        return intent
    return "tell"
