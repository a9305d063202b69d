"""Numbers the text states, with unit, measure, modifier and change.

A sentence is read in steps: `line` (tokens) → `quantities` (numbers with units; `non_figures` leaves out what is no
figure) → `ranges` (ends joined) → `elision` (units left out) → `bounds`, `change` and `measure` for each quantity.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.extract.figures import (
    bounds,
    change,
    currencies,
    elision,
    line,
    measure,
    precision,
    quantities,
    ranges,
    units,
)
from core.model import Figure, Span

if TYPE_CHECKING:
    from core.extract.document import Document
    from core.extract.figures.quantities import Quantity
    from core.model import Change, Modifier, Move


def find(document: Document) -> tuple[Figure, ...]:
    """Return the figures in reading order, without period, speaker and status (see `context`)."""
    text = document.text
    found: list[Figure] = []
    for sentence in document.sentences:
        read = line.read(text, sentence)
        if read is not None:
            found += _figures(read)
    dollar = currencies.declared_dollar(text) if "dollars" in text or "currency" in text else None
    return tuple([_in_dollars(figure, text, dollar) for figure in found] if dollar else found)


def _in_dollars(figure: Figure, text: str, dollar: str) -> Figure:
    """Return a figure with a bare "$" in the currency the text declares."""
    if figure.unit and figure.unit.startswith("USD") and text[figure.span.start] == "$":
        return replace(figure, unit=dollar + figure.unit[3:])
    return figure


def _figures(read: line.Line) -> list[Figure]:
    found = ranges.join(read, quantities.read(read))
    if not found:
        return []
    for quantity in found:
        quantity.front = bounds.front(read, quantity.first)
    elision.fill(read, found)
    measure.take(read, found)
    figures: list[Figure] = []
    modifier: Modifier | None = None
    direction: Change | None = None
    move: Move | None = None
    label: measure.Measure | None = None
    last: Quantity | None = None
    for quantity in found:
        if last is None or not measure.restates(read, last, quantity):
            modifier = direction = move = label = None
        label = label or measure.find(read, quantity, last)
        modifier = _modifier(read, quantity) or modifier
        direction = _direction(read, quantity) or direction
        move = (change.move(read, quantity.front) if direction else None) or move
        last = quantity
        figures.append(_figure(read, quantity, label, modifier, direction, move))
    return figures


def _direction(read: line.Line, quantity: Quantity) -> Change | None:
    found = change.find(read, quantity.first, quantity.stop, quantity.kind)
    if found is None and quantity.high is not None:
        return change.moved(read, quantity.front, quantity.value, quantity.high)
    return found


def _modifier(read: line.Line, quantity: Quantity) -> Modifier | None:
    if quantity.high is not None and read.low[quantity.front - 1] in ("from", "between"):
        return None  # "from up to 40 to 60 miles"
    time = units.is_time(quantity.unit)
    if time and read.low[quantity.first - 1] == "over" and read.low[quantity.stop] == "of":
        return None  # "over ten months of this year"
    return bounds.find(read, quantity.front, quantity.first, quantity.stop, time=time)


def _figure(
    read: line.Line,
    quantity: Quantity,
    label: measure.Measure | None,
    modifier: Modifier | None,
    direction: Change | None,
    move: Move | None,
) -> Figure:
    value: float | tuple[float, float] = quantity.value
    if quantity.high is not None:
        value = (quantity.value, quantity.high)
    elif quantity.number.form == "vague":
        value = (quantity.value, quantity.value * 10)
    name = span = None
    if label:
        span = _span(read, label.first, label.stop)
        name = _words(read.text, span)
        if label.holder:
            name = f"{name}, {_words(read.text, _span(read, *label.holder))}"
        if label.aspect:
            name = f"{label.aspect} {name}" if " " in label.aspect else f"{label.aspect} of {name}"
    place = _span(read, quantity.first, quantity.stop)
    return Figure(
        place,
        quantity.kind,
        value,
        quantity.unit,
        name,
        span,
        modifier,
        direction,
        move,
        measure.is_part(read, quantity.stop),
        precision.told(place.of(read.text), value),
        quantity.attributive,
    )


def _span(read: line.Line, first: int, stop: int) -> Span:
    tokens = read.tokens
    return Span(tokens[first].start, tokens[stop - 1].end)


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
