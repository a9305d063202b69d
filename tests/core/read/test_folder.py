from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from core.model import Article, Rejection
from core.read import read_articles


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def articles(source: Path) -> list[Article]:
    return [item for item in read_articles(source) if isinstance(item, Article)]


def reasons(source: Path) -> dict[str, str]:
    return {Path(item.source).name: item.reason for item in read_articles(source) if isinstance(item, Rejection)}


def test_a_folder_is_read_in_the_order_of_names_with_its_sub_folders(tmp_path):
    put(tmp_path, b_dot_txt="Second.", a_dot_md="First.", sub__c_dot_txt="Third.", sub__deep__d_dot_txt="Fourth.")
    assert [article.text for article in articles(tmp_path)] == ["First.", "Second.", "Third.", "Fourth."]


def test_the_source_is_the_path_as_given(tmp_path, monkeypatch):
    put(tmp_path, in__a_dot_txt="One.")
    monkeypatch.chdir(tmp_path)
    assert articles(Path("in"))[0].source == "in/a.txt"
    assert articles(Path("in/a.txt"))[0].source == "in/a.txt"


def test_the_first_sub_folder_is_the_topic_unless_the_article_has_one(tmp_path):
    put(
        tmp_path,
        root_dot_txt="No topic.",
        **{
            "city-harbour__lantern__a_dot_txt": "Given by the folder.",
            "city-harbour__b_dot_md": "---\ntopic: Ships\n---\nOwn.",
        },
    )
    assert [article.topic for article in articles(tmp_path)] == [None, "Ships", "city harbour"]


def test_the_sidecar_gives_what_files_cannot_say(tmp_path):
    put(
        tmp_path,
        articles_dot_csv="file,title,outlet,published,topic,url\n"
        "a.txt,A title,Lantern,2025-05-01,Harbour,\n"
        "sub/b.txt,,Beacon,,,\n",
        a_dot_txt="One.",
        sub__b_dot_txt="Two.",
    )
    first, second = articles(tmp_path)
    assert (first.title, first.outlet, first.topic) == ("A title", "Lantern", "Harbour")
    assert (first.published, first.published_from) == (datetime.date(2025, 5, 1), "given")
    assert (second.outlet, second.topic, second.published) == ("Beacon", "sub", None)


def test_the_sidecar_outranks_the_file(tmp_path):
    put(
        tmp_path,
        articles_dot_csv="file,outlet\na.md,Right\n",
        a_dot_md="---\noutlet: Wrong\ntitle: Kept\n---\nOne.",
    )
    assert [(article.outlet, article.title) for article in articles(tmp_path)] == [("Right", "Kept")]


def test_a_sidecar_row_for_a_missing_file_is_named(tmp_path):
    put(tmp_path, articles_dot_csv="file,outlet\ngone.txt,Lantern\n../../etc/passwd,Evil\n", a_dot_txt="One.")
    found = reasons(tmp_path)
    assert "gone.txt" in found["articles.csv#2"]
    assert "passwd" in found["articles.csv#3"]


def test_an_export_that_happens_to_be_called_articles_is_read_as_one(tmp_path):
    put(tmp_path, articles_dot_csv="title,text\nA,Words.\n")
    assert articles(tmp_path)[0].text == "Words."


def test_hidden_files_and_the_folders_own_documents_are_passed_over(tmp_path):
    put(
        tmp_path,
        README_dot_md="# About",
        LICENSE="x",
        _dot_hidden_dot_txt="x",
        _dot_git__a_dot_txt="x",
        a_dot_txt="One.",
    )
    assert [getattr(item, "text", item) for item in read_articles(tmp_path)] == ["One."]


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path):
    put(tmp_path, page_dot_html="<p>x", page_files__ad_dot_js="x", a_dot_txt="One.")
    assert set(reasons(tmp_path)) == {"page.html"}


def test_each_problem_is_named_in_one_sentence_and_the_rest_goes_on(tmp_path):
    put(
        tmp_path, good_dot_txt="Words.", empty_dot_txt="", blank_dot_md="\n\n", photo_dot_png="x", noending="x",
        broken_dot_json="{", notext_dot_csv="colour\nred\n", nothing_dot_html="<html></html>", broken_dot_jsonl="{\n",
    )  # fmt: skip
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    found = reasons(tmp_path)
    assert set(found) == {
        "empty.txt", "blank.md", "photo.png", "noending", "broken.json", "notext.csv", "nothing.html",
        "broken.jsonl#1", "binary.txt",
    }  # fmt: skip
    assert all(reason.endswith(".") and "\n" not in reason for reason in found.values())
    assert [article.text for article in articles(tmp_path)] == ["Words."]


def test_links_out_of_the_folder_are_refused_and_loops_end(tmp_path):
    put(tmp_path, secret_dot_txt="Secret.", inside__a_dot_txt="One.", elsewhere__b_dot_txt="Two.")
    folder = tmp_path / "inside"
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "outdir").symlink_to(tmp_path / "elsewhere")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "no-such-file")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert [article.text for article in articles(folder)] == ["One."]
    assert set(reasons(folder)) == {"out.txt", "outdir", "gone.txt", "self.txt"}


def test_a_pipe_is_not_waited_for(tmp_path):
    put(tmp_path, a_dot_txt="One.")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in reasons(tmp_path)["pipe.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_without_permission_are_named(tmp_path):
    put(tmp_path, a_dot_txt="One.", closed__b_dot_txt="Two.", c_dot_txt="Three.")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "c.txt").chmod(0)
    try:
        assert {name for name, reason in reasons(tmp_path).items() if "permission" in reason} == {
            "closed",
            "c.txt",
        }
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_refused_permission_is_a_rejection(tmp_path, monkeypatch):
    put(tmp_path, a_dot_txt="One.")

    def refuse(*_args, **_named):
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    (item,) = read_articles(tmp_path / "a.txt")
    assert "permissions" in item.reason


def test_a_missing_source_and_a_folder_without_articles_are_named(tmp_path):
    (missing,) = read_articles(tmp_path / "no-such-folder")
    (empty,) = read_articles(tmp_path)
    assert "no such file or folder" in missing.reason
    assert "no article" in empty.reason


def test_a_file_name_is_shown_as_it_is(tmp_path):
    (tmp_path / "two  spaces, café.txt").write_text("One.")
    assert Path(articles(tmp_path)[0].source).exists()


def test_a_file_name_that_is_no_text_is_read_and_shown_clean(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"caf\xe9\n.txt")).write_text("One.")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    (article,) = articles(tmp_path)
    article.source.encode("utf-8")
