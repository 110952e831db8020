"""Why a command cannot go on."""
from __future__ import annotations


class Failed(Exception):
    """One sentence that a person can act on."""
