from __future__ import annotations

import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.read.intake import Unreadable
from core.read.markdown import read_markdown, split_front_matter, to_prose


def article_of(text: str):
    (article,) = read_markdown(io.BytesIO(text.encode()), "a.md")
    return article


def test_front_matter_gives_the_metadata():
    article = article_of(
        "---\ntitle: 'A quiet week'\nsource: The Lantern\ndate: 2 May 2025\ntopic: Harbour\nurl: https://lantern.example/1\n"
        "language: English\n---\nThe harbour was quiet."
    )
    assert article.title == "A quiet week"
    assert article.outlet == "The Lantern"
    assert (article.published, article.published_from) == (datetime.date(2025, 5, 2), "given")
    assert (article.topic, article.url, article.language) == ("Harbour", "https://lantern.example/1", "en")
    assert article.text == "The harbour was quiet."


def test_a_title_with_a_colon_which_yaml_forbids_is_read_all_the_same():
    article = article_of("---\ntitle: Harbour: a quiet week\noutlet: The Lantern\n---\nBody.")
    assert (article.title, article.outlet) == ("Harbour: a quiet week", "The Lantern")


def test_the_first_heading_is_the_title_where_the_head_names_none():
    article = article_of("# Harbour *quiet* again #\n\nNothing happened.")
    assert article.title == "Harbour quiet again"
    assert article.text == "Harbour quiet again\n\nNothing happened."


def test_an_ambiguous_or_impossible_date_is_unknown():
    assert article_of("---\ndate: 03/04/2025\n---\nBody.").published is None
    assert article_of("---\ndate: 2025-02-30\n---\nBody.").published_from == "unknown"


def test_an_address_that_is_no_web_address_is_dropped():
    assert article_of("---\nurl: javascript:alert(1)\n---\nBody.").url is None


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("**Bold** and *slanted* and __both__ _here_", "Bold and slanted and both here"),
        ("***very***", "very"),
        ("[the report](https://x.example/a) says", "the report says"),
        ("[the report][1] says\n\n[1]: https://x.example", "the report says"),
        ("before ![tracking](https://x.example/p.gif) after", "before  after"),
        ("a file_name_here and 3*4*5 stay", "a file_name_here and 3*4*5 stay"),
        ("one line\nof two", "one line of two"),
        ("hard  \nbreak", "hard\n\nbreak"),
        ("- one\n- two\n1. three", "one\n\ntwo\n\n1. three"),
        ("> quoted\n> words", "quoted words"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("Title\n=====\ntext", "Title\n\ntext"),
        ("a <!-- hidden\nremark --> b", "a  b"),
        (r"5 \* 4 and \# 1", "5 * 4 and # 1"),
        ("`code` here", "code here"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_markup_goes_and_the_words_stay(markdown, prose):
    assert to_prose(markdown) == prose


def test_a_rule_at_the_top_is_no_front_matter():
    assert split_front_matter("---\nJust a rule, then text.\n---\nMore.")[0] == {}


def test_yaml_that_names_objects_or_nests_deep_builds_nothing():
    assert article_of("---\ntitle: !!python/object/apply:os.getcwd []\n---\nBody.").title is None
    assert article_of("---\na: " + "[" * 5_000 + "\ntitle: x\n---\nBody.").text.endswith("Body.")


def test_a_file_of_metadata_alone_is_refused():
    with pytest.raises(Unreadable, match="no text"):
        article_of("---\ntitle: Empty\n---\n")


@given(st.text(st.sampled_from("#*_`[]()!<>-=\\:. \n\tab1&~|'\""), max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_markdown_gives_an_article_or_a_named_refusal(text):
    try:
        article_of(text).text.encode("utf-8")
    except Unreadable as problem:
        assert str(problem).endswith(".")


@pytest.mark.parametrize(
    "mark", ["*", "_", "[", "](", "`", "![", "<!--", "> ", "#", "**a", "[a](", "- ", "\\", "a_b*"]
)
def test_a_megabyte_of_one_mark_is_read_at_once(mark):
    to_prose(mark * (200_000 // len(mark)))
