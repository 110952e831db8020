"""Dates on paper, in UK time."""

import pytest

from bot.handoff.exports.moments import stamp, understood
from bot.handoff.exports.words import spoken_in, words


def read(earliest, latest, approximate=False):
    return understood(
        {"as_told": "x", "edtf": None, "earliest": earliest, "latest": latest, "approximate": approximate}, words()
    )


@pytest.mark.parametrize(
    "earliest, latest, said",
    [
        ("2026-03-31T00:00:00+01:00", "2026-03-31T23:59:59+01:00", "Tuesday 31 March 2026"),
        (
            "2026-03-01T00:00:00+00:00",
            "2026-03-31T23:59:59+01:00",
            "between Sunday 1 March 2026 and Tuesday 31 March 2026",
        ),
        ("2026-04-02T17:30:00+01:00", "2026-04-02T17:30:59+01:00", "Thursday 2 April 2026, 5:30pm"),
        ("2026-03-30T14:00:00+01:00", "2026-03-30T16:00:59+01:00", "Monday 30 March 2026, between 2pm and 4pm"),
        (
            "2026-03-29T22:00:00+01:00",
            "2026-03-30T05:30:00+01:00",
            "between Sunday 29 March 2026, 10pm and Monday 30 March 2026, 5:30am",
        ),
        ("2026-07-01T11:00:00Z", "2026-07-01T11:00:59Z", "Wednesday 1 July 2026, 12pm"),
    ],
)
def test_a_date_is_said_as_widely_as_it_is_known(earliest, latest, said):
    assert read(earliest, latest) == said


def test_a_rough_date_says_so():
    assert read("2026-03-31T00:00:00+01:00", "2026-03-31T23:59:59+01:00", True) == "about Tuesday 31 March 2026"


def test_a_date_without_bounds_is_not_made_up():
    assert read(None, None) is None


def test_the_hour_that_comes_twice_is_told_apart():
    assert stamp("2026-10-25T00:30:00+00:00", words()) == "Sunday 25 October 2026, 1:30am BST"
    assert stamp("2026-10-25T01:30:00+00:00", words()) == "Sunday 25 October 2026, 1:30am GMT"


def test_a_moment_without_an_offset_is_refused():
    with pytest.raises(ValueError):
        stamp("2026-10-25T01:30:00", words())


def test_a_language_without_words_is_printed_in_english():
    assert spoken_in("xx") == "en" and spoken_in("../en") == "en"
    with pytest.raises(KeyError):
        words("xx")
