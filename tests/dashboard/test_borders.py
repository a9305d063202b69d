"""Who may import whom inside the dashboard: rooms stand on floors, and arrows point down only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))

# From the ground up: each room may import the rooms on the floors below it, and itself.
FLOORS = (
    ("session", "showing"),  # which library is open; what all pages share
    ("charts",),
    ("tables", "drawings"),
    ("filtering", "reading"),
    ("adding", "comparing"),
    ("correcting",),
    ("views",),
    ("app", "serve", "__main__"),
)
# The one place that knows which library is open, and who may ask it: whoever begins a page, and the views.
OPENED = ("app", "serve", "views", "adding.libraries")


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "dashboard").with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path) -> Iterator[str]:
    """Yield the modules of the dashboard that a module imports, by their names inside it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "dashboard":
            for alias in node.names:
                yield f"{node.module}.{alias.name}".removeprefix("dashboard.")


@pytest.mark.parametrize("path", MODULES, ids=_module)
def test_a_room_imports_the_floors_below_it_only(path):
    room = _module(path).split(".")[0]
    floor = {name: number for number, rooms in enumerate(FLOORS) for name in rooms}
    for imported in _imports(path):
        other = imported.split(".")[0]
        assert other == room or floor[other] < floor[room], imported


@pytest.mark.parametrize("path", MODULES, ids=_module)
def test_only_views_and_what_begins_a_page_know_which_library_is_open(path):
    if "session.opened" in _imports(path):
        assert _module(path).startswith(OPENED)


@pytest.mark.parametrize("path", [path for path in MODULES if "drawings" in path.parts], ids=_module)
def test_drawings_draw_nothing_on_a_page(path):
    assert "streamlit" not in path.read_text(encoding="utf-8")


def test_every_room_has_a_floor():
    rooms = {_module(path).split(".")[0] for path in MODULES} - {"__init__"}
    assert rooms - {"dashboard", ""} == {name for names in FLOORS for name in names}
