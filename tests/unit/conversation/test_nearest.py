"""Where it is not sure what was asked, what else may have been meant is offered; where nothing was found, the nearest and the helpline."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.knowledge.load import Knowledge

TITLES = {name: topic.title for name, topic in Knowledge.load().topics.items()}


def labels(talk: Talk) -> list[str]:
    return [option["label"] for option in talk.messages[0].get("options", [])]


def test_an_unsure_answer_offers_what_else_may_have_been_meant(talk: Talk) -> None:
    talk.mind.topic_shares = {"stalking_law": 0.85, "spo_test": 0.06, "bot_cost": 0.04, "four": 0.03, "tell_work": 0.001}
    talk.say("what is it in law", "ask")
    assert labels(talk)[:2] == [TITLES["spo_test"], TITLES["bot_cost"]] and TITLES["tell_work"] not in labels(talk)
    assert len(labels(talk)) == len(set(labels(talk)))
    assert talk.pick(TITLES["spo_test"]).messages[0]["topic"] == "spo_test"


def test_where_two_things_may_be_meant_both_are_answered_and_it_says_so(talk: Talk) -> None:
    talk.mind.topic_shares = {"stalking_law": 0.5, "spo_test": 0.3, "bot_cost": 0.1}
    talk.say("what is it in law", "ask")
    assert [m.get("topic") for m in talk.messages[:3]] == [None, "stalking_law", "spo_test"]
    assert "which of two things" in talk.messages[0]["text"]
    assert TITLES["spo_test"] not in [option["label"] for option in talk.messages[1]["options"]]
    assert talk.state()["answered"] == "stalking_law"


@pytest.mark.parametrize("shares", [{"stalking_law": 0.85, "spo_test": 0.15}, {"stalking_law": 0.5, "spo_test": 0.1}, {}])
def test_one_answer_is_enough_where_it_is_likely_or_nothing_else_is(talk: Talk, shares: dict[str, float]) -> None:
    talk.mind.topic_shares = shares
    assert [m["type"] for m in talk.say("what is it in law", "ask").messages].count("answer") == 1


def test_a_sure_answer_offers_nothing_else(talk: Talk) -> None:
    talk.mind.topic_shares = {"stalking_law": 0.95, "bot_cost": 0.04}
    assert TITLES["bot_cost"] not in labels(talk.say("what is it in law", "ask"))


def test_what_is_not_followed_gets_the_nearest_three_and_the_helpline(talk: Talk) -> None:
    talk.saved("It happened again.").mind.topic_shares = {"four": 0.1, "spo_test": 0.3, "bot_cost": 0.2, "tell_work": 0.05}
    talk.say("blimey what now", "out_of_scope")
    shown = [option["label"] for option in talk.messages[1]["options"]]
    assert shown == [TITLES["spo_test"], TITLES["bot_cost"], TITLES["four"], "National Stalking Helpline"]
    assert talk.messages[1]["text"].endswith("\n".join(shown))


def test_where_nothing_is_near_nothing_is_offered(talk: Talk) -> None:
    assert talk.saved("It happened again.").say("blimey what now", "out_of_scope").types() == ["text", "choices"]
