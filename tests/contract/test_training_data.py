"""The training data: nothing twice, nothing about a topic that is not there, and nothing of what the figures are measured on."""
from __future__ import annotations

import json
import re
from collections import Counter
from math import ceil
from pathlib import Path

import yaml

from bot.safety.examples import examples as danger_examples

SHARED = 0.85
ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT / "bot/evaluation/sets"


def examples() -> list[tuple[str, str]]:
    found = []
    for file in [ROOT / "data/nlu.yml", *sorted((ROOT / "data/nlu").glob("*.yml"))]:
        for group in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            found += [(group["intent"], line.removeprefix("- ").strip()) for line in group["examples"].splitlines() if line.strip()]
    return found


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("'", "")))


def test_no_message_stands_twice() -> None:
    assert [t for t, n in Counter(plain(text) for _, text in examples()).items() if n > 1] == []


def test_no_message_is_nearly_another() -> None:
    assert near([text for _, text in examples()]) == []


def test_no_example_of_danger_is_nearly_another() -> None:
    assert near([example.text for example in danger_examples()]) == []


def near(texts: list[str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Pairs of texts of six words or more that share more than 85 % of them.

    Only those are compared that share one of their rarest words: with so many more in common they must (prefix filtering; Chaudhuri, Ganti and
    Kaushik, 2006).
    """
    told = [frozenset(plain(text).split()) for text in texts]
    common = Counter(word for words in told for word in words)
    by_rare: dict[str, list[frozenset[str]]] = {}
    found = []
    for words in told:
        if len(words) < 6:
            continue
        rare = sorted(words, key=lambda word: (common[word], word))[:len(words) - ceil(SHARED * len(words)) + 1]
        found += [(words, other) for other in {o for word in rare for o in by_rare.get(word, ())} if len(words & other) / len(words | other) > SHARED]
        for word in rare:
            by_rare.setdefault(word, []).append(words)
    return found


def test_every_answer_and_service_has_examples_and_every_example_an_answer() -> None:
    counts = Counter(intent for intent, _ in examples())
    topics = {f"ask/{yaml.safe_load(p.read_text('utf-8'))['topic']}" for p in (ROOT / "bot/knowledge/topics").glob("*/*.yml")}
    services = {f"find_service/{yaml.safe_load(p.read_text('utf-8'))['id']}" for p in (ROOT / "bot/knowledge/services").glob("*.yml")}
    assert {i for i in counts if i.startswith("ask/")} == topics
    assert {i for i in counts if i.startswith("find_service/")} == services | {"find_service/any"}
    assert min(counts[t] for t in topics) >= 5 and min(counts.values()) >= 3


def test_the_intents_are_those_of_the_domain() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    named = {next(iter(i)) if isinstance(i, dict) else i for i in domain["intents"]}
    assert {intent.split("/")[0] for intent, _ in examples()} == named


def test_no_figure_is_measured_on_what_was_learned() -> None:
    learned = {plain(text) for _, text in examples()}
    for folder in (ROOT / "bot/safety/examples").glob("*.yml"):
        for group in yaml.safe_load(folder.read_text("utf-8"))["groups"]:
            learned |= {plain(t["text"] if isinstance(t, dict) else t) for t in group["texts"] if len(str(t).split()) > 3}
    for account in (ROOT / "bot/understanding/examples").glob("*.yml"):
        learned |= {plain(re.sub(r"\]\(\w+\)|\[", "", a["text"])) for a in yaml.safe_load(account.read_text("utf-8"))["accounts"]}
    for file in SETS.rglob("*.jsonl"):
        shared = [t for line in file.read_text("utf-8").splitlines() if len((t := plain(json.loads(line)["text"])).split()) > 3 and t in learned]
        assert shared == [], file.name
