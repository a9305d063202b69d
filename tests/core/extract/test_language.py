"""The language of a text: English stays English, others are told from a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import analyze
from core.extract.language import UNKNOWN, identify
from core.model import Article

DATA = Path(__file__).parents[3].parent / "shared" / "eval" / "data"

SENTENCES = {
    "en": "The harbour reopened on Monday, and the boats were back.",
    "es": "El puerto se abrió el lunes y los barcos de la ciudad han vuelto.",
    "pt": "O porto abriu na segunda-feira e os barcos da cidade já não estão em terra.",
    "fr": "Le port a rouvert lundi et les bateaux de la ville sont revenus.",
    "de": "Der Hafen wurde am Montag wieder geöffnet und die Boote sind zurück.",
    "it": "Il porto ha riaperto lunedì e le barche della città sono tornate.",
    "nl": "De haven is maandag weer open en de boten van de stad zijn terug.",
    "pl": "Port został otwarty w poniedziałek i łodzie są już na morzu, ale nie wszystkie.",
    "cs": "Přístav se v pondělí otevřel a lodě jsou už na moři, ale ne všechny.",
    "sv": "Hamnen öppnade på måndagen och båtarna är tillbaka, men inte alla.",
    "da": "Havnen åbnede mandag, og bådene er tilbage, men ikke alle af dem.",
    "tr": "Liman pazartesi günü açıldı ve tekneler geri döndü, ancak bu yıl için çok geç.",
    "id": "Pelabuhan dibuka pada hari Senin dan kapal itu sudah ada di laut, tetapi tidak semua.",
    "ru": "Порт открылся в понедельник, и лодки вернулись, но не все.",
    "uk": "Порт відкрився в понеділок, і човни повернулися, але не всі.",
    "be": "Порт адкрыўся ў панядзелак, і лодкі вярнуліся, але не ўсе.",
    "sr": "Лука је отворена у понедељак, али нису се сви бродови вратили.",
    "ar": "أعيد فتح الميناء يوم الاثنين",
    "fa": "بندر روز دوشنبه باز شد و قایق‌ها برگشتند چون هوا خوب بود",
    "el": "Το λιμάνι άνοιξε ξανά τη Δευτέρα",
    "he": "הנמל נפתח מחדש ביום שני",
    "hi": "बंदरगाह सोमवार को फिर से खुल गया",
    "ja": "港は月曜日に再開した。",
    "zh": "港口于星期一重新开放",
    "ko": "항구가 월요일에 다시 열렸다",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_enough(code):
    assert identify(SENTENCES[code]) == code


@pytest.mark.parametrize(
    "text",
    ["", "12.5 %", "$5 million", "12,500", "Toyota", "Ada Lum Joe Hale Kim", "WAR (0.5 WAR), RHP, WAR, LHP"],
)
def test_names_and_numbers_tell_no_language(text):
    assert identify(text) is None


def test_foreign_names_and_quoted_words_leave_english_english():
    assert (
        identify("The son of Jean de la Croix said “la vie est belle” to the board of Die Zeit on Monday.") == "en"
    )


def test_no_english_article_is_taken_for_another_language():
    if not DATA.exists():
        pytest.skip("the evaluation data is not beside the checkout")
    taken = [
        line["text"][:80]
        for path in DATA.glob("*.jsonl")
        for line in map(json.loads, path.read_text(encoding="utf-8").rstrip("\n").split("\n"))
        if identify(line["text"]) not in {"en", None}
    ]
    assert taken == []


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=100))
def test_any_text_gets_a_code_or_none(text):
    code = identify(text)
    assert code is None or len(code) == 2 or code == UNKNOWN


@pytest.mark.parametrize("text", ["12,5 %", "1.250,75", "Toyota 3,4 %", "7.500.000,5"])
def test_a_decimal_comma_tells_another_language_without_saying_which(text):
    assert identify(text) == UNKNOWN


SHORT = {
    "de": [
        "Der Export stieg um 5.000 Tonnen.",
        "Die Miete liegt bei 12.500 Euro.",
        "Im März kamen 300 Gäste.",
        "Die Stadt hat heute 40.000 Bäume gepflanzt.",
        "Wer zahlt das?",
        "Rund 2.000 Menschen waren auf dem Platz.",
    ],
    "es": [
        "El alquiler es de 12.500 euros.",
        "Las ventas subieron un 5 % en marzo.",
        "El puerto cerró el lunes.",
        "Unos 2.000 vecinos salieron a la calle.",
    ],
    "fr": [
        "Le loyer est de 12.500 euros.",
        "Les ventes ont augmenté de 5 % en mars.",
        "Le port a fermé lundi.",
        "Près de 2.000 habitants sont sortis.",
    ],
    "it": ["Il porto ha chiuso lunedì.", "Le vendite sono salite del 5% in marzo."],
    "pt": ["O porto fechou na segunda-feira.", "As vendas subiram 5% em março."],
    "pl": ["Port zamknięto w poniedziałek.", "Sprzedaż wzrosła o 5% w marcu."],
}
HEADLINES = [
    "Man dies in crash",
    "War in Sudan enters third year",
    "Las Vegas shares fall 5%",
    "Toyota shares fall 5%",
    "Real Madrid beat Málaga 3-1",
    "Beyoncé adds 5 tour dates",
    "São Paulo rents rise 3%",
    "Die Hard returns, 30 years on",
    "Los Angeles port shut on Monday",
    "Van Gogh sold for $5 million",
    "Ten die in fire",
    "$5 million",
]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SHORT.items() for text in texts])
def test_a_short_sentence_of_another_language_is_not_read_as_english(code, text):
    assert identify(text) == code
    found = analyze(Article(text))
    assert (found.language, found.figures, found.dates) == (code, (), ())
    assert found.counts.syllables is None


@pytest.mark.parametrize("text", HEADLINES)
def test_an_english_headline_is_english_or_unknown(text):
    assert identify(text) in {"en", None}
