"""What is dropped is kept under safe names, in a folder that reads as it was dropped."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import read
from core.model import Article, Rejection
from core.read import READERS
from dashboard.adding import dropped
from dashboard.adding.dropped import Upload


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../evil.txt", "evil.txt"),
        ("C:\\temp\\evil.TXT", "evil.txt"),
        ("/etc/passwd\x00.txt", "passwd.txt"),
        (".hidden.txt", "hidden.txt"),
        ("~$draft.txt", "__draft.txt"),
        ("README.txt", "article README.txt"),
        ("con.txt", "article con.txt"),
        ("a#7.csv", "a_7.csv"),
        ("<b>x</b>.html", "b_.html"),
        ("..", "article"),
        ("Żółw i kot.txt", "Żółw i kot.txt"),
    ],
)
def test_a_name_leads_nowhere_and_is_read(name, safe):
    assert dropped.safe_name(name, set()) == safe


@given(st.text(max_size=400), st.sampled_from(sorted(READERS)))
def test_any_name_is_one_that_any_disk_takes(name, suffix):
    safe = dropped.safe_name(name + suffix, {"article.txt"})
    assert safe == Path(safe).name
    assert len(safe.encode()) < 240
    assert not set(safe) & set('/\\<>:"|?*#\0')
    assert safe.lower() != "article.txt"
    assert Path(safe).suffix in READERS


def test_files_of_one_name_are_all_kept(tmp_path):
    uploads = [Upload("a.txt", b"One came."), Upload("x/A.txt", b"Two came."), Upload("a.txt", b"Three came.")]
    assert dropped.keep(tmp_path / "batch", uploads) == []
    assert {item.text for item in read.read_articles(tmp_path / "batch")} == {
        "One came.",
        "Two came.",
        "Three came.",
    }


def test_nothing_is_written_outside_the_batch(tmp_path):
    dropped.keep(
        tmp_path / "a" / "batch", [Upload("../../../evil.txt", b"Words."), Upload("/evil.txt", b"Words.")]
    )
    assert [path.parent for path in tmp_path.rglob("*.txt")] == [tmp_path / "a" / "batch"] * 2


def test_a_form_that_is_not_read_is_refused_and_not_written(tmp_path):
    (refused,) = dropped.keep(tmp_path / "batch", [Upload("bomb.zip", b"PK\x03\x04"), Upload("a.txt", b"Words.")])
    assert refused.source == "bomb.zip"
    assert ".txt" in refused.reason
    assert [path.name for path in (tmp_path / "batch").iterdir()] == ["a.txt"]


def test_too_much_at_once_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(dropped, "MOST_BYTES", 10)
    with pytest.raises(dropped.TooMuch, match="put them in a folder"):
        dropped.keep(tmp_path / "batch", [Upload("a.txt", b"x" * 11)])
    monkeypatch.setattr(dropped, "MOST_FILES", 1)
    with pytest.raises(dropped.TooMuch):
        dropped.keep(tmp_path / "batch", [Upload("a.txt", b""), Upload("b.txt", b"")])
    assert not (tmp_path / "batch").exists()


def test_a_sidecar_that_was_dropped_too_holds_and_corrections_outrank_it(tmp_path):
    sidecar = "file,newspaper,date,topic\na.txt,Star,2025-01-02,trams\nt.csv,Post,,\n"
    uploads = [
        Upload("a.txt", b"One came."),
        Upload("t.csv", b"text\nTwo came.\nThree came.\n"),
        Upload("articles.csv", sidecar.encode()),
    ]
    dropped.keep(tmp_path / "batch", uploads)
    dropped.correct(
        tmp_path / "batch",
        {"a.txt": {"outlet": "Sun", "topic": ""}, "t.csv#3": {"published": "2025-03-04", "title": 'A "b", c'}},
    )
    found = {item.text: item for item in read.read_articles(tmp_path / "batch") if isinstance(item, Article)}
    one, two, three = (found[f"{word} came."] for word in ("One", "Two", "Three"))
    assert (one.outlet, one.topic, str(one.published)) == ("Sun", "trams", "2025-01-02")
    assert (two.outlet, two.published) == ("Post", None)
    assert (three.outlet, str(three.published), three.title) == ("Post", "2025-03-04", 'A "b", c')
    assert three.published_from == "given"


def test_an_export_by_the_sidecars_name_is_an_export(tmp_path):
    dropped.keep(tmp_path / "batch", [Upload("articles.csv", b"text,title\nOne came.,A\n")])
    dropped.correct(tmp_path / "batch", {"articles export.csv#2": {"title": "B"}})
    (article,) = read.read_articles(tmp_path / "batch")
    assert (article.text, article.title) == ("One came.", "B")


@given(st.text(max_size=300))
def test_any_pasted_text_is_read_as_one_article_or_refused(text):
    upload = dropped.pasted(text)
    (item,) = read.read_upload(upload.name, upload.data)
    assert isinstance(item, Article | Rejection)


def test_no_two_batches_share_a_folder(tmp_path):
    assert len({dropped.new_batch(tmp_path) for _ in range(100)}) == 100


def test_the_sidecar_written_is_a_table_that_others_read(tmp_path):
    dropped.keep(tmp_path / "batch", [Upload("a.txt", b"One came.")])
    dropped.correct(tmp_path / "batch", {"a.txt": {"title": "Łódź"}})
    with (tmp_path / "batch" / "articles.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.DictReader(stream))["title"] == "Łódź"


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match="No space"):
        dropped.keep(tmp_path / "batch", [Upload("a.txt", b"One came.")])
    assert list(tmp_path.iterdir()) == []
