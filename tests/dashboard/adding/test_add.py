"""Add articles, without a browser: dropped, pasted or from a folder, looked at, corrected, added, taken away again."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import pipeline
from core.library import Library
from dashboard.adding import adder, jobs
from dashboard.session import opened, places

ROOT = Path(__file__).parents[3]
FERRY = "Harbour ferry stops\n\nThe ferry stopped on Monday. It carried 4,100 people in 2024, said Edda Norrby.\n"
TRAM = "Tram costs rise\n\nThe tram will cost £38 million, the council said on Tuesday. Nobody knows who pays.\n"


@pytest.fixture
def library(tmp_path, monkeypatch):
    """An empty library on a shelf of its own."""
    monkeypatch.setattr(places, "SHELF", tmp_path / "library")
    path = tmp_path / "library" / "first"
    (path / "parts").mkdir(parents=True)
    monkeypatch.setenv("COVERAGE_LIBRARY", str(path))
    monkeypatch.setattr(jobs, "_run", here)
    return Library(path)


def here(job, request):
    """Do in this process what is done in one of its own; test_adding has that."""
    job.report = json.loads(json.dumps(adder.do(json.loads(json.dumps(request)), threading.Event(), adder.Told())))


@pytest.fixture
def app(library):
    return page()


def page(**address):
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.switch_page("views/add.py").run()
    return sound(app)


def sound(app):
    assert not app.exception, [error.value for error in app.exception]
    return app


def drop(app, **files):
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        app.file_uploader[0].upload(name.replace("__", "."), data)
    return sound(app.run())


def edit(app, column, value, row=0):
    """Write into a cell of the preview; what was written before stays, as in a browser."""
    cells = vars(app).setdefault("cells", {})
    cells.setdefault(row, {})[column] = value
    return write(app)


def write(app):
    if cells := vars(app).get("cells"):
        for table in app.data_editor:
            app.session_state[table.key] = {"edited_rows": cells, "added_rows": [], "deleted_rows": []}
    return sound(app.run())


def press(app, key):
    app.button(key=key).click()
    return write(app)


def finish(app, library):
    """Wait until nothing is being added any more, and draw the page again."""
    deadline = time.monotonic() + 60
    while any(job.running for job in jobs.jobs(library.path)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return sound(app.run())


def said(app):
    shown = [*app.text, *app.caption, *app.success, *app.error, *app.warning, *app.info]
    return "\n".join(item.value for item in shown)


def test_an_empty_library_leads_to_the_page(library):
    app = sound(AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run())
    assert "holds no articles yet" in app.info[0].value
    assert [link.label for link in app.get("page_link")] == ["Add articles"]


def test_dropped_files_are_shown_before_anything_is_added(app, library):
    drop(app, ferry__txt=FERRY, broken__txt=b"\x00\x01\x02\x03")
    table = app.data_editor[0].value
    assert list(table["Title"]) == ["Harbour ferry stops"]
    assert list(table["In the library"]) == ["new"]
    assert "title from the text" in table["How it is known"][0]
    assert "outlet, date, topic unknown" in table["How it is known"][0]
    refused = next(item.value for item in app.dataframe if "Why, and what to do" in item.value)
    assert list(refused["File"]) == ["broken.txt"]
    assert "binary data" in refused.iloc[0, 1]
    assert library.version == Library(library.path).version
    assert not (library.path / "added").exists()


def test_corrections_hold_when_the_articles_are_added_and_read_again(app, library):
    drop(app, ferry__txt=FERRY, broken__txt=b"\x00\x01\x02\x03")
    edit(app, "Outlet", "Valley Post")
    edit(app, "Date", "3 April 2025")
    edit(app, "Title", "=cmd()|'/bin/sh'!A1")
    press(app, "add")
    finish(app, library)
    assert "1 article added, 1 turned away" in said(app)
    (row,) = library.articles().itertuples()
    assert (row.outlet, str(row.published)[:10], row.title) == ("Valley Post", "2025-04-03", "=cmd()|'/bin/sh'!A1")
    dates = library.dates()
    assert set(dates[dates["text"] == "Monday"]["value"]) == {"2025-03-31"}
    assert pipeline.refresh(library, jobs=1).unchanged == 1
    assert list(library.rejections()["source"].map(lambda source: Path(source).name)) == ["broken.txt"]


def test_a_row_of_an_export_can_be_corrected_and_emptied(app, library):
    drop(
        app,
        rows__csv="text,outlet\n" + '"One tram runs. It is late.",Star\n"Two trams run. They are late.",Star\n',
    )
    edit(app, "Topic", "trams", row=1)
    edit(app, "Outlet", None, row=0)
    press(app, "add")
    finish(app, library)
    rows = [library.article(key) for key in library.articles()["key"]]
    found = {row.title_shown[:3]: (row.outlet, None if row.topic_derived else row.topic) for row in rows}
    assert found == {"One": (None, None), "Two": ("Star", "trams")}
    assert pipeline.refresh(library, jobs=1).unchanged == 2


def test_a_date_that_is_none_is_refused_in_a_sentence(app, library):
    drop(app, ferry__txt=FERRY)
    edit(app, "Date", "32 December 2024")
    assert "“32 December 2024”" in app.error[0].value.replace("\\", "")
    assert app.button(key="add").disabled
    edit(app, "Date", "31 December 2024")
    assert not app.error
    assert not app.button(key="add").disabled


def test_what_is_there_already_is_told_by_text_and_outlet(app, library, tmp_path):
    (tmp_path / "a.txt").write_text(FERRY)
    pipeline.add([str(tmp_path / "a.txt")], library, outlet="Star", jobs=1)
    drop(app, ferry__txt=FERRY, tram__txt=TRAM, again__txt=TRAM)
    rows = app.data_editor[0].value
    assert dict(zip(rows["File"], rows["In the library"], strict=True)) == {
        "again.txt": "new",
        "ferry.txt": "copy",
        "tram.txt": "twice here",
    }
    edit(app, "Outlet", "Star", row=1)
    assert app.data_editor[0].value["In the library"][1] == "already there"
    press(app, "add")
    finish(app, library)
    assert "1 article added, 2 there already" in said(app)


def test_pasted_text_is_kept_as_it_is(app, library):
    app.segmented_control(key="way").set_value("Pasted text").run()
    text = (
        "<b>Ferry</b> ../../stops\n\nHome | News | Sport\n\nThe ferry *stopped* on Monday. Nobody was hurt there."
    )
    app.text_area[0].set_value(text)
    app.get("form_submit_button")[0].click().run()
    edit(app, "Date", "2025-04-03")
    press(app, "add")
    finish(app, library)
    (row,) = library.articles().itertuples()
    assert library.article(row.key).text == text
    assert str(row.published)[:10] == "2025-04-03"
    (kept,) = (library.path / "added").rglob("*.txt")
    assert kept.parent.parent == library.path / "added"


def test_a_folder_is_read_where_it_is_and_refreshed(app, library, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "gone.txt").write_text(TRAM)
    app.segmented_control(key="way").set_value("A folder on this machine").run()
    app.text_input(key="path-0").set_value(str(folder))
    app.get("form_submit_button")[0].click().run()
    edit(app, "Title", "The ferry")
    press(app, "add")
    finish(app, library)
    assert sorted(library.articles()["title"]) == ["The ferry", "Tram costs rise"]
    assert sorted(path.name for path in folder.iterdir()) == ["ferry.txt", "gone.txt"]

    (folder / "gone.txt").unlink()
    (folder / "new.txt").write_text("A new bus\n\nThe bus came on Friday. People clapped for it.")
    press(app, "refresh")
    finish(app, library)
    assert "1 article added, 1 unchanged, 1 no longer where they were" in said(app)
    labels = [item.label for item in app.expander]
    assert {"New: 1", "Vanished: 1"} <= set(labels)
    assert len(library.articles()) == 3


def test_a_path_that_leads_nowhere_is_one_sentence(app):
    app.segmented_control(key="way").set_value("A folder on this machine").run()
    for named in ("/nowhere/at/all", "relative/nowhere", "\0", "x" * 5_000, "~nobody/here"):
        app.text_input(key="path-0").set_value(named)
        app.get("form_submit_button")[0].click().run()
        sound(app)
        assert ["There is no folder or file" in error.value for error in app.error] == [True], named


def test_the_library_itself_is_not_added_to_itself(app, library):
    app.segmented_control(key="way").set_value("A folder on this machine").run()
    app.text_input(key="path-0").set_value(str(library.path.parent))
    app.get("form_submit_button")[0].click().run()
    assert "holds this library itself" in app.error[0].value


def test_a_batch_is_removed_after_asking_once(app, library, tmp_path):
    for name, text in (("ferry", FERRY), ("tram", TRAM)):
        (tmp_path / f"{name}.txt").write_text(text)
        pipeline.add([str(tmp_path / f"{name}.txt")], library, jobs=1)
    sound(app.run())
    last, first = library.batches()["batch"]
    press(app, f"remove-batch-{first}")
    assert len(library.articles()) == 2
    press(app, f"keep-{first}")
    press(app, f"remove-batch-{first}")
    press(app, f"sure-{first}")
    finish(app, library)
    assert list(library.articles()["title"]) == ["Tram costs rise"]
    assert list(library.batches()["batch"]) == [last]
    assert "1 article removed" in said(app)


def test_with_a_batch_that_was_dropped_go_the_files_kept_of_it(app, library):
    drop(app, ferry__txt=FERRY, tram__txt=TRAM)
    press(app, "add")
    finish(app, library)
    kept = {Path(source) for source in library.articles()["source"]}
    assert len(kept) == 2
    assert all(file.is_file() for file in kept)
    batch = library.batches()["batch"].iloc[0]
    press(app, f"remove-batch-{batch}")
    press(app, f"sure-{batch}")
    finish(app, library)
    assert not any(file.parent.exists() for file in kept)


def test_a_library_is_emptied_only_by_its_name(app, library, tmp_path):
    (tmp_path / "ferry.txt").write_text(FERRY)
    pipeline.add([str(tmp_path / "ferry.txt")], library, jobs=1)
    sound(app.run())

    def empty(name):
        app.text_input(key="empty-library-name").set_value(name)
        [button for button in app.get("form_submit_button") if button.label == "Empty the library"][0].click()
        sound(app.run())

    empty("frist")
    assert "That is not its name" in app.error[0].value
    assert len(library.articles()) == 1
    empty("first")
    assert not app.error
    assert library.articles().empty
    assert (tmp_path / "ferry.txt").exists()
    assert "holds 0 articles" in said(app)


def test_a_new_library_is_made_opened_and_reopened_by_its_address(app, library, tmp_path):
    def make(name):
        app.text_input(key="new-library-name").set_value(name)
        [button for button in app.get("form_submit_button") if button.label == "Make and open it"][0].click()
        sound(app.run())

    for name in ("../evil", "", ".hidden", "first", "a/b", "con"):
        make(name)
        assert app.error, name
        assert sorted(path.name for path in tmp_path.rglob("parts")) == ["parts"]
    make("second")
    assert "“second”" in said(app)
    assert app.query_params["library"] == "second"
    drop(app, ferry__txt=FERRY)
    press(app, "add")
    second = Library(tmp_path / "library" / "second")
    finish(app, second)
    assert len(second.articles()) == 1
    assert library.articles().empty
    assert "“second”" in said(page(library="second"))


def test_an_address_opens_no_other_folder(library, tmp_path):
    (tmp_path / "elsewhere" / "parts").mkdir(parents=True)
    (tmp_path / "library" / "link").symlink_to(tmp_path / "elsewhere")
    assert list(opened.libraries()) == ["first"]
    for wanted in ("link", "../elsewhere", str(tmp_path / "elsewhere")):
        assert "“first”" in said(page(library=wanted))


def test_filters_of_one_library_do_not_hold_in_another(library, sample, tmp_path):
    pipeline.add([str(ROOT / "seeds")], library, jobs=1)
    (tmp_path / "ferry.txt").write_text(FERRY)
    pipeline.add([str(tmp_path / "ferry.txt")], Library(tmp_path / "library" / "second"), jobs=1)
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params["topic"] = "Union State talks"
    sound(app.run())
    assert app.metric[0].value != "16"
    app.selectbox(key="library").set_value("second")
    sound(app.run())
    assert app.metric[0].value == "1"
