"""`make bench`: Daybook beside the stock bot of `rasa init`, on the same machine in the same run. Figures are ratios."""
from __future__ import annotations

import concurrent.futures
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))
from running import NOW, ROOT, Running, Session, free_port, wait_a_moment  # noqa: E402

BIN = Path(sys.executable).parent
TURNS, PEOPLE, TURNS_EACH = 60, 30, 6
STOCK = ("hello", "i am sad", "yes", "that was great", "goodbye")
OURS = ("what is a stalking protection order", "who can i talk to", "hello", "thank you", "what should i write down")
Send = Callable[[str], Any]


def main() -> None:
    """Prints one table."""
    with tempfile.TemporaryDirectory() as folder:
        say("Training the stock bot ...")
        stock, stock_url, stock_training = start_stock(Path(folder) / "stock")
        say("Starting Daybook ...")
        ours = Running(Path(folder) / "daybook").start()
        try:
            rows = compare(stock_url, ours) + of_daybook(ours)
        finally:
            ours.stop()
            stock.terminate()
            stock.wait(30)
        rows.append(("training from nothing, s (stock: " + f"{stock_training:.0f})", f"{training(Path(folder)):.0f}", "<= 90"))
    width = max(len(row[0]) for row in rows)
    for name, figure, floor in rows:
        print(f"{name:{width}}  {figure:>8}  floor {floor}")


def start_stock(folder: Path) -> tuple[subprocess.Popen[bytes], str, float]:
    """The bot of `rasa init`, trained and served by its own commands."""
    quiet: dict[str, Any] = {"env": {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    folder.mkdir()
    subprocess.run([BIN / "rasa", "init", "--no-prompt", "--init-dir", folder], check=True, **quiet)
    for model in (folder / "models").glob("*"):
        model.unlink()
    began = time.perf_counter()
    subprocess.run([BIN / "rasa", "train", "--force"], cwd=folder, check=True, **quiet)
    took, port = time.perf_counter() - began, free_port()
    process = subprocess.Popen([str(BIN / "rasa"), "run", "-i", "127.0.0.1", "-p", str(port), "--enable-api"], cwd=folder, **quiet)
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            if requests.get(f"{url}/status", timeout=5).status_code == 200:
                break
        except requests.ConnectionError:
            pass
        wait_a_moment(0.5)
    return process, url, took


def stock_person(url: str) -> Send:
    """Somebody who talks to the stock bot."""
    sender, web = uuid.uuid4().hex, requests.Session()
    return lambda text: web.post(f"{url}/webhooks/rest/webhook", json={"sender": sender, "message": text}, timeout=60).raise_for_status()


def our_person(url: str) -> Send:
    """Somebody who talks to Daybook."""
    session, web = Session(url).begin(), requests.Session()

    def send(text: str) -> None:
        headers = session.headers(**{"Idempotency-Key": uuid.uuid4().hex})
        web.post(f"{url}/api/messages", json={"text": text}, headers=headers, timeout=60).raise_for_status()

    return send


def compare(stock_url: str, ours: Running) -> list[tuple[str, str, str]]:
    """Latency of one person, and messages a second of thirty, turn by turn beside each other."""
    one, other = stock_person(stock_url), our_person(ours.url)
    for n in range(10):
        one(STOCK[n % len(STOCK)])
        other(OURS[n % len(OURS)])
    stock_ms, our_ms = [], []
    for n in range(TURNS):
        stock_ms.append(timed(one, STOCK[n % len(STOCK)]))
        our_ms.append(timed(other, OURS[n % len(OURS)]))
    rates = [rate(lambda: stock_person(stock_url), STOCK), rate(lambda: our_person(ours.url), OURS)]
    a, b = statistics.median(stock_ms), statistics.median(our_ms)
    return [(f"turn latency p50, against stock ({b:.0f} ms to {a:.0f} ms)", f"{b / a:.2f} x", "<= 1.0 x"),
            (f"messages a second of {PEOPLE} people, against stock ({rates[1]:.0f} to {rates[0]:.0f})", f"{rates[1] / rates[0]:.2f} x", ">= 1.5 x")]


def of_daybook(ours: Running) -> list[tuple[str, str, str]]:
    """What has no counterpart in the stock bot."""
    person = our_person(ours.url)
    danger = sorted(timed(person, "he is kicking my back door in right now") for _ in range(40))
    return [("emergency card p95, ms, over HTTP", f"{danger[int(len(danger) * 0.95)]:.0f}", "<= 20 on the server"),
            ("turn of a diary with 5,000 entries, against 10", f"{long_diary(ours):.2f} x", "<= 1.2 x")]


def long_diary(ours: Running) -> float:
    """Turns of the interview in a short diary and in a long one; the long one is filled through the ledger itself."""
    medians = []
    for entries in (10, 5000):
        session = Session(ours.url).begin()
        fill(ours, session.token, entries)
        took = []
        for _ in range(12):
            session.say("I want to write something down")
            took.append(timed(session.say, "He waited at the corner of the road again this morning."))
            took.append(timed(session.say, "no that is all"))
            took.append(timed(session.say, "stop"))
        medians.append(statistics.median(took))
    return medians[1] / medians[0]


def fill(ours: Running, token: str, entries: int) -> None:
    """Puts entries into a session's diary."""
    from datetime import datetime

    from bot.diary.diary import Diary
    from bot.diary.keys import load_keys
    from bot.diary.sessions import Sessions
    from bot.diary.storage.engine import open_database

    now = datetime.fromisoformat(NOW)
    factory = open_database(f"sqlite:///{ours.data_dir / 'daybook.db'}")
    open_ = Sessions(factory, load_keys(ours.data_dir, {})[0]).find(token, now)
    for start in range(0, entries, 250):
        with factory.begin() as db:
            diary = Diary(db, open_.diary_id, open_.diary_key)
            for _ in range(min(250, entries - start)):
                draft = diary.new_draft()
                draft.update(account="The same car stood opposite for an hour.", _={})
                diary.save_draft(draft)
                diary.seal_draft(draft["id"], now)


def rate(make: Callable[[], Send], texts: tuple[str, ...]) -> float:
    """Messages a second while PEOPLE type at once."""
    people = [make() for _ in range(PEOPLE)]
    for person in people:
        person(texts[0])

    def talk(person: Send) -> None:
        for n in range(TURNS_EACH):
            person(texts[n % len(texts)])

    began = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(talk, people))
    return PEOPLE * TURNS_EACH / (time.perf_counter() - began)


def timed(send: Send, text: str) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    send(text)
    return (time.perf_counter() - began) * 1000


def training(folder: Path) -> float:
    """Seconds to train with nothing cached."""
    code = "import sys; from pathlib import Path; from bot.adapters.environment import prepare; prepare(); " \
           "from bot.adapters.model_files import Model; Model(Path(sys.argv[1]), Path(sys.argv[2])).train()"
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false"}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(folder / "fresh")], cwd=folder, check=True, env=environ,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def say(text: str) -> None:
    """Progress."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
