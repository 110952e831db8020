"""A cry for help is heard in the languages that are spoken here, in their own letters; calm words in them bring no card."""
from __future__ import annotations

import time

import pytest

from bot.safety import rules

CRIES = [
    "он у моей двери", "Он стоит за дверью!", "помогите", "у него нож", "він б’є мене", "рятуйте", "той е пред вратата",
    "وہ میرے دروازے پر ہے", "اس کے پاس چاقو ہے", "ਉਹ ਮੇਰੇ ਦਰਵਾਜ਼ੇ ਤੇ ਹੈ", "ਉਹ ਮੈਨੂੰ ਮਾਰ ਰਿਹਾ ਹੈ", "वह मेरे दरवाज़े पर है", "সে আমার দরজায় দাঁড়িয়ে আছে",
    "તે મારા દરવાજા પર છે", "إنه أمام بيتي", "معه سكين", "او پشت در است", "چاقو داره", "他在门口", "救命！", "அவன் என் வாசலில் நிற்கிறான்",
    "Está en mi puerta", "el tiene un cuchillo", "este la ușa mea", "are un cuțit", "ele está na minha porta", "è alla porta",
    "il est devant ma porte",
    "kapıda", "beni öldürecek", "woh mere darwaze par hai", "mujhe maar raha hai",
]
CALM = [
    "вчера он был у моей двери", "он живет в Лондоне", "он дома", "ayer estaba en mi puerta", "mi ex me sigue todos los dias", "no está en mi casa",
    "ieri era la ușa", "este o casă mare", "je suis chez moi", "il est venu hier", "كان عند الباب أمس", "我昨天看见他在门口", "他叫李明",
    "woh kal ghar ke bahar tha",
    "I ate tapas at La Casa on Monday", "Kal and Mar came", "he shouted aiuto at the film", "estoy en casa",
]


@pytest.mark.parametrize("text", CRIES)
def test_a_cry_for_help_is_heard(text: str) -> None:
    assert rules.assess(text).level == "emergency"


@pytest.mark.parametrize("text", CALM)
def test_calm_words_bring_no_card(text: str) -> None:
    assert rules.assess(text).level == "none"


@pytest.mark.parametrize("text", ["quiero morir", "хочу умереть", "我想死", "je ne veux plus vivre"])
def test_a_wish_to_die_is_heard(text: str) -> None:
    assert "self_harm" in rules.assess(text).signals


@pytest.mark.parametrize("around", ["Guten Tag. {}", "{} 😱", "I write this in my language\n{}", "\u200b{}\u200b"])
@pytest.mark.parametrize("text", CRIES[:12])
def test_nothing_around_it_hides_it(text: str, around: str) -> None:
    assert rules.assess(around.format(text)).level == "emergency"


@pytest.mark.parametrize("filler", ["он у меня " * 20_000, "casa esta porta " * 13_000, "वह मेरे " * 25_000])
def test_a_long_text_is_read_at_once(filler: str) -> None:
    start = time.process_time()
    assert rules.assess(f"{filler}. {CRIES[0]}").level == "emergency" and time.process_time() - start < 2
