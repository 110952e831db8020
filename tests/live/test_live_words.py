"""The five words, from the receipt to a reload."""
from __future__ import annotations

import requests
from running import Session


def page_of(person: Session) -> str:
    return requests.get(person.url, headers={"Cookie": f"notes={person.token}", "X-Test-Now": person.now}, timeout=30).text


def test_a_reload_shows_the_words_until_the_person_has_them(person: Session) -> None:
    person.write("He waited by the school gate again.")
    save = {"choice": person.messages[-1]["options"][0]["id"]}
    receipt = person.send(save, "save").json()["messages"][0]
    assert receipt["words"] in page_of(person)
    person.pick("Not yet")
    assert receipt["words"] in page_of(person)
    person.pick("Yes, I have them")
    page = page_of(person)
    assert receipt["words"] not in page and receipt["sha256"] in page
    again = person.send(save, "save")
    assert again.status_code == 200 and again.json()["messages"][0]["ref"] == receipt["ref"] and receipt["words"] not in again.text
