"""What safety says about one message: a level, its signals, and which rules spoke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

SIGNALS = (
    "emergency", "self_harm", "silent", "device_monitored", "child", "third_party", "perpetrator", "distress",
)
LEVELS = ("none", "check", "emergency")


@dataclass(frozen=True)
class Assessment:
    """`level` is one of LEVELS, `signals` are of SIGNALS in their order, `rules` are ids and never anyone's words."""

    level: str
    signals: tuple[str, ...]
    rules: tuple[str, ...]


NOTHING = Assessment("none", (), ())


def assessed(level: str, signals: Iterable[str] = (), rules: Iterable[str] = ()) -> Assessment:
    """An assessment with its signals in the order of SIGNALS and each rule named once."""
    found = set(signals)
    return Assessment(level, tuple(s for s in SIGNALS if s in found), tuple(dict.fromkeys(rules)))


def by_rule(found: Assessment) -> bool:
    """Whether a rule spoke, and not the learned readers alone."""
    return any(rule.startswith(("rule.", "asked.")) for rule in found.rules)


def merge(*assessments: Assessment) -> Assessment:
    """All of them together. A level is only ever raised, and no signal is lost."""
    return assessed(
        max((a.level for a in assessments), key=LEVELS.index, default="none"),
        (signal for a in assessments for signal in a.signals),
        (rule for a in assessments for rule in a.rules),
    )
