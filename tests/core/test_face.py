"""The public face: these names and no others, typed, documented, and quick to load."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import core
from core import export, library

ROOT = Path(__file__).parents[2]
NAMES = [
    "Article",
    "Rejection",
    "read_articles",
    "analyze",
    "Analysis",
    "Span",
    "Publication",
    "Counts",
    "Readability",
    "Boilerplate",
    "DateMention",
    "Figure",
    "Attribution",
    "Actor",
    "Frame",
    "to_json",
    "from_json",
    "Library",
    "add",
    "keep",
    "refresh",
    "remove",
    "Report",
    "Filters",
    "Search",
    "StoredArticle",
    "indicators",
    "side_by_side",
    "export_tables",
]


def test_the_public_names_are_these_in_the_order_of_the_flow():
    assert core.__all__ == NAMES


def test_a_name_is_what_its_home_has():
    assert core.Library is library.Library
    assert core.export_tables is export.export_tables
    with pytest.raises(AttributeError, match="'core' has no attribute 'exprot'"):
        _ = core.exprot


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_documented_and_no_room_goes_by_it(name):
    assert inspect.getdoc(getattr(core, name))
    assert not list((ROOT / "core").glob(f"{name}.py")) + list((ROOT / "core").glob(f"{name}/"))


def test_types_are_checked_against_the_same_homes():
    stub = ast.parse((ROOT / "core" / "__init__.pyi").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(stub) if isinstance(node, ast.ImportFrom)]
    assert {alias.asname: node.module for node in imports for alias in node.names} == core._ROOMS
    assert all((ROOT / package / "py.typed").exists() for package in ("core", "dashboard"))


def loaded_by(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


@pytest.mark.parametrize("code", ["import core", "from core import analyze", "import core.commands.command_line"])
def test_to_analyse_an_article_waits_for_no_engine_of_the_library(code):
    assert not loaded_by(code) & {"numpy", "pandas", "duckdb", "pyarrow", "scipy", "trafilatura", "textstat"}
