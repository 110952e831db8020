"""`daybook train`: a model for what is here now."""
from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path

from bot.commands.failure import Failed

ROOT = Path(__file__).resolve().parents[2]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""


def run(told: argparse.Namespace) -> None:
    """Says what it does."""
    print(model_here(), file=sys.stderr)


def model_here() -> Path:
    """The model's file; trained first if data, configuration or code of the pipeline have changed. Raises Failed."""
    if not (ROOT / "domain.yml").exists():
        raise Failed("the training data is not here: run this from a checkout of Daybook.")
    from bot.adapters.encoder_weights import EncoderDamaged
    from bot.adapters.model_files import Model, ModelDamaged
    from bot.adapters.scratch import own_temporary_folder

    own_temporary_folder()
    model = Model(ROOT, ROOT / "models")
    try:
        if not model.up_to_date():
            print("Training the model (three to five minutes) ...", file=sys.stderr, flush=True)
            with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
                model.train()
            print("Trained.", file=sys.stderr, flush=True)
    except (ModelDamaged, EncoderDamaged) as wrong:
        raise Failed(str(wrong)) from None
    except OSError as wrong:
        raise Failed(f"the model could not be written to {model.path.parent}: {wrong.strerror}.") from None
    return model.path
