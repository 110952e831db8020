"""What the readers are taught, each from its own labelled texts: danger, accounts, intents."""
from __future__ import annotations

from typing import Iterable, List, Sequence, Text, Tuple

import numpy as np
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.lesson import Lesson
from bot.safety.asked import ABOUT_DANGER, kind_of, kinds_of_question
from bot.safety.examples import Example
from bot.safety.learned import CHECK, HEADS, SELF_HARM_NOW, wanted
from bot.safety.normalise import plain
from bot.safety.passages import passages, tidy
from bot.understanding import noticed
from bot.understanding.accounts import Account

# Messages of these intents may well be about danger; those of all others are questions and answers in calm.
_NOT_CALM = ("tell", "emergency", "self_harm", "distress", "device", "find_service/samaritans", "find_service/shout", "find_service/nhs_111",
             "find_service/emergency_999", "find_service/bsl_999", "find_service/text_999", "ask/silent_solution", "ask/deaf_or_text_999")
_CALM_OF = ("emergency", "self_harm", "silent", "perpetrator", CHECK, SELF_HARM_NOW)
# Answers and controls that are calm whatever was asked, but for questions about danger.
_ANSWERS = ("affirm", "deny", "skip", "not_known", "prefer_not", "stop", "carry_on", "previous", "repeat", "thank", "correct", "write",
            "see_diary", "take_copy", "remove")
# Of the texts that are only known to be calm, one in so many is enough for the convolution.
CALM_EACH = 3
_EPOCHS = {"danger": 2, "account": 3, "intents": 8}


def danger(told: Sequence[Example], messages: Iterable[Message], accounts: Sequence[Account]) -> Tuple[Lesson, List[int]]:
    """Signals of the examples, and none for most intents' messages and for accounts of what is over; and the rows that teach the convolution.

    Each example whole; of a calm one each passage, since each is calm as well.
    """
    texts, kinds, rows = [], [], []
    for example in told:
        calm = example.level == "none" and not example.signals
        for text in passages(example.text) if calm else [tidy(example.text)]:
            texts.append(text)
            kinds.append(kind_of(example.asked))
            rows.append(wanted(example))
    # What such a text says of a device or of a friend is not told: of those heads nothing is known.
    messages = list(messages)
    answers = [(text, kind) for text in _texts(messages, _ANSWERS) for kind in kinds_of_question() if kind not in ABOUT_DANGER]
    over = _calm(messages) + [text for account in accounts for text in passages(account.text)]
    row = np.where([head in _CALM_OF for head in HEADS], 0.0, np.nan)
    right = np.vstack([np.array(rows), np.tile(row, (len(over) + len(answers), 1))])
    enough = [*range(len(texts)), *range(len(texts), len(right), CALM_EACH)]
    return Lesson([*texts, *over, *(text for text, _ in answers)], [*kinds, *([""] * len(over)), *(kind for _, kind in answers)], right,
                  False, _EPOCHS["danger"]), enough


def account(told: Sequence[Account]) -> Lesson:
    """Which of noticed.HEADS hold for each account, read whole."""
    right = np.array([[float(head in one.labels) for head in noticed.HEADS] for one in told])
    return Lesson([plain(one.text) for one in told], [""] * len(told), right, False, _EPOCHS["account"])


def intents(messages: Iterable[Message]) -> Tuple[Lesson, List[Text]]:
    """The intent, or the topic within it ("ask/spo_what"), and the names of the outputs."""
    pairs = sorted({(plain(m.get(TEXT)), _name(m)) for m in messages if m.get(TEXT)})
    names = sorted({name for _, name in pairs})
    right = np.eye(len(names))[[names.index(name) for _, name in pairs]]
    return Lesson([text for text, _ in pairs], [""] * len(pairs), right, True, _EPOCHS["intents"]), names


def _calm(messages: Iterable[Message]) -> List[Text]:
    return sorted({plain(m.get(TEXT)) for m in messages if m.get(TEXT) and _name(m) not in _NOT_CALM})


def _texts(messages: Iterable[Message], names: Sequence[Text]) -> List[Text]:
    return sorted({plain(m.get(TEXT)) for m in messages if m.get(TEXT) and _name(m) in names})


def _name(message: Message) -> Text:
    return str(message.get(INTENT_RESPONSE_KEY) or message.get(INTENT))
