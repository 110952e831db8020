"""The real product, started as its command starts it, and spoken to as the page speaks to it."""
from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-02-11T10:30:00+00:00"
READY_SECONDS = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """`daybook serve` on a data folder; may be stopped and started again."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.data_dir, self.log, self.port = folder / "data", folder / "output.txt", free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._environ = {"DAYBOOK_TEST_CLOCK": "1", **environ}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Running:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(Path(sys.executable).parent / "daybook"), "serve"], cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
                env={**os.environ, **self._environ, "DATA_DIR": str(self.data_dir), "PORT": str(self.port), "HOST": "127.0.0.1"})
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended: {self.log.read_text()[-2000:]}")
            try:
                if requests.get(f"{self.url}/readyz", timeout=5).status_code == 200:
                    return self
            except requests.ConnectionError:
                pass
            wait_a_moment(0.2)
        raise AssertionError(f"not ready in {READY_SECONDS} s: {self.log.read_text()[-2000:]}")

    def stop(self, how: int = signal.SIGINT) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait(20)

    def children(self) -> list[int]:
        assert self.process is not None
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False).stdout
        return [int(pid) for pid in found.split()]

    def session(self, now: str = NOW) -> Session:
        return Session(self.url, now).begin()


def wait_a_moment(seconds: float) -> None:
    """Waits between two looks at a process that is starting; nothing is asserted on the time."""
    import select

    select.select([], [], [], seconds)


class Session:
    """One person's session."""

    def __init__(self, url: str, now: str = NOW) -> None:
        self.url, self.now, self.token = url, now, ""
        self.messages: list[dict[str, Any]] = []

    def headers(self, **more: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "X-Test-Now": self.now, **more}

    def begin(self) -> Session:
        return self._take(requests.post(f"{self.url}/api/session", json={"lang": "en"}, headers={"X-Test-Now": self.now}, timeout=30))

    def open(self, words: str) -> requests.Response:
        answer = requests.post(f"{self.url}/api/open", json={"words": words}, headers={"X-Test-Now": self.now}, timeout=30)
        if answer.status_code == 200:
            self._take(answer)
        return answer

    def send(self, body: dict[str, Any], key: str | None = None) -> requests.Response:
        headers = self.headers(**{"Idempotency-Key": key or str(uuid.uuid4())})
        answer = requests.post(f"{self.url}/api/messages", json=body, headers=headers, timeout=60)
        if answer.status_code == 200:
            self.messages = answer.json()["messages"]
        return answer

    def say(self, text: str) -> list[dict[str, Any]]:
        answer = self.send({"text": text})
        assert answer.status_code == 200, answer.text
        return self.messages

    def pick(self, label: str) -> list[dict[str, Any]]:
        options = [o for m in self.messages for o in m.get("options", [])] + \
                  [{"id": r["change"], "label": f"Change: {r['label']}"} for m in self.messages for r in m.get("rows", [])]
        chosen = next(o["id"] for o in options if o["label"] == label)
        answer = self.send({"choice": chosen})
        assert answer.status_code == 200, answer.text
        return self.messages

    def diary(self) -> dict[str, Any]:
        answer = requests.get(f"{self.url}/api/diary", headers=self.headers(), timeout=30)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def export(self, kind: str) -> requests.Response:
        return requests.post(f"{self.url}/api/export", json={"format": kind, "entries": None}, headers=self.headers(), timeout=60)

    def types(self) -> list[str]:
        return [m["type"] for m in self.messages]

    def text(self) -> str:
        return "\n".join(m["text"] for m in self.messages)

    def write(self, account: str) -> Session:
        """To the check card: the account, then a skip of every question."""
        self.say("yes")
        self.say(account)
        self.pick("No, that is all")
        for _ in range(20):
            if "check" in self.types():
                return self
            self.say("skip")
        raise AssertionError(f"no check card came: {self.text()}")

    def save(self, account: str) -> str:
        """To a receipt; the five words."""
        self.write(account).pick("Save this")
        return str(next(m for m in self.messages if m["type"] == "receipt")["words"])

    def _take(self, answer: requests.Response) -> Session:
        assert answer.status_code in (200, 201), answer.text
        self.token, self.messages = answer.json()["token"], answer.json()["messages"]
        return self
