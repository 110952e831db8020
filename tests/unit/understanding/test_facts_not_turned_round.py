"""What is denied, thrown away, unsure or somebody else's is never kept as the opposite, however sure a reader is."""
from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.answers import read_answer, read_besides
from bot.understanding.incident import read_incident
from bot.understanding.noticed import HEADS

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")
SURE = dict.fromkeys(HEADS, 9.0)


@pytest.mark.parametrize("text", ["He texted me do you want to die? Can the police help you now? lol",
                                  "my ex is a police officer and he looked me up on the police computer", "the police station is on his road"])
def test_that_there_are_police_is_no_report(text: str) -> None:
    assert read_incident(text, NOW, noticed={"reported yes": 9.0}).reported is None


@pytest.mark.parametrize("text", ["Police seized the glasses.", "the officer wrote it all down", "I went down the station with it"])
def test_what_the_police_did_with_it_may_be_one(text: str) -> None:
    assert read_incident(text, NOW, noticed={"reported yes": 9.0}).reported is True


@pytest.mark.parametrize("text, kind", [("I dont have any screenshots", "screenshots"), ("I deleted the messages", "messages"),
                                        ("i binned the card", "letter"), ("I got rid of the letters", "letter"),
                                        ("the texts got wiped when I changed phone", "messages"),
                                        ("there is cctv but it wasn't working", "cctv"), ("no photos", "photo")])
def test_what_she_has_not_is_no_evidence_however_sure_a_reader_is(text: str, kind: str) -> None:
    assert read_incident(text, NOW).evidence_mentioned == ()
    assert kind not in read_incident(text, NOW, noticed=SURE).evidence_mentioned
    assert read_answer("keep", text, NOW) == {"evidence_mentioned": ()}


@pytest.mark.parametrize("text, kind", [("I have not deleted any of the texts", "messages"), ("I didn't delete the voicemails", "voicemail"),
                                        ("I screenshotted it before he deleted it", "screenshots"),
                                        ("I haven't thrown away the flowers", "gift_item"),
                                        ("I deleted the app but I have the messages", "messages")])
def test_what_she_did_not_throw_away_is_there(text: str, kind: str) -> None:
    assert kind in read_incident(text, NOW).evidence_mentioned


@pytest.mark.parametrize("text, told", [("police no", False), ("police, no", False), ("the police? no", False),
                                        ("police - nope but i told my mum", False),
                                        ("police not yet", False), ("police no 44/998877/26", True), ("I told the police, no reference yet", True)])
def test_police_no_is_no_number(text: str, told: bool) -> None:
    assert read_answer("told", text, NOW)["reported"] is told


@pytest.mark.parametrize("text", ["I have no crime number", "I dont have a crime number yet", "I haven't been given a crime reference number"])
def test_a_number_she_has_not_is_no_report(text: str) -> None:
    assert read_incident(text, NOW).reported is None


def test_a_no_about_something_else_denies_no_report() -> None:
    assert read_incident("I didn't sleep so I rang the police", NOW).reported is True


@pytest.mark.parametrize("text, none", [
    ("he told the police I was stalking him", "following"), ("she said I was following her", "following"),
    ("we were watching tv when the phone rang", "watching_spying"), ("I was watching him from the window", "watching_spying"),
    ("Becky from HR keeps liking my old instagram photos", "interfering_property"),
    ("Becky keeps liking my photos and yesterday she emailed my boss", "publishing"),
])
def test_what_she_does_herself_is_not_done_to_her(text: str, none: str) -> None:
    assert none not in read_incident(text, NOW).behaviours


@pytest.mark.parametrize("text, kind", [
    ("he was stalking me", "following"), ("I saw him following me", "following"), ("we were followed by him", "following"),
    ("I was being watched by a man", "watching_spying"), ("he kept my passport", "interfering_property"),
    ("he emailed nude photos of me to my boss", "publishing"), ("I was getting texts all night", "contact"),
])
def test_what_is_done_to_her_still_is(text: str, kind: str) -> None:
    assert kind in read_incident(text, NOW).behaviours


@pytest.mark.parametrize("text, person", [
    ("my late husband bought me this phone and now a man rings it every night", "my late husband"),
    ("will social services take my kids if i report", "will"), ("will he get arrested", "will"),
    ("Jo, she is being stalked by her old boss", "Jo"),
])
def test_who_did_nothing_is_not_who_did_it(text: str, person: str) -> None:
    assert read_incident(text, NOW).person != person


@pytest.mark.parametrize("text, person", [
    ("Jo, she is being stalked by her old boss", "her old boss"), ("my friend Jo is being stalked by her old boss, he came to hers", "her old boss"),
    ("My sister is being harassed by Mark Thomas", "Mark Thomas"), ("I am being followed by a man in a red car", "a man in a red car"),
    ("My late sister's boy Stuart was at my door again", "My late sister's boy Stuart"), ("will keeps texting me", "will"),
])
def test_by_whom_it_is_done_is_who_did_it(text: str, person: str) -> None:
    assert read_incident(text, NOW).person == person


@pytest.mark.parametrize("text", ["he came really close", "on my way to Victoria Park he was there", "he pushed me up against the wall"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert read_incident(text, NOW).place is None


@pytest.mark.parametrize("text, place", [
    ("he pushed me against the wall outside Boots", "the wall outside Boots"),
    ("on my way to work he was waiting outside the Spar", "outside the Spar"),
    ("he was leaning against my wall", "against my wall"), ("On Monday he came out of work Darren and shouted at me", "work"),
])
def test_what_is_one_is_read_without_the_rest(text: str, place: str) -> None:
    assert read_incident(text, NOW).place == place


@pytest.mark.parametrize("prompt, text", [(prompt, text) for prompt, name in (("where", "place"), ("who", "person"), ("impact", "impact"))
                                          for text in ("no", "yes", "ok", "nope", "none", "not really", "k", "nobody", "nothing")])
def test_a_bare_answer_is_no_words(prompt: str, text: str) -> None:
    assert not any(read_answer(prompt, text, NOW).values())


@pytest.mark.parametrize("prompt, text, field, value", [
    ("where", "No 14 Elm Road", "place", "No 14 Elm Road"), ("where", "no, it was at home", "place", "it was at home"),
    ("where", "North Road", "place", "North Road"),
    ("who", "Noel", "person", "Noel"), ("who", "no, Craig", "person", "Craig"),
    ("impact", "no sleep", "impact", "no sleep"), ("impact", "im fine", "impact", "im fine"),
])
def test_what_only_begins_like_one_is_the_answer(prompt: str, text: str, field: str, value: str) -> None:
    assert read_answer(prompt, text, NOW)[field] == value


def test_who_may_have_seen_it_did_not_do_it() -> None:
    assert read_besides("others", "could be my neighbour", NOW)["person"] is None
    assert read_besides("where", "nowhere near my house", NOW)["place"] is None
