"""Danger is heard by rule, whatever is put around it; a story about danger is not danger."""
from __future__ import annotations

import time

import pytest

from bot.safety import rules

DANGER = ["he is breaking my back window", "shes at the door with a knife", "someone is in my house and i am on my own",
          "he has got me by the throat",
          "im hiding in the wardrobe and i can hear him looking for me"]
CALM = ["Last month he kicked my door in and I called 999.", "When should I ring 999?", "He said he would kill me, that was in the spring.",
        "My ex followed me home from work on Tuesday.", "no, I am safe", "skip", "yes", "What happens if I call 999?", ""]


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_heard(text: str) -> None:
    assert rules.assess(text).level == "emergency"


@pytest.mark.parametrize("text", CALM)
def test_a_story_or_a_question_is_not_taken_over(text: str) -> None:
    assert rules.assess(text).level != "emergency"


@pytest.mark.parametrize("hide", [str.upper, str.title, lambda t: "/" + t, lambda t: "😱" * 30 + t, lambda t: t + "!" * 200,
                                  lambda t: "It was a long day. " * 600 + t + ".", lambda t: t + ". " + "It was a long day. " * 600,
                                  lambda t: (t + ". ") * 40, lambda t: f"   \n\n{t}\n"])
@pytest.mark.parametrize("text", DANGER)
def test_nothing_around_it_hides_it(text: str, hide: object) -> None:
    assert rules.assess(hide(text)).level == "emergency"  # type: ignore[operator]


@pytest.mark.parametrize("said,asked,level", [
    ("no, i am safe", "Are you in danger now?", "none"), ("yes", "Are you in danger now?", "emergency"),
    ("no", "Is it safe for you to write now?", "check"), ("no, I am safe", "Is it safe for you to write now?", "none"),
    ("yes", "Shall I save it?", "none"),
    ("999", None, "emergency"), ("emergency", None, "emergency"), ("999 please", "Who did this, if you know?", "emergency"),
    ("999", "Have you been able to tell anyone, like police or a friend?", "none"),
    ("i need help now", "When was this? A rough time is fine.", "emergency"),
])
def test_an_answer_is_read_with_its_question(said: str, asked: str, level: str) -> None:
    assert rules.assess(said, asked).level == level


def test_an_assessment_names_rules_and_no_words() -> None:
    found = rules.assess("he is breaking my back window and shouting marzipan")
    assert found.rules and all("marzipan" not in rule for rule in found.rules)


@pytest.mark.parametrize("filler", ["a" * 200_000, "é" * 200_000, "zqx" * 66_000, "helpmehewas" * 18_000, "a b " * 50_000, "a.b-c " * 33_000,
                                    " ".join(f"he was at my door {n}" for n in range(8_000))])
def test_a_text_of_200_000_characters_is_read_at_once_and_hides_nothing(filler: str) -> None:
    start = time.process_time()
    found = rules.assess(f"{filler}. {DANGER[0]}. {filler[:100]}")
    assert found.level == "emergency" and time.process_time() - start < 2


def test_a_text_that_was_read_once_is_judged_by_any_question() -> None:
    seen = rules.reading("999")
    assert seen(None).level == "emergency" and seen("Have you been able to tell anyone, like police or a friend?").level == "none"


# What sounds like danger and is none, each with danger that is said in nearly the same words.
NEAR_DANGER = [
    ("they keep coming to my shop", "they are coming to my shop"), ("They were coming to my house most weeks.", "they coming to my house"),
    ("offender is inside", "my ex is inside"), ("he's inside till november", "he's inside the house"),
    ("my ex is inside and phones me from prison", "he is inside, he got out of prison today"),
    ("she is inside for two years", "she is inside and is looking for me"),
    ("the replacement code has come in", "someone has come in"), ("a letter has come in about it", "he has come in the back door"),
    ("somebody got hold of my linkedin headshot", "somebody has got hold of me"), ("he got hold of the list", "he has got hold of the baby"),
    ("it has all got on top of him", "he has got on top of him"), ("everything got on top of me", "he got on top of me"),
    ("we use my son's computer in the front room", "my son's in the front room with a knife"),
    ("do you call the police", "can you call the police"), ("do i have to ring 999 twice", "ring 999"),
    ("are you going to send police to my house", "send police to my house"), ("are you coming to our house", "he is coming to our house"),
    ("register phone for 999 text how", "phone 999"), ("how do you text 999", "text 999 he is here"),
    ("i told the police now, ref 12345/26", "police now"), ("I have spoken to the police now", "need police now"),
    ("police now have the messages", "police now please"),
    ("Is one's petrol reimbursed if one goes to court", "she is pouring petrol on the step"),
    ("it's day 27 and i've only just opened the letter about my complaint", "he's just opened the window"),
    ("I have just arrived at work", "I have just arrived and he is here"),
    ("she's stopped coming to my class", "she's coming to my class now"), ("something's broken in me", "someone's broken in"),
    ("somebody has got hold of my rota", "somebody has got hold of my arm"),
    ("he's inside till the back end of next year", "he's inside and looking for me"),
    ("can you pass this on to the police now", "can you get the police now"), ("phone the police, not an emergency", "phone the police"),
    ("he's come at me eight separate times, the same fella", "he's coming at me, the same fella"),
    ("most of it is behind me now", "he is behind me now"), ("it is all behind me now", "they are all behind me now and it is him in front"),
]


@pytest.mark.parametrize("calm,danger", NEAR_DANGER)
def test_what_only_sounds_like_danger_asks_nothing_and_danger_in_its_words_is_heard(calm: str, danger: str) -> None:
    assert rules.assess(calm).level == "none" and rules.assess(danger).level == "emergency"


def test_how_an_order_ends_is_no_wish_to_die() -> None:
    assert rules.assess("how do we end it").signals == rules.assess("does somebody end it or does it run out").signals == ()
    assert rules.assess("how do i end it").signals == rules.assess("how do we end it all").signals == ("self_harm",)


@pytest.mark.parametrize("text", [
    "mae o yma", "Mae e yma nawr!", "maen nhw tu allan", "help mae'n torri i mewn", "mae rhywun yn y tŷ", "mae ganddo gyllell", "helpwch fi",
    "ffoniwch yr heddlu", "dw i mewn perygl", "mae'n fy nharo", "on jest tutaj", "pomocy, włamuje się", "Ratunku!", "ktoś jest w domu", "on ma nóż",
    "wali w drzwi", "bije mnie", "idzie po mnie", "zadzwoń na policję", "jestem w niebezpieczeństwie", "stoi pod drzwiami"])
def test_a_cry_for_help_in_welsh_or_polish_is_heard(text: str) -> None:
    assert rules.assess(text).level == "emergency"


@pytest.mark.parametrize("text", [
    "roedd o yma ddoe", "mae'n bwrw glaw", "mae mam yma gyda fi", "sut mae ffonio'r heddlu", "diolch yn fawr", "on nie jest tutaj",
    "wczoraj był pod drzwiami", "szukam pomocy prawnej", "czy on jest tutaj legalnie", "jestem w domu", "ma na imię Marek"])
def test_calm_welsh_and_polish_brings_no_card(text: str) -> None:
    assert rules.assess(text).level == "none"


def test_what_rules_a_match_out_at_the_beginning_does_so_nowhere_else() -> None:
    assert rules.assess("he hit me so hard and when i call now send police please").level == "emergency"


def test_being_on_edge_is_no_edge_to_jump_from() -> None:
    assert rules.assess("I'm on edge all day").signals == rules.assess("i am always on edge").signals == ()
    assert rules.assess("i am on the edge of the roof").level == rules.assess("im on the edge").level == "emergency"
