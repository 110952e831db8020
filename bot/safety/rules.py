"""The first and deterministic look at a message: rules on the raw text, before anything else can fail."""

from __future__ import annotations

from collections.abc import Callable

from bot.safety.asked import assess_answer
from bot.safety.assessment import Assessment, assessed, merge
from bot.safety.context import level_of
from bot.safety.languages import assess_languages
from bot.safety.normalise import sentences
from bot.safety.rulebook import Rule, Rulebook, rulebook


def assess(text: str, asked: str | None = None) -> Assessment:
    """Is somebody in danger, by the rules alone. `asked` is the question just put, as the person saw it."""
    return reading(text)(asked)


def reading(text: str) -> Callable[[str | None], Assessment]:
    """A text read once, to be judged by what was asked, which may become known later.

    Each sentence stands alone, so that nothing before or after it can hide it. Time is linear in the length of the text.
    """
    book = rulebook()
    said = list(dict.fromkeys(sentences(text, book.spelling, book.spelling.vocabulary)))
    found = merge(assess_languages(text), *(match for sentence in said for match in _matches(sentence, book)))
    first = said[0] if said else ""
    return lambda asked: merge(found, assess_answer(first, asked))


def _matches(sentence: str, book: Rulebook) -> list[Assessment]:
    tried: dict[str, Rule] = {}
    for word in sentence.split(" "):
        for rule in book.by_word.get(word, ()):
            tried.setdefault(rule.id, rule)
    out: list[Assessment] = []
    for rule in tried.values():
        for match in rule.pattern.finditer(sentence):
            level = level_of(rule, match, sentence, book)
            if level is not None:
                out.append(_worth(rule, level))
                break
    return out


def _worth(rule: Rule, level: str) -> Assessment:
    # A check asks whether there is danger; only at the level of emergency is the signal itself given.
    signals = tuple(s for s in rule.signals if s != "emergency" or level == "emergency")
    return assessed(level, signals, (f"rule.{rule.id}",))
