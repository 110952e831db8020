"""How hard a text is to read: the school year (grade) of Flesch and Kincaid (Kincaid and others, 1975). Grade 4 is read at about nine."""
from __future__ import annotations

from collections.abc import Iterable


def grade(bubbles: Iterable[str], names: Iterable[str] = ()) -> float:
    """The grade of some bubbles together; each of `names` (titles nobody can make shorter) counts as one short word."""
    import textstat  # here, as it reads its word lists when it is imported, and no page needs them

    text = " ".join(bubbles)
    for name in names:
        text = text.replace(name, "name")
    return float(textstat.flesch_kincaid_grade(text))
