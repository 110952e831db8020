"""Whatever is typed, reading it never fails, and what is found stands in it."""
from __future__ import annotations

from datetime import datetime, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.answers import read_answer
from bot.understanding.correction import read_correction
from bot.understanding.cues import find_cues
from bot.understanding.incident import read_incident

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)
VOCABULARY = ("On Monday he she they followed rang me 40 times my ex friend Anjali Callum said “you can't hide” to Tesco in his car "
         "then yesterday at 9pm and left voicemails outside the a work . , ; ! ? \n - ( ) £ 4417/12022026 from half ten to the "
         "didn't not last no wait it was Tuesday gone about dr. http://x.y 😟 ' \" 12/02 2026-02-10 ref")
WORDS = VOCABULARY.split(" ")
PROMPTS = ("when", "where", "who", "kinds", "said", "others", "source", "impact", "keep", "told", "reference")
texts = st.lists(st.sampled_from(WORDS), max_size=45).map(" ".join) | st.text(max_size=80)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_an_account_of_any_kind_is_read(text: str) -> None:
    read_incident(text, NOW)
    assert all(cue in text for cue in find_cues(text))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PROMPTS), texts)
def test_an_answer_of_any_kind_is_read(prompt: str, text: str) -> None:
    assert isinstance(read_answer(prompt, text, NOW), dict)
    assert isinstance(read_correction(text, NOW, {}), dict)
