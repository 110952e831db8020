"""Messages that are an answer, a control or a word of relief and nothing more: no reader has to guess about them."""
from __future__ import annotations

import re

from bot.understanding.no_answer import no_answer
from bot.understanding.plain_words import plain
from bot.understanding.reading_lists import reading_lists
from bot.understanding.wishes import is_finished

# Whole messages of these lists of lexicon/reading.yml. "Help" is not among them.
_LISTS = ("affirm", "deny", "stop", "carry_on", "leave", "greet", "thank", "previous", "repeat", "assent")
# These may be a farewell for good: a reader looks at them all the same.
_FAREWELLS = ("goodbye", "good bye", "good night")
# "I do not know if he is at the door" answers nothing, and may be danger all the same.
_FEW = 6
_SOMEBODY = re.compile(r"\b(?:he|she|they|him|her|them|his|hes|shes|theyre|if|my)\b")
_WHO = r"(?:(?:he|she|they|that|everyone)(?:s| is| are| has| have|ve|re)?|theyve|theyre)"
_GONE = rf"{_WHO} (?:now |just |all )*(?:gone|left|away)(?: now| home| again)*"
_WELL = (r"(?:im|i am|were|we are|all|its|it is|everything is) (?:all |now |quite |fine and |ok and )*"
         r"(?:ok|okay|fine|safe|alright|all right|good)(?: now| again| here| thanks| thank you)*")
_RELIEF = re.compile(rf"(?:(?:no|its ok|its fine|ok|yes|yeah|false alarm|phew|thanks) )*(?:{_GONE}|{_WELL}|false alarm)"
                     rf"(?: (?:and |so )?(?:{_GONE}|{_WELL}))?")
# What it was after all: "it was only the cat", where danger was asked about. The last part of a whole message: what goes on after it tells more.
_HARMLESS = r"(?:(?:(?:it was|its|that was) )?(?:only|just) (?:the|a|an|my|our)|(?:it was|its) (?:the|my|our)) \w+(?: \w+)?"
_EASED = re.compile(rf"(?:(?:no|its ok|its fine|ok|yes|yeah|phew|thanks|sorry|and|so|now|safe now|{_GONE}|{_WELL}|false alarm)(?: |$))*"
                    rf"(?:{_HARMLESS})?")
_DOUBT = re.compile(r"\b(?:not|still|back|quiet|inside|upstairs|downstairs|coming|here|there|outside|him|her|them|man|men|again|ex|partner|"
                    r"husband|wife|boyfriend|girlfriend|stalker)\b")


def is_plain_answer(text: str) -> bool:
    """Whether it is wholly a yes, a no, a control or the like."""
    words = plain(text)
    if no_answer(text) and not _SOMEBODY.search(words) and len(words.split()) <= _FEW:
        return True
    return is_finished(text) or words not in _FAREWELLS and any(words in reading_lists()[name] for name in _LISTS)


def is_relief(text: str) -> bool:
    """Whether it only says that it is over: "he has gone now im ok"."""
    return _RELIEF.fullmatch(plain(text)) is not None


def eases(text: str) -> bool:
    """Whether it says no more than that it is over, or what it was after all, and nothing in it may take that back."""
    words = plain(text)
    return bool(words) and _EASED.fullmatch(words) is not None and not _DOUBT.search(words)
