"""The development table of told times: what each comes to, typed on Wednesday 11 February 2026 at 10:30."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.when import read_days, read_when

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")

DAYS = [
    ("two days ago, outside the launderette", "2026-02-09"),
    ("yesterday", "2026-02-10"),
    ("day before yesterday", "2026-02-09"),
    ("Tuesday gone", "2026-02-10"),
    ("saturday just gone", "2026-02-07"),
    ("a week last Thursday", "2026-01-29"),
    ("a fortnight past Tuesday", "2026-01-27"),
    ("two Fridays ago", "2026-01-30"),
    ("Monday of last week", "2026-02-02"),
    ("last week on Tuesday", "2026-02-03"),
    ("three weeks ago on a Friday", "2026-01-23"),
    ("the Monday before last", "2026-02-02"),
    ("on 3 January 2026", "2026-01-03"),
    ("Jan 3rd", "2026-01-03"),
    ("03/04", "2025-04-03"),
    ("06.02.2026", "2026-02-06"),
    ("6/2/26", "2026-02-06"),
    ("2026-02-06", "2026-02-06"),
    ("6 Feb '26", "2026-02-06"),
    ("the 3rd", "2026-02-03"),
    ("mon 9th", "2026-02-09"),
    ("Monday 2nd Feb", "2026-02-02"),
    ("the first Monday in January", "2026-01-05"),
    ("the last Sunday of January", "2026-01-25"),
    ("Christmas Day", "2025-12-25"),
    ("the day after Boxing Day", "2025-12-27"),
    ("two days before Christmas", "2025-12-23"),
    ("good friday last year", "2025-04-18"),
    ("the bank holiday in August", "2025-08-25"),
    ("yesturday", "2026-02-10"),
    ("on Wensday last week", "2026-02-04"),
    ("It wasn't yesterday, it was the day before", "2026-02-09"),
    ("Sunday, no sorry Saturday", "2026-02-07"),
]

MOMENTS = [
    ("yesterday at half past three in the afternoon", "2026-02-10T15:30"),
    ("Yesterday at about 4pm", "2026-02-10T16:00"),
    ("this morning at about 8", "2026-02-11T08:00"),
    ("on Monday at about noon", "2026-02-09T12:00"),
    ("half seven last night", "2026-02-10T19:30"),
    ("quarter to nine yesterday morning", "2026-02-10T08:45"),
    ("ten to nine this morning", "2026-02-11T08:50"),
    ("twenty past eight on saturday night", "2026-02-07T20:20"),
    ("last night about 1", "2026-02-11T01:00"),
    ("Sunday night at 2am", "2026-02-09T02:00"),
    ("half 12 on sunday night", "2026-02-09T00:30"),
    ("12.30am on sunday", "2026-02-08T00:30"),
    ("Monday 2nd Feb at 16:30", "2026-02-02T16:30"),
    ("on 6 Feb at 0930", "2026-02-06T09:30"),
    ("06.02.2026, 18.45", "2026-02-06T18:45"),
    ("at one o clock yesterday", "2026-02-10T13:00"),
    ("one in the morning on Sunday", "2026-02-08T01:00"),
    ("yesterday five to midnight", "2026-02-10T23:55"),
    ("midnight on Saturday", "2026-02-08T00:00"),
    ("last Tues about 3", "2026-02-10T15:00"),
    ("this time last week", "2026-02-04T10:30"),
    ("early hours of Sunday about 2", "2026-02-08T02:00"),
    ("during my shift on Sunday, around 5 in the morning", "2026-02-08T05:00"),
    ("It was Monday. About 4pm he came.", "2026-02-09T16:00"),
]

NOTHING = [
    "",
    "thank you, that is all for today",
    "what happened last time",
    "he is on at me 24/7",
    "call me on 07700 900123",
    "she owes me £300",
    "i am 24 and he is 30",
    "he never leaves me alone",
    "next Tuesday",
    "tomorrow night",
    "31/11/2025",
    "31 February",
    "in two weeks",
    "a week today",
    "this evening",
    "about 4pm",
    "every Monday",
    "it may have been him",
    "he sat outside on the wall",
    "we split up in March",
    "I reported it to the police last night",
    "he said he will come on Friday",
    "I have court on Thursday",
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_told_day_is_that_day(text: str, day: str) -> None:
    when = read_when(text, NOW)
    assert when and when.edtf and when.edtf.rstrip("~") == day
    assert (
        when.earliest and when.latest and when.earliest.isoformat() == f"{day}T00:00:00{when.earliest.isoformat()[19:]}"
    )
    assert when.latest.date().isoformat() == day


@pytest.mark.parametrize(("text", "moment"), MOMENTS)
def test_a_told_time_lies_in_a_narrow_window(text: str, moment: str) -> None:
    when = read_when(text, NOW)
    assert when and when.earliest and when.latest
    told = datetime.fromisoformat(f"{moment}:00").replace(tzinfo=when.earliest.tzinfo)
    assert when.earliest <= told <= when.latest
    assert (when.latest - when.earliest).total_seconds() <= 2 * 3600


@pytest.mark.parametrize("text", NOTHING)
def test_no_date_is_made_up(text: str) -> None:
    assert read_when(text, NOW) is None


@pytest.mark.parametrize("text", [text for text, _ in DAYS + MOMENTS])
def test_as_told_is_in_her_words_and_nothing_lies_ahead(text: str) -> None:
    when = read_when(text, NOW)
    assert when and when.as_told in text and when.earliest and when.latest
    assert when.earliest <= when.latest <= NOW


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("over the weekend", "2026-02-07/2026-02-08"),
        ("in March", "2025-03"),
        ("last summer", "2025-06/2025-08"),
        ("in 2019", "2019"),
        ("from Monday to Tuesday", "2026-02-09/2026-02-10"),
        ("either Monday or Tuesday", "2026-02-09/2026-02-10"),
        ("at Easter", "2025-04-18/2025-04-21"),
        ("last week", "2026-02-02/2026-02-08"),
        ("two months ago", "2025-12~"),
        ("every day since Sunday", "2026-02-08/.."),
    ],
)
def test_longer_times_are_kept_as_such(text: str, edtf: str) -> None:
    when = read_when(text, NOW)
    assert when and when.edtf == edtf


def test_separate_days_are_told_apart() -> None:
    days = read_days("He came on Monday night and again on Thursday. The next day he rang.", NOW)
    assert [day.edtf for day in days] == ["2026-02-09", "2026-02-05", "2026-02-06"]


def test_a_narrower_day_replaces_the_week_it_lies_in() -> None:
    days = read_days("last week he came twice, on Tuesday and on Friday", NOW)
    assert [day.edtf for day in days] == ["2026-02-03", "2026-02-06"]


def test_the_day_of_the_report_is_not_the_day_of_the_event() -> None:
    when = read_when("He came on Sunday. I rang the police on Monday.", NOW)
    assert when and when.edtf == "2026-02-08"
