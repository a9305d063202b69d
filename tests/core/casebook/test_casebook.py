"""Everything that is found in small invented passages, nothing left out and nothing more: the books lie beside this."""

from __future__ import annotations

import pytest

from tests.core.casebook import book
from tests.core.casebook.book import Case

BOOKS = sorted(path.stem for path in book.HERE.glob("*.txt"))
CASES = [
    pytest.param(case, id=str(case), marks=[pytest.mark.xfail(strict=True)] if "wrong" in case.told else [])
    for name in BOOKS
    for case in book.read(name)
]


@pytest.mark.parametrize("case", CASES)
def test_all_that_is_found_in_a_passage(case: Case) -> None:
    assert book.shown(case.book, book.analysed(case)) == case.finds
