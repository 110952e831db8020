"""Danger that no rule has words for: scores of the learned readers, and what score is enough.

The readers stand in bot/adapters/reader.py. The thresholds are set on
the development set (tools/calibrate.py prints what each would do), never on the test set.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.safety.assessment import NOTHING, SIGNALS, Assessment, assessed
from bot.safety.examples import Example
from bot.safety.rule_file import read_rules

# What is asked of each passage: its signals, and whether it is at least to be checked.
CHECK = "check"
SELF_HARM_NOW = "self_harm_now"
HEADS = (*SIGNALS, CHECK, SELF_HARM_NOW)
THRESHOLDS = "thresholds.yml"
# One score alone decides most signals; for danger there is a lower one that only asks, for self-harm a higher one that asks as well.
ASK, ASK_SELF_HARM = "emergency_check", "self_harm_check"
# So much above its threshold a signal is plain: a card of its own may come for it.
PLAIN_BY = "plain_by"
# So much higher is the bar of danger for a message that tells of what is over.
PAST_BY = "past_by"
_BARRED = ("emergency", CHECK, SELF_HARM_NOW, ASK, ASK_SELF_HARM)


def wanted(example: Example) -> list[float]:
    """1.0 for each of HEADS that holds for an example, else 0.0."""
    told = {*example.signals, *([CHECK] if example.level != "none" else [])}
    if example.level == "emergency" and "self_harm" in example.signals:
        told.add(SELF_HARM_NOW)
    return [1.0 if head in told else 0.0 for head in HEADS]


@lru_cache(maxsize=1)
def thresholds() -> Mapping[str, float]:
    """The least score (logit) that counts, for each of HEADS, for ASK and ASK_SELF_HARM; PLAIN_BY and PAST_BY."""
    return {str(name): float(score) for name, score in read_rules(THRESHOLDS).items()}


def assess(scores: Sequence[Sequence[float]], past: bool = False, least: Mapping[str, float] | None = None) -> Assessment:
    """What the scores of a message's passages say, one row of HEADS a passage: the highest of each counts.

    `past`: the message tells of what is over.
    """
    least = thresholds() if least is None else least
    if past:
        least = {name: score + least[PAST_BY] if name in _BARRED else score for name, score in least.items()}
    best = dict(zip(HEADS, (max(column) for column in zip(*scores)))) if len(scores) else {}
    found = [head for head, score in best.items() if score >= least[head]]
    found += [name for name, head in ((ASK, "emergency"), (ASK_SELF_HARM, "self_harm")) if best and best[head] >= least[name]]
    if not found:
        return NOTHING
    now = "emergency" in found or SELF_HARM_NOW in found
    level = "emergency" if now else "check" if {CHECK, ASK, ASK_SELF_HARM}.intersection(found) else "none"
    signals = [head for head in found if head in SIGNALS] + (["self_harm"] if SELF_HARM_NOW in found else [])
    plain = [head for head in signals if best[head] >= least[head] + least[PLAIN_BY]]
    return assessed(level, signals, (*(f"learned.{head}" for head in found), *(f"plain.{head}" for head in plain)))
