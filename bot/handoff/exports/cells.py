"""Cells that no spreadsheet takes for a formula.

Source: OWASP, CSV Injection. Words of a stalker, such as =HYPERLINK(...), would otherwise run on a reader's machine.
"""

from __future__ import annotations

import unicodedata

GUARD = "'"
_STARTS = "=+-@\u2212"


def is_live(cell: str) -> bool:
    """Whether a spreadsheet might run the cell.

    It begins with a tab or line end, or, after blanks and guards, with = + - @ of any width.
    """
    typed = cell.lstrip(GUARD)
    if typed[:1] in ("\t", "\r", "\n"):
        return True
    for sign in typed:
        if sign == GUARD or sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf"):
            continue
        return (unicodedata.normalize("NFKC", sign)[:1] or sign) in _STARTS
    return False


def guarded(cell: str) -> str:
    """The cell, with one apostrophe before it if it is live. Guarding is undone by `bare`, whatever the cell holds.

    The sign zero, which no CSV can hold, is U+FFFD here; it stands as it was typed in the copy as JSON.
    """
    cell = cell.replace("\0", "\ufffd")
    return GUARD + cell if is_live(cell) else cell


def bare(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith(GUARD) and is_live(cell) else cell
