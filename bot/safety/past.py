"""Whether a message tells of what is over: such a message is read with a higher bar, as its sentences are judged one by one."""
from __future__ import annotations

from bot.safety.normalise import sentences
from bot.safety.rulebook import rulebook

# A day that is past, so many verbs in the past tense, or a sentence that says that they have left.
_VERBS = 2


def tells_of_the_past(text: str) -> bool:
    """By the words of rules/context.yml; never where any word says that it goes on now."""
    book = rulebook()
    said, context = list(sentences(text, book.spelling, book.spelling.vocabulary)), book.context
    words = " ".join(said)
    if context["now"].search(context["not_now"].sub(" ", words)):
        return False
    return (bool(context["past"].search(words)) or len(context["told_past"].findall(words)) >= _VERBS
            or any(context["left"].search(sentence) for sentence in said))
