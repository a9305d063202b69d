"""A prepared text: paragraphs, sentences and tokens that fit into one another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.prepare import prepare, stretch
from core.model import Span

lines = st.lists(
    st.one_of(
        st.sampled_from(["Tags", "15:39", "3.10 EUR", "The end came. It was late.", "Some words of a title", ""]),
        st.text(max_size=40),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=150)
@given(lines.map("\n".join))
def test_every_visible_character_is_furniture_or_in_one_sentence(text):
    document = prepare(text)
    spans = sorted([item.span for item in document.boilerplate] + [item.span for item in document.sentences])
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@settings(deadline=None, max_examples=100)
@given(lines.map("\n".join))
def test_sentences_lie_in_their_paragraphs_and_tokens_in_their_sentences(text):
    document = prepare(text)
    for sentence in document.sentences:
        assert document.paragraphs[sentence.paragraph].contains(sentence.span)
        assert all(
            sentence.span.start <= token.start < token.end <= sentence.span.end for token in sentence.tokens
        )
        assert sentence.words == tuple(token.lower for token in sentence.tokens)


def test_a_stretch_is_a_sentence_like_those_of_a_document():
    text = "The Mayor’s boat sank."
    made = stretch(text, Span(0, len(text)))
    assert made == prepare(text).sentences[0]
    assert made.words == ("the", "mayor", "'s", "boat", "sank", ".")
