"""What is put into HTML: elements stay elements, and a text stays text whatever it holds."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from dashboard.showing.elements import Markup, element, highlighted, joined, page, shown, text, void
from dashboard.showing.in_words import isolated


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
    reader.feed(str(html))  # the parser adds pieces of it to text
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
def test_every_character_is_shown_once_and_marked_where_a_span_covers_it(passage, ends):
    spans = [Span(min(pair), max(pair)) for pair in ends]
    read = _read(highlighted(passage, spans))
    assert read.text == passage
    assert read.marked == "".join(
        c for place, c in enumerate(passage) if any(span.start <= place < span.end for span in spans)
    )
    assert set(read.tags) <= {"mark"}


def test_an_element_escapes_all_but_elements():
    inner = element("b", "5 < 6 & 7")
    assert inner == "<b>5 &lt; 6 &amp; 7</b>"
    assert element("p", inner, "<i>", 3, class_="a b") == '<p class="a b"><b>5 &lt; 6 &amp; 7</b>&lt;i&gt;3</p>'
    assert joined([inner, "<br>"], " · ") == "<b>5 &lt; 6 &amp; 7</b> · &lt;br&gt;"


def test_an_attribute_stays_one():
    assert element("p", title='" onclick="a()') == '<p title="&#34; onclick=&#34;a()"></p>'


def test_what_was_escaped_is_never_taken_for_an_element_when_it_is_put_together_as_text():
    assert element("p", "".join(["<b>", text("x")])) == "<p>&lt;b&gt;x</p>"
    assert isinstance(text("x"), Markup)


def test_invisible_controls_are_shown_unless_they_were_put_there_for_the_eye():
    assert text("a\u202eb") == "a\\u202eb"
    assert shown(isolated("צופה")) == "\u2068צופה\u2069"


def test_a_page_by_itself_holds_its_title_as_text_and_ends_what_it_begins():
    whole = page("<b>", "p { color: red }", "let a = 1 < 2", [element("p", "x"), void("br")])
    assert whole.startswith("<!doctype html>\n<html lang=")
    assert "<title>&lt;b&gt;</title><style>p { color: red }</style><script>let a = 1 < 2</script></head>" in whole
    assert whole.endswith("<body><p>x</p>\n<br></body></html>\n")
