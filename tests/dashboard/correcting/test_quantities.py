"""Which figures tell one quantity, decided on Figures and in the reading pane; and what a kept link opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import figures_by_hand, pipeline
from core.library import Library
from core.library.questions import other_quantities

ROOT = Path(__file__).parents[3]
ORSA = {
    "courier": """An earthquake killed 84 people in the town of Orsa on Monday, the interior ministry said. At least 312
people were injured.""",
    "ledger": """The earthquake that struck Orsa on Monday killed 84 people, officials of the interior ministry said.
Rescuers came from 84 villages.""",
    "post": """The death toll of the earthquake in Orsa stood at 86, the interior ministry said on Tuesday. Some 340
people were hurt when the earthquake struck Orsa.""",
}
NASTY = "dead <script>alert(1)</script> [x](javascript:1) $a$ :red[b]"


@pytest.fixture(scope="module")
def analysed(tmp_path_factory):
    files = tmp_path_factory.mktemp("orsa")
    for name, text in ORSA.items():
        (files / f"{name}.txt").write_text(f"Earthquake in Orsa, told by the {name}\n\n{' '.join(text.split())}\n")
    library = Library(tmp_path_factory.mktemp("once") / "library")
    pipeline.add([str(files)], library, jobs=1, topic="Orsa")
    return library.path


@pytest.fixture
def library(analysed, tmp_path):
    return Library(shutil.copytree(analysed, tmp_path / "own"))


def opened(library, monkeypatch, page="figures", **parameters):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(library.path))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.switch_page(f"views/{page}.py").run()
    return sound(app)


def sound(app):
    assert not app.exception, [error.value for error in app.exception]
    assert not app.error, [error.value for error in app.error]
    return app


def press(app, label, number=0):
    [button for button in app.button if button.label == label][number].click()
    return sound(app.run())


def shown(app):
    """Return the chart of the quantity that is looked at, as it is drawn."""
    return str(app.get("plotly_chart")[0].proto.spec)


def of(library, words, file):
    """Return the quantity of a figure: its key, its name and how many figures tell it."""
    row = library.snapshot.query(
        "SELECT indicator, i.measure, (SELECT count(*) FROM indicators o WHERE o.indicator = i.indicator), key, number "
        "FROM indicators i JOIN figures f USING (key, number) JOIN current USING (key) "
        "WHERE starts_with(f.text, ?) AND contains(source, ?)",
        [words, file],
    ).fetchone()
    return row


def test_a_suggestion_is_linked_and_taken_back(library, monkeypatch):
    quantity, _, before, *_ = of(library, "84 people", "courier")
    app = opened(library, monkeypatch, indicator=quantity)
    assert any("the same thing? (1)" in box.label for box in app.expander)
    press(app, "Link these")
    assert of(library, "84 villages", "ledger")[2] == before + 1
    assert not any("the same thing?" in box.label for box in app.expander)
    assert any("linked" in text.value and "84 villages" in text.value for text in app.text)
    press(app, "Undo")
    assert of(library, "84 people", "courier")[2] == before


def test_a_suggestion_that_is_turned_down_is_not_made_again(library, monkeypatch):
    app = opened(library, monkeypatch, indicator=of(library, "84 people", "courier")[0])
    press(app, "Not the same")
    assert not any("the same thing?" in box.label for box in app.expander)
    assert of(library, "84 people", "courier")[0] != of(library, "84 villages", "ledger")[0]


def test_a_statement_that_tells_something_else_leaves_the_others(library, monkeypatch):
    quantity, *_, key, number = of(library, "86", "post")
    app = opened(library, monkeypatch, indicator=quantity)
    app.multiselect(key=f"apart-{quantity}").set_value([f"{key}:{number}"])
    sound(app.run())
    press(app, "Not the same", [button.label for button in app.button].count("Not the same") - 1)
    assert of(library, "84 people", "courier")[0] == of(library, "84 people", "ledger")[0]
    assert (
        of(library, "86", "post") is None or of(library, "86", "post")[0] != of(library, "84 people", "courier")[0]
    )


def test_a_name_is_shown_everywhere_and_never_read_as_anything_but_text(library, monkeypatch):
    app = opened(library, monkeypatch, indicator=of(library, "84 people", "courier")[0])
    next(box for box in app.text_input if box.label == "What it is called").set_value(NASTY)
    press(app, "Rename")
    assert of(library, "86", "post")[1] == NASTY
    assert NASTY in set(app.dataframe[0].value["Measure"])
    for page in ("compare", "overview"):
        there = opened(library, monkeypatch, page)
        for block in (*there.main.get("html"), *there.markdown):
            assert "<script>alert" not in str(getattr(block, "value", "") or block.proto)
    assert any("“dead <script>" in text.value for text in app.text)  # the history


def test_what_is_set_aside_is_marked_stands_last_and_comes_back(library, monkeypatch):
    app = opened(library, monkeypatch, indicator=of(library, "84 people", "courier")[0])
    first = app.dataframe[0].value["Measure"].tolist()
    press(app, "Set aside")
    marked = app.dataframe[0].value["Measure"].tolist()
    assert [name.endswith("(set aside)") for name in marked] == [False] * (len(marked) - 1) + [True]
    assert "killed" in shown(app)  # it is still the one that is looked at
    press(app, "Take back")
    assert app.dataframe[0].value["Measure"].tolist() == first


def test_an_address_names_a_statement_and_opens_whichever_quantity_has_it(library, monkeypatch):
    quantity, *_ = of(library, "84 people", "courier")
    app = opened(library, monkeypatch, indicator=quantity)
    named = "".join(app.query_params["indicator"])
    assert named.startswith(("84", "86"))
    assert quantity not in named
    rest = [of(library, "84 people", "ledger"), of(library, "86", "post")]
    mine = of(library, "84 people", "courier")
    figures_by_hand.apart(library, [tuple(mine[3:])], [tuple(row[3:]) for row in rest])
    figures_by_hand.name(library, [tuple(rest[1][3:])], "toll")
    figures_by_hand.name(library, [tuple(mine[3:])], "first count")
    again = opened(library, monkeypatch, indicator=named)
    holder = "first count" if "courier" in _source(library, named) else "toll"
    assert holder in shown(again)
    member = opened(library, monkeypatch, indicator=f"{rest[1][3]}:{rest[1][4]}")  # not the first that tells it
    assert "toll" in shown(member)


def _source(library, named):
    rows = library.snapshot.query("SELECT source FROM current WHERE left(md5(source), 10) = ?", [named[-10:]])
    return rows.fetchone()[0].rpartition("/")[2]


@pytest.mark.parametrize(
    "named", ["nothing:0", "84@5@0123456789", "@@", "84@999999999@zzzzzzzzzz", "x" * 5_000, "%"]
)
def test_an_address_that_names_nothing_opens_the_first(library, monkeypatch, named):
    app = opened(library, monkeypatch, indicator=named)
    assert app.dataframe[0].value["Measure"].iloc[0] in shown(app)


def test_each_statement_has_its_own_reason(library, monkeypatch):
    app = opened(library, monkeypatch, indicator=of(library, "84 people", "courier")[0])
    cards = [str(block.proto) for block in app.main.get("html") if 'class="evidence"' in str(block.proto)]
    cards = cards or [block.proto.body for block in app.main.get("html")]
    assert sum("number" in card for card in cards) >= 2
    assert not any("Why these figures" in box.label for box in app.expander)


def test_a_figure_is_linked_renamed_and_parted_in_the_reading_pane(library, monkeypatch):
    _, _, before, key, number = of(library, "84 villages", "ledger")
    place = library.figures().query("key == @key and text.str.startswith('84 villages')").iloc[0]
    app = opened(library, monkeypatch, "articles", article=key, at=f"{place.start}-{place.end}")
    box = next(item for item in app.selectbox if item.label == "Figure")
    assert box.value == number
    choice = next(item for item in app.selectbox if item.label == "It tells the same as")
    choice.set_value(next(option for option in _rows(library, key, number) if option[1])[0])
    sound(app.run())
    press(app, "Link these")
    assert of(library, "84 villages", "ledger")[2] > before
    next(item for item in app.text_input if item.label == "What it is called").set_value("hurt people")
    press(app, "Rename")
    assert of(library, "84 people", "courier")[1] == "hurt people"
    press(app, "Not the same")
    assert of(library, "84 people", "courier")[0] != (of(library, "84 villages", "ledger") or [None])[0]
    assert sum("not the same as" in text.value for text in app.text) == 1
    press(app, "Undo")
    assert of(library, "84 people", "courier")[0] == of(library, "84 villages", "ledger")[0]


def _rows(library, key, number):
    own = ((key, number),)
    found = library.ask(other_quantities.others, own, figures_by_hand.compared_with(library, own))
    return list(found[["row", "same"]].itertuples(index=False, name=None))
