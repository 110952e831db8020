"""What Rasa and TensorFlow read from the environment when they are imported; so this comes first."""
from __future__ import annotations

import os
import warnings
from typing import Any


def _unsaid(*_: Any, **__: Any) -> None:
    """Says nothing."""


def prepare() -> None:
    """No telemetry, no crash reports, no chatter; a value that is set already stays, but for the telemetry."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    for name, value in (("SQLALCHEMY_SILENCE_UBER_WARNING", "1"), ("TF_CPP_MIN_LOG_LEVEL", "3"),
                        ("PYTHONWARNINGS", "ignore"), ("TRANSFORMERS_VERBOSITY", "error"), ("TQDM_DISABLE", "1"),
                        ("HF_HUB_OFFLINE", "1"), ("LOG_LEVEL_LIBRARIES", "ERROR")):
        os.environ.setdefault(name, value)
    # A warning quotes lines of code, and now and then what was typed.
    warnings.showwarning = _unsaid
