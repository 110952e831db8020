"""Danger comes first: at every question of the form, and with everything behind the page gone."""
from __future__ import annotations

import os
import shutil
import signal
import subprocess
import uuid
from typing import Any

import pytest
import requests
import yaml
from running import ROOT, Running, Session, wait_a_moment

EMERGENCY = "he is smashing the front door in right now"
FORM = list(yaml.safe_load((ROOT / "bot/diary/interview/prompts.yml").read_text("utf-8")))
WALKED = {"safety", "account", "more", "cue", "tell_more", "when", "where", "who", "said", "kinds", "others", "source", "impact", "keep", "told",
          "check", "add", "change_what", "words", "unfinished"} | {f for f in FORM if f.startswith("change_")}


def ask(person: Session) -> str:
    """The first line of the question that is open."""
    return str(person.messages[-1]["text"].split("\n")[0])


def facts(diary: dict[str, Any]) -> list[dict[str, Any]]:
    """The drafts without her words."""
    return [{k: v for k, v in draft.items() if k not in ("account", "asked")} for draft in diary["drafts"]]


def interrupted(person: Session) -> str:
    """Types an emergency at the open question: the card comes, and the question is put again afterwards. Its words are kept, and
    answer nothing."""
    before, question = person.diary(), ask(person)
    person.say(EMERGENCY)
    card = person.messages[0]
    assert card["type"] == "crisis" and card["kind"] == "emergency" and "999" in card["text"] and "55" in card["text"]
    assert person.diary()["entries"] == before["entries"]
    if before["drafts"]:
        after = person.diary()
        assert facts(after)[:len(before["drafts"])] == facts(before), f"the emergency was taken as an answer to {question!r}"
        # What is happening now has at most one note of its own, with nothing read out of it yet.
        apart = after["drafts"][len(before["drafts"]):]
        assert [draft["account"] for draft in apart] in ([], [EMERGENCY]) and not any(draft["behaviours"] for draft in apart)
        assert EMERGENCY in str(person.diary()["drafts"])
    person.pick("I am safe now. Carry on")
    return question


def test_the_emergency_interrupts_every_question(person: Session) -> None:
    texts = {p["text"].split("{")[0] for p in yaml.safe_load((ROOT / "bot/diary/interview/prompts.yml").read_text("utf-8")).values()}
    met = set()

    def look() -> None:
        met.add(interrupted(person))

    interrupted(Session(person.url).begin())
    person.say("yes")
    look()
    person.say("My cousin told me he texted her about me again.")
    for _ in range(20):
        look()
        if "check" in person.types():
            break
        if person.messages[-1]["options"][-1]["label"] == "Move on" and "tell_more" not in met:
            met.add("tell_more")
            person.send({"choice": person.messages[-1]["options"][0]["id"]})
        else:
            person.say("skip")
    for row in [r["label"] for r in person.messages[-1]["rows"]]:
        person.pick(f"Change: {row}")
        look()
        person.say("skip")
    person.pick("Save this")
    look()
    assert len(met) >= 18, met
    assert texts


@pytest.mark.parametrize("prompt", sorted(WALKED))
def test_every_question_of_the_form_steps_back_for_danger(prompt: str) -> None:
    """What the walk above cannot reach is held here: the form takes no emergency, at any question."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    form = domain["forms"]["diary_form"]
    assert prompt in form["required_slots"]
    assert {"emergency", "self_harm"} <= set(form["ignored_intents"])


def test_the_card_comes_with_the_action_server_killed(own_server: Running) -> None:
    person = own_server.session()
    os.kill(own_server.children()[0], signal.SIGKILL)
    person.say(EMERGENCY)
    assert person.types()[0] == "crisis"


def test_the_action_server_ends_when_the_page_is_killed(own_server: Running) -> None:
    assert own_server.process is not None
    child = own_server.children()[0]
    own_server.process.kill()
    own_server.process.wait(20)
    for _ in range(100):
        if subprocess.run(["ps", "-o", "stat=", "-p", str(child)], capture_output=True, text=True, check=False).stdout.strip() in ("", "Z"):
            break
        wait_a_moment(0.1)
    else:
        os.kill(child, signal.SIGKILL)
        raise AssertionError("the action server outlived the page")


def test_the_card_comes_with_the_database_gone(own_server: Running) -> None:
    person = own_server.session()
    for file in own_server.data_dir.glob("daybook.db*"):
        file.unlink()
    os.mkdir(own_server.data_dir / "daybook.db")
    answer = person.send({"text": EMERGENCY}, str(uuid.uuid4()))
    assert answer.status_code == 200 and answer.json()["messages"][0]["type"] == "crisis"
    page = {"headers": {"Cookie": f"notes={person.token}", "X-Test-Now": person.now}, "timeout": 30}
    card = requests.post(person.url, data={"text": EMERGENCY}, **page)
    assert card.status_code == 200 and "999" in card.text and "55" in card.text and "\"kind\">Emergency" in card.text
    assert person.send({"text": "hello"}).status_code == 503
    refused = requests.post(person.url, data={"text": "He <left> a note"}, **page)
    assert refused.status_code == 503 and "He &lt;left&gt; a note" in refused.text
    shutil.rmtree(own_server.data_dir / "daybook.db")


def test_a_failed_turn_says_999_and_can_be_sent_again(own_server: Running) -> None:
    person = own_server.session()
    os.kill(own_server.children()[0], signal.SIGSTOP)
    os.kill(own_server.children()[0], signal.SIGKILL)
    key, account = str(uuid.uuid4()), "He left a box on the step this morning."
    first = person.send({"text": account}, key)
    if first.status_code != 200:
        assert first.status_code == 503 and "999" in first.json()["error"]["message"]
    own_server.stop()
    own_server.start()
    assert person.send({"text": account}, key).status_code == 200
    assert [d["account"] for d in person.diary()["drafts"]] == [account]
