"""The sidebar, the sentence, the address, saved searches and the dead end, without a browser."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from core.library import Filters, Library, Search, store
from core.library.edits import Change
from dashboard.filtering import choosing, cite, sentence
from dashboard.showing import address
from dashboard.showing.address import EMPTY

APP = str(Path(__file__).parents[3] / "dashboard" / "app.py")


@pytest.fixture
def library(sample, tmp_path):
    """A copy of the sample that a test may change."""
    return Path(shutil.copytree(sample, tmp_path / "kept"))


@pytest.fixture
def visit(request, sample, monkeypatch):
    """Open the dashboard at an address, on the copy where a test asks for one."""
    changed = "library" in request.fixturenames
    monkeypatch.setenv("COVERAGE_LIBRARY", str(request.getfixturevalue("library") if changed else sample))

    def start(**parameters: str | list[str]) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=30)
        for name, value in parameters.items():
            app.query_params[name] = value
        return sound(app.run())

    return start


def sound(app: AppTest) -> AppTest:
    assert not app.exception, [error.value for error in app.exception]
    assert not app.error, [error.value for error in app.error]
    return app


def said(app: AppTest) -> str:
    return next(item.proto.body for item in app.main.get("html"))


def choose(app: AppTest, widget: str, *names: str) -> AppTest:
    """Choose options by the beginnings of their labels, as a person would."""
    box = app.multiselect(key=widget)
    labels = [label for name in names for label in box.options if label.startswith(name)]
    assert len(labels) == len(names)
    box._value = labels  # AppTest's own setter formats values a second time
    return sound(app.run())


def offered(app: AppTest, widget: str) -> dict[str, int]:
    rows = (label.rsplit(" · ", 1) for label in app.multiselect(key=widget).options)
    return {name: int(number) for name, number in rows}


def test_choices_tell_how_many_articles_they_would_leave(visit):
    app = visit(outlet="Daily Ledger")
    assert offered(app, "outlet-shown")["The Vale Courier"] == 3
    assert offered(app, "topic-shown") == {"Harrow Vale tram": 3}
    assert said(app).count("3 articles from Daily Ledger") == 1


def test_articles_are_chosen_by_the_labels_they_were_given(visit, library):
    assert "label-shown" not in [box.key for box in visit(language="en").multiselect]
    own = Library(library)
    keys = list(own.articles()["key"])
    store.correct(own, "labels", {keys[0]: "local, to check", keys[1]: "Local"})
    app = visit(label="Local")
    assert "2 articles from" in said(app)
    assert "labelled “Local”" in said(app)
    assert sorted(offered(app, "label-shown").values()) == [1, 2]
    app.button(key="remove-label-Local").click()
    assert "16 articles" in said(sound(app.run()))


def test_an_expander_with_something_chosen_opens_by_itself(visit):
    assert "actor-shown" not in [box.key for box in visit().multiselect]
    app = visit(actor="Ruth Okafor")
    assert "name Ruth Okafor" in said(app)
    assert offered(app, "actor-shown")["Ruth Okafor"] == 7
    assert offered(app, "speaker-shown")


def test_every_filter_stands_in_the_sentence_and_can_be_taken_away(visit):
    app = visit(
        **{"from": "2025-01-01", "to": "2025-12-31"},
        topic="Harrow Vale tram",
        outlet=["Daily Ledger", "The Vale Courier"],
        actor="Ruth Okafor",
        speaker="Ruth Okafor",
        language="en",
        words='tram "million"',
        undated="false",
        copies="false",
    )
    for part in (
        "on Harrow Vale tram from Daily Ledger and The Vale Courier in English",
        "name Ruth Okafor and quote Ruth Okafor",
        "with the words “tram” and “million”",
        "articles without a date and copies left out",
    ):
        assert part in said(app)
    taken = [button.key for button in app.main.button if str(button.key).startswith("remove-")]
    assert len(taken) == 11
    for key in taken:
        app.button(key=key).click()
        sound(app.run())
    assert all(app.session_state[key] == empty for key, empty in EMPTY.items())


def test_nothing_left_offers_a_way_back_for_each_filter(visit):
    app = visit(words="xylophonically", outlet="Daily Ledger", copies="false")
    labels = {button.key: button.label for button in app.main.button}
    assert labels["without-words"] == "Without the words: 2 articles"  # one of the three is a copy
    assert labels["without-outlet"] == "Without the outlet: 0 articles"
    assert labels["without-all"] == "Clear all: 16 articles"
    app.button(key="without-words").click()
    assert "2 articles from Daily Ledger" in said(sound(app.run()))


def test_clear_all_clears_all(visit):
    app = visit(words="xylophonically", actor="Nobody", spoken="true", **{"from": "1999-01-01"})
    app.button(key="without-all").click()
    assert said(sound(app.run())).count("16 articles") == 1


def test_dates_have_presets_of_the_librarys_own_span(visit):
    app = visit()
    box = app.selectbox(key="dates-shown")
    assert box.options[1].startswith("Last 7 days to 8 May 2025 · ")
    box.set_value("2022")
    sound(app.run())
    assert (app.session_state["from"], app.session_state["to"]) == (
        datetime.date(2022, 1, 1),
        datetime.date(2022, 12, 31),
    )
    assert app.selectbox(key="dates-shown").value == "2022"
    app.date_input(key="to").set_value(datetime.date(2022, 12, 30))
    assert sound(app.run()).selectbox(key="dates-shown").value == "own"
    app.toggle(key="spoken").set_value(True)
    assert "speaking of days 1 Jan – 30 Dec 2022" in said(sound(app.run()))


def test_a_search_is_kept_applied_used_as_a_topic_deleted_and_brought_back(visit, library):
    app = visit(outlet="Daily Ledger", words="tram")
    app.text_input(key="search-name").set_value("Ledger on trams")
    app.run()
    app.button(key="search-keep").click()
    sound(app.run())
    assert [(row.key, row.after) for row in Library(library).edits().itertuples()] == [
        ("Ledger on trams", "outlet=Daily+Ledger&words=tram")
    ]

    app = visit(search="Ledger on trams")
    assert "3 articles on the saved search “Ledger on trams”" in said(app)
    assert offered(app, "topic-shown")["⌕ Ledger on trams"] == 3
    app.button(key="search-apply-0").click()
    assert "3 articles from Daily Ledger with the words “tram”" in said(sound(app.run()))

    app.button(key="search-delete-0").click()
    sound(app.run())
    assert not [button for button in app.sidebar.button if button.key == "search-apply-0"]
    back = next(button for button in app.sidebar.button if str(button.key).startswith("search-back-"))
    back.click()
    assert sound(app.run()).button(key="search-apply-0").label == "Ledger on trams"


def test_a_search_joins_a_topic_by_or(visit, library):
    store.edit(Library(library), [Change("search", "talks", "topic=Union+State+talks")])
    app = visit(search="talks", topic="Harrow Vale tram")
    assert said(app).count("16 articles on Harrow Vale tram or the saved search “talks”") == 1


def test_a_search_isnt_kept_twice_nor_inside_itself(visit, library):
    store.edit(Library(library), [Change("search", "talks", "topic=Union+State+talks")])
    app = visit(search="talks")
    for name, told in (("talks", "is among these filters itself"), ("", "Give the search a name first")):
        app.text_input(key="search-name").set_value(name)
        app.run()
        app.button(key="search-keep").click()
        app.run()
        assert not app.exception
        assert told in app.error[0].value


def test_a_damaged_search_is_told_in_a_sentence(visit, library):
    broken = "from=someday&colour=red&outlet=Daily+Ledger&copies=perhaps&search=lost"
    loop = [Change("search", "a", "search=b"), Change("search", "b", "search=a")]
    store.edit(
        Library(library), [Change("search", "broken", broken), Change("search", "%%&=;\x01", "&&&=%ff"), *loop]
    )
    app = visit(search=["broken", "a", "gone", "%%&=;\x01"])
    told = "\n".join(caption.value for caption in app.sidebar.caption)
    assert "which is no filter here and is left out" in told
    app = visit(search="gone")
    assert "is not in this library" in app.main.warning[0].value.replace("\\", "")
    assert "which is no filter here" in visit(search="broken").main.warning[0].value
    app = visit(search="a")
    assert "0 articles on the saved search “a”" in said(app)


def test_a_view_is_cited_with_its_sentence_library_state_and_address(visit, library):
    app = visit(outlet="Daily Ledger")
    cited = next(code.value for code in app.main.code if code.value.startswith("Coverage"))
    assert "“Overview”: 3 articles from Daily Ledger" in cited
    assert f"Library “kept”, state {Library(library).version[:12]}" in cited
    assert cited.endswith("outlet=Daily+Ledger")
    assert cite.text("Voices", "2 articles", "l", "0123456789abcdef", "1 May 2025", "") == (
        "Coverage, “Voices”: 2 articles. Library “l”, state 0123456789ab, seen 1 May 2025."
    )


HOSTILE = (
    "<script>alert(1)</script>",
    "![x](http://evil.example/a.png)",
    ":red[x] · 4",
    "a=b&c",
    "\u202eesrever",
    "W" * 300,
)


def test_hostile_names_stay_what_they_are(visit, library):
    store.edit(Library(library), [Change("search", name, "words=tram") for name in HOSTILE])
    app = visit(topic=list(HOSTILE), search=list(HOSTILE), actor=list(HOSTILE), outlet=list(HOSTILE))
    assert app.session_state["actor"] == list(HOSTILE)
    assert "<script>" not in said(app)
    assert "&lt;script&gt;" in said(app)
    for button in [*app.main.button, *app.sidebar.button]:
        assert "![x](" not in button.label
        assert ":red[" not in button.label
        assert len(button.label) < 300
    app.button(key="without-all").click()
    assert "16 articles" in said(sound(app.run()))


def test_labels_that_look_alike_are_told_apart():
    named = {
        ("topic", name): choosing.Offer("topic", name, name, 2) for name in ("W" * 70, "W" * 71, "", "x · 2", "x")
    }
    labels = choosing.labelled(named)
    assert len(set(labels.values())) == len(named)


def test_what_an_address_says_wrong_is_told_and_left_out():
    read = address.read("topic=a&topic=a&topic=b&from=2025-13-01&to=0001-01-01&copies=FALSE&nothing=1&undated=x")
    assert read.chosen == {**EMPTY, "topic": ["a", "b"], "copies": False}
    assert read.unknown == ("from=2025-13-01", "to=0001-01-01", "nothing=1", "undated=x")
    assert address.read("&".join(["a=b"] * 5000)).chosen == EMPTY


def test_searches_inside_one_another_end():
    saved = {str(number): f"search={number + 1}&topic={number}" for number in range(50)} | {"self": "search=self"}
    found, depth = address.filters({"search": ["0"]}, saved), 0
    while found.searches:
        found, depth = found.searches[0].filters, depth + 1
    assert depth <= address.DEEPEST + 1
    assert address.filters({"search": ["self"]}, saved).searches[0].filters.searches[0].filters.articles == ("",)


PARAMETER = {
    key: st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=3, unique=True)
    if empty == []
    else st.booleans()
    if isinstance(empty, bool)
    else st.text(st.characters(exclude_categories=["Cs"]))
    if empty == ""
    else st.none() | st.dates(address.EARLIEST)
    for key, empty in EMPTY.items()
}


@settings(max_examples=50)
@given(st.fixed_dictionaries(PARAMETER))
def test_what_is_written_into_an_address_is_read_again(chosen):
    read = address.read(address.write(chosen))
    assert read.chosen == chosen
    assert read.unknown == ()


@settings(max_examples=50)
@given(st.text())
def test_no_address_raises(query):
    address.filters(address.read(query).chosen, {"a": query})


def test_the_sentence_says_one_article_and_open_stretches():
    import pandas as pd  # noqa: PLC0415

    rows = pd.DataFrame({"outlet": ["A"], "published": pd.to_datetime(["2025-05-01"])})
    chosen = Filters(
        actors=("X", "Y"), speakers=("Z",), begin=datetime.date(2021, 1, 1), spoken=True,
        searches=(Search("s", Filters()),),
    )  # fmt: skip
    assert sentence.sentence(rows, chosen) == (
        "1 article on the saved search “s” from 1 outlet that names X or Y and quotes Z, "
        "speaking of days from 1 Jan 2021, published 1 May 2025"
    )
