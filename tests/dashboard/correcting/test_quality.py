"""The data-quality page: what is missing or unsure is told, corrected in place, and taken back."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core import pipeline
from core.library import Library, store
from core.library.questions import quality
from core.library.questions.filters import ALL, Filters
from dashboard.charts.certainty_chart import certainty
from dashboard.correcting import articles_editor, history
from dashboard.tables.quality_tables import KNOWN_FROM

ROOT = Path(__file__).parents[3]
BRIDGE = (
    "The bridge over the river will close for nine weeks, the council said. Repairs cost 4.5 million euros and shall "
    "be finished by the summer. “We had no choice,” said Mayor Ines Albrecht. Drivers will have to use the northern "
    "bridge, which is two kilometres away, and buses will run every ten minutes."
)
GERMAN = (
    "Die Fähre, die jeden Tag zwischen den beiden Ufern fährt, steht seit Montag still, weil die Maschine nicht mehr "
    "läuft. Der Betreiber sagte, dass die Reparatur noch mindestens drei Wochen dauern werde und viel Geld koste."
)


@pytest.fixture(scope="module")
def messy(tmp_path_factory):
    """A library with something wrong of every kind."""
    folder = tmp_path_factory.mktemp("messy")
    rows = [
        {
            "text": BRIDGE,
            "title": "Bridge shuts",
            "outlet": "A Paper",
            "published": "2025-01-02",
            "topic": "bridge",
        },
        {
            "text": BRIDGE,
            "title": "Bridge closes",
            "outlet": "B Paper",
            "published": "2025-01-03",
            "topic": "bridge",
        },
        {"text": GERMAN, "outlet": "Das Blatt", "language": "de", "published": "2025-01-03", "topic": "ferry"},
        {"text": "The ferry stopped on Monday.", "published": "2025-01-03"},
        {"text": "", "title": "Nothing"},
    ]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "page.txt").write_text(f"Share\n\nAdvertisement\n\nBridge works\n\n{BRIDGE}\n", encoding="utf-8")
    pipeline.add([str(folder / "rows.jsonl"), str(folder / "page.txt")], Library(folder / "library"), jobs=1)
    return folder / "library"


@pytest.fixture
def own(messy, tmp_path):
    return Library(shutil.copytree(messy, tmp_path / "own"))


def opened(library: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("COVERAGE_LIBRARY", str(library))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.switch_page("views/quality.py").run()
    assert not app.exception
    assert not app.error
    return app


def metrics(app: AppTest) -> dict[str, str]:
    return {item.label: item.value for item in app.metric}


def captions(app: AppTest) -> str:
    return "\n".join(item.value for item in app.caption)


def test_the_page_counts_what_is_wrong(messy, monkeypatch):
    app = opened(messy, monkeypatch)
    assert metrics(app) == {
        "Without date": "1",
        "Without outlet": "2",
        "Without topic": "1",
        "Copies of others": "2",
        "Too short for scores": "1",
        "Turned away": "1",
    }
    said = captions(app)
    assert "1 article of 5 not in English: German 1" in said
    assert "are menus, share buttons and the like" in said


def test_good_news_is_said_plainly(tmp_path, monkeypatch):
    row = {"text": BRIDGE, "title": "Bridge", "outlet": "A Paper", "published": "2025-01-02", "topic": "bridge"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    pipeline.add([str(tmp_path / "rows.jsonl")], Library(tmp_path / "library"), jobs=1)
    app = opened(tmp_path / "library", monkeypatch)
    assert set(metrics(app).values()) == {"none"}
    said = captions(app)
    for news in (
        "Every article has a date, outlet and topic.",
        "No page furniture",
        "Every article is in English",
        "No article is a copy of another.",
        "Every article is long enough for readability scores.",
        "Nothing was turned away",
    ):
        assert news in said


def test_each_date_says_how_it_is_known(own):
    rows = own.run(quality.dates(ALL))
    assert list(rows["origin"]).count("given") == 4
    assert rows["origin"].iloc[0] == "unknown"  # the least sure first
    store.correct(own, "published", {rows["key"].iloc[0]: "2025-02-01"})
    assert list(own.run(quality.dates(ALL))["origin"]).count("by hand") == 1


def test_a_date_found_in_the_text_leads_to_its_characters(tmp_path):
    (tmp_path / "one.txt").write_text(f"Bridge works\n\n3 March 2025\n\n{BRIDGE}\n", encoding="utf-8")
    library = Library(tmp_path / "library")
    pipeline.add([str(tmp_path / "one.txt")], library, jobs=1)
    row = library.run(quality.dates(ALL)).iloc[0]
    text = library.article(row["key"]).text
    assert row["origin"] == "text"
    assert "3 March 2025" in text[int(row["start"]) : int(row["end"])]


def test_furniture_is_counted_by_rule_with_its_lines_as_evidence(own):
    rules = own.run(quality.furniture(ALL))
    sizes = own.run(quality.sizes(ALL)).iloc[0]
    assert set(rules["rule"]) >= {"share buttons", "advertisement"}
    assert 0 < rules["characters"].sum() < sizes["characters"]
    assert sizes["furnished"] == 1
    lines = own.run(quality.furniture_lines("advertisement", ALL))
    assert list(lines["sentence"]) == ["Advertisement"]
    assert own.run(quality.furniture(Filters(topics=("bridge",), outlets=("A Paper",)))).empty


def test_what_is_typed_over_is_kept_and_can_be_taken_back(own):
    rows = own.articles()
    before = pd.DataFrame(
        {name: rows[kind].astype("object") for name, kind in articles_editor.FIELDS.items()}, index=rows.index
    )
    lacking = int(rows.index[rows["published"].isna()][0])
    after = before.copy()
    after.loc[lacking, ["Title", "Outlet", "Published"]] = ["New title", " C Paper ", datetime.date(2025, 1, 9)]
    wanted = articles_editor.changes(rows, before, after)
    key = rows["key"][lacking]
    assert wanted == {
        "title": {key: "New title"},
        "outlet": {key: "C Paper"},
        "published": {key: "2025-01-09"},
    }
    for kind, values in wanted.items():
        store.correct(own, kind, values)
    row = own.articles().set_index("key").loc[key]
    assert (row["title"], row["outlet"], row["published"].date()) == (
        "New title",
        "C Paper",
        datetime.date(2025, 1, 9),
    )
    store.undo(own, own.edits()["id"])
    row = own.articles().set_index("key").loc[key]
    assert pd.isna(row["outlet"])
    assert pd.isna(row["published"])


def test_an_emptied_cell_says_there_is_none_and_the_old_value_takes_the_correction_back(own):
    rows = own.articles().head(1)
    shown = pd.DataFrame({name: rows[kind].astype("object") for name, kind in articles_editor.FIELDS.items()})
    key, outlet = rows["key"].iloc[0], rows["outlet"].iloc[0]
    emptied = shown.assign(Outlet=None)
    assert articles_editor.changes(rows, shown, emptied) == {"outlet": {key: ""}}
    assert articles_editor.changes(rows, emptied, shown) == {"outlet": {key: None}}
    assert outlet


def test_the_history_tells_and_undoes(own, monkeypatch):
    key = own.articles()["key"].iloc[0]
    store.correct(own, "outlet", {key: "C Paper"})
    app = opened(own.path, monkeypatch)
    assert any("outlet “C Paper”" in item.value for item in app.text)
    next(button for button in app.button if button.label == "Undo").click()
    app.run()
    assert not app.exception
    assert own.articles()["outlet"].iloc[0] == "A Paper"


def test_every_kind_of_change_is_told_in_words():
    edits = pd.DataFrame(
        [
            ("title", "/a.txt", None, "New"),
            ("outlet", "/a.txt", "Old", ""),
            ("published", "/a.txt", None, None),
            ("story", "/a.txt", None, "/b.txt"),
            ("story", "/a.txt", None, ""),
            ("story name", "/a.txt", None, "The vote"),
            ("topic name", "tram", None, "Trams"),
        ],
        columns=["what", "key", "before", "after"],
    )
    said = [history.told(edit, {"/a.txt": "First"}) for edit in edits.itertuples()]
    assert said == [
        "“First”: title “New”",
        "“First”: outlet unknown, before “Old”",
        "“First”: date as read again",
        "“First”: in one story with “b.txt”",
        "“First”: a story of its own",
        "“First”: name of its story “The vote”",
        "The topic “tram” is called “Trams”",
    ]


def test_the_chart_of_certainty_says_how_many_are_unsure():
    figure = certainty({"given": 3, "inferred": 1, "unknown": 2}, KNOWN_FROM)
    assert figure.layout.title.text == "3 of 6 dates inferred or unknown"
    assert [mark[0] for mark in figure.data[0].customdata] == ["given", "inferred", "unknown"]
    assert certainty({"given": 1, "unknown": 1}, KNOWN_FROM).layout.title.text == "1 of 2 dates unknown"
    assert "none inferred" in certainty({"text": 2}, KNOWN_FROM).layout.title.text


def test_a_date_in_the_future_is_refused_in_words(own, monkeypatch):
    key = own.articles()["key"].iloc[0]
    app = AppTest.from_function(_saving, kwargs={"path": str(own.path), "key": key})
    monkeypatch.setenv("COVERAGE_LIBRARY", str(own.path))
    app.run(timeout=60)
    assert ["lies in the future" in said.value for said in app.error] == [True]
    assert own.edits().empty


def _saving(path, key):
    import pandas as pd  # noqa: PLC0415 - the page is this function's source

    from core import by_hand  # noqa: PLC0415
    from core.library import Library  # noqa: PLC0415
    from dashboard.correcting import articles_editor, saving  # noqa: PLC0415

    library = Library(path)
    rows = library.articles().head(1)
    shown = pd.DataFrame({name: rows[kind].astype("object") for name, kind in articles_editor.FIELDS.items()})
    far = shown.assign(Published=pd.Timestamp(2099, 5, 2).date())
    saving.save(lambda: by_hand.correct(library, articles_editor.changes(rows, shown, far)))
