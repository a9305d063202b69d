from __future__ import annotations

import datetime

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import pipeline
from core.library import Filters, Library
from core.library.questions import queries
from core.library.questions.kwic import kwic

TEXT = "The harbour shipped 40 tons in 2021. Mayor Ines Ruiz said the quay is safe. Prices rose."
DAY = datetime.date(2024, 5, 1)


@pytest.fixture
def filled(library, add, make):
    tons = ("40 tons", {"kind": "dimension", "value": 40.0, "unit": "ton", "measure": "cargo", "period": "2021"})
    add(
        make(
            TEXT,
            source="a.txt",
            title="Harbour",
            outlet="Coast Daily",
            topic="ports",
            published=DAY,
            figures=[tons],
            dates=[("2021", "2021")],
            quotations=[("the quay is safe", "Ines Ruiz")],
            actors=["Ines Ruiz"],
            frames=[("economic", "Prices")],
        ),
        make("Inland 🚢 news. The harbour shipped 40 tons again.", source="b.txt", figures=[tons]),
        make(
            "A choir sang. Nobody counted.",
            source="c.txt",
            outlet="Hill Post",
            published=datetime.date(2023, 1, 2),
        ),
    )
    return library


def test_articles_stand_in_order_of_publication_with_undated_last(filled):
    rows = filled.articles()
    assert list(rows.title_shown) == ["A choir sang.", "Harbour", "The harbour shipped 40 tons again."]
    assert rows.outlet.isna().tolist() == [False, False, True]
    assert not rows.topic_derived.any()


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        (Filters(topics=("ports",)), {"a.txt"}),
        (Filters(outlets=("Coast Daily", "Hill Post")), {"a.txt", "c.txt"}),
        (Filters(outlets=("",)), {"b.txt"}),
        (Filters(begin=DAY), {"a.txt", "b.txt"}),
        (Filters(begin=DAY, undated=False), {"a.txt"}),
        (Filters(end=datetime.date(2023, 12, 31), undated=False), {"c.txt"}),
        (Filters(begin=datetime.date(2021, 6, 1), end=datetime.date(2021, 7, 1), spoken=True), {"a.txt"}),
        (Filters(undated=False), {"a.txt", "c.txt"}),
        (Filters(words="harbour"), {"a.txt", "b.txt"}),
        (Filters(words="Harbour Mayor"), {"a.txt"}),
        (Filters(words='"quay is safe"'), {"a.txt"}),
        (Filters(words="'; DROP TABLE catalogue; --"), set()),
        (Filters(), {"a.txt", "b.txt", "c.txt"}),
    ],
)
def test_filters_let_pass_what_they_say(filled, filters, sources):
    assert set(filled.articles(filters).source) == sources


def test_articles_and_stories_can_be_chosen_by_key(filled):
    key = filled.articles().key[0]
    assert filled.articles(Filters(articles=(key,))).key.tolist() == [key]
    assert filled.articles(Filters(stories=(key,))).key.tolist() == [key]


def test_every_row_of_evidence_carries_its_sentence_as_it_was_read(filled):
    evidence = [getattr(filled, name)() for name in ("figures", "dates", "attributions", "frames")]
    for rows in [*evidence, filled.mentions("Ines Ruiz")]:
        assert len(rows)
        for row in rows.itertuples():
            text = filled.article(row.key).text
            assert row.sentence == text[row.sentence_start : row.sentence_end]
            assert row.sentence_start <= row.start < row.end <= row.sentence_end
            assert row.text == text[row.start : row.end]


def test_a_figure_knows_the_days_of_its_period(filled):
    row = filled.figures(Filters(topics=("ports",))).iloc[0]
    assert (row.period_begin.date(), row.period_end.date()) == (
        datetime.date(2021, 1, 1),
        datetime.date(2021, 12, 31),
    )


def test_identical_numbers_in_several_articles_are_told_with_what_they_count(filled):
    row = filled.repeated().iloc[0]
    assert (row.low, row.articles, list(row.counted)) == (40.0, 2, ["cargo"])


def test_terms_are_counted_by_article_or_outlet(filled):
    rows = filled.terms(Filters(words="harbour"), by="outlet")
    assert set(rows.group) == {"Coast Daily", ""}
    assert rows[rows.term == "harbour"]["count"].sum() == 2
    assert len(set(filled.terms(by="article").group)) == 3


def test_choices_count_articles(filled):
    rows = filled.choices()
    assert set(rows.field) == {"topic", "outlet", "story", "language", "year", "recent"}
    assert rows[rows.field == "outlet"].articles.sum() == 3


def test_an_article_comes_with_every_layer(filled):
    key = filled.articles(Filters(topics=("ports",))).key[0]
    article = filled.article(key)
    assert (article.text, article.title, article.publication.date) == (TEXT, "Harbour", DAY)
    assert [len(layer) for layer in (article.figures, article.dates, article.attributions, article.actors)] == [
        1
    ] * 4
    assert article.frames.frame.tolist() == ["economic"]
    assert len(article.sentences) == 3
    with pytest.raises(KeyError):
        filled.article("nothing")


def test_an_empty_or_missing_library_answers_with_no_rows(tmp_path):
    library = Library(tmp_path / "none")
    for question in ("articles", "choices", "indicators", "figures", "repeated", "dates", "attributions", "actors",
                     "frames", "terms"):  # fmt: skip
        assert getattr(library, question)().empty
    assert library.statements("USD: trade turnover").empty
    assert library.problems == []


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_no_filter_value_breaks_a_query(filled, words, names):
    words = words.encode("utf-8", "replace").decode()
    filters = Filters(topics=tuple(names), outlets=tuple(names), stories=tuple(names), words=words)
    assert len(filled.articles(filters)) <= 3


def test_nothing_outside_the_library_can_be_read_or_reached(filled, tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for statement in (
        f"SELECT * FROM read_csv('{tmp_path}/secret.csv')",
        f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        "INSTALL httpfs",
        "LOAD httpfs",
        f"ATTACH '{tmp_path}/other.db'",
        "SET enable_external_access = true",
        "SET threads = 1",
    ):
        with pytest.raises(duckdb.Error):
            filled.snapshot.query(statement)


def test_a_word_is_shown_in_its_context(filled):
    rows = kwic(filled, "harbour shipped", window=12)
    assert rows.left.tolist() == ["The", "🚢 news. The"]
    assert rows.right.tolist() == ["40 tons in", "40 tons aga"]
    for row in rows.itertuples():
        assert filled.article(row.key).text[row.start : row.end] == row.word
    assert kwic(filled, "  ").empty
    assert kwic(filled, "harb").empty


def test_an_articles_first_sentence_is_one_not_its_date_line(tmp_path):
    (tmp_path / "one.txt").write_text(
        "date 2025-03-04 Local\n\nFerry to stop\n\nThe ferry stops on Monday. It ran for years.\n",
        encoding="utf-8",
    )
    pipeline.add([str(tmp_path / "one.txt")], Library(tmp_path / "library"), jobs=1)
    assert list(Library(tmp_path / "library").articles()["first_sentence"]) == ["The ferry stops on Monday."]


def test_the_leading_indicators_are_the_first_of_all_with_the_one_that_is_asked_for(sample):
    library = Library(sample)
    every = library.indicators()
    asked = str(every["indicator"].iloc[-1])
    rows = library.run(queries.leading_indicators(Filters(), 3, asked))
    assert list(rows["indicator"]) == [*every["indicator"].head(3), asked]
    first = (
        rows[every.columns].iloc[:3].astype(every.dtypes)
    )  # a column of nothing but None has no type of its own
    assert first.equals(every.head(3))
    assert set(rows["all_told"]) == {len(every)}
    assert set(rows["recurring"]) == {int((every["articles"] > 1).sum())}
    assert list(library.run(queries.leading_indicators(Filters(), 3))["indicator"]) == list(
        every["indicator"].head(3)
    )
