from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from dashboard.showing.evidence import highlighted, source


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.marked = ""
        self.inside = False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not attrs
        self.inside = True

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        self.text += data
        if self.inside:
            self.marked += data


def _read(html: str) -> _Read:
    reader = _Read()
    reader.feed(html)
    reader.close()
    return reader


def test_the_span_and_nothing_else_is_marked():
    assert highlighted("It cost £412m in all.", [Span(8, 13)]) == "It cost <mark>£412m</mark> in all."


def test_spans_count_from_the_start_of_the_article():
    assert highlighted("£412m in all.", [Span(108, 113)], offset=108) == "<mark>£412m</mark> in all."


def test_markup_in_an_article_stays_text():
    html = highlighted('<script>alert(1)</script> <img src=x onerror="a()">', [Span(0, 8)])
    assert _read(html).tags == ["mark"]


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=80),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=6),
)
def test_every_character_is_shown_once_and_marked_where_a_span_covers_it(text, ends):
    spans = [Span(min(pair), max(pair)) for pair in ends]
    read = _read(highlighted(text, spans))
    assert read.text == text
    assert read.marked == "".join(
        c for place, c in enumerate(text) if any(span.start <= place < span.end for span in spans)
    )
    assert set(read.tags) <= {"mark"}


def test_a_date_beside_a_name_from_right_to_left_stays_in_one_piece():
    row = SimpleNamespace(outlet="צופה", published="2025-01-08", title="ميناء")
    assert source(row) == "\u2068צופה\u2069 · 8 Jan 2025 · \u2068ميناء\u2069"
