"""What the encoder is tuned on: the messages of bot/safety/examples, and the training data of the intents."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Iterable, List, Sequence, Text

import numpy as np
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.encoder import DANGER
from bot.adapters.ngrams import Ngrams
from bot.adapters.tuning import Task
from bot.safety.asked import kind_of
from bot.safety.examples import Example
from bot.safety.learned import CHECK, HEADS, SELF_HARM_NOW, wanted
from bot.safety.normalise import plain
from bot.safety.passages import passages
from bot.understanding.accounts import accounts

INTENTS = "intents"
# Messages of these intents may well be about danger; those of all others are questions and answers in calm.
_NOT_CALM = ("tell", "emergency", "self_harm", "distress", "device", "find_service/samaritans", "find_service/shout", "find_service/nhs_111",
             "ask/silent_solution", "ask/deaf_or_text_999")
_CALM_OF = ("emergency", "self_harm", "silent", "perpetrator", CHECK, SELF_HARM_NOW)
# The signals by which the hardest messages are chosen.
_DECIDE = ("emergency", CHECK, "self_harm")
MOST = 4000
# Of the intents' messages one in so many is enough to tell that such are calm.
_CALM_EACH = 4
# A signal that few examples hold counts more where it holds, but no more than so many times.
_RAREST = 6.0


@dataclass(frozen=True)
class Signals:
    """Texts of the examples. `kinds`: of the question each answers. `wanted` (texts, heads): which of HEADS hold. `voices`: who wrote each."""
    texts: List[Text]
    kinds: List[Text]
    wanted: Any
    voices: List[Text]


def signals_of(told: Sequence[Example]) -> Signals:
    """Each message whole; of a calm message each sentence, since each is calm as well."""
    found = Signals([], [], [], [])
    for example in told:
        calm = example.level == "none" and not example.signals
        for text in passages(example.text) if calm else [plain(example.text)]:
            found.texts.append(text)
            found.kinds.append(kind_of(example.asked))
            found.wanted.append(wanted(example))
            found.voices.append(example.voice)
    return replace(found, wanted=np.array(found.wanted, np.float32))


def with_calm(told: Signals, messages: Iterable[Message]) -> Signals:
    """The same, most intents' messages, and the labelled accounts of what is over; of the heads that these say nothing of, NaN."""
    texts = _calm(messages) + [text for account in accounts() for text in passages(account.text)]
    row = np.where([head in _CALM_OF for head in HEADS], 0.0, np.nan)
    return Signals(told.texts + texts, told.kinds + [""] * len(texts), np.vstack([told.wanted, np.tile(row, (len(texts), 1))]),
                   told.voices + [INTENTS] * len(texts))


def _calm(messages: Iterable[Message]) -> List[Text]:
    return sorted({plain(m.get(TEXT)) for m in messages if m.get(TEXT) and _name(m) not in _NOT_CALM})


def hardest(told: Signals, most: int = MOST) -> Any:
    """The rows, at most `most`, on which n-grams that were fitted on other voices err most: only there can the encoder add anything.

    So the time that tuning takes does not grow with the number of examples.
    """
    from sklearn.model_selection import GroupKFold

    right = told.wanted[:, [HEADS.index(name) for name in _DECIDE]]
    wrong = np.zeros(len(right))
    for fit, left in GroupKFold(2).split(right, groups=told.voices):
        ngrams = Ngrams.fit([told.texts[i] for i in fit], [told.kinds[i] for i in fit], right[fit])
        scores = ngrams.scores([told.texts[i] for i in left], [told.kinds[i] for i in left])
        wrong[left] = np.abs(1.0 / (1.0 + np.exp(-scores)) - right[left]).max(axis=1)
    return np.sort(np.argsort(-wrong, kind="stable")[:most])


def danger(told: Sequence[Example], messages: Iterable[Message]) -> Task:
    """Signals of the messages that are hardest to tell, and none for most intents' messages."""
    every = signals_of(told)
    share = np.maximum(every.wanted.mean(axis=0), 1e-6)
    weights = np.where(every.wanted > 0, np.clip(0.5 / share, 1.0, _RAREST), 1.0)
    rows = hardest(every)
    calm_texts = _calm(messages)[::_CALM_EACH]
    # What such a message says of a device or of a friend is not told by its intent: those heads do not learn from it.
    known = np.array([head in _CALM_OF for head in HEADS], np.float32)
    right = np.vstack([every.wanted[rows], np.zeros((len(calm_texts), len(HEADS)), np.float32)])
    worth = np.vstack([weights[rows], np.tile(known, (len(calm_texts), 1))]).astype(np.float32)
    return Task(DANGER, [every.texts[i] for i in rows] + calm_texts, right, worth, exclusive=False)


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


