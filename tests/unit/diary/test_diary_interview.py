"""The diary conversation: what is asked, what is kept, and what is never lost."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from bot.diary.diary import Diary
from bot.diary.interview.interview import Interview
from bot.diary.interview.turn import Outcome, Turn
from bot.diary.sessions import Open
from bot.diary.storage.engine import Factory

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)
ACCOUNT = "He was in the car park again."
TWO_DAYS = "On Monday he followed me to Tesco in his car. Then yesterday at 9pm he rang me 40 times and left voicemails."


class Person:
    """Somebody at the other end; `open` holds what was said last and which question is open."""

    def __init__(self, diary: Diary) -> None:
        self.diary, self._interview = diary, Interview(diary)
        self.open = Outcome()

    def say(self, text: str, intent: str = "tell") -> Outcome:
        return self._take(intent, text=text)

    def pick(self, intent: str, *values: str, **more: Any) -> Outcome:
        return self._take(intent, values=values, label="An option", **more)

    def to_check(self) -> Outcome:
        for _ in range(20):
            if self.open.prompt == "check":
                return self.open
            self.pick("skip")
        raise AssertionError(f"no check: {self.open}")

    def lines(self) -> list[str]:
        return [outline.get("line", outline["say"]) for outline in self.open.says]

    def asked(self) -> list[tuple[str, str]]:
        return [(a["prompt"].rsplit(".", 1)[0], a["answer"]) for a in self.draft()["asked"]]

    def draft(self) -> dict[str, Any]:
        return self.diary.drafts()[-1]

    def _take(self, intent: str, text: str = "", **more: Any) -> Outcome:
        asked = {"prompt": self.open.prompt, "entry": self.open.entry, "cue": self.open.cue}
        self.open = self._interview.take(Turn(intent, text, NOW, **{**asked, **more}))
        return self.open


@pytest.fixture
def person(factory: Factory, open_: Open) -> Iterator[Person]:
    with factory.begin() as db:
        one = Person(Diary(db, open_.diary_id, open_.diary_key))
        one.open = Outcome([], "safety")
        yield one


@pytest.fixture
def telling(person: Person) -> Person:
    person.pick("affirm")
    person.say(ACCOUNT)
    return person


def test_the_rules_of_telling_come_before_the_account(person: Person) -> None:
    assert person.pick("affirm").prompt == "account"
    assert person.lines() == ["ground_rules"]


def test_somebody_who_is_not_safe_is_asked_nothing_more(person: Person) -> None:
    assert person.pick("deny").prompt is None
    assert person.lines() == ["not_safe_now"]


def test_an_account_told_at_once_is_kept_before_anything_is_asked(person: Person) -> None:
    person.say(ACCOUNT)
    assert person.draft()["account"] == ACCOUNT
    assert person.open.prompt == "more"


def test_more_is_added_below_and_what_was_there_stays(telling: Person) -> None:
    telling.say("He had a red bucket.")
    assert telling.draft()["account"] == f"{ACCOUNT}\nHe had a red bucket."


def test_a_skipped_question_is_kept_as_skipped_and_not_put_again(telling: Person) -> None:
    telling.to_check()
    prompts = [p for p, _ in telling.asked()]
    assert len(prompts) == len(set(prompts))
    assert ("when", "skipped") in telling.asked()


@pytest.mark.parametrize("intent, answer", [("not_known", "not known"), ("prefer_not", "prefer not to say"), ("skip", "skipped")])
def test_no_answer_is_told_apart_from_no_question(telling: Person, intent: str, answer: str) -> None:
    while telling.open.prompt != "when":
        telling.pick("skip")
    telling.pick(intent)
    assert ("when", answer) in telling.asked()
    assert telling.draft()["when"] is None


def test_a_date_that_cannot_be_read_is_asked_for_once_more_and_never_again(telling: Person) -> None:
    while telling.open.prompt != "when":
        telling.pick("skip")
    assert telling.say("the day the bins go out").prompt == "when"
    assert telling.lines() == ["when_not_read"]
    assert telling.say("you know, bin day").prompt != "when"
    assert ("when", "the day the bins go out") in telling.asked()


def test_what_the_account_says_is_not_asked_for(person: Person) -> None:
    person.say("Yesterday at 4pm my ex-boyfriend Callum Frayne followed me to the library in Harnley. My friend Anjali saw it.")
    person.to_check()
    assert not {"when", "where", "who", "kinds", "others"} & {p for p, _ in person.asked()}


def test_two_days_in_one_message_are_both_kept_and_she_is_told(person: Person) -> None:
    person.say(TWO_DAYS)
    person.to_check()
    assert person.draft()["account"] == TWO_DAYS
    assert person.lines() == ["more_than_one_day"]
    person.pick("affirm")
    assert person.diary.entries()[0]["account"] == TWO_DAYS


def test_one_day_is_not_called_more(telling: Person) -> None:
    telling.to_check()
    telling.pick("affirm")
    assert telling.lines() == ["receipt"]


def test_a_question_that_was_never_put_says_so(telling: Person) -> None:
    telling.to_check()
    telling.pick("affirm")
    answers = {a["answer"] for a in telling.diary.entries()[0]["asked"]}
    assert answers <= {"skipped", "not asked"} and "skipped" in answers


def test_stop_keeps_the_note_and_carry_on_comes_back_to_it(telling: Person) -> None:
    telling.say("stop", "stop")
    assert telling.lines() == ["kept_unfinished", "gone_if_you_leave", "menu"]
    assert telling.say("carry on", "carry_on").says == [{"say": "unfinished", "entry": telling.draft()["id"]}]


def test_writing_anew_offers_the_unfinished_note_first(telling: Person) -> None:
    telling.say("stop", "stop")
    assert telling.pick("write").prompt == "unfinished"
    assert telling.pick("write").prompt == "account"


def test_a_correction_is_a_new_version_and_the_account_stays(telling: Person) -> None:
    telling.to_check()
    telling.pick("affirm")
    telling.say("It was 6pm, not 4pm. I want to change the time.", "correct")
    assert telling.open.prompt in ("check", "change_when")
    if telling.open.prompt == "change_when":
        telling.say("yesterday at 6pm")
    telling.pick("affirm")
    assert [e["version"] for e in telling.diary.entries()] == [2]
    assert [v["account"] for v in telling.diary.versions()] == [ACCOUNT]


def test_a_correction_with_nothing_saved_says_so(person: Person) -> None:
    person.say("the place is wrong", "correct")
    assert person.lines() == ["nothing_to_change", "menu"]


def test_the_words_are_shown_until_she_says_she_has_them(telling: Person) -> None:
    telling.to_check()
    assert telling.pick("affirm").prompt == "words"
    assert telling.say("hang on", "stop").prompt == "words"
    assert telling.pick("affirm").prompt is None
    assert telling.lines() == ["words_kept", "after"]
