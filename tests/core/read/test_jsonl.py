from __future__ import annotations

import datetime
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Article, Rejection
from core.read.intake import Unreadable
from core.read.jsonl import read_json, read_json_lines


def lines(text: str):
    return list(read_json_lines(io.BytesIO(text.encode("utf-8", "surrogatepass")), "t.jsonl"))


def document(value: object):
    return list(read_json(io.BytesIO(json.dumps(value).encode()), "t.json"))


def test_each_line_is_an_article():
    (article,) = lines('{"text": "Words.", "outlet": "Lantern", "published": "2025-05-01"}\n\n')
    assert (article.source, article.text, article.published) == ("t.jsonl#1", "Words.", datetime.date(2025, 5, 1))


def test_news_please_writes_none_as_a_word():
    (article,) = lines(
        '{"maintext": "Words.", "date_publish": "None", "source_domain": "lantern.example", "title": null}'
    )
    assert (article.published, article.outlet, article.title) == (None, "lantern.example", None)


def test_event_registry_nests_the_source_and_wraps_the_list():
    (article,) = document(
        {
            "articles": {
                "results": [
                    {"body": "Words.", "lang": "eng", "source": {"title": "Lantern"}, "date": "2025-05-01"}
                ]
            }
        }
    )
    assert (article.outlet, article.language, article.source) == ("Lantern", "en", "t.json#1")


def test_a_broken_line_is_named_by_its_number_and_the_rest_goes_on():
    first, second, third = lines('{"text": "One."}\n{"text": \n{"text": "Three."}\n')
    assert isinstance(second, Rejection)
    assert (second.source, "Line 2" in second.reason) == ("t.jsonl#2", True)
    assert (first.text, third.text) == ("One.", "Three.")


@pytest.mark.parametrize(
    "line", ["[]", "3", '"x"', "null", '{"title": "A"}', '{"text": 5}', '{"text": "  "}', '{"text": null}']
)
def test_a_line_that_is_no_article_is_a_rejection(line):
    (item,) = lines(line)
    assert isinstance(item, Rejection)


@pytest.mark.parametrize("value", ["1" + "0" * 5000, "NaN", "1e999", "[" * 20_000, '{"a":' * 20_000])
def test_numbers_and_nesting_without_end_do_no_harm(value):
    found = lines('{"text": "Words.", "title": %s}\n{"text": "Next."}' % value)  # noqa: UP031 - braces
    assert found[-1].text == "Next."


def test_a_file_of_blank_lines_is_refused():
    with pytest.raises(Unreadable, match="empty"):
        lines("\n\n")


def test_a_lone_surrogate_never_reaches_the_text():
    (article,) = lines('{"text": "A \\ud800 b \\u0000 c"}')
    assert article.text == "A \ufffd b  c"


def test_a_list_and_a_single_object_are_read():
    assert [item.text for item in document([{"text": "One."}, {"text": "Two."}])] == ["One.", "Two."]
    assert document({"text": "One."})[0].source == "t.json"


def test_json_lines_under_the_wrong_name_are_read():
    found = list(read_json(io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n'), "t.json"))
    assert [item.text for item in found] == ["One.", "Two."]


@pytest.mark.parametrize("data", [b"{", b"[1, 2", b"3", b"{}", b'{"articles": 3}', b"[]"])
def test_json_without_articles_is_refused_in_a_sentence(data):
    with pytest.raises(Unreadable, match=r"\.$"):
        list(read_json(io.BytesIO(data), "t.json"))


FIELDS = st.sampled_from(["text", "body", "title", "source", "date", "url", "articles", "lang"])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner),
    max_leaves=12,
)


@given(JSON)
@settings(deadline=None, max_examples=150)
def test_any_json_gives_articles_or_rejections(value):
    try:
        found = document(value)
    except Unreadable:
        return
    for item in found:
        assert isinstance(item, Article | Rejection)
        if isinstance(item, Article):
            item.text.encode("utf-8")
