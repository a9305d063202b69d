from __future__ import annotations

import csv
import json

import click
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from core.commands import json_lines
from core.commands.command_line import main

NAMES = ["add", "analyze", "compact", "export", "info", "keep", "list", "refresh", "remove", "stories"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*arguments, given=None, status=0):
        result = CliRunner().invoke(main, [str(item) for item in arguments], input=given)
        assert result.exit_code == status, result.output
        assert "Traceback" not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return call


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text("The bridge cost $4 million in 2020. It stands.")
    (place / "b.txt").write_text("A choir sang for an hour. It was loud.")
    return place


def rows(text):
    return [json.loads(line) for line in text.split("\n") if line]


def test_every_command_and_option_says_what_it_does():
    assert sorted(main.all_commands()) == NAMES
    for command in main.all_commands().values():
        assert command.help
        for item in command.params:
            if isinstance(item, click.Option) and not item.hidden:
                assert item.help, (command.name, item.name)


def test_a_library_is_filled_listed_told_of_and_emptied(run, folder):
    assert "2 articles added" in run("add", folder).stdout
    assert "2 unchanged" in run("add", folder).stdout
    listed = run("list").stdout.splitlines()
    assert len(listed) == 2
    assert "articles     2" in run("info").stdout
    run("remove", listed[0].split("\t")[0])
    assert len(run("list").stdout.splitlines()) == 1
    run("remove", "nothing", status=1)
    run("compact")
    assert "1 article removed" in run("remove", "--source", folder).stdout
    assert run("list").stdout == ""


def test_a_batch_is_removed_by_the_name_it_was_told_with(run, folder):
    batch = run("add", folder, "--topic", "works").stdout.rsplit("batch ", 1)[1].rstrip(".\n")
    assert "2 articles removed" in run("remove", "--batch", batch).stdout


def test_refresh_tells_what_has_vanished(run, folder):
    run("add", folder)
    (folder / "a.txt").unlink()
    assert "no longer there" in run("refresh").stderr


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_tables_are_written_to_files(run, folder, tmp_path, form):
    run("add", folder)
    run("export", "--format", form, "--output", tmp_path / "out")
    if form == "csv":
        written = (tmp_path / "out").read_text(encoding="utf-8-sig").splitlines()
        assert len(list(csv.DictReader(written))) == 2
    assert (tmp_path / "out").stat().st_size


def test_bad_sources_get_one_line_each_and_the_rest_goes_on(run, folder, tmp_path):
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "columns.csv").write_text("a,b\n1,2\n")
    (folder / "broken.jsonl").write_text('{"text": "Fine words here."}\n{oops\n')
    result = run("add", folder, tmp_path / "missing", status=1)
    assert "3 articles added" in result.stdout
    told = result.stderr.splitlines()
    assert len(told) == 5
    for name in ("empty.txt", "binary.txt", "columns.csv", "broken.jsonl", "missing"):
        assert sum(name in line for line in told) == 1


def test_where_nothing_could_be_done_the_status_is_2(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    assert len(run("add", tmp_path / "nothing", status=2).stderr.splitlines()) == 1
    run("list", "--library", tmp_path / "none", status=2)
    run("remove", "--library", tmp_path, status=2)
    run("analyze", tmp_path / "none.jsonl", status=2)


def test_what_the_system_refuses_is_told_in_one_line(run, folder, tmp_path):
    run("add", folder)
    (tmp_path / "file").write_text("no folder")
    result = run("export", "--output", tmp_path / "file" / "out.csv", status=2)
    assert len(result.stderr.splitlines()) == 1
    assert "file" in result.stderr


def test_analyze_answers_line_by_line_in_order(run):
    lines = [
        json.dumps({"id": 1, "text": "Rail fares rose by 3 percent.", "published": "2024-02-03T10:00"}),
        "{broken",
        json.dumps({"id": "no text"}),
        '{"id": "s", "text": "A \\ud800 lone half.", "title": "T \\udfff"}',
        json.dumps({"id": "u", "text": "One\u2028two\x85three."}, ensure_ascii=False),
        "",
        json.dumps([1]),
        json.dumps({"id": "bad date", "text": "Words.", "published": "soon"}),
    ]
    result = run("analyze", "-", "--output", "-", given="\n".join(lines).encode("utf-8", "surrogatepass"))
    found = rows(result.stdout)
    assert [row["id"] for row in found] == [1, "no text", "s", "u", "bad date"]
    assert found[0]["published"] == "2024-02-03"
    assert "error" in found[1]
    assert found[2]["title"] == "T \ufffd"
    assert found[4]["published"] is None
    assert [line.split(":")[0].split(", ")[1] for line in result.stderr.splitlines()] == ["line 2", "line 7"]


def test_what_was_analysed_elsewhere_is_kept(run, tmp_path):
    given = "".join(json.dumps({"id": name, "text": f"Ferry {name} cost $4 million."}) + "\n" for name in "ab")
    run("analyze", "-", "--whole", "--output", tmp_path / "whole.jsonl", given=given)
    (tmp_path / "other.jsonl").write_text("{broken\n")
    told = run("keep", tmp_path / "whole.jsonl", tmp_path / "other.jsonl", status=1)
    assert "2 articles added, 1 turned away" in told.stdout
    assert told.stderr.startswith(f"{tmp_path / 'other.jsonl'}#1: It holds no analysis")
    assert len(run("list").stdout.splitlines()) == 2
    run("keep", tmp_path / "none.jsonl", status=2)


def test_analyze_goes_on_after_an_article_that_fails(run, monkeypatch):
    analyze = json_lines.analyze

    def fail(article):
        if article.source == "1":
            raise RuntimeError("odd \ud800")
        return analyze(article)

    monkeypatch.setattr(json_lines, "analyze", fail)
    given = "".join(json.dumps({"id": number, "text": "Words here."}) + "\n" for number in range(3))
    found = rows(run("analyze", "-", given=given).stdout)
    assert [("error" in row) for row in found] == [False, True, False]


def test_stories_gives_a_label_for_each_article(run, tmp_path):
    fire = "A fire burned down the old mill in Varnholm on Sunday. Mayor Eda Holt said the mill was empty."
    again = "The old mill in Varnholm burned down on Sunday. The fire spared the town, Mayor Eda Holt said."
    match = "The hockey final in Kestrel ended three to two after a late goal by Jon Ambrose."
    source = tmp_path / "in.jsonl"
    texts = [fire, match, again]
    source.write_text("".join(json.dumps({"id": f"n{i}", "text": text}) + "\n" for i, text in enumerate(texts)))
    run("stories", source, "--output", tmp_path / "out.jsonl")
    found = {row["id"]: row["story"] for row in rows((tmp_path / "out.jsonl").read_text())}
    assert set(found) == {"n0", "n1", "n2"}
    assert found["n0"] != found["n1"]


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_no_input_of_analyze_ends_in_a_traceback(data):
    result = CliRunner().invoke(main, ["analyze", "-"], input=data)
    assert result.exit_code == 0, result.exception


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3),
)


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "outlet", "url"]), JSON))
def test_whatever_a_row_holds_there_is_one_line_for_it(row):
    for command in ("analyze", "stories"):
        result = CliRunner().invoke(main, [command, "-"], input=json.dumps(row))
        assert result.exit_code == 0, result.exception
        assert len(rows(result.stdout)) == 1
