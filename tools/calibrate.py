"""Sets bot/safety/rules/thresholds.yml: what score of the tuned encoder counts.

Each message is scored by an encoder that was tuned without its author (GroupKFold by voice); a threshold is the lowest score
that at most a given share of the calm messages passes. Held-out sets are not looked at. About six minutes on two cores.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
THRESHOLDS = ROOT / "bot/safety/rules/thresholds.yml"
FOLDS = 5
# The share of messages without it that may pass: taken over; asked one question; marked with a signal.
TAKE_OVER, ASKED, MARKED = 0.006, 0.05, 0.015
SHARES = {"emergency": TAKE_OVER, "self_harm_now": 0.003, "emergency_check": ASKED, "check": 0.035, "self_harm": 0.025}


def main() -> None:
    """Writes the file, and prints what each threshold catches."""
    from bot.safety.examples import examples
    from bot.safety.learned import ASK, HEADS, wanted

    told = examples()
    scores = _left_out(told)
    holds = np.array([wanted(e) for e in told]) > 0
    ordinary = np.array([e.level == "none" for e in told])
    lines, danger = ["# Set by tools/calibrate.py on the predictions for voices left out of the tuning. Scores are logits."], HEADS.index("emergency")
    for name in (*HEADS, ASK):
        column = danger if name == ASK else HEADS.index(name)
        calm = ordinary & ~holds[:, column] if name in SHARES else ~holds[:, column]
        least = float(np.quantile(scores[calm, column], 1 - SHARES.get(name, MARKED)))
        lines.append(f"{name}: {least:.2f}")
        caught = scores[holds[:, column], column] >= least
        print(f"{name:18} least {least:6.2f}  caught {caught.mean():.3f} of {len(caught)}")
    THRESHOLDS.write_text("\n".join(lines) + "\n", "utf-8")
    (ROOT / "results").mkdir(exist_ok=True)
    rows = ({"text": e.text, "voice": e.voice, "level": e.level, "signals": e.signals, "scores": dict(zip(HEADS, s.round(2).tolist()))}
            for e, s in zip(told, scores))
    (ROOT / "results/left_out.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def _left_out(told: list) -> np.ndarray:  # type: ignore[type-arg]
    """The highest score of each message's passages, (messages, heads)."""
    from rasa.shared.importers.importer import TrainingDataImporter
    from sklearn.model_selection import GroupKFold

    from bot.adapters import tuning
    from bot.adapters.encoder import SentenceEncoder
    from bot.adapters.lessons import lessons
    from bot.safety.learned import HEADS
    from bot.safety.passages import passages

    intents = TrainingDataImporter.load_from_config(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]).get_nlu_data()
    scores, encoder = np.zeros((len(told), len(HEADS))), SentenceEncoder()
    for fold, (kept, left) in enumerate(GroupKFold(FOLDS).split(told, groups=[e.voice for e in told]), start=1):
        print(f"Fold {fold} of {FOLDS} ...", file=sys.stderr, flush=True)
        encoder.tune(tuning.fit(lessons([told[i] for i in kept], intents.intent_examples)))
        for i in left:
            scores[i] = encoder.danger(passages(told[i].text)).max(axis=0)
    return scores


if __name__ == "__main__":
    main()
