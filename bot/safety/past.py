"""Whether a message tells of what is over: such a message is read with a higher bar, as its sentences are judged one by one."""
from __future__ import annotations

from bot.safety.respelt import respelt
from bot.safety.rulebook import rulebook

# A day that is past, or so many verbs in the past tense.
_VERBS = 2


def tells_of_the_past(text: str) -> bool:
    """By the words of rules/context.yml; never where any word says that it goes on now."""
    words, context = respelt(text), rulebook().context
    if context["now"].search(context["not_now"].sub(" ", words)):
        return False
    return bool(context["past"].search(words)) or len(context["told_past"].findall(words)) >= _VERBS
