from __future__ import annotations

import ast
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

from core import rules
from core.lexicon import load

CODE = '''
def double(number: int) -> int:
    """Return twice the number."""
    return number * 2  # plainly
'''


@pytest.mark.parametrize(
    "same",
    [
        CODE.replace("# plainly", "# as everybody knows"),
        CODE.replace("Return twice the number.", "Give back the number, twice."),
        CODE.replace('    """Return twice the number."""\n', ""),
        CODE.replace("number * 2", "(\n        number\n        * 2\n    )"),
        "\n\n" + CODE,
    ],
    ids=["comment", "docstring", "no docstring", "layout", "place"],
)
def test_what_doesnt_change_what_python_does_doesnt_change_the_meaning(same):
    assert rules.meaning(same.encode()) == rules.meaning(CODE.encode())


@pytest.mark.parametrize(
    "other",
    [
        CODE.replace("* 2", "* 3"),
        CODE.replace("* 2", "** 2"),
        CODE.replace("* 2", "* 2.0"),
        CODE.replace("number * 2", "'number' * 2"),
        CODE + "double = abs\n",
        CODE.replace("def double(number: int)", "def double(number: int = 1)"),
    ],
)
def test_whatever_python_does_otherwise_changes_the_meaning(other):
    assert rules.meaning(other.encode()) != rules.meaning(CODE.encode())


_meaning = cache(rules.meaning)  # of the files that no test changes, once for all tests


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the rules that may be changed; returns its folder and a function that tells its versions."""
    monkeypatch.setattr(rules, "meaning", _meaning)
    for room in ("extract", "lexicon", "library", "link"):
        shutil.copytree(rules._PACKAGE / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(rules._PACKAGE / "model.py", tmp_path)
    monkeypatch.setattr(rules, "_PACKAGE", tmp_path)
    monkeypatch.setattr(load, "files", lambda _: tmp_path / "lexicon")

    def versions():
        for kept in (rules.analysis_version, rules.link_version):
            kept.cache_clear()
        return rules.analysis_version(), rules.link_version()

    yield tmp_path, versions
    monkeypatch.undo()
    versions()


def test_a_copy_of_the_rules_has_their_version_and_a_comment_doesnt_change_it(copied):
    folder, versions = copied
    before = versions()
    for name in ("extract/context.py", "link/topics.py", "lexicon/figures_status.csv"):
        file = folder / name
        file.write_text("# Nothing new.\n" + file.read_text("utf-8"), "utf-8")
    assert versions() == before


@pytest.mark.parametrize(
    ("name", "analyses"),
    [
        ("extract/context.py", True),
        ("lexicon/figures_status.csv", True),
        ("library/rows.py", True),
        ("model.py", True),
        ("link/topics.py", False),
    ],
)
def test_a_changed_rule_changes_the_versions_of_what_it_decides(copied, name, analyses):
    folder, versions = copied
    analysed, linked = versions()
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("more,reported\n" if name.endswith(".csv") else "\nmore = 1\n")
    assert (versions()[0] != analysed, versions()[1] != linked) == (analyses, True)


@pytest.mark.parametrize("name", rules.PACKAGES)
def test_another_version_of_a_package_that_decides_changes_them(copied, monkeypatch, name):
    _, versions = copied
    before, known = versions(), rules.version
    monkeypatch.setattr(rules, "version", lambda package: "999" if package == name else known(package))
    assert versions()[0] != before[0]


def test_every_package_that_the_extractors_use_is_named():
    used = set()
    for file in (Path(rules.__file__).parent / "extract").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.partition(".")[0])
    outside = used - set(sys.stdlib_module_names) - {"core"}
    assert outside <= set(rules.PACKAGES)
