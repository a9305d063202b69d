"""The structure the design promises: imports point one way, modules stay small, core draws nothing."""

from __future__ import annotations

import ast
import graphlib
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")])

# What each room may import of the project. `model` is open to all.
_MAY = {
    "core.model": set(),
    "core.lexicon": {"core.lexicon"},
    "core.read": {"core.read", "core.lexicon"},
    "core.extract": {"core.extract", "core.lexicon"},
    "core.library": {"core.library"},
    "core.link": {"core.link", "core.library", "core.extract", "core.lexicon"},
    "core.compare": {"core.compare", "core.library", "core.link", "core.extract", "core.lexicon"},
    "core.export": {"core.export", "core.library", "core.compare"},
    "core": {"core"},
    "dashboard": {"core", "dashboard"},
}


# What of core the dashboard may know: the face, the records, rooms whose every module answers questions, and what other
# rooms give out by their own names.
_OPEN = (
    "core.model",
    "core.compare",
    "core.export",
    "core.library.questions",
    "core.by_hand",
    "core.figures_by_hand",
)
_GIVEN = {
    "core": {"by_hand", "export", "link", "pipeline", "read"},
    "core.extract": {"Measurement", "analyze", "framing", "language", "measure", "readability", "reads"},
    "core.library": {
        *(
            "ARTICLE_KINDS",
            "FIGURE_KINDS",
            "ArticleKind",
            "Ask",
            "Change",
            "Filters",
            "Library",
            "Query",
            "Search",
            "StoredArticle",
        ),
        *("edits", "quantity_address", "quoted", "shelf", "store"),
    },
    "core.link": {"copies", "signatures", "stories"},
    "core.read": {
        *(
            "READERS",
            "Unreadable",
            "bare_name",
            "clean_line",
            "files_in",
            "parse_date",
            "passes_over",
            "read_articles",
        ),
        *("shown_path", "sidecar"),
    },
    "core.commands.command_line": {"main"},
}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _room(module: str) -> str:
    return max((room for room in _MAY if module == room or module.startswith(room + ".")), key=len)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_point_one_way(path):
    allowed = _MAY[_room(_name(path))] | {"core.model"}
    for imported in _imports(path):
        if imported.split(".")[0] in ("core", "dashboard"):
            assert any(imported == room or imported.startswith(room + ".") for room in allowed), imported


@pytest.mark.parametrize("path", [path for path in MODULES if "core" in path.parts], ids=_name)
def test_core_draws_nothing(path):
    assert not {imported.split(".")[0] for imported in _imports(path)} & {"streamlit", "plotly"}


@pytest.mark.parametrize("path", [path for path in MODULES if "dashboard" in path.parts], ids=_name)
def test_the_dashboard_knows_what_core_gives_out(path):
    for imported in _imports(path):
        room, _, name = imported.rpartition(".")
        if imported.split(".")[0] == "core" and not imported.startswith(_OPEN):
            assert name in _GIVEN.get(room, ()), imported


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_holds_one_idea_in_about_400_lines(path):
    assert path.read_text(encoding="utf-8").count("\n") <= 400


def test_a_modules_name_says_which_it_is():
    # Views go by the names of their pages.
    named = [path for path in MODULES if not path.stem.startswith("__") and "views" not in path.parts]
    times = Counter(path.stem for path in named)
    assert not [name for name, count in times.items() if count > 1]


_READ_BY_ENGLISH = tuple(
    f"core.extract.{room}"
    for room in ("actors", "attribution", "context", "dates", "figures", "framing", "english")
)
_LANGUAGE_FREE = [
    path for path in (ROOT / "core/extract").glob("*.py") if f"core.extract.{path.stem}" not in _READ_BY_ENGLISH
]


@pytest.mark.parametrize("path", _LANGUAGE_FREE, ids=_name)
def test_what_only_english_has_is_behind_one_door(path):
    found = {name for name in _imports(path) if name.startswith(_READ_BY_ENGLISH)}
    # Days are read on pages of every language: date lines are numbers and names of months.
    doors = {
        "__init__": {"core.extract.english.reader.ENGLISH"},
        "publication": {"core.extract.dates"},
        # What a text is read as that isn't said to be in another language.
        "prepare": {"core.extract.english.sentences", "core.extract.english.vocabulary.WORDS"},
    }
    assert found <= doors.get(path.stem, set())


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_asks_for_english_by_itself(path):
    compared = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare)]
    asked = {ast.unparse(node) for node in compared for end in node.comparators if ast.unparse(end) == "'en'"}
    if path.name != "language.py":  # which tells English from the rest
        assert not asked


def test_no_module_needs_one_that_needs_it():
    modules = {_name(path): path for path in MODULES}
    needs = {}
    for name, path in modules.items():
        wanted = {imported if imported in modules else imported.rpartition(".")[0] for imported in _imports(path)}
        inside = path.name == "__init__.py"  # a package gathers what is in it, which may look at its own package
        needs[name] = {other for other in wanted & modules.keys() if not (inside and other.startswith(f"{name}."))}
    assert list(graphlib.TopologicalSorter(needs).static_order())  # raises a CycleError that names the circle


@pytest.mark.parametrize("path", [path for path in MODULES if "charts" in path.parts], ids=_name)
def test_charts_know_neither_streamlit_nor_the_library(path):
    assert not {name for name in _imports(path) if name.startswith(("streamlit", "core.library"))}


@pytest.mark.parametrize("path", [path for path in MODULES if "dashboard" in path.parts], ids=_name)
def test_no_sql_stands_in_the_dashboard(path):
    assert "SELECT " not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in MODULES if "dashboard" in path.parts], ids=_name)
def test_one_module_makes_html(path):
    if _name(path) != "dashboard.showing.elements":
        assert "st.html(" not in path.read_text(encoding="utf-8")
        if "charts" not in path.parts:  # plotly has tags of its own, for lines
            strings = [node.value for node in ast.walk(_tree(path)) if isinstance(node, ast.Constant)]
            assert not [text for text in strings if isinstance(text, str) and re.search(r"</?[a-z!]", text)]
