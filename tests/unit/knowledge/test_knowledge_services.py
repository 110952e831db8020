"""A service's card: who it is for and how to reach it, open or not in London's time, and nothing that is not known."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.knowledge.hours import LONDON, is_open, next_opening, read_opening
from bot.knowledge.load import Knowledge
from bot.knowledge.messages import service_message
from bot.knowledge.model import ELSEWHERE, PLACES

KNOWLEDGE = Knowledge.load()
SATURDAY = datetime(2026, 11, 28, 12, 0, tzinfo=LONDON)
WEEKDAY = datetime(2026, 11, 27, 12, 0, tzinfo=LONDON)
NINE_TO_FIVE = {day: ["09:00-17:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
CHRISTMAS = datetime(2026, 12, 25, 12, 0, tzinfo=LONDON)


def test_hours_of_bank_holidays_are_data() -> None:
    unknown, closed = read_opening(NINE_TO_FIVE), read_opening({**NINE_TO_FIVE, "bank_holidays": []})
    short = read_opening({**NINE_TO_FIVE, "bank_holidays": ["10:00-13:00"]})
    assert (is_open(unknown, CHRISTMAS), is_open(closed, CHRISTMAS), is_open(short, CHRISTMAS)) == (None, False, True)
    # Christmas, a Friday; Boxing Day, and the Monday in its place.
    assert next_opening(unknown, CHRISTMAS.replace(day=24, hour=18)) is None
    assert next_opening(closed, CHRISTMAS) == datetime(2026, 12, 29, 9, 0, tzinfo=LONDON)
    assert next_opening(short, CHRISTMAS.replace(hour=14)) == datetime(2026, 12, 26, 10, 0, tzinfo=LONDON)


def test_day_and_night_is_bank_holidays_too() -> None:
    assert is_open(read_opening("always"), CHRISTMAS) is True


@pytest.mark.parametrize("wrong", ["sometimes", {}, {"monday": ["09:00-17:00"]}, {"mon": ["nine"]}])
def test_hours_that_cannot_be_read_are_an_error(wrong: object) -> None:
    with pytest.raises(ValueError):
        read_opening(wrong)  # type: ignore[arg-type]


def test_closed_now_says_when_it_opens() -> None:
    shown = KNOWLEDGE.service("karma_nirvana", SATURDAY)
    assert shown["open_now"] is False and shown["next_opening"] == "2026-11-30T09:00:00+00:00"
    assert "Closed now.\nOpens Monday 30 November at 9am." in shown["text"]
    assert KNOWLEDGE.service("karma_nirvana", WEEKDAY)["open_now"] is True


def test_it_is_london_time_wherever_the_server_stands() -> None:
    summer = datetime(2026, 7, 1, 8, 30, tzinfo=ZoneInfo("UTC"))
    assert KNOWLEDGE.service("karma_nirvana", summer)["open_now"] is True


def test_on_a_bank_holiday_nobody_can_say() -> None:
    shown = service_message(replace(KNOWLEDGE.services["karma_nirvana"], review_by="2027-12-31"), CHRISTMAS)
    assert shown["open_now"] is None and "on a bank holiday. Please check first." in shown["text"]


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.services))
def test_past_its_review_date_a_card_says_to_check_and_never_open_now(name: str) -> None:
    service = KNOWLEDGE.services[name]
    last = datetime.fromisoformat(f"{service.review_by}T23:59:00").replace(tzinfo=LONDON)
    assert "due a check" not in KNOWLEDGE.service(name, last)["text"]
    for at in (last.replace(year=2027), datetime.fromisoformat(f"{service.review_by}T23:59:00").replace(tzinfo=ZoneInfo("Pacific/Honolulu"))):
        shown = KNOWLEDGE.service(name, at)
        assert shown["open_now"] is None and shown["next_opening"] is None
        assert "due a check" in shown["text"]
        assert ("In danger, call 999 all the same." if service.emergency else "Please check before you rely on it.") in shown["text"]
        assert not (service.emergency and "not sure" in shown["text"])
        assert "Open now" not in shown["text"] and "Closed now" not in shown["text"]


@pytest.mark.parametrize("name", ["national_stalking_helpline", "suzy_lamplugh_trust", "mens_advice_line", "galop"])
def test_where_sources_do_not_agree_a_card_says_to_check_and_never_open_now(name: str) -> None:
    service = KNOWLEDGE.services[name]
    shown = KNOWLEDGE.service(name, WEEKDAY)
    assert service.conflict and "do not agree" in shown["hours"]
    assert shown["open_now"] is None and shown["next_opening"] is None and "Please check first." in shown["text"]


def test_a_website_is_neither_open_nor_closed() -> None:
    assert not re.search(r"sure if it is open|Open now|Closed now", KNOWLEDGE.service("alice_ruggles_trust", WEEKDAY)["text"])


def test_cost_languages_and_other_ways_stand_on_the_card_where_they_are_known() -> None:
    helpline = KNOWLEDGE.service("national_stalking_helpline", WEEKDAY)["text"]
    assert "Cost: Free to call." in helpline and "How to reach it: There is a form on the website." in helpline
    assert "Languages: British Sign Language" in KNOWLEDGE.service("bsl_999", WEEKDAY)["text"]
    assert "Cost:" not in KNOWLEDGE.service("victim_support", WEEKDAY)["text"]


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.services))
def test_a_card_says_how_old_what_we_read_is(name: str) -> None:
    shown = KNOWLEDGE.service(name, WEEKDAY)
    assert ("have no date." if shown["checked"] == "no date" else "The newest page we read is from") in shown["text"]


# As the facts have them.
NUMBERS = {
    "emergency_999": "999", "text_999": "18000", "police_101": "101", "crimestoppers": "0800 555 111", "report_fraud": "0300 123 2040",
    "national_stalking_helpline": "0808 802 0300", "paladin": "020 3866 4107", "veritas": "01273 234773", "victim_support": "0808 168 9111",
    "national_da_helpline": "0808 2000 247", "live_fear_free": "0808 80 10 800", "mens_advice_line": "0808 801 0327", "respect": "0808 802 4040",
    "galop": "0800 999 5428", "karma_nirvana": "0800 5999 247", "revenge_porn_helpline": "0345 6000 459", "samaritans": "116 123",
    "shout": "Text SHOUT to 85258", "nhs_111": "111", "victim_support_scotland": "0800 160 1985", "scotland_da_helpline": "0800 027 1234",
    "nhs_24": "111", "police_scotland": "101", "psni": "101", "ni_domestic_sexual_abuse_helpline": "0808 802 1414",
    "lifeline_ni": "0808 808 8000", "iopc": "0300 020 0096", "unwanted_prisoner_contact": "0300 060 6699",
}


def test_every_number_is_the_one_of_the_facts() -> None:
    assert {name: service.phone for name, service in KNOWLEDGE.services.items() if service.phone and name != "suzy_lamplugh_trust"} == NUMBERS


def test_nothing_foreign_is_among_the_services() -> None:
    for service in KNOWLEDGE.services.values():
        assert set(service.where or ()) <= PLACES
        assert re.match(r"https?://[\w.-]+\.(?:uk|com|org|co\.uk)(?:/|$)", service.url or "https://none.uk")
        assert not re.search(r"\+(?!44)|\b(?:911|112|988|1-?800)\b", service.phone or "")


@pytest.mark.parametrize("need", sorted(KNOWLEDGE.needs))
def test_what_is_for_ones_own_behaviour_is_never_shown_with_another_need(need: str) -> None:
    for guess in (None, "respect", *KNOWLEDGE.services):
        assert need == "own_behaviour" or "respect" not in KNOWLEDGE.services_for(need, guess=guess)
    assert KNOWLEDGE.services_for("own_behaviour") == ["respect"]


@pytest.mark.parametrize("needs, first", [
    ((), "national_stalking_helpline"), (("men",), "mens_advice_line"), (("lgbt",), "galop"), (("wales",), "live_fear_free"),
    (("under_16",), "national_stalking_helpline"), (("under_18",), "paladin"), (("under_13",), "national_stalking_helpline"),
    (("online",), "cyber_helpline"), (("images",), "revenge_porn_helpline"), (("honour",), "karma_nirvana"), (("suicidal",), "samaritans"),
    (("emergency", "deaf"), "bsl_999"), (("emergency",), "emergency_999"),
    (("deaf",), "bsl_999"), (("no_phone",), "suzy_lamplugh_trust"), (("partner",), "national_da_helpline"), (("partner", "men"), "mens_advice_line"),
    (("partner", "wales"), "live_fear_free"), (("partner", "scotland"), "scotland_da_helpline"), (("honour", "scotland"), "scotland_da_helpline"),
    (("partner", "northern_ireland"), "ni_domestic_sexual_abuse_helpline"), (("suicidal", "northern_ireland"), "lifeline_ni"),
    (("police", "scotland"), "police_scotland"), (("police", "northern_ireland"), "psni"), (("scotland",), "action_against_stalking"),
    (("northern_ireland",), "ni_domestic_sexual_abuse_helpline"), (("sussex",), "veritas"), (("kent",), "protection_against_stalking"),
    (("stalking",), "national_stalking_helpline"), (("fraud",), "report_fraud"), (("prison_contact",), "unwanted_prisoner_contact"),
])
def test_the_right_one_comes_first(needs: tuple[str, ...], first: str) -> None:
    assert KNOWLEDGE.services_for(*needs)[0] == first


@pytest.mark.parametrize("place", sorted(ELSEWHERE))
@pytest.mark.parametrize("need", sorted(set(KNOWLEDGE.needs) - {"own_behaviour"}))
@pytest.mark.parametrize("guess", [None, "victim_support", "national_da_helpline", "police_101", "nhs_111", "live_fear_free", "veritas"])
def test_elsewhere_in_the_uk_nobody_is_sent_to_england_first(place: str, need: str, guess: str | None) -> None:
    if need in PLACES:
        return
    found = [KNOWLEDGE.services[id_].where for id_ in KNOWLEDGE.services_for(need, place, guess=guess)]
    assert found and place in (found[0] or ()) and all(where is None or place in where for where in found)


def test_nobody_elsewhere_is_shown_to_people_who_name_no_place() -> None:
    for need in set(KNOWLEDGE.needs) - PLACES:
        shown = [KNOWLEDGE.services[id_] for id_ in KNOWLEDGE.services_for(need)]
        assert all(service.where is None or "england" in service.where for service in shown), need


def test_a_service_for_adults_or_for_others_is_not_shown() -> None:
    for age in ("under_13", "under_16", "under_18"):
        assert "revenge_porn_helpline" not in KNOWLEDGE.services_for("images", age, guess="revenge_porn_helpline")
    assert "cyber_helpline" not in KNOWLEDGE.services_for("online", "under_13")
    assert "national_da_helpline" not in KNOWLEDGE.services_for("men", "partner", guess="national_da_helpline")
    both = KNOWLEDGE.services_for("partner")
    assert {"national_da_helpline", "mens_advice_line"} <= set(both), "who says nothing is taken for neither"


def test_a_topic_of_several_services_is_read_and_one_of_none_is_the_short_list() -> None:
    assert KNOWLEDGE.services_named("galop+samaritans") == ["galop", "samaritans"]
    assert KNOWLEDGE.services_named("any") == KNOWLEDGE.services_named(None) == KNOWLEDGE.services_named("nothing+here") == KNOWLEDGE.services_for()
