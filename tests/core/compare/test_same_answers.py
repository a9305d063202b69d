"""On generated libraries the pages, the exports and the report give the same answer, whatever is asked."""

from __future__ import annotations

import datetime
import html
import random
import re
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from core import export
from core.compare import recurring
from core.library import Filters, Library, store
from core.library.edits import Change
from core.library.questions import choices, summaries
from core.library.rows import article_key
from core.library.schema import LINK_TABLES, table
from core.library.store import Holding
from core.model import Attribution, DateMention, Figure, Span
from dashboard.comparing import compared, outline, report
from dashboard.drawings import days_spoken_of, leading_figures, who_speaks
from dashboard.session.asking import Asking
from dashboard.session.memory import Memory
from dashboard.showing import tellers

ARTICLES = 8  # as many as are compared
MEASURES = ("cost", "exports", "jobs", "ships", "wages")
ASIDE = "wages"  # set aside: last on Figures and in the export, and not compared
PEOPLE = tuple(f"{first} {last}" for first in ("Ana", "Ben", "Cid") for last in ("Ruiz", "Holt", "Vance", "Orme"))
ROOT = Path(__file__).parents[3]
DAY = datetime.date(2025, 3, 4)


def filled(folder, make, seed):
    """Return a library of articles whose figures, days and speakers are drawn by chance, some linked, some not."""
    draw = random.Random(seed)
    library = Library(folder / f"drawn-{seed}")
    analyses = [_article(make, draw, number) for number in range(ARTICLES)]
    holdings = [
        Holding(f"{number}.txt", article_key(one.article), "c", "r") for number, one in enumerate(analyses)
    ]
    store.add(library.path, "first", analyses, holdings)
    rows, merged = [], []
    for one in analyses:
        key = article_key(one.article)
        rows += [_indicator(key, number, figure, draw) for number, figure in enumerate(one.figures)]
        for actor in one.actors:
            stands = actor.name if draw.random() < 0.5 else f"Ana {actor.name.split()[1]}"
            merged.append({"key": key, "name": actor.name, "kind": "person", "actor": stands, "reason": "drawn"})
    stories = [{"key": article_key(one.article), "story": f"s{number % 2}"} for number, one in enumerate(analyses)]
    links = {"indicators": rows, "merged_actors": merged, "stories": stories}
    tables = {name: table(LINK_TABLES[name], given) for name, given in links.items()}
    store.replace_links(library, tables, library.content_version, "drawn")
    store.edit(library, [Change("actor", "Ben Holt", "Old Ben"), Change("group", "Old Ben", "council")])
    return library


def _article(make, draw, number):
    named = draw.sample(PEOPLE, 6)
    text = f"Paper {number}. 2024. 2025. 2026. " + " ".join(
        f"{name} said it is {'so ' * 9}here." for name in named
    )
    text += " " + " ".join(f"It is 1{value:03d} here." for value in range(8))
    figures = []
    for value in range(draw.randint(1, 4)):
        start = text.index(f"1{value:03d}")
        figures.append(
            Figure(
                Span(start, start + 4),
                draw.choice(["money", "money", "money", "count"]),
                draw.choice([9e6, 10e6, 12e6]),
                unit="GBP",
                measure=draw.choice(MEASURES),
                modifier=draw.choice([None, None, None, "~", "<", ">"]),
                status=draw.choice([None, "reported", "reported", "record", "forecast", "target"]),
                period=draw.choice([None, "2024", "2025", "2025"]),
            )
        )
    said, presents = [], random.Random(number)  # apart: the figures drawn by a seed stay what they were
    for name in named:
        start = text.index(name)
        unnamed = draw.random() < 0.2
        begin = start + len(name) + 6
        speaker = draw.choice(["officials", None]) if unnamed else name
        span = Span(begin, begin + 4 * draw.randint(2, 9))
        kind = draw.choice(["direct", "indirect"])
        presented = (
            "speech" if kind == "direct" else presents.choice(["speech", "speech", "speech act", "thought"])
        )
        said.append(Attribution(span, kind, speaker, named=not unnamed, presentation=presented))
    spoken = [_time(text, year, draw) for year in ("2024", "2025", "2026")]
    made = make(
        text, source=f"{number}.txt", title=f"Paper {number}", outlet=f"Paper {number % 3}",
        published=draw.choice([None, DAY, DAY, DAY, DAY + datetime.timedelta(1)]), actors=draw.sample(named, 4),
    )  # fmt: skip
    return type(made)(
        **{name: getattr(made, name) for name in made.__slots__}
        | {"figures": tuple(figures), "attributions": tuple(said), "dates": tuple(spoken)}
    )


def _time(text, year, draw):
    span = Span(text.index(year), text.index(year) + 4)
    reference = draw.choice([None] * 9 + ["PRESENT_REF", "PAST_REF", "P3Y"])
    if reference:
        return DateMention(span, "DURATION" if reference == "P3Y" else "DATE", reference)
    return DateMention(span, "DATE", year, datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31))


def _indicator(key, number, figure, draw):
    low, slack = figure.value, draw.choice([0, 0, 1e6])
    return {
        "key": key, "number": number, "indicator": f"GBP: {figure.measure}", "measure": figure.measure, "unit": "GBP",
        "kind": figure.kind, "low": low, "high": low, "worth": draw.random(), "counterpart": None,
        "aside": figure.measure == ASIDE, "reason": "drawn", "least": None if figure.modifier == "<" else low - slack,
        "most": None if figure.modifier == ">" else low + slack,
    }  # fmt: skip


@pytest.fixture(scope="module", params=[1, 3, 4])  # in each some are in conflict and others not
def library(request, tmp_path_factory, make):
    return filled(tmp_path_factory.mktemp("drawn"), make, request.param)


@pytest.fixture(scope="module")
def page(library):
    """What a page may ask."""
    return Asking(library, library.held(), Memory(100_000_000))


@pytest.fixture(scope="module")
def side_by_side(library):
    """The comparison that a report is made of."""
    return beside(library)


def beside(library, *, every=False):
    articles = library.articles()
    who = tellers.ranked(library.ask(summaries.outlets), articles)
    names = compared.offered(articles, "articles")
    return compared.compare(articles, "articles", names, who, library.ask, every=every)


def test_conflicts_are_the_same_on_pages_in_the_export_and_in_the_report(library, page, side_by_side):
    shown = leading_figures.leading(page)
    exported = export.rows(library, "indicators")
    judged = ["indicator", *recurring.JUDGED]
    assert shown[judged].to_dict("records") == exported[judged].to_dict("records")
    in_conflict = set(exported.loc[exported["conflict"], "measure"])
    assert 0 < len(in_conflict) < len(exported)
    compared_too = set(exported.loc[exported["conflict"] & ~exported["aside"], "measure"])
    assert exported["aside"].is_monotonic_increasing
    cells = outline.reported(side_by_side).cells
    figures = cells[cells["kind"] == "figure"]
    assert set(figures.loc[figures["conflict"] != "", "what"]) == compared_too
    assert set(exported.loc[~exported["aside"], "measure"]) <= set(figures["what"])
    assert ASIDE not in set(figures["what"])
    written = html.unescape(report.write(side_by_side, "All", "drawn", "0" * 12))
    assert len(re.findall(r"<td>[^<]* · Paper \d \| [^<]* · Paper \d</td>", written)) == len(compared_too)
    words = leading_figures.as_shown(page, "")
    assert [name.removesuffix(" (set aside)") for name in words["Measure"]] == exported["measure"].tolist()
    assert [said.startswith("differ") for said in words["Values"]] == list(exported["conflict"])


def test_past_present_and_future_are_counted_alike(library, page, side_by_side):
    timeline = Counter(days_spoken_of.of_known_tense(page)["tense"])
    found = outline.tenses(side_by_side)
    assert timeline == (Counter(found.rows["tense"]) if found else Counter())
    drawn = days_spoken_of.tense_shares(page)
    assert {trace.name for trace in drawn.data} == set(timeline)


def test_the_leading_speakers_and_what_the_rest_is_called_are_the_same(library, page, side_by_side):
    for grouped in (False, True):
        voices = who_speaks.sums(page, grouped).groupby("part")["words"].sum().to_dict()
        compare = outline.voices(side_by_side, grouped).rows.groupby("part")["words"].sum().to_dict()
        assert voices == compare
        assert {trace.name for trace in outline.voices(side_by_side, grouped).figure.data} == set(voices)
    overview = who_speaks.leading_speakers(page)["speaker"].tolist()
    ranked = outline.voices(side_by_side).rows.groupby("part")["words"].sum()
    leading = [name for name in overview if name in ranked.index]
    assert leading == overview[: len(leading)]


@pytest.mark.parametrize("every", [False, True])
def test_what_is_said_is_counted_alike_on_pages_in_the_export_and_in_the_report(library, page, every):
    exported = export.rows(library, "attributions")
    assert set(exported["presentation"]) == {"speech", "speech act", "thought"}
    counted = exported[every | (exported["presentation"] == "speech")]
    assert 0 < len(counted) <= len(exported)
    words = counted["words"].sum()
    sums = who_speaks.sums(page, False, every)
    assert (sums["words"].sum(), sums["statements"].sum()) == (words, len(counted))
    by_name = counted.groupby("speaker")["words"].sum().to_dict()
    assert (
        dict(
            page.ask(summaries.speakers, page.chosen, every).dropna(subset="speaker")[["speaker", "words"]].values
        )
        == by_name
    )
    for speaker in by_name:
        found = page.ask(summaries.said, page.chosen, (speaker,), None, (), (), every)
        assert found["words"].sum() == by_name[speaker]
    these = beside(library, every=every)
    assert outline.voices(these).rows["words"].sum() == words
    told = outline.reported(these)
    speakers = told.evidence[told.evidence["kind"] == "speaker"]
    assert speakers["words"].sum() == counted.loc[counted["named"] & counted["speaker"].notna(), "words"].sum()
    written = html.unescape(report.write(these, "All", "drawn", "0" * 12))
    assert report.COUNTED[every] in written
    assert report.COUNTED[not every] not in written
    named = counted[counted["speaker"].notna()]
    longest = named.assign(column=named["title"]).groupby("column")["words"].max().sum()
    shown = written.partition("The longest in each")[2].partition("</section>")[0]
    assert sum(len(said.split()) for said in re.findall(r"<mark[^>]*>([^<]*)</mark>", shown)) == longest


def test_words_from_before_presentations_were_told_apart_count_as_said(tmp_path, make):
    library = filled(tmp_path, make, 1)
    for part in (library.path / "parts").rglob("attributions.parquet"):
        rows = pq.read_table(part)
        empty = pa.nulls(len(rows), pa.string())
        place = rows.schema.get_field_index("presentation")
        pq.write_table(rows.set_column(place, "presentation", empty), part)
    asked = Asking(library, library.held(), Memory(100_000_000))
    everything = export.rows(library, "attributions")
    assert everything["presentation"].isna().all()
    assert who_speaks.sums(asked, False)["statements"].sum() == len(everything)


def test_a_name_stands_for_the_same_actor_wherever_it_is_asked_for(library):
    everything = Filters()
    named = library.actors().set_index("actor")["articles"].to_dict()
    mentions = export.rows(library, "mentions").groupby("actor")["key"].nunique().to_dict()
    offered = library.ask(choices.people, everything)
    actors = dict(offered.loc[offered["field"] == "actor", ["value", "articles"]].itertuples(index=False))
    assert (
        named
        == mentions
        == actors
        == library.ask(summaries.named, everything).groupby("actor")["key"].nunique().to_dict()
    )
    for actor, count in named.items():
        assert len(library.articles(Filters(actors=(actor,)))) == count
        assert library.mentions(actor)["key"].nunique() == count
    said = library.attributions(every=False)
    counted = said.groupby("speaker")["key"].nunique().to_dict()
    asked = library.ask(summaries.speakers, everything)
    assert dict(asked.dropna(subset="speaker")[["speaker", "articles"]].itertuples(index=False)) == counted
    for speaker, count in counted.items():
        assert len(library.articles(Filters(speakers=(speaker,)))) == count
        assert library.ask(summaries.said, everything, (speaker,))["key"].nunique() == count
    assert "Ben Holt" not in {*named, *counted}


def test_a_forecast_against_a_result_is_a_conflict_nowhere(tmp_path, make, monkeypatch):
    library = Library(tmp_path / "tram")
    analyses = []
    for number, (value, status) in enumerate([(12e6, "forecast"), (9e6, "reported")]):
        text = f"Costs were {value:.0f} pounds in 2025. Paper {number} tells it."
        figure = {
            "kind": "money",
            "value": value,
            "unit": "GBP",
            "measure": "cost",
            "period": "2025",
            "status": status,
        }
        analyses.append(
            make(text, source=f"{number}.txt", title=f"Paper {number}", outlet=f"Paper {number}", published=DAY,
                 figures=[(f"{value:.0f}", figure)], dates=[("2025", "2025")])
        )  # fmt: skip
    store.add(
        library.path, "first", analyses,
        [Holding(one.article.source, article_key(one.article), "c", "r") for one in analyses],
    )  # fmt: skip
    rows = [
        {"key": article_key(one.article), "number": 0, "indicator": "GBP: cost", "measure": "cost", "unit": "GBP",
         "kind": "money", "low": one.figures[0].value, "high": one.figures[0].value, "worth": 0.5, "counterpart": None,
         "aside": False, "reason": "“cost”", "least": one.figures[0].value, "most": one.figures[0].value}
        for one in analyses
    ]  # fmt: skip
    store.replace_links(
        library, {"indicators": table(LINK_TABLES["indicators"], rows)}, library.content_version, "drawn"
    )
    page = Asking(library, library.held(), Memory(100_000_000))
    assert leading_figures.as_shown(page, "")["Values"].tolist() == ["forecast and outcome"]
    exported = export.rows(library, "indicators").iloc[0]
    assert (exported["conflict"], exported["answer"]) == (False, "forecast and outcome")
    articles = library.articles()
    who = tellers.ranked(library.ask(summaries.outlets), articles)
    these = compared.compare(articles, "articles", ["Paper 0", "Paper 1"], who, library.ask)
    assert set(outline.reported(these).cells["conflict"]) == {""}
    assert (
        "Can't both be right"
        not in html.unescape(report.write(these, "All", "tram", "0" * 12)).partition("What the measures mean")[0]
    )
    monkeypatch.setenv("COVERAGE_LIBRARY", str(library.path))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    for view in ("overview", "figures", "compare"):
        app.switch_page(f"views/{view}.py").run()
        assert not app.exception
        assert not [said.value for said in app.warning]
