from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Article, Rejection
from core.read import READERS, read_upload


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "C:\\temp\\evil.txt", "/etc/evil.txt", "..\\evil.txt", "a/\x00evil.txt"]
)
def test_an_uploads_name_is_never_a_path(name):
    (article,) = read_upload(name, b"Words.")
    assert (article.source, article.text) == ("evil.txt", "Words.")


@pytest.mark.parametrize("name", ["", ".", "..", "/", ".txt", "photo.png", "x" * 5_000])
def test_a_name_without_a_known_ending_is_refused(name):
    (item,) = read_upload(name, b"Words.")
    assert isinstance(item, Rejection)


def test_an_upload_may_hold_many_articles():
    assert [item.source for item in read_upload("t.csv", b"text\nOne.\nTwo.\n")] == ["t.csv#2", "t.csv#3"]


def test_an_upload_that_is_too_large_for_one_article_is_refused():
    (item,) = read_upload("a.txt", b"x" * 21_000_000)
    assert "20 MB" in item.reason
    (item,) = read_upload("a.txt", b"word " * 500_000)
    assert "too many" in item.reason


@given(st.text(max_size=30), st.sampled_from(sorted(READERS)), st.binary(max_size=200))
@settings(deadline=None, max_examples=150)
def test_any_upload_gives_articles_or_rejections(name, suffix, data):
    for item in read_upload(name + suffix, data):
        assert isinstance(item, Article | Rejection)
        item.source.encode("utf-8")
