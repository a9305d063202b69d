"""Every file of the lexicon has one form, is read by one module, and says where it comes from."""

from __future__ import annotations

import ast
import importlib.resources
import re
from collections import Counter
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

import core
from core.lexicon import load

_CORE = Path(core.__file__).parent
_FILES = sorted(path for path in (_CORE / "lexicon").iterdir() if path.suffix in {".csv", ".txt"})
_CODE = {path: path.read_text(encoding="utf-8") for path in sorted(_CORE.rglob("*.py"))}


class _Fruit(NamedTuple):
    name: str
    class_: str
    seeds: int
    sorts: tuple[str, ...]
    hues: frozenset[str]


@pytest.fixture
def lexicon(tmp_path, monkeypatch):
    """Read from a folder of our own; return what writes a file there."""
    monkeypatch.setattr(load, "files", lambda package: tmp_path)
    for read in (load.lines, load.words, load.sections, load.classes):
        monkeypatch.setattr(load, read.__name__, load.cache(read.__wrapped__))

    def write(text: str, name: str = "fruit.csv") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return write


def test_lists_leave_out_comments_blank_lines_and_white_space(lexicon):
    name = lexicon("# Fruit.\n\n  apple pear \r\n#plum\nfig\n", "fruit.txt")
    assert load.lines(name) == ("apple pear", "fig")
    assert load.words(name) == {"apple", "pear", "fig"}


def test_a_file_saved_with_a_byte_order_mark_reads_the_same(lexicon):
    assert load.lines(lexicon("\ufeff# Fruit.\napple\n", "fruit.txt")) == ("apple",)


def test_sections_keep_the_order_of_headings_and_entries(lexicon):
    name = lexicon("[tree]\npear apple\n# of the south\nfig\n\n[long bush]\nsloe\n[none]\n", "fruit.txt")
    assert list(load.sections(name).items()) == [
        ("tree", ("pear apple", "fig")), ("long bush", ("sloe",)), ("none", ()),
    ]  # fmt: skip
    assert load.classes(name) == {"tree": {"pear", "apple", "fig"}, "long bush": {"sloe"}, "none": set()}


def test_a_pattern_that_begins_with_a_bracket_is_no_heading(lexicon):
    assert load.sections(lexicon("[tree]\n[Aa]pples?\n", "fruit.txt")) == {"tree": ("[Aa]pples?",)}


def test_what_is_read_cannot_be_changed(lexicon):
    with pytest.raises(TypeError):
        load.sections(lexicon("[tree]\napple\n", "fruit.txt"))["bush"] = ()  # type: ignore[index]


def test_a_table_reads_each_cell_as_its_field_says(lexicon):
    name = lexicon(
        '# Fruit.\nname,class,seeds,sorts,hues\n"fig, common",tree,900,Black Mission;Kadota,green black\n'
    )
    assert load.table(name, _Fruit) == (
        _Fruit("fig, common", "tree", 900, ("Black Mission", "Kadota"), frozenset({"green", "black"})),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# Fruit.\nname,kind,seeds,sorts,hues\n", "line 2: the columns should be name, class, seeds, sorts, hues"),
        ("", "line 1: the columns should be name, class, seeds, sorts, hues"),
        ("# Fruit.\n\nname,class,seeds,sorts,hues\n\nfig,tree,9,\n", "line 5: 4 cells where there are 5 columns"),
        ("name,class,seeds,sorts,hues\nfig,tree,many,,\n", r"line 2: .*'many'"),
        ('name,class,seeds,sorts,hues\nfig,tree,1,,\n"fig,tree,2,,\n', "line 3: unexpected end of data"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_named_with_its_file_and_line(lexicon, text, fault):
    with pytest.raises(load.LexiconError, match=rf"\Afruit\.csv, {fault}"):
        load.table(lexicon(text), _Fruit)


def test_a_table_may_be_empty(lexicon):
    assert load.table(lexicon("# Fruit.\nname,class,seeds,sorts,hues\n"), _Fruit) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# Fruit.\napple\n[tree]\n", "line 2: an entry before the first heading"),
        ("[tree]\napple\n[bush]\n[tree]\n", r"line 4: the heading \[tree\] stands there twice"),
    ],
)
def test_a_section_that_is_unclear_is_named_with_its_line(lexicon, text, fault):
    with pytest.raises(load.LexiconError, match=rf"\Afruit\.txt, {fault}"):
        load.sections(lexicon(text, "fruit.txt"))


def test_a_list_that_has_sections_is_not_read_as_one_without(lexicon):
    with pytest.raises(load.LexiconError, match=r"fruit\.txt, line 2"):
        load.words(lexicon("apple\n[bush]\nsloe\n", "fruit.txt"))


# --- the files themselves


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_a_file_says_what_it_holds_where_it_is_from_and_under_which_licence(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    header = " ".join(line.strip("# ") for line in takewhile(lambda line: line.startswith("#"), lines))
    assert re.search(r"[Ww]ritten for this project|[Mm]easured for this project|[Oo]ur own selection", header)
    assert re.search(r"Licence|Apache-2\.0", header)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_a_file_is_read_by_someone_and_parses(path):
    assert any(f'"{path.name}"' in code for code in _CODE.values())
    assert load.entries(path.name)
    if path.suffix == ".csv":
        rows = load._divided(path.name)[1]
        assert {len(cells) for cells in rows} == {len(rows[0])}


# Words that stand in two sections because they are of both classes; a given name's short form may be of several names.
_ONE_ENTRY_A_LINE = {
    "actors_organisations.txt", "actors_places.txt", "dates_cues.txt", "dates_grammar.txt", "figures_periods.txt",
    "text_boilerplate.txt", "text_outlet_phrases.txt", "text_publication.txt",
}  # fmt: skip
_SEVERAL_NAMES = {"actors_name_variants.txt"}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_nothing_stands_in_a_file_twice(path):
    if path.suffix == ".csv":
        assert not _repeated(map(tuple, load._divided(path.name)[1]))
    elif not any(line.startswith("[") for _, line in load.entries(path.name)):
        whole = path.name in _ONE_ENTRY_A_LINE | _SEVERAL_NAMES or "wording_" in path.name
        assert not _repeated(
            [entry for line in load.lines(path.name) for entry in ([line] if whole else line.split())]
        )
    else:
        patterns = path.name in _ONE_ENTRY_A_LINE
        for listed in load.sections(path.name).values():
            assert not _repeated([entry for line in listed for entry in ([line] if patterns else line.split())])


# Tables in which the first column alone is no key.
_SEVERAL_ROWS = {
    "actors_countries.csv", "dates_verbs.csv", "figures_bounds.csv", "figures_changes.csv", "figures_currencies.csv",
    "figures_numbers.csv", "figures_predicates.csv", "framing_terms.csv", "wording_rivals.csv",
}  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [path for path in _FILES if path.suffix == ".csv" and path.name not in _SEVERAL_ROWS],
    ids=lambda p: p.name,
)
def test_a_table_says_one_thing_of_a_word(path):
    assert not _repeated([cells[0] for cells in load._divided(path.name)[1]])


@pytest.mark.parametrize("name", sorted(_SEVERAL_ROWS))
def test_a_table_with_several_rows_of_a_word_has_none_twice(name):
    assert not _repeated([tuple(cells) for cells in load._divided(name)[1]])


def _repeated(entries):
    return [entry for entry, times in Counter(entries).items() if times > 1]


def test_no_other_module_opens_the_lexicon():
    readers = [
        path.relative_to(_CORE).as_posix()
        for path, code in _CODE.items()
        if _imports(code) & {"importlib.resources", "importlib"} and "lexicon" in code
    ]
    assert readers == ["lexicon/load.py"]
    assert importlib.resources.files("core.lexicon").joinpath("load.py").is_file()


_WORD = re.compile(r"[a-z][a-z' -]+")


@pytest.mark.parametrize(
    "path",
    [path for path in _CODE if {"extract", "link"} & set(path.parts)],
    ids=lambda path: path.relative_to(_CORE).as_posix(),
)
def test_no_group_of_words_stands_in_the_code_of_the_rules(path):
    groups = []
    for node in ast.walk(ast.parse(_CODE[path])):
        if isinstance(node, ast.Set):
            groups.append(node.elts)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "frozenset":
            groups += [argument.elts for argument in node.args if isinstance(argument, ast.Tuple | ast.List)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            assert not (isinstance(node.func.value, ast.Constant) and " " in str(node.func.value.value))
    for group in groups:
        words = [
            word.value for word in group if isinstance(word, ast.Constant) and _WORD.fullmatch(str(word.value))
        ]
        assert len(words) < 4, words


def _imports(code):
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module}
    return found
