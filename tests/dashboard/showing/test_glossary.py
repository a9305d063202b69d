"""Every term of the field that a page uses says in one line what it means, and where it comes from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.showing import glossary

ROOT = Path(__file__).parents[3]
# Heads of columns and names of numbers that are no everyday words.
FIELD = {
    "overview": {"Grade", "Figures", "Quotations", "Date from", "Figures told in two or more articles"},
    "compare": {"Grade", "In"},
    "figures": {"Measure", "Unit", "Statements", "Values"},
    "timeline": {"Speaks of", "Kind", "Resolved against"},
    "voices": {"Named", "Quoted", "Reported", "Statements", "Attributed statements", "Attributed words"},
    "readability": {"Ease", "F–K", "Fog", "SMOG", "ARI", "C–L", "D–C", "Linsear", "Grade"},
    "quality": {"Known from", "Rule", "Copies of others", "Too short for scores"},
}


def _explained(app: AppTest) -> dict[str, str]:
    """Return what a hover says of each head of a column and each number on a page."""
    found = {metric.label: metric.proto.help for metric in app.metric}
    for table in app.dataframe:
        for name, column in json.loads(table.proto.columns or "{}").items():
            found[column.get("label") or name] = column.get("help") or ""
    return found


@pytest.mark.parametrize("page", FIELD)
def test_a_hover_explains_the_terms_of_a_page(page, sample, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30).run()
    if page != "overview":
        app.switch_page(f"views/{page}.py").run()
    said = _explained(app)
    assert {name for name in FIELD[page] if not said.get(name)} == set()


@pytest.mark.parametrize("term", glossary.TERMS)
def test_a_term_is_explained_in_a_line_with_its_source(term):
    meaning, source = glossary.TERMS[term]
    assert source
    assert len(meaning) < 240
    assert "\n" not in meaning
    assert "Source" in glossary.told(term)


def test_every_term_is_used_and_every_term_used_is_explained():
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "dashboard").rglob("*.py") if path.name != "terms.py"
    )
    assert {term for term in glossary.TERMS if f'"{term}"' not in code} == set()
    for named in re.findall(r"\btold\(\"([^\"]+)\"\)", code):
        assert named in glossary.TERMS
