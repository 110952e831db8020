"""The days of an account that are those of what happened, in her words of time alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.understanding.dates.telling import told_windows
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.moment import said_once
from bot.understanding.text_parts import Span, TextParts, blanks
from bot.understanding.when import When, read_when, told_days

# A stretch of words of time and small words between holds no more words than these.
_FEW = 5
_APART = 2
_MARK = re.compile(r"[,;:.!?\n](?!\d)")


def times_told(text: str, now: datetime) -> list[tuple[When, Span]]:
    """Every day told of what happened, with the place of its words. The time at which somebody passed it on is none, nor is a greeting."""
    heard = _without_hearsay(text)
    days = told_days(heard, now)
    if not days:
        when = read_when(heard, now)
        at = heard.find(when.as_told) if when else 0
        days = [(when, (at, at + len(when.as_told)))] if when else []
    return [(replace(when, as_told=said_once(_own_words(text[slice(*span)], now))), span) for when, span in days]


def time_told(text: str, now: datetime) -> When | None:
    """The first of them."""
    days = times_told(text, now)
    return days[0][0] if days else None


def _without_hearsay(text: str) -> str:
    """The text with blanks for greetings, and for the time at which a friend rang or wrote to tell of it: the rest keeps its place."""
    parts = TextParts(text)
    spans = [m.span() for rule in patterns("passed_on", "greetings") for m in rule.finditer(text)]
    for rule in patterns("passed_on", "passed_on"):
        for m in rule.finditer(text):
            if _is_a_friend(m["who"]):
                spans.append((min(m.start(), parts.clause_at(m.start())[0]), m.end()))
    return blanks(text, spans)


def _is_a_friend(who: str) -> bool:
    """Whether a teller is somebody to whom she is near, and no former partner."""
    words = {word.removesuffix("'s") for word in re.findall(r"[\w'-]+", who.lower().replace("’", "'"))}
    near = {*lexicon("grammar")["bystanders"], *lexicon("signs")["kin"], *lexicon("passed_on")["near"]}
    return bool(words & near) and not words & {*lexicon("signs")["ex"], "ex"}


def _own_words(told: str, now: datetime) -> str:
    """Her words of time, without what stands between two that are far apart."""
    if len(told.split()) <= _FEW and not _MARK.search(told):
        return told
    line = Line(told)
    windows = told_windows(line, Now(now))
    if not windows:
        return told
    mention = windows[0][0]
    spans = sorted(mention.spans + (mention.until.spans if mention.until else []))
    joined: list[tuple[int, int]] = []
    for first, after in spans:
        if joined and first - joined[-1][1] <= _APART and not _MARK.search(told[line.at(joined[-1][1] - 1).end : line.at(first).start]):
            joined[-1] = (joined[-1][0], max(after, joined[-1][1]))
        else:
            joined.append((first, after))
    return " … ".join(told[line.at(first).start : line.at(after - 1).end] for first, after in joined) or told
