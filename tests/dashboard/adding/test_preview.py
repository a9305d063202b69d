"""What a source would bring in, told before anything is stored."""

from __future__ import annotations

import pytest

from core.model import Article
from core.read import sidecar
from dashboard.adding import preview, ways_in


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for number in range(7):
        (place / f"{number}.txt").write_text(f"Ferry {number} stops\n\nIt stopped on Monday. Nobody minded it.")
    return place


def test_of_a_large_folder_the_first_are_shown_and_the_rest_counted(folder):
    seen = preview.look(folder, most=3)
    assert [preview.name(item.source, folder) for item in seen.articles] == ["0.txt", "1.txt", "2.txt"]
    assert (seen.more, seen.exact, seen.total) == (4, True, 7)
    whole = preview.look(folder, most=8)
    assert (len(whole.articles), whole.more, whole.exact) == (7, 0, True)


def test_of_a_large_export_the_rest_is_estimated_by_its_size(tmp_path):
    rows = "".join(f'"Ferry {number} stopped on Monday. {"Nobody minded it. " * 20}"\n' for number in range(400))
    (tmp_path / "rows.csv").write_text("text\n" + rows)
    seen = preview.look(tmp_path / "rows.csv", most=20)
    assert not seen.exact
    assert 200 <= seen.total <= 800


def test_hidden_files_and_a_readme_are_not_counted(folder):
    (folder / ".hidden.txt").write_text("No.")
    (folder / "README.md").write_text("No.")
    (folder / "picture.png").write_bytes(b"No.")
    sidecar.write_sidecar(folder, {"0.txt": {"title": "First"}})
    seen = preview.look(folder, most=2)
    assert seen.analyses[0].title == "First"
    assert seen.more == 5


def test_what_cannot_be_analysed_is_told_and_the_rest_is_shown(folder, monkeypatch):
    analyze = preview.analyze

    def fail(article):
        if "Ferry 1" in article.text:
            raise RuntimeError("no")
        return analyze(article)

    monkeypatch.setattr(preview, "analyze", fail)
    seen = preview.look(folder)
    assert len(seen.articles) == 6
    assert [preview.name(item.source, folder) for item in seen.rejections] == ["1.txt"]


def test_a_correction_is_what_differs_and_nothing_else(folder):
    seen = preview.look(folder, most=2)
    shown = preview.table(seen, ["new", "new"], topic="ferries")
    assert list(shown["Topic"]) == ["ferries", "ferries"]
    assert "topic from you" in shown["How it is known"][0]
    assert preview.corrections(seen, shown, shown) == ({}, [])
    edited = preview.with_edits(
        shown, {0: {"Title": "  A\n<b>b</b> ", "Words": 9}, 1: {"Date": "03/04/2025"}, 99: {"Title": "x"}}
    )
    said, problems = preview.corrections(seen, shown, edited)
    assert said == {seen.articles[0].source: {"title": "A <b>b</b>"}}
    assert ["03/04/2025" in problem for problem in problems] == [True]


def test_direction_marks_in_a_name_are_shown_and_are_no_correction(tmp_path):
    (tmp_path / "a.csv").write_text("text,title\nIt stopped. Nobody minded.,a\u202eb\n", encoding="utf-8")
    seen = preview.look(tmp_path / "a.csv")
    shown = preview.table(seen, ["new"])
    assert shown["Title"][0] == "a\\u202eb"
    assert preview.corrections(seen, shown, shown) == ({}, [])


def test_a_date_that_was_emptied_is_unknown():
    article = preview.corrected(Article("It stopped.", "a"), {"published": "2025-01-02", "outlet": ""})
    assert (str(article.published), article.published_from, article.outlet) == ("2025-01-02", "given", None)
    assert preview.corrected(article, {"published": ""}).published is None


def test_a_folder_that_holds_the_library_or_lies_in_it_is_not_taken(tmp_path):
    library = tmp_path / "library" / "mine"
    (library / "parts").mkdir(parents=True)
    assert "library itself" in ways_in.unfit(tmp_path, library)
    assert "library itself" in ways_in.unfit(library / "parts", library)
    (tmp_path / "link").symlink_to(library)
    assert "library itself" in ways_in.unfit(tmp_path / "link", library)
    (tmp_path / "articles").mkdir()
    assert ways_in.unfit(tmp_path / "articles", library) is None
