"""Danger that no rule has words for: scores of the tuned encoder, and what score is enough.

How the encoder is tuned stands in bot/adapters/tuning.py; the thresholds are set by tools/calibrate.py on the predictions
for voices that were left out of the tuning (GroupKFold by author), never on a held-out set.
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
# One score alone decides most signals; for danger there is a lower one that only asks.
ASK = "emergency_check"


def wanted(example: Example) -> list[float]:
    """1.0 for each of HEADS that holds for an example, else 0.0."""
    told = {*example.signals, *([CHECK] if example.level != "none" else [])}
    if example.level == "emergency" and "self_harm" in example.signals:
        told.add(SELF_HARM_NOW)
    return [1.0 if head in told else 0.0 for head in HEADS]


@lru_cache(maxsize=1)
def thresholds() -> Mapping[str, float]:
    """The least score (logit) that counts, for each of HEADS and for ASK."""
    return {str(name): float(score) for name, score in read_rules(THRESHOLDS).items()}


def assess(scores: Sequence[Sequence[float]], least: Mapping[str, float] | None = None) -> Assessment:
    """What the scores of a message's passages say, one row of HEADS a passage: the highest of each counts."""
    least = thresholds() if least is None else least
    best = dict(zip(HEADS, (max(column) for column in zip(*scores)))) if len(scores) else {}
    found = [head for head, score in best.items() if score >= least[head]]
    if best and best["emergency"] >= least[ASK]:
        found.append(ASK)
    if not found:
        return NOTHING
    now = "emergency" in found or SELF_HARM_NOW in found
    level = "emergency" if now else "check" if {CHECK, ASK, "self_harm"}.intersection(found) else "none"
    signals = [head for head in found if head in SIGNALS] + (["self_harm"] if SELF_HARM_NOW in found else [])
    return assessed(level, signals, (f"learned.{head}" for head in found))
