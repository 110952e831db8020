"""From the first message to a copy in her hands, with both servers running."""
from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest
from running import Running, Session

ACCOUNT = ("Yesterday at about 4pm my ex-boyfriend Callum Frayne followed me from the tram to the library in Harnley.\n"
           "He said  “you can't hide” & laughed <b>at me</b> 😟\n"
           "My friend Anjali saw it. I have screenshots. I told the police, the reference is 4417/12022026. I could not sleep.")


def test_she_writes_comes_back_corrects_and_takes_a_copy(own_server: Running) -> None:
    person = own_server.session()
    words = person.save(ACCOUNT)
    receipt = next(m for m in person.messages if m["type"] == "receipt")
    assert len(words.split()) == 5 and words in receipt["text"].split("\n")
    own_server.stop()
    own_server.start()
    again = Session(own_server.url, "2026-02-12T09:00:00+00:00")
    assert again.open(words).status_code == 200
    entry = again.diary()["entries"][0]
    assert entry["account"] == ACCOUNT and entry["version"] == 1 and entry["when"]["edtf"] == "2026-02-10"
    again.say("I want to correct my last entry. The time is wrong: it was about 6pm, not 4pm.")
    assert "check" in again.types()
    again.pick("Save this")
    copy = again.export("json").json()
    assert [e["version"] for e in copy["entries"]] == [2] and [v["version"] for v in copy["versions"]] == [1]
    assert copy["entries"][0]["account"] == ACCOUNT == copy["versions"][0]["account"]
    assert copy["entries"][0]["when"]["earliest"][:13] in ("2026-02-10T17", "2026-02-10T18")
    rows = list(csv.reader(io.StringIO(again.export("csv").content.decode("utf-8-sig"))))
    assert len(rows) == 2 and any(ACCOUNT in cell for cell in rows[1])


def test_the_pdf_holds_her_words(person: Session, tmp_path: Path) -> None:
    person.save("He waited by the blue gate at the allotment with a red bucket.")
    answer = person.export("pdf")
    (tmp_path / "copy.pdf").write_bytes(answer.content)
    text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "copy.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    assert "blue gate at the allotment with a red bucket" in " ".join(text.split())
    assert answer.headers["Content-Disposition"] == 'attachment; filename="notes-2026-02-11.pdf"'


def test_a_clear_account_needs_at_most_five_questions(person: Session) -> None:
    person.say("yes")
    person.say(ACCOUNT)
    questions = 0
    while "check" not in person.types():
        questions += 1
        person.say("no" if "anything else" in person.text() else "skip")
    assert questions <= 5


def test_an_unfinished_note_outlives_a_killed_server(own_server: Running) -> None:
    import signal

    person = own_server.session()
    person.say("yes")
    person.say("She rang my work again and asked for me by name.")
    for child in own_server.children():
        __import__("os").kill(child, signal.SIGKILL)
    own_server.stop(signal.SIGKILL)
    own_server.start()
    assert [d["account"] for d in person.diary()["drafts"]] == ["She rang my work again and asked for me by name."]
    person.say("no, that is all")
    assert person.diary()["drafts"][0]["asked"]


def test_a_question_in_the_middle_is_answered_and_the_note_goes_on(person: Session) -> None:
    person.say("yes")
    person.say("He was in the car park again.")
    person.pick("No, that is all")
    before = person.messages[-1]["text"].split("\n")[0]
    person.say("what is a stalking protection order?")
    assert person.types()[0] == "answer"
    assert person.messages[-1]["text"].split("\n")[0] == before
    assert all("protection order" not in a["answer"] for a in person.diary()["drafts"][0]["asked"])


def test_two_days_in_one_message_are_both_kept(person: Session) -> None:
    account = "On Monday he followed me to Tesco in his car. Then yesterday at 9pm he rang me 40 times and left voicemails."
    person.write(account)
    assert "more than one day" in person.text()
    person.pick("Save this")
    assert [e["account"] for e in person.diary()["entries"]] == [account]


def test_distress_in_the_middle_is_met_and_nothing_is_lost(person: Session) -> None:
    person.say("yes")
    person.say("He was in the car park again.")
    person.say("no, that is all")
    person.say("i cant stop crying, i cant cope with this any more")
    assert any("Samaritans" in m["text"] for m in person.messages)
    assert person.diary()["drafts"][0]["account"].startswith("He was in the car park again.")


def test_stop_and_carry_on(person: Session) -> None:
    person.say("yes")
    person.say("He was in the car park again.")
    person.say("stop")
    assert len(person.diary()["drafts"]) == 1
    person.say("carry on")
    assert "He was in the car park again." in person.text()


def test_a_line_is_changed_before_it_is_saved(person: Session) -> None:
    person.write("My ex-husband followed me from the bus stop yesterday.")
    person.pick("Change: Where")
    person.say("outside the swimming pool")
    assert "outside the swimming pool" in person.text() and "check" in person.types()
    person.pick("Save this")
    assert person.diary()["entries"][0]["place"] == "outside the swimming pool"


def test_skipped_unknown_and_private_answers_are_kept_apart(person: Session) -> None:
    person.say("yes")
    person.say("It happened again.")
    person.pick("No, that is all")
    said = iter(("I do not know", "I would rather not say", "Skip"))
    kept = []
    while "check" not in person.types():
        labels = [o["label"] for m in person.messages for o in m.get("options", [])]
        label = next(said, "Skip")
        label = label if label in labels else next(x for x in ("Skip", "Move on") if x in labels)
        kept.append(label)
        person.pick(label)
    answers = {a["answer"] for a in person.diary()["drafts"][0]["asked"]}
    assert "skipped" in answers and (("not known" in answers) == ("I do not know" in kept))


@pytest.mark.parametrize("text", ["/restart", "/session_start", "/ a thing that happened to me today in the park by the lake"])
def test_a_leading_slash_is_text(person: Session, text: str) -> None:
    person.say("yes")
    person.say(text)
    assert [d["account"] for d in person.diary()["drafts"]] == [text]


def test_an_emergency_with_a_leading_slash_is_one(person: Session) -> None:
    person.say("yes")
    person.say("/emergency")
    assert person.messages[0]["type"] == "crisis"


@pytest.mark.parametrize("text", ["qwerty zxc", "flurb", "please delete everything"])
def test_no_message_ends_a_session(person: Session, text: str) -> None:
    person.pick("Not right now")
    person.say(text)
    assert person.messages[-1]["type"] == "choices"
    person.say(text)
    person.say("i want to write something down")
    person.say("He was in the car park again.")
    assert [d["account"] for d in person.diary()["drafts"]] == ["He was in the car park again."]


def test_an_account_with_danger_in_it_gets_the_card_and_the_interview_goes_on_from_it(person: Session) -> None:
    account = "There is a man in my house right now, he came in when I was in the bath and he took my keys. I am hiding upstairs."
    person.say("yes")
    assert person.say(account)[0]["type"] == "crisis"
    person.pick("I am safe now. Carry on")
    assert [d["account"] for d in person.diary()["drafts"]] == [account] and "anything else" in person.text()


def test_controls_work_in_the_middle_of_a_note(person: Session) -> None:
    person.say("hello")
    assert person.messages[-1]["text"].startswith("Is it safe")
    person.say("yes")
    person.say("It happened again.")
    person.say("no, that is all")
    before = person.messages[-1]["text"]
    for words in ("can you repeat that", "what can I do here", "thanks"):
        assert person.say(words)[-1]["text"] == before
    person.say("skip")
    assert person.say("go back")[-1]["text"] == before
    person.say("delete this draft")
    person.say("yes")
    assert person.diary()["drafts"] == []


def test_a_note_is_taken_back_and_everything_is_erased(person: Session) -> None:
    words = person.save("He left a dead rat on the step.")
    person.say("withdraw that note")
    person.pick("Yes, take it back")
    assert [e["status"] for e in person.diary()["entries"]] == ["withdrawn"]
    person.say("erase everything")
    person.pick("Yes, erase everything")
    assert "cannot call those back" in person.say("erase everything")[0]["text"]
    assert person.send({"text": "hello"}).status_code in (401, 403)
    assert Session(person.url, person.now).open(words).status_code == 403
