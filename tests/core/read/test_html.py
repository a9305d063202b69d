from __future__ import annotations

import datetime
import io
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.read.html import read_html
from core.read.intake import Unreadable

BODY = (
    "<p>The ferry to Skerry Island will run twice a day from June, the harbour board said on Tuesday evening.</p>"
    "<p>It carried 4,100 passengers last summer, a tenth more than in the year before, and lost money all the same.</p>"
    "<p>“We would rather lose a little than lose the island,” said the board's chair, Edda Norrby, afterwards.</p>"
)


def page(head: str = "", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Ferry doubles up | The Lantern</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/sport'>Sport</a></nav><div class='cookie'>We value your privacy</div>"
        f"<article><h1>Ferry doubles up</h1>{body}</article><footer>© 2024 The Lantern</footer></body></html>"
    )


def article_of(html: str | bytes):
    (article,) = read_html(io.BytesIO(html if isinstance(html, bytes) else html.encode()), "p.html")
    return article


def test_the_article_is_taken_and_the_pages_furniture_left():
    text = article_of(page()).text
    assert "twice a day" in text
    assert "Edda Norrby" in text
    assert not any(words in text for words in ("Sport", "privacy", "©"))


def test_metadata_of_the_page_are_read_and_the_update_kept_apart():
    article = article_of(
        page(
            '<meta property="og:site_name" content="The Lantern"><meta property="og:title" content="Ferry doubles up">'
            '<meta property="article:published_time" content="2025-05-06T09:00:00Z">'
            '<meta property="article:modified_time" content="2025-05-09T09:00:00Z">'
            '<link rel="canonical" href="https://lantern.example/ferry">'
        )
    )
    assert (article.title, article.outlet, article.url) == (
        "Ferry doubles up",
        "The Lantern",
        "https://lantern.example/ferry",
    )
    assert (article.published, article.published_from) == (datetime.date(2025, 5, 6), "metadata")
    assert article.updated == datetime.date(2025, 5, 9)
    assert article.language == "en"


def test_dates_in_json_ld_are_read():
    article = article_of(
        page(
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-05-06",'
            ' "dateModified": "2025-05-07T08:00:00+02:00"}</script>'
        )
    )
    assert (article.published, article.updated) == (datetime.date(2025, 5, 6), datetime.date(2025, 5, 7))


def test_the_declared_character_set_is_used():
    html = page('<meta charset="iso-8859-2">', "<p>Burmistrz Łodzi powiedział, że tramwaj będzie późno.</p>" * 6)
    assert "Łodzi" in article_of(html.replace("©", "").encode("iso-8859-2")).text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "just words", "<p></p>", "<!-- x -->", "<html>"])
def test_a_page_without_an_article_is_refused_in_a_sentence(html):
    with pytest.raises(Unreadable, match=r"\.$"):
        article_of(html)


@pytest.mark.parametrize(
    "bomb",
    ["<div>" * 100_000, "<p>" * 100_000, "<table><tr><td>" * 30_000, "<b>" * 50_000, "<" * 1_000_000, "<a b=" * 100_000,
     "<!--" * 100_000, "<p>word</p>" * 40_000],
    ids=["div", "p", "table", "b", "opening", "attribute", "comment", "flat"],
)  # fmt: skip
def test_a_bomb_is_refused_and_never_crashes_or_hangs(bomb):
    with pytest.raises(Unreadable, match=r"\.$"):
        article_of(f"<html><body>{bomb}")


def test_a_megabyte_of_entities_is_read_at_once():
    assert "&" in article_of(page(body=BODY + "<p>" + "&amp;" * 200_000 + "</p>")).text


def test_reading_a_page_asks_the_network_for_nothing(monkeypatch):
    def refuse(*_args, **_named):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = '<base href="https://lantern.example/"><link rel="stylesheet" href="https://lantern.example/x.css">'
    assert article_of(
        page(head, BODY + '<img src="https://lantern.example/p.gif"><iframe src="https://x.example">')
    ).text


@given(st.text(st.sampled_from("<>/pdivab=\"' &;!-\n1"), max_size=200))
@settings(deadline=None, max_examples=100)
def test_any_page_gives_an_article_or_a_named_refusal(text):
    try:
        article_of(page(body=text)).text.encode("utf-8")
    except Unreadable as problem:
        assert str(problem).endswith(".")
