"""Another language is noticed where it is plain, and English with foreign words in it stays English."""
from __future__ import annotations

import pytest

from bot.understanding.language import is_not_english


@pytest.mark.parametrize("text", [
    "он у моей двери", "وہ میرے دروازے پر ہے", "ਉਹ ਮੇਰੇ ਦਰਵਾਜ਼ੇ ਤੇ ਹੈ", "我的前夫每天跟踪我", "mi ex me sigue todos los dias y tengo miedo",
    "fostul meu ma urmareste in fiecare zi", "meu ex está sempre na minha porta", "mój były mnie śledzi i nie wiem co robić",
    "mae fy nghyn-ŵr yn fy nilyn i bob dydd", "il mio ex mi segue ogni giorno", "mon ex me suit tous les jours",
    "mein Exmann verfolgt mich jeden Tag",
    "eski kocam beni her gün takip ediyor", "mera ex har roz mera peecha karta hai", "ninkaygii hore ayaa i soo daba socda maalin walba"])
def test_another_language_is_noticed(text: str) -> None:
    assert is_not_english(text)


@pytest.mark.parametrize("text", [
    "", "yes", "ok", "si", "Wen Li", "El Paso", "José Luis Martínez", "flat 3, rue de la Paix", "Las Iguanas, Cardiff",
    "Mae and Will saw it", "14/02/2026", "😱😱😱",
    "my ex Maria de la Cruz sent me a card in Spanish that said te quiero mi amor", "he texted “te quiero, mi amor, tengo miedo” on Monday",
    "he sent 我爱你 to me on Monday", "wor lass was in the hoose and he kept ringing", "he a follow mi everywhere mi scared",
    "mi mam and mi dad saw im",
    "hes outwith ma hoose the noo", "u r sick he said", "𝓱𝓮 𝓲𝓼 𝓱𝓮𝓻𝓮"])
def test_english_is_english(text: str) -> None:
    assert not is_not_english(text)
