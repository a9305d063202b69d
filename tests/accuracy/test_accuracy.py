"""The extractors against the project's own gold sentences and articles: no task may fall below its floor.

`gold/` holds what is right, written by hand; `floors.json` the F1 in percent that each task must reach. Items marked
"optional" may be found or not.

A move ("cut from €9m to €7m") is one figure with both values in their order and a change, as NewsQuant has it. Unlike
there, a figure may have both a modifier and a change ("rose about 5%"), and a share in words is a percentage.

To see every error: python tests/accuracy/test_accuracy.py [task]
"""

from __future__ import annotations

import datetime
import itertools
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from core import pipeline
from core.extract import analyze
from core.library.library import Library
from core.model import Analysis, Article, Figure, Span

HERE = Path(__file__).parent
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]?")
SPELLINGS = {"metre": "meter", "litre": "liter", "tonnes": "tonne", "feet": "foot", "metric ton": "tonne"}

Row = dict[str, Any]


class Outcome(NamedTuple):
    """One gold item or one finding: "hit", "missed" or "wrong", with words that show it."""

    kind: str
    shown: str


def rows(name: str) -> list[Row]:
    return [
        json.loads(line) for line in (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def analysed(row: Row) -> Analysis:
    published = row.get("published")
    return analyze(
        Article(
            text=row["text"],
            source=row["id"],
            title=row.get("title"),
            outlet=row.get("outlet"),
            published=datetime.date.fromisoformat(published) if published else None,
            published_from="given" if published else "unknown",
        )
    )


def f1(outcomes: list[Outcome]) -> float:
    hits = sum(outcome.kind == "hit" for outcome in outcomes)
    return 200 * hits / (2 * hits + len(outcomes) - hits) if hits else 0.0


def compare(
    row: Row, gold: list[Row], found: list[Any], agree: Callable[[Row, Any], bool], show: Callable[[Any], str]
) -> Iterator[Outcome]:
    """Pair gold items and findings one to one, the first that agrees; optional items cost nothing."""
    free = list(found)
    for item in gold:
        partner = next((candidate for candidate in free if agree(item, candidate)), None)
        if partner is not None:
            free.remove(partner)
        if not item.get("optional"):
            yield Outcome("hit" if partner is not None else "missed", f"{row['id']}: {item}")
    optional = [span_of(item) for item in gold if item.get("optional")]
    for candidate in free:
        if not any(candidate.span.overlaps(span) for span in optional):
            yield Outcome("wrong", f"{row['id']}: {candidate.span.of(row['text'])!r} {show(candidate)}")


def span_of(item: Row) -> Span:
    return Span(item["start"], item["end"])


def words(phrase: str) -> list[str]:
    return [re.sub(r"(?<=[^s])s$", "", SPELLINGS.get(word, word)) for word in re.findall(r"\w+", phrase.lower())]


def same_phrase(gold: str, found: str | None) -> bool:
    """Tell whether two phrases share their last word or half of the gold's words, whatever number or spelling."""
    a, b = words(gold), words(found or "")
    return bool(a and b) and (a[-1] == b[-1] or 2 * len(set(a) & set(b)) >= len(set(a)))


def same_number(gold: Any, found: Any) -> bool:
    if isinstance(gold, list) != isinstance(found, tuple):
        return False
    pairs = zip(sorted(gold), sorted(found), strict=True) if isinstance(gold, list) else [(gold, found)]
    return all(abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1) for a, b in pairs)


def readings(gold: Row) -> list[Row]:
    """Return a gold item as it stands and in the other forms that are as right (95p is £0.95 and 95 pence)."""
    return [gold, *(gold | other for other in gold.get("accept", []))]


def same_figure(gold: Row, found: Figure) -> bool:
    return span_of(gold).overlaps(found.span) and any(
        same_number(reading["value"], found.value) for reading in readings(gold)
    )


def same_unit(gold: Row, found: Figure) -> bool:
    if not same_figure(gold, found):
        return False
    units = [reading["unit"] for reading in readings(gold)]
    return None in units or any(same_phrase(unit, found.unit) for unit in units)


def figures(agree: Callable[[Row, Figure], bool], field: str | None = None) -> Iterator[Outcome]:
    """Score all figures, or for one field those that have it, whether or not the rest of the figure is right."""
    for row in rows("figures"):
        found = [figure for figure in analysed(row).figures if figure.kind != "ordinal"]
        gold = row["figures"]
        if field:
            gold = [item if item[field] is not None else item | {"optional": True} for item in gold]
            if field == "measure":  # the gold names only measures beyond dispute
                found = [figure for figure in found if any(span_of(item).overlaps(figure.span) for item in gold)]
            found = [figure for figure in found if getattr(figure, field) is not None]
        yield from compare(row, gold, found, agree, lambda figure: str((figure.value, figure.unit, figure.kind)))


def figures_value() -> Iterator[Outcome]:
    return figures(same_figure)


def figures_unit() -> Iterator[Outcome]:
    return figures(same_unit)


def figures_kind() -> Iterator[Outcome]:
    return figures(lambda gold, found: same_figure(gold, found) and gold["kind"] in (None, found.kind))


def figures_measure() -> Iterator[Outcome]:
    return figures(
        lambda gold, found: (
            same_figure(gold, found)
            and gold["measure"] is not None
            and same_phrase(gold["measure"], found.measure)
        ),
        "measure",
    )


def figures_modifier() -> Iterator[Outcome]:
    return figures(lambda gold, found: same_figure(gold, found) and gold["modifier"] == found.modifier, "modifier")


def figures_change() -> Iterator[Outcome]:
    return figures(lambda gold, found: same_figure(gold, found) and gold["change"] == found.change, "change")


def dates(agree: Callable[[Row, Any], bool]) -> Iterator[Outcome]:
    for row in rows("dates"):
        found = list(analysed(row).dates)
        yield from compare(row, row["dates"], found, agree, lambda date: f"{date.type} {date.value}")


def dates_span() -> Iterator[Outcome]:
    return dates(lambda gold, found: span_of(gold).overlaps(found.span))


def dates_value() -> Iterator[Outcome]:
    return dates(
        lambda gold, found: (
            span_of(gold).overlaps(found.span) and found.value in [reading["value"] for reading in readings(gold)]
        )
    )


def dates_type() -> Iterator[Outcome]:
    return dates(lambda gold, found: span_of(gold).overlaps(found.span) and gold["type"] == found.type)


class Quotation(NamedTuple):
    """A stretch between quotation marks and the speaker it was given to."""

    span: Span
    speaker: str | None


def quoted(analysis: Analysis) -> list[Quotation]:
    """Return what stands between quotation marks in the attributions, in order."""
    text = analysis.article.text
    found: dict[Span, str | None] = {}
    for item in analysis.attributions:
        if item.kind == "direct":
            found[item.span] = item.speaker
        elif item.kind == "mixed":
            for match in QUOTED.finditer(text, *item.span):
                found[Span(*match.span(1))] = item.speaker
    return [Quotation(span, speaker) for span, speaker in sorted(found.items())]


def nearly_same(gold: Row, found: Quotation) -> bool:
    shared = min(gold["end"], found.span.end) - max(gold["start"], found.span.start)
    return shared >= 0.8 * (max(gold["end"], found.span.end) - min(gold["start"], found.span.start))


def quotations(agree: Callable[[Row, Quotation], bool]) -> Iterator[Outcome]:
    for row in rows("articles"):
        found = quoted(analysed(row))
        yield from compare(row, row["quotations"], found, agree, lambda quotation: f"by {quotation.speaker}")


def quotations_span() -> Iterator[Outcome]:
    return quotations(nearly_same)


def quotations_speaker() -> Iterator[Outcome]:
    return quotations(lambda gold, found: nearly_same(gold, found) and gold["speaker"] == found.speaker)


def actors() -> Iterator[Outcome]:
    """Score who and what is named: a name that the gold omits is wrong only where it is a person."""
    for row in rows("articles"):
        found = {actor.name: actor.kind for actor in analysed(row).actors}
        for name in row["actors"]:
            yield Outcome("hit" if name in found else "missed", f"{row['id']}: {name}")
        for name, kind in found.items():
            if kind == "person" and name not in row["actors"] and name != "Karin Holt":  # the author's line
                yield Outcome("wrong", f"{row['id']}: {name}")


def boilerplate() -> Iterator[Outcome]:
    """Score the lines of page furniture, by overlap; a line of the body that is marked is wrong."""
    for row in rows("articles"):
        marked = [item.span for item in analysed(row).boilerplate]
        lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", row["text"])]
        furniture = {span_of(item) for item in row["boilerplate"]}
        for line in lines:
            is_marked = any(line.overlaps(span) for span in marked)
            shown = f"{row['id']}: {line.of(row['text'])!r}"
            if line in furniture:
                yield Outcome("hit" if is_marked else "missed", shown)
            elif is_marked and not re.match(r"By |Published: |\d+ May", line.of(row["text"])):
                yield Outcome("wrong", shown)


def headlines() -> Iterator[Outcome]:
    for row in rows("articles"):
        found, gold = analysed(row).title_span, row["headline"]
        if gold and found and span_of(gold).overlaps(found):
            yield Outcome("hit", row["id"])
        else:
            if gold:
                yield Outcome("missed", f"{row['id']}: {gold['text']}")
            if found:
                yield Outcome("wrong", f"{row['id']}: {found.of(row['text'])}")


def links() -> Iterator[Outcome]:
    """Score pairs of figures of different articles: the same indicator, and no other."""
    articles = {row["id"]: row for row in rows("articles")}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "gold.jsonl")
        source.write_text("".join(json.dumps(row) + "\n" for row in articles.values()), encoding="utf-8")
        library = Library(Path(folder, "library"))
        pipeline.add([str(source)], library, jobs=1)
        rows_linked = library.snapshot.query(
            """
            SELECT a.source, f.start, i.indicator
            FROM indicators i JOIN figures f USING (key, number) JOIN articles a USING (key)
            """
        ).fetchall()
    names = list(articles)
    places = [(names[int(source.rpartition("#")[2]) - 1], start, name) for source, start, name in rows_linked]

    def indicator(article: str, item: Row) -> str | None:
        inside = range(item["start"], item["end"])
        return next((name for where, start, name in places if where == article and start in inside), None)

    figures = [(name, item, indicator(name, item)) for name, row in articles.items() for item in row["figures"]]
    for (first, one, its), (second, other, theirs) in itertools.combinations(figures, 2):
        same = one["indicator"] is not None and one["indicator"] == other["indicator"]
        together = its is not None and its == theirs
        if first != second and (same or together):
            kind = "hit" if same and together else "missed" if same else "wrong"
            yield Outcome(kind, f"{first} {one['text']} ({its}), {second} {other['text']} ({theirs})")


TASKS: dict[str, Callable[[], Iterator[Outcome]]] = {
    task.__name__: task
    for task in (
        figures_value, figures_unit, figures_kind, figures_measure, figures_modifier, figures_change,
        dates_span, dates_type, dates_value, quotations_span, quotations_speaker, actors, boilerplate, headlines, links,
    )
}  # fmt: skip


@pytest.mark.parametrize("task", TASKS)
def test_no_task_falls_below_its_floor(task):
    outcomes = list(TASKS[task]())
    errors = "\n".join(f"{outcome.kind}: {outcome.shown}" for outcome in outcomes if outcome.kind != "hit")
    assert f1(outcomes) >= FLOORS[task], errors


def test_every_task_has_a_floor_and_the_gold_is_large_enough_to_mean_something():
    assert set(FLOORS) == set(TASKS)
    assert len(rows("figures")) + len(rows("dates")) >= 150
    assert len(rows("articles")) >= 12


@pytest.mark.parametrize("name", ["figures", "dates", "articles"])
def test_the_offsets_of_the_gold_are_true(name):
    for row in rows(name):
        for item in itertools.chain.from_iterable(value for value in row.values() if isinstance(value, list)):
            if isinstance(item, dict):
                assert span_of(item).of(row["text"]) == item["text"]


if __name__ == "__main__":
    for name in sys.argv[1:] or TASKS:
        scored = list(TASKS[name]())
        counts = {kind: sum(outcome.kind == kind for outcome in scored) for kind in ("hit", "missed", "wrong")}
        print(f"{name:20} F1 {f1(scored):5.1f}  {counts}")  # noqa: T201
        for outcome in scored if sys.argv[1:] else ():
            if outcome.kind != "hit":
                print("   ", outcome.kind, outcome.shown)  # noqa: T201
