"""What an analyst decides of figures holds: over new links, new articles and changed texts, with history and undo."""

from __future__ import annotations

import shutil

import pytest

from core import by_hand, export, figures_by_hand, pipeline, rules
from core.library import Library
from core.link.quantities import grounds

QUAKE = {
    "courier.txt": """Quake hits Orsa

An earthquake killed 84 people in the town of Orsa on Monday, the interior ministry of Norland said. At least 312 people
were injured. The ministry set aside 40 million crowns for repairs of the town.
""",
    "ledger.txt": """Orsa earthquake leaves many dead

The earthquake that struck Orsa in Norland on Monday killed 84 people, officials of the interior ministry said.
Hospitals in Orsa treated 312 injured people. Rescuers came from 71 villages.
""",
    "post.txt": """Norland mourns after Orsa earthquake

The death toll of the earthquake in Orsa stood at 86, the interior ministry of Norland said on Tuesday. Some 340 people
were hurt when the earthquake struck Orsa. Repairs of the town would cost 40 million crowns, the ministry said.
""",
}


@pytest.fixture(scope="module")
def analysed(tmp_path_factory):
    files = tmp_path_factory.mktemp("quake")
    for name, text in QUAKE.items():
        (files / name).write_text(text)
    library = Library(tmp_path_factory.mktemp("once") / "library")
    pipeline.add([str(files)], library, jobs=1)
    return library, files


@pytest.fixture
def quake(analysed, tmp_path):
    """Return a library on an earthquake, and the folder it was read from."""
    library, files = analysed
    kept = shutil.copytree(files, tmp_path / "files")
    own = Library(shutil.copytree(library.path, tmp_path / "library"))
    return own, kept


def told(library):
    """Return of each figure, by its article's file and its value, its address and the row of the quantity it tells."""
    rows = library.snapshot.query(
        "SELECT regexp_extract(source, '[^/.]+[.]txt$'), f.low::INTEGER, f.key, f.number, i.indicator, i.measure, "
        "i.aside, i.reason FROM figures f JOIN current USING (key) LEFT JOIN indicators i USING (key, number) "
        "ORDER BY ALL"
    ).fetchall()
    return {f"{file.partition('.')[0]} {value}": rest for file, value, *rest in rows}


def addresses(library, *figures):
    rows = told(library)
    return [tuple(rows[figure][:2]) for figure in figures]


def of(library, figure):
    """Return the figures that tell the quantity that a figure tells."""
    rows = told(library)
    return {name for name, row in rows.items() if row[2] and row[2] == rows[figure][2]}


def measure(library, figure):
    return told(library)[figure][3]


DEAD, HURT = {"courier 84", "ledger 84", "post 86"}, {"courier 312", "post 340"}


def test_without_a_decision_the_rules_decide(quake):
    library, _ = quake
    assert of(library, "courier 84") == DEAD
    assert of(library, "courier 312") == HURT
    assert of(library, "ledger 312") == {"ledger 312"}


def test_what_is_joined_is_one_quantity_and_says_so(quake):
    library, _ = quake
    assert figures_by_hand.together(library, addresses(library, "courier 312", "ledger 312")) == 1
    assert of(library, "courier 312") == HURT | {"ledger 312"}
    assert told(library)["ledger 312"][-1].endswith(grounds.BY_HAND)
    assert of(library, "courier 84") == DEAD
    assert not library.stale


def test_what_is_told_apart_leaves_all_others_together(quake):
    library, _ = quake
    rest = addresses(library, "ledger 84", "post 86")
    assert figures_by_hand.apart(library, addresses(library, "courier 84"), rest) == 1
    assert of(library, "courier 84") == {"courier 84"}
    assert of(library, "post 86") == {"ledger 84", "post 86"}


def test_the_later_of_two_decisions_holds_also_through_a_third_figure(quake):
    library, _ = quake
    hurt = addresses(library, "courier 312", "ledger 312", "post 340")
    figures_by_hand.together(library, hurt)
    figures_by_hand.apart(library, hurt[:1], hurt[1:])
    assert of(library, "courier 312") == {"courier 312"}
    assert of(library, "ledger 312") == {"ledger 312", "post 340"}  # which only the first decision joined
    figures_by_hand.together(library, hurt[:2])
    assert of(library, "courier 312") == {"courier 312", "ledger 312", "post 340"}


def test_a_forecast_and_a_fact_that_are_joined_are_one_quantity(tmp_path):
    texts = {
        "a": "The port of Saltmouth cost 412 million crowns in 2024, the harbour board said on Monday.",
        "b": "The port of Saltmouth will cost 500 million crowns in 2024, the harbour board forecast.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"Port of Saltmouth\n\n{text}\n")
    library = Library(tmp_path / "library")
    pipeline.add([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], library, jobs=1, topic="port")
    costs = addresses(library, "a 412000000", "b 500000000")
    figures_by_hand.together(library, costs)
    assert of(library, "a 412000000") == {"a 412000000", "b 500000000"}


def test_a_name_is_the_quantitys_whichever_figure_it_was_given_to(quake):
    library, _ = quake
    figures_by_hand.name(library, addresses(library, "post 86"), "deaths <b>in</b> Orsa")
    assert {measure(library, figure) for figure in DEAD} == {"deaths <b>in</b> Orsa"}
    figures_by_hand.name(library, addresses(library, *sorted(DEAD)), "dead")
    assert {measure(library, figure) for figure in DEAD} == {"dead"}
    figures_by_hand.name(library, addresses(library, *sorted(DEAD)), None)
    assert "people" in measure(library, "post 86")


def test_of_two_quantities_with_names_that_are_joined_the_last_name_counts(quake):
    library, _ = quake
    figures_by_hand.name(library, addresses(library, "post 340"), "hurt")
    figures_by_hand.name(library, addresses(library, "ledger 312"), "in hospital")
    figures_by_hand.together(library, addresses(library, "post 340", "ledger 312"))
    assert measure(library, "post 340") == "in hospital"


def test_what_is_set_aside_stands_last_until_it_is_taken_back(quake):
    library, _ = quake
    dead = addresses(library, *sorted(DEAD))
    figures_by_hand.set_aside(library, dead[-1:], aside=True)
    rows = library.indicators()
    assert rows["aside"].tolist() == [False] * (len(rows) - 1) + [True]
    assert rows["statements"].iloc[-1] == len(DEAD)
    figures_by_hand.set_aside(library, dead, aside=False)
    assert not library.indicators()["aside"].any()


def test_every_decision_is_taken_back_by_itself(quake):
    library, _ = quake
    before = told(library)
    figures_by_hand.together(library, addresses(library, "courier 312", "ledger 312"))
    figures_by_hand.apart(library, addresses(library, "courier 84"), addresses(library, "post 86"))
    figures_by_hand.name(library, addresses(library, "courier 84"), "toll")
    figures_by_hand.set_aside(library, addresses(library, "courier 40000000"), aside=True)
    made = list(library.edits()["id"])
    for one in sorted(made):  # in whatever order
        assert by_hand.undo(library, [one]) == 1
    assert told(library) == before
    assert len(library.edits()) == 2 * len(made)


def test_decisions_outlast_text_that_comes_in_above_and_other_rules(quake, tmp_path, monkeypatch):
    _, files = quake
    library = Library(tmp_path / "own")
    pipeline.add([str(files)], library, jobs=1)
    figures_by_hand.together(library, addresses(library, "courier 312", "ledger 312"))
    figures_by_hand.apart(library, addresses(library, "courier 84"), addresses(library, "ledger 84", "post 86"))
    figures_by_hand.name(library, addresses(library, "post 86"), "toll")
    for name, text in QUAKE.items():
        title, _, body = text.partition("\n\n")
        above = "The ministry counts as follows; 84 villages and 312 houses were searched by 86 soldiers.\n"
        (files / name).write_text(f"{title}\n\n{above * 3}{body}")
    monkeypatch.setattr(figures_by_hand.pipeline.rules, "analysis_version", lambda: "other rules")
    keys = {row[0] for row in told(library).values()}
    assert pipeline.add([str(files)], library, jobs=1).replaced == len(QUAKE)
    rows = library.snapshot.query(
        """
        SELECT regexp_extract(source, '[^/.]+[.]txt$'), f.low::INTEGER, i.indicator, i.measure, f.start, f.key
        FROM figures f JOIN current USING (key) JOIN indicators i USING (key, number) WHERE f.start > 250
        """
    ).fetchall()
    found = {f"{file.partition('.')[0]} {value}": rest for file, value, *rest in rows}
    assert not keys & {row[-1] for row in rows}
    assert found["courier 312"][0] == found["ledger 312"][0]
    assert found["courier 84"][0] not in (found["ledger 84"][0], found["post 86"][0])
    assert found["post 86"][1] == "toll"


def test_only_the_walls_that_are_concerned_are_linked_again(quake, tmp_path, monkeypatch):
    library, _ = quake
    (tmp_path / "ferry.txt").write_text(
        "Ferry strike\n\nThe strike of 312 sailors stopped 12 ferries on Monday.\n"
    )
    pipeline.add([str(tmp_path / "ferry.txt")], library, jobs=1, topic="ferries")
    asked = []
    linking = figures_by_hand.pipeline.core.link.linking
    whole = linking.within
    monkeypatch.setattr(linking, "within", lambda rows, *rest: asked.append(len(rows)) or whole(rows, *rest))
    before = told(library)
    figures_by_hand.name(library, addresses(library, "post 86"), "toll")
    assert len(asked) == 1
    assert told(library)["ferry 312"] == before["ferry 312"]
    pipeline.link(library)
    assert len(asked) == 1  # for they are fresh
    assert measure(library, "courier 84") == "toll"


def test_where_articles_wait_to_be_linked_a_decision_shows_and_they_wait_on(quake, monkeypatch):
    library, _ = quake
    monkeypatch.setattr(pipeline, "link", lambda library: None)
    by_hand.store.correct(library, "published", {addresses(library, "post 86")[0][0]: "2025-03-05"})
    assert library.stale
    figures_by_hand.name(library, addresses(library, "post 86"), "toll")
    assert measure(library, "courier 84") == "toll"
    assert library.stale


def test_a_full_linking_finds_the_same_as_the_walls_alone(quake, monkeypatch):
    library, _ = quake
    figures_by_hand.together(library, addresses(library, "courier 312", "ledger 312"))
    figures_by_hand.apart(library, addresses(library, "courier 84"), addresses(library, "post 86"))
    here = told(library)
    monkeypatch.setattr(rules, "link_version", lambda: "other rules of linking")
    pipeline.link(library)
    assert library.linked_by == "other rules of linking"
    assert told(library) == here


def test_the_history_and_the_export_tell_every_decision(quake):
    library, _ = quake
    figures_by_hand.name(library, addresses(library, "post 86"), "toll")
    figures_by_hand.set_aside(library, addresses(library, "post 86"), aside=True)
    exported = export.rows(library, "edits")
    assert exported["what"].tolist() == ["set aside", "quantity name"]
    assert '"86"' in exported["within"].iloc[1]
    shown = export.rows(library, "indicators")
    assert shown["measure"].iloc[-1] == "toll"  # set aside, and last


def test_a_figure_of_an_article_that_was_removed_is_passed_over(quake):
    library, _ = quake
    figures_by_hand.together(library, addresses(library, "courier 312", "ledger 312", "post 340"))
    pipeline.remove(library, keys=[addresses(library, "courier 312")[0][0]])
    assert of(library, "ledger 312") == {"ledger 312", "post 340"}


@pytest.mark.parametrize("act", ["together", "apart"])
def test_a_decision_about_nothing_is_refused(quake, act):
    library, _ = quake
    figure = addresses(library, "post 86")
    with pytest.raises(ValueError, match="figures"):
        figures_by_hand.together(library, figure) if act == "together" else figures_by_hand.apart(
            library, figure, figure
        )
    assert library.edits().empty
