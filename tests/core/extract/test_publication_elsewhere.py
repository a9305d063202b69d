"""Days of publication in other languages than English, as babel writes them and as pages do."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date

from core.extract import analyze
from core.extract.dates.elsewhere import LANGUAGES, written_out_elsewhere
from core.model import Article, Span

YEAR = [datetime.date(2024, 1, 1) + datetime.timedelta(days=step) for step in range(366)]
LINES = {
    "de": ("Veröffentlicht am {}", "Der Hafen ist seit Montag wieder offen, und die Boote sind zurück."),
    "es": ("Publicado el {}", "El puerto de la ciudad se abrió el lunes y los barcos han vuelto."),
    "fr": ("Publié le {}", "Le port de la ville a rouvert lundi et les bateaux sont revenus."),
    "it": ("Pubblicato il {}", "Il porto della città ha riaperto lunedì e le barche sono tornate."),
    "pt": ("Publicado em {}", "O porto da cidade abriu na segunda-feira e os barcos já voltaram."),
    "pl": ("Opublikowano {}", "Port został otwarty w poniedziałek i łodzie są już na morzu."),
    "ru": ("Опубликовано {}", "Порт открылся в понедельник, и лодки вернулись, но не все."),
    "uk": ("Опубліковано {}", "Порт відкрився в понеділок, і човни повернулися, але не всі."),
}


def days(text: str, language: str | None) -> list[datetime.date]:
    return [day for day, _ in written_out_elsewhere(text, Span(0, len(text)), language)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_day_that_cldr_writes_reads_back_whether_the_language_is_known_or_not(code):
    for day in YEAR:
        for form in ("long", "full"):
            written = format_date(day, form, locale=code)
            assert days(written, code) == [day]
            assert days(written.upper(), code) == [day]
            assert days(written, None) == [day]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_tells_its_day_in_its_language(code):
    said, body = LINES[code]
    for day in YEAR[::29]:
        for line in (said.format(format_date(day, "long", locale=code)), format_date(day, "full", locale=code)):
            found = analyze(Article(f"{line}\n\n{body} {body}", language=code)).publication
            assert (found.date, found.origin) == (day, "text"), line


def test_days_of_no_calendar_and_of_other_languages_are_none():
    assert days("31. Februar 2024", "de") == []
    assert days("4 march 2024", "de") == []
    assert days("4 марта", "ru") == []
    assert days("4 de marzo de 2024", "en") == []
