"""A button's label, typed as it stands, does what the button does: at every question, for every label."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from talk import NOW, Talk

from bot.conversation.body import Body
from bot.diary.interview.plan import GAP_FIELDS
from bot.diary.interview.prompts import prompts

BARE = "It happened again."
SAID = "He rang my mum about me. He left a note on my gate."
# How to get to each question that has buttons.
WAYS: dict[str, Any] = {
    "safety": lambda talk: talk,
    "more": lambda talk: talk.say("yes", "affirm").say(SAID),
    "tell_more": lambda talk: talk.told(SAID, "cue").pick("“He rang my mum about me”"),
    "source": lambda talk: talk.told("My mate told me he was seen again. Apparently it was bad.", "source"),
    "said": lambda talk: talk.told("He rang me again and again.", "said"),
    "cue": lambda talk: talk.told(SAID, "cue"),
    "kinds": lambda talk: talk.told("It happened again.", "kinds"),
    "add": lambda talk: talk.told(SAID).pick("Add to my words"),
    "change_what": lambda talk: talk.told(SAID).say("no", "deny"),
    "words": lambda talk: talk.told(SAID).pick("Save this"),
    "unfinished": lambda talk: talk.told(BARE, "where").say("stop", "stop").say("write something", "write"),
    "withdraw": lambda talk: talk.saved(SAID).say("withdraw that note", "remove"),
    "discard": lambda talk: talk.told(BARE, "where").say("delete this note", "remove"),
    "erase": lambda talk: talk.saved(SAID).say("erase everything", "remove"),
    "erase_type": lambda talk: talk.saved(SAID).say("erase everything", "remove").pick("Yes, erase everything"),
    "check": lambda talk: talk.told(SAID),
}
WAYS |= {gap: (lambda talk, gap=gap: talk.told("It happened again.", gap)) for gap in (*GAP_FIELDS,) if gap not in WAYS}
FIELDS = ("when", "place", "person", "behaviours", "evidence_mentioned", "witnesses", "reported", "police_reference", "impact")
WAYS |= {f"change_{name}": (lambda talk, n=n: talk.told(SAID).say("no", "deny").choose(talk.messages[-1]["options"][n]["id"])) for n, name in
         enumerate(("when", "place", "person", "behaviours", "evidence_mentioned", "witnesses", "reported", "police_reference", "impact"))}


def test_every_question_with_buttons_is_tried() -> None:
    assert {key for key, prompt in prompts().items() if prompt.options} == set(WAYS)


@pytest.mark.parametrize("question", sorted(WAYS))
def test_a_label_typed_is_its_button_pressed(talk: Talk, question: str) -> None:
    WAYS[question](talk)
    state = talk.replies.stands(talk.open)[0]
    options = [o for m in talk.messages for o in m.get("options", [])]
    assert state.prompt == question and {o["label"] for o in prompts()[question].options} <= {o["label"] for o in options}
    for option in options:
        pressed = Body(choice=(option["id"],)).said(state, NOW)
        assert pressed.parsed is not None
        for words in (option["label"], option["label"].lower(), f" {option['label']}. "):
            assert Body(text=words).said(state, NOW) == replace(pressed, label=words)


@pytest.mark.parametrize("question, words, kept", [
    ("where", "I would rather not say", "prefer not to say"), ("where", "not a clue love", "not known"),
    ("who", "id rather not", "prefer not to say"),
    ("who", "no idea who he is", "not known"), ("when", "couldnt tell you", "not known"), ("when", "I am not sure", "not known"),
    ("impact", "dont want to say", "prefer not to say"), ("impact", "leave that one", "skipped"), ("others", "pass", "prefer not to say"),
    ("told", "no comment", "prefer not to say"), ("keep", "next", "skipped"), ("kinds", "idk", "not known"), ("said", "cant remember", "not known"),
])
def test_no_answer_is_kept_as_what_it_is(talk: Talk, question: str, words: str, kept: str) -> None:
    talk.told("He rang me again and again." if question == "said" else "It happened again.", question)
    before = talk.drafts()[-1]
    talk.say(words)
    after = talk.drafts()[-1]
    assert (question, kept) in talk.asked() and talk.state()["prompt"] != question
    assert all(after[name] == before[name] for name in FIELDS)


def test_a_label_of_an_older_question_is_words(talk: Talk) -> None:
    talk.told("It happened again.", "where").say("Someone followed me")
    assert talk.state()["prompt"] == "who" and ("where", "Someone followed me") in talk.asked()


def test_a_phrase_of_hers_may_be_typed_or_pressed(talk: Talk) -> None:
    talk.told(SAID, "cue").say("he rang my mum about me")
    assert talk.state()["prompt"] == "tell_more"
