"""What the encoder is tuned on: the messages of bot/safety/examples, and the training data of the intents."""
from __future__ import annotations

from typing import Iterable, List, Sequence, Text

import numpy as np
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.encoder import HEAD
from bot.adapters.tuning import Task
from bot.safety.examples import Example
from bot.safety.learned import CHECK, HEADS, SELF_HARM_NOW, wanted
from bot.safety.normalise import plain
from bot.safety.passages import passages

INTENTS = "intents"
# Messages of these intents may well be about danger; those of all others are questions and answers in calm.
_NOT_CALM = ("tell", "emergency", "self_harm", "distress", "device", "find_service/samaritans", "find_service/shout", "find_service/nhs_111",
             "ask/silent_solution", "ask/deaf_or_text_999")
_CALM_OF = ("emergency", "self_harm", "silent", CHECK, SELF_HARM_NOW)
# A signal that few examples hold counts more where it holds, but no more than so many times.
_RAREST = 6.0


def danger(told: Sequence[Example], messages: Iterable[Message]) -> Task:
    """Signals of each message; the sentences of a calm message are calm as well, one by one, and so are most intents' messages."""
    texts: List[Text] = []
    rows: List[List[float]] = []
    for example in told:
        calm = example.level == "none" and not example.signals
        for text in passages(example.text) if calm else [plain(example.text)]:
            texts.append(text)
            rows.append(wanted(example))
    signals = np.array(rows, np.float32)
    share = np.maximum(signals.mean(axis=0), 1e-6)
    weights = np.where(signals > 0, np.clip(0.5 / share, 1.0, _RAREST), 1.0)
    calm_texts = sorted({plain(m.get(TEXT)) for m in messages if _name(m) not in _NOT_CALM})
    # What such a message says of a device or of a friend is not told by its intent: those heads do not learn from it.
    known = np.array([head in _CALM_OF for head in HEADS], np.float32)
    return Task(HEAD, texts + calm_texts, np.vstack([signals, np.zeros((len(calm_texts), len(HEADS)), np.float32)]),
                np.vstack([weights, np.tile(known, (len(calm_texts), 1))]).astype(np.float32), exclusive=False)


def intents(told: Iterable[Message]) -> Task:
    """The intent, or the topic within it; a rare one counts as much as a common one."""
    pairs = sorted({(m.get(TEXT), _name(m)) for m in told})
    names = {name: n for n, name in enumerate(sorted({name for _, name in pairs}))}
    right = np.eye(len(names), dtype=np.float32)[[names[name] for _, name in pairs]]
    share = right.sum(axis=0) / len(pairs)
    weights = np.clip(1.0 / (share * len(names)), 0.3, 3.0)[[names[name] for _, name in pairs]]
    return Task(INTENTS, [text for text, _ in pairs], right, weights[:, None].astype(np.float32), exclusive=True)


def lessons(examples: Sequence[Example], messages: Iterable[Message]) -> List[Task]:
    """Both."""
    told = [m for m in messages if m.get(TEXT)]
    return [danger(examples, told), intents(told)]


def _name(message: Message) -> Text:
    return str(message.get(INTENT_RESPONSE_KEY) or message.get(INTENT))


