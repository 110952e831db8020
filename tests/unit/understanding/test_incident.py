"""The facts of whole accounts, and of accounts that tell none."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.incident import read_incident

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")
CLEAR = (
    "Yesterday at about 4pm my ex-husband Gareth Pike followed me from the bus stop on Mill Lane to the leisure centre"
    " in Tadcaster.\nHe stood by the  doors & shouted “I will <always> find you” at me 😞\nMy friend Priya was with me"
    " and saw all of it. I took two photos of him on my phone. I reported it to the police last night, the crime"
    " reference is 13260104417. I felt sick and could not sleep. He called me a liar. "
)


def test_a_clear_account_fills_every_fact() -> None:
    told = read_incident(CLEAR, NOW)
    assert told.when and told.when.edtf == "2026-02-10"
    assert told.place == "the bus stop on Mill Lane to the leisure centre in Tadcaster"
    assert set(told.behaviours) >= {"following", "threats"}
    assert told.person == "my ex-husband Gareth Pike"
    assert told.evidence_mentioned == ("photo",)
    assert (told.witnesses, told.reported, told.police_reference) == (True, True, "13260104417")
    assert told.impact == "I felt sick and could not sleep"
    assert told.said and not told.more_days and not told.hearsay


def test_every_span_is_where_its_words_stand() -> None:
    told = read_incident(CLEAR, NOW)
    for name in ("place", "person", "impact", "police_reference"):
        start, end = told.spans[name][0]
        assert CLEAR[start:end] == getattr(told, name)
    start, end = told.spans["when"][0]
    assert told.when and CLEAR[start:end] == told.when.as_told


@pytest.mark.parametrize(
    "text",
    [
        "thank you, that is all for today",
        "hi",
        "what is a stalking protection order",
        "he didn't follow me this time",
        "  \u202e😶 “ \t",
        "",
        "/restart",
        "I want to stop now",
        "He did it again. He would not stop and he kept on at me the whole way and I want to write it down here.",
    ],
)
def test_what_is_not_told_stays_unknown(text: str) -> None:
    assert read_incident(text, NOW).to_dict() == {
        "when": None,
        "place": None,
        "behaviours": [],
        "person": None,
        "evidence_mentioned": [],
        "witnesses": None,
        "reported": None,
        "police_reference": None,
        "impact": None,
    }


@pytest.mark.parametrize(
    ("text", "behaviours"),
    [
        ("my ex kept ringing me all night saying he'd burn the house down", {"contact", "threats"}),
        ("a man on a bike started following me", {"following"}),
        ("she was stood across the road looking up at my bedroom", {"loitering", "watching_spying"}),
        ("he posted my nudes on twitter", {"publishing"}),
        ("He logged into my icloud and deleted my photos", {"monitoring_online"}),
        ("someone has been in my flat. things have been moved", {"interfering_property"}),
        ("He spat at me on the tram", {"violence"}),
        ("there was a rose on the bonnet of my car", {"gifts"}),
        ("He poured paint over my car", {"damage"}),
        ("she rang my boss and told him im a thief", {"approach_family_or_work"}),
        ("Someone reported my car to the DVLA as scrapped", {"false_reports"}),
        ("Found a tracker under my car", {"tracking_device"}),
        ("shes made a fake tinder of me", {"impersonation"}),
    ],
)
def test_each_behaviour_has_its_words(text: str, behaviours: set[str]) -> None:
    assert set(read_incident(text, NOW).behaviours) >= behaviours


@pytest.mark.parametrize(
    "text", ["I called my mum and she came to get me", "my friend texted me", "I am scared he will come to my work"]
)
def test_what_she_a_friend_or_her_fear_does_is_no_behaviour(text: str) -> None:
    assert read_incident(text, NOW).behaviours == ()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The man who runs the corner shop follows me", "The man who runs the corner shop"),
        ("a bloke I met on Hinge keeps sending flowers", "a bloke I met on Hinge"),
        ("Karen from accounts keeps leaving presents on my desk", "Karen from accounts"),
        ("My ex-boyfriend's sister keeps sending me abuse", "My ex-boyfriend's sister"),
        ("Steve was stood outside Morrisons", "Steve"),
        ("my brother in law slapped me", "my brother in law"),
        ("he posted my nudes, my mate Jess sent me screenshots", None),
        ("when i left work he was there. my manager walked me out", None),
        ("it was not my ex", None),
    ],
)
def test_the_one_who_did_it_is_named_in_her_words(text: str, person: str | None) -> None:
    assert read_incident(text, NOW).person == person


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He waits at the bus stop opposite the hospital", "the bus stop opposite the hospital"),
        ("Steve was stood outside Morrisons when I came out", "outside Morrisons"),
        ("a man followed me down Albert Road", "Albert Road"),
        ("He followed me into the toilets at Nandos in Derby", "the toilets at Nandos in Derby"),
        ("He turned up at my dad's funeral", "my dad's funeral"),
        ("some lad from the gym found me on strava", None),
        ("I am scared he will come to my work", None),
        ("the police took my statement at the police station", None),
    ],
)
def test_the_place_is_told_in_her_words(text: str, place: str | None) -> None:
    assert read_incident(text, NOW).place == place


@pytest.mark.parametrize(
    ("text", "witnesses", "reported"),
    [
        ("neighbours heard it and came out", True, None),
        ("Nobody saw it", False, None),
        ("My boss asked him to leave", True, None),
        ("I havent told the police", None, False),
        ("havent rang police coz last time they did nothing", None, False),
        ("The police came and took a statement", None, True),
        ("Should I report it to the police?", None, None),
        ("he rang the police on me and said i hit him", None, None),
        ("I was on my own at the bus shelter", None, None),
    ],
)
def test_yes_no_and_not_told_are_kept_apart(text: str, witnesses: bool | None, reported: bool | None) -> None:
    told = read_incident(text, NOW)
    assert (told.witnesses, told.reported) == (witnesses, reported)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("they gave me the ref 47/118823/26", "47/118823/26"),
        ("crime number is 13260104417", "13260104417"),
        ("the lady gave me log 512 of 3 February", "512 of 3 February"),
        ("ring me on 07700 900456", None),
    ],
)
def test_a_police_reference_is_kept_as_told(text: str, reference: str | None) -> None:
    assert read_incident(text, NOW).police_reference == reference


def test_two_days_and_hearsay_are_seen() -> None:
    told = read_incident("My neighbour told me he came on Monday and on Thursday", NOW)
    assert told.more_days and told.hearsay


def test_a_very_long_account_is_read_in_bounded_time() -> None:
    told = read_incident(CLEAR * 120, NOW)
    assert told.place and told.when


@pytest.mark.parametrize("text", ["I reported him to police on 101 and they gave me a number",
                                  "I have reported it to the police, they told me to wait"])
def test_her_own_report_is_no_false_report_about_her(text: str) -> None:
    assert "false_reports" not in read_incident(text, NOW).behaviours


def test_being_reported_is() -> None:
    assert "false_reports" in read_incident("I was reported to the council for keeping rats, it is a lie", NOW).behaviours
