"""What holds for the figure reader on any text."""

from __future__ import annotations

import importlib.util
import math
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import figures
from core.extract.prepare import prepare

_SPEC = importlib.util.spec_from_file_location("figure_sentences", Path(__file__).with_name("test_figures.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_SENTENCES = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_SENTENCES)  # the module beside this one
read = _SENTENCES.read

PIECES = st.sampled_from(
    """
    $ £ € ¥ 5 10 1,000 2.5 0 007 12:30 1/2 ½ -5 million bn % percent per cent - – to and or from between of a the half
    third two twenty one hundred dozens tens thousands ( ) , . : ; / ' " ” 2019 May C$ HK$ US USD MUSD rupees pounds
    pence kg km m s p c C K in year-old aged he was about over F-16 x × ^ e st th minus sub point sixfold doubled 10**9
    out up down Rs RM a.m. ² ٣ ①
    """.split()
)
NOISE = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\u00a0"])), max_size=14).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@settings(deadline=None, max_examples=200)
@given(st.one_of(NOISE, st.text(max_size=80)))
def test_any_text_gives_finite_values_and_spans_inside_it(text: str) -> None:
    for figure in read(text):
        ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
        assert all(math.isfinite(end) for end in ends)
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        if figure.measure_span:
            assert 0 <= figure.measure_span.start < figure.measure_span.end <= len(text)


@settings(deadline=None, max_examples=100)
@given(NOISE)
def test_figures_stand_in_reading_order_and_never_overlap(text: str) -> None:
    spans = [figure.span for figure in read(text)]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


AMOUNTS = st.integers(min_value=1, max_value=999_999)
MONEY = st.sampled_from(
    [("${}", "USD"), ("HK${}", "HKD"), ("€{}", "EUR"), ("RM{}", "MYR"), ("{} BYN", "BYN"), ("EUR {}", "EUR")]
    + [("{} Swiss francs", "CHF"), ("{} yen", "JPY"), ("{} euros", "EUR"), ("₹{}", "INR")]
)
SCALES = st.sampled_from([("", 1), (" million", 10**6), ("bn", 10**9), (" trillion", 10**12), (" lakh", 10**5)])


@settings(deadline=None, max_examples=200)
@given(AMOUNTS, MONEY, SCALES, st.booleans())
def test_a_formatted_amount_reads_back_as_itself(
    amount: int, money: tuple[str, str], scale: tuple[str, int], grouped: bool
) -> None:
    number = f"{amount:,}" if grouped else str(amount)
    text = f"The repair cost {money[0].format(number + scale[0])}, they said."
    (figure,) = read(text)
    assert figure.value == pytest.approx(amount * scale[1])
    assert (figure.kind, figure.unit) == ("money", money[1])
    assert figure.span.of(text) == money[0].format(number + scale[0])


@settings(deadline=None, max_examples=100)
@given(st.decimals(min_value="0.01", max_value="999.99", places=2))
def test_a_decimal_per_cent_reads_back_as_itself(share: object) -> None:
    (figure,) = read(f"Output fell {share}% on the day.")
    assert figure.value == pytest.approx(float(str(share)))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([text for text, _ in _SENTENCES.SENTENCES]))
def test_neighbours_without_numbers_change_no_value(text: str) -> None:
    alone = [(figure.value, figure.unit) for figure in figures.find(prepare(text))]
    among = (
        f"The crowd was calm.\n\n{text}\n\nNobody answered the question."  # paragraphs: a heading has no full stop
    )
    assert [(figure.value, figure.unit) for figure in figures.find(prepare(among))] == alone


@pytest.mark.parametrize("digits", [41, 400, 5000])
def test_numbers_too_long_to_mean_anything_are_left_out(digits: int) -> None:
    assert read("1" + "0" * digits + " dollars") == ()


@pytest.mark.parametrize(
    "unit", ["7", "7 ", "$", "$1 ", "(", "1,", "1-", "one ", "5 million ", "to 5 ", "two-", "5% to "]
)
def test_a_hundred_thousand_characters_of_repetition_take_no_time(unit: str) -> None:
    document = _SENTENCES.prepared(unit * (100_000 // len(unit)))
    begun = time.process_time()
    figures.find(document)
    assert time.process_time() - begun < 1
