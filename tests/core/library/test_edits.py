"""What an analyst changes lasts: over new analyses, changed files and several processes, with a history and undo."""

from __future__ import annotations

import datetime
import multiprocessing
import shutil

import pandas as pd
import pytest

from core import export, pipeline, rules
from core.library import Library, parts, quoted, store
from core.library.edits import Change, compose
from core.library.questions import summaries
from core.library.questions.filters import ALL

TEXT = """{title}

The harbour at Saltmouth will be rebuilt next year, the council decided after a long debate on Monday.

“The old quay has served us well,” said {speaker}. {speaker} told reporters that the work would cost £12 million.
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    (folder / "a.txt").write_text(TEXT.format(title="Quay to go", speaker="Ines Ruiz"))
    (folder / "b.txt").write_text(TEXT.format(title="Harbour rebuilt", speaker="Agnes Ruiz"))
    return folder


@pytest.fixture(scope="module")
def analysed(files, tmp_path_factory):
    library = Library(tmp_path_factory.mktemp("once") / "library")
    pipeline.add([str(files)], library, jobs=1)
    return library


@pytest.fixture
def read(analysed, tmp_path):
    """Return a library of two articles that were read, analysed and linked."""
    return Library(shutil.copytree(analysed.path, tmp_path / "library"))


def keys(library):
    rows = library.articles()
    return {row.source.rpartition("/")[2]: row.key for row in rows.itertuples()}


def row(library, name="a.txt"):
    rows = library.articles()
    return rows[rows.source.str.endswith(name)].iloc[0]


def speakers(library):
    rows = library.run(summaries.speakers(ALL))
    return dict(zip(rows.speaker, rows.articles, strict=True))


def grouped(library):
    rows = library.groups()
    return dict(zip(rows.actor, rows.speaker_group, strict=True))


def undo_last(library):
    return store.undo(library, [library.edits().id[0]])


def test_corrections_of_an_article_show_everywhere_with_what_was_read_beside_them(read):
    key = keys(read)["a.txt"]
    store.correct(read, "outlet", {key: "Hill Post"})
    store.correct(read, "published", {key: "2025-03-04"})
    store.correct(read, "topic", {key: "ports"})
    store.correct(read, "title", {key: "A quay goes"})
    shown = row(read)
    assert (shown.outlet, shown.topic, shown.title_shown) == ("Hill Post", "ports", "A quay goes")
    assert (shown.published, shown.published_from) == (pd.Timestamp("2025-03-04"), "given")
    assert shown.published_reason == "Corrected by hand; as read: unknown."
    assert shown.topic_as_read != "ports"
    assert pd.isna(shown.outlet_as_read)
    assert shown.corrected == "outlet, published, title, topic"
    article = read.article(key)
    assert (article.outlet, article.title) == ("Hill Post", "A quay goes")
    assert article.publication.date == datetime.date(2025, 3, 4)
    assert read.attributions().query("key == @key").outlet.unique().tolist() == ["Hill Post"]


def test_corrections_outlast_a_new_analysis_and_a_changed_file(read, files, monkeypatch):
    before = keys(read)["a.txt"]
    store.correct(read, "outlet", {before: "Hill Post"})
    monkeypatch.setattr(rules, "analysis_version", lambda: "other rules")
    assert pipeline.refresh(read, jobs=1).replaced == 2
    assert row(read).outlet == "Hill Post"
    text = (files / "a.txt").read_text()
    (files / "a.txt").write_text(f"{text}\nThe mayor welcomed the decision on Friday.\n")
    assert pipeline.refresh(read, jobs=1).replaced == 1
    (files / "a.txt").write_text(text)
    assert row(read).key != before
    assert row(read).outlet == "Hill Post"


def test_the_last_edit_wins_and_undo_goes_back_step_by_step(read):
    key = keys(read)["a.txt"]
    for outlet in ("One", "Two", ""):
        store.correct(read, "outlet", {key: outlet})
    assert row(read).outlet is None or pd.isna(row(read).outlet)
    history = read.edits()
    assert history.after.tolist() == ["", "Two", "One"]
    assert history.in_force.tolist() == [True, False, False]
    assert store.undo(read, [history.id[2]]) == 0  # replaced long since
    undo_last(read)
    assert row(read).outlet == "Two"
    undo_last(read)  # undoing the undo makes the change again
    assert pd.isna(row(read).outlet)
    assert len(read.edits()) == 5


def test_two_speakers_become_one_and_come_apart_again(read):
    assert speakers(read) == {"Ines Ruiz": 1, "Agnes Ruiz": 1}
    store.edit(read, [Change("actor", "Agnes Ruiz", "Ines Ruiz")])
    assert speakers(read) == {"Ines Ruiz": 2}
    assert len(read.mentions("Ines Ruiz")) == 4
    assert "Agnes Ruiz" not in set(read.actors().actor)
    assert not read.stale
    undo_last(read)
    assert speakers(read) == {"Ines Ruiz": 1, "Agnes Ruiz": 1}


def test_merges_are_followed_to_the_end_and_a_circle_ends_at_the_last_name(read):
    store.edit(read, [Change("actor", "Agnes Ruiz", "Ines Ruiz"), Change("actor", "Ines Ruiz", "Dr Ines Ruiz")])
    assert speakers(read) == {"Dr Ines Ruiz": 2}
    store.edit(read, [Change("actor", "Dr Ines Ruiz", "Agnes Ruiz")])
    assert speakers(read) == {"Agnes Ruiz": 2}


def test_a_name_can_mean_another_actor_in_one_article_alone(read):
    store.edit(read, [Change("actor", "Agnes Ruiz", "Ines Ruiz")])
    store.edit(read, [Change("name", "Agnes Ruiz", "A. Ruiz of Saltmouth", within=row(read, "b.txt").source)])
    assert speakers(read) == {"Ines Ruiz": 1, "A. Ruiz of Saltmouth": 1}


def test_a_group_follows_its_speaker_to_the_name_it_is_merged_under(read):
    store.edit(read, [Change("group", "Agnes Ruiz", "government")])
    store.edit(read, [Change("actor", "Agnes Ruiz", "Ines Ruiz")])
    assert grouped(read) == {"Ines Ruiz": "government"}
    assert set(read.attributions().speaker_group) == {"government"}
    store.edit(read, [Change("group", "Ines Ruiz", "expert")])
    assert grouped(read) == {"Ines Ruiz": "expert"}


def test_topics_are_renamed_in_all_articles(read):
    there = keys(read)
    store.correct(read, "topic", {there["a.txt"]: "ports", there["b.txt"]: "harbours"})
    store.edit(read, [Change("topic name", "ports", "harbours")])
    assert read.articles().topic.tolist() == ["harbours", "harbours"]
    assert row(read).topic_as_read != "harbours"


def test_an_article_leaves_its_story_or_joins_that_of_another(read):
    there = keys(read)
    story = row(read, "a.txt").story
    assert row(read, "b.txt").story == story
    other = next(name for name, key in there.items() if key != story)
    store.correct(read, "story", {there[other]: ""})
    assert row(read, other).story == there[other]
    store.correct(read, "story", {there[other]: story})
    assert row(read, other).story == story


def test_a_corrected_date_makes_links_stale_until_they_are_made_again(read):
    store.correct(read, "published", {keys(read)["a.txt"]: "2025-03-04"})
    assert read.stale
    pipeline.link(read)
    assert not read.stale
    store.correct(read, "outlet", {keys(read)["a.txt"]: "Hill Post"})
    assert not read.stale


def test_notes_and_labels_are_kept_and_exported(read, tmp_path):
    key = keys(read)["a.txt"]
    store.correct(read, "note", {key: "=read again"})
    store.correct(read, "labels", {key: "local, ports"})
    assert export.export_tables(read, "articles", "csv", tmp_path / "articles.csv") == 2
    written = pd.read_csv(tmp_path / "articles.csv").set_index("key").loc[key]
    assert (written.note, written.labels) == ("'=read again", "local, ports")
    assert pd.isna(written.corrected)
    assert export.export_tables(read, "edits", "jsonl", tmp_path / "edits.jsonl") == 2


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change("published", "a", "next week"), "no date"),
        (Change("published", "a", "2025-02-30"), "no date"),
        (Change("colour", "a", "red"), "can't be edited"),
        (Change("actor", " ", "red"), "of what"),
        (Change("actor", "a", " "), "empty"),
        (Change("note", "a", "x" * 10_001), "10,000"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words_and_nothing_of_it_is_kept(read, change, why):
    with pytest.raises(ValueError, match=why):
        store.edit(read, [Change("group", "Ines Ruiz", "expert"), change])
    assert read.edits().empty


@pytest.mark.parametrize("value", ["a\udc80b", "nul\x00", "'; DROP TABLE edited; --", "ünï 🚢", "\u202e"])
def test_any_text_can_be_a_value(read, value):
    store.correct(read, "outlet", {keys(read)["a.txt"]: value})
    assert row(read).outlet == value.replace("\udc80", "?").replace("\x00", "")


# Forked from a server that has imported everything: the two begin together, and meet.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["core.pipeline"])


def _name_many(path, who):
    library = Library(path)
    for number in range(10):
        store.edit(library, [Change("group", f"{who} {number}", who)])


def test_two_processes_that_edit_at_once_lose_nothing(read):
    both = [processes.Process(target=_name_many, args=(read.path, who)) for who in ("one", "two")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert read.groups().speaker_group.value_counts().to_dict() == {"one": 10, "two": 10}


def test_articles_taken_out_of_their_story_can_be_one_again_by_hand(read):
    keys = dict(zip(read.articles().source.map(lambda source: source[-5:]), read.articles().key, strict=True))
    store.correct(read, "story", dict.fromkeys(keys.values(), ""))
    assert row(read, "a.txt").story != row(read, "b.txt").story
    store.correct(read, "story", {keys["b.txt"]: keys["a.txt"]})
    assert row(read, "b.txt").story == row(read, "a.txt").story == keys["a.txt"]


def test_a_story_goes_by_the_name_it_was_given_until_that_is_taken_back(read):
    def label() -> str:
        rows = read.choices()
        return rows[(rows["field"] == "story") & (rows["articles"] == 2)]["label"].iloc[0]

    as_told = label()
    key = row(read, "b.txt").key
    store.correct(read, "story name", {key: "The quay"})
    assert label() == "The quay"
    store.correct(read, "story name", {key: None})
    assert label() == as_told


def test_compacting_merges_edits_and_keeps_their_history(read):
    for outlet in ("One", "Two", "Three"):
        store.correct(read, "outlet", {keys(read)["a.txt"]: outlet})
    before = read.edits()
    store.compact(read)
    assert len(parts.names(read.path / "edits")) == 1
    pd.testing.assert_frame_equal(read.edits(), before)
    assert row(read).outlet == "Three"


def test_edits_are_read_whatever_becomes_of_the_tables_of_articles(read, monkeypatch):
    store.correct(read, "outlet", {keys(read)["a.txt"]: "One"})
    (next((read.path / "parts").iterdir()) / parts.ABOUT).write_text("{")
    assert Library(read.path).edits().after.tolist() == ["One"]


def test_a_damaged_part_of_edits_is_told_and_left_out(read):
    store.correct(read, "outlet", {keys(read)["a.txt"]: "One"})
    next((read.path / "edits").glob("*/edits.parquet")).write_bytes(b"")
    library = Library(read.path)
    assert library.edits().empty
    assert "corrections in it are lost" in library.problems[0]


@pytest.mark.parametrize(("day", "held"), [("2025-03-31", True), ("2025-04-01", True), ("2025-04-02", False)])
def test_a_day_may_have_begun_where_the_analyst_is_and_no_later_one_is_taken(day, held):
    now = datetime.datetime(2025, 3, 31, 23, 59, tzinfo=datetime.UTC).replace(tzinfo=None)
    if held:
        assert [edit.after for edit in compose([Change("published", "a.txt", day)], [], now)] == [day]
    else:
        with pytest.raises(ValueError, match="2 Apr 2025 lies in the future"):
            compose([Change("published", "a.txt", day)], [], now)


def figures_of(library):
    """Return a quotation of each figure of the library."""
    rows = library.figures()
    found = {}
    for one in rows.itertuples():
        text = library.article(one.key).text
        source = row(library, library.articles().set_index("key").loc[one.key, "source"]).source
        found[source.rpartition("/")[2]] = quoted.quote(source, text, one.start, one.end)
    return found


def decision(what, *groups, after="yes"):
    return Change(what, "", after, quoted.written(groups))


def forced(library):
    history = library.edits()
    return history[history.in_force].what.tolist()


def test_a_decision_on_figures_is_kept_with_what_is_quoted_and_makes_links_stale(read):
    one, other = figures_of(read).values()
    assert not read.stale
    assert store.edit(read, [decision("one quantity", [one, other])]) == 1
    assert read.stale
    (kept,) = read.edits().itertuples()
    assert (kept.key, kept.after, quoted.read(kept.within)) == (one.source, "yes", [[one, other]])
    undo_last(read)
    assert not read.stale  # as if nothing had been said


def test_of_two_decisions_the_later_holds_however_often_they_are_made(read):
    one, other = figures_of(read).values()
    joined, parted = decision("one quantity", [one, other]), decision("another quantity", [one], [other])
    assert [store.edit(read, [made]) for made in (joined, joined, parted, joined)] == [1, 0, 1, 1]
    assert forced(read) == ["one quantity", "another quantity"]  # the latest first
    undo_last(read)
    assert forced(read) == ["another quantity"]
    undo_last(read)  # undoing the undo says it again
    assert forced(read) == ["one quantity", "another quantity"]
    first = read.edits().query("what == 'another quantity'").id.iloc[-1]
    assert store.undo(read, [first]) == 1  # though something else was said since
    assert forced(read) == ["one quantity"]


def test_a_quantity_has_the_last_name_it_was_given(read):
    one, _ = figures_of(read).values()
    for name in ("Cost of the quay", "  Cost \n of the harbour "):
        store.edit(read, [decision("quantity name", [one], after=name)])
    assert read.edits().after.tolist() == ["Cost of the harbour", "Cost of the quay"]
    undo_last(read)
    assert read.edits().after.tolist()[0] == "Cost of the quay"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("one quantity", "a.txt", "yes"), "no figures that were quoted"),
        (Change("one quantity", "a.txt", "yes", "[[]]"), "which figures are meant"),
        (decision("quantity name", [quoted.Quoted("a", "84", "", "", 0)], after=" \n"), "can't be empty"),
        (decision("quantity name", [quoted.Quoted("a", "84", "", "", 0)], after="x" * 201), "200 characters"),
        (decision("one quantity", [quoted.Quoted("a", "84", "", "", n) for n in range(2_001)]), "at once"),
    ],
)
def test_a_decision_that_names_no_figures_or_an_endless_name_is_refused(read, change, said):
    with pytest.raises(ValueError, match=said):
        store.edit(read, [change])
    assert read.edits().empty
