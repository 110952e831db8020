"""Danger is heard by rule, whatever is put around it; a story about danger is not danger."""
from __future__ import annotations

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
    ("yes", "Shall I save it?", "none"), ("i need help now", "When was this? A rough time is fine.", "emergency"),
])
def test_an_answer_is_read_with_its_question(said: str, asked: str, level: str) -> None:
    assert rules.assess(said, asked).level == level


def test_an_assessment_names_rules_and_no_words() -> None:
    found = rules.assess("he is breaking my back window and shouting marzipan")
    assert found.rules and all("marzipan" not in rule for rule in found.rules)
