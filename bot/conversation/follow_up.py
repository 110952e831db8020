"""Questions that go on from the answer just given: "tell me more", or a few words that mean nothing without it ("how long?")."""
from __future__ import annotations

import re
from typing import Any

from bot.conversation.state import State
from bot.knowledge.load import Knowledge
from bot.knowledge.messages import MORE
from bot.knowledge.model import Topic
from bot.understanding.plain_words import plain
from bot.understanding.reading import is_question
from bot.understanding.reading_lists import reading_lists

Parsed = dict[str, Any]
SHORT = 6
# A share above which a question that points at nothing is about what it seems to be about by itself; and one that settles it among what is near.
SURE, LIKELY = 0.8, 0.5
# Words that point back at what was said.
_POINTS = re.compile(r"\b(?:it|its|that|thats|one|ones|them|those|these|there|then|they|else|either)\b"
                     r"|^(?:and|but|even|so|n|or|what about|whit aboot|wot about|how about|what if|if|"
                     r"how (?:long|much|many|soon|quick|quickly|often|sure|far))\b")

_ASKS_ON = re.compile(r"^(?:(?:and|but|so|ok|right) )*(?:if|what if|wot if|what about|wot about|how about|how long|how much|who pays|"
                      r"does it|is it|can it|will it|do i|can i|can they|will they|what happens)\b")


def together(text: str, state: State, knowledge: Knowledge) -> str | None:
    """A short text after an answer, with what that answer was about: to be parsed as well. None where nothing can lean on anything."""
    last = knowledge.topics.get(state.answered or "")
    return None if last is None or len(plain(text).split()) > SHORT else f"{last.title}: {text}"


def leaning(alone: Parsed, with_answer: Parsed | None, text: str, state: State, knowledge: Knowledge) -> Parsed:
    """`alone` (the parsed text) with the answer, or the rest of one, that is meant after the last answer; as it was where it stands by itself.

    `with_answer`: what was parsed of `together`, or None.
    """
    last = knowledge.topics.get(state.answered or "")
    if last is None:
        return alone
    if last.more and not state.checking and _wants_more(text, state):
        return {**alone, "intent": "ask", "topic": f"{last.topic}/{MORE}"}
    if with_answer is None or not _may_lean(alone, text, state):
        return alone
    own, own_share = _best(alone, knowledge)
    if alone["intent"] == "ask" and own is not None and _stands(own, own_share, text, last, knowledge):
        return alone
    meant, _ = _best(with_answer, knowledge)
    return {**alone, "intent": "ask", "topic": meant} if meant is not None and _near(knowledge, last, meant) else alone


def _may_lean(alone: Parsed, text: str, state: State) -> bool:
    """Nothing that is told, answers the question that is open, or is about danger, is taken for a question."""
    if alone["intent"] in ("ask", "out_of_scope"):
        return True
    if state.prompt is not None:
        # Right after an answer these open a question, and no answer to the one that stands below it.
        return alone["intent"] == "tell" and bool(_ASKS_ON.search(plain(text)))
    if not is_question(text):
        return False
    return alone["intent"] in ("tell", "help") or (alone["intent"] == "find_service" and _points(text))


def _stands(own: str, share: float, text: str, last: Topic, knowledge: Knowledge) -> bool:
    """Whether a question is about `own` by itself: what is near is more easily so, as nothing pulls it away."""
    return share >= LIKELY if _near(knowledge, last, own) else share >= SURE and not _points(text)


def _points(text: str) -> bool:
    words = plain(text)
    return len(words.split()) <= 2 or bool(_POINTS.search(words))


def _best(parsed: Parsed, knowledge: Knowledge) -> tuple[str | None, float]:
    shares = {name: share for name, share in parsed.get("topic_shares", {}).items() if name in knowledge.topics}
    best = max(shares, key=lambda name: shares[name], default=None)
    return best, shares.get(best or "", 0.0)


def _wants_more(text: str, state: State) -> bool:
    lists = reading_lists()
    return plain(text) in lists["more_about"] or (state.prompt is None and plain(text) in lists["more_alone"])


def _near(knowledge: Knowledge, last: Topic, name: str) -> bool:
    return name == last.topic or name in last.related or knowledge.topics[name].subject == last.subject
