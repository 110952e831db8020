"""What she types stands nowhere in the clear."""
from __future__ import annotations

import os
import signal
from pathlib import Path

import requests
from running import Running, Session

CANARIES = ("zephyrinth", "quokkaplum", "brumblewick", "thistlecroft", "wobbegong")


def test_a_phrase_typed_on_every_path_is_found_nowhere(own_server: Running, tmp_path: Path) -> None:
    person = own_server.session()
    words = person.save(f"He called me a {CANARIES[0]} outside the shop.")
    person.say(f"what is a {CANARIES[1]} order?")
    person.say(f"/{CANARIES[2]} is what he wrote")
    broken = person.headers(**{"Idempotency-Key": "k", "Content-Type": "application/json"})
    requests.post(f"{person.url}/api/messages", data=f'{{"text": "{CANARIES[3]}', headers=broken, timeout=10)
    os.kill(own_server.children()[0], signal.SIGKILL)
    person.send({"text": f"He said {CANARIES[4]} to me in the lift this morning."})
    for kind in ("json", "csv", "pdf"):
        person.export(kind)
    Session(own_server.url).open(f"{CANARIES[4]} a b c d")
    own_server.stop()
    kept = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert {p.name for p in kept} >= {"daybook.db", "keys.json", "output.txt"}
    for path in kept:
        content = path.read_bytes().lower()
        for phrase in (*CANARIES, words, person.token.lower()):
            assert phrase.encode() not in content, f"{path.name} holds what was typed"
