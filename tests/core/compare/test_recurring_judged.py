"""A library's indicators, judged: what is asked of the library, and where the answers stand."""

from __future__ import annotations

import pandas as pd

from core.compare import agreement, recurring
from core.library import Filters
from core.library.questions import queries

CHOSEN = Filters(outlets=("Coast Daily",))
ROWS = pd.DataFrame({"indicator": ["cost", "share"], "articles": [3, 1], "reason": ["“cost” in USD", "“share”"]})


def statement(quantity, key, value):
    told = {"kind": "money", "status": None, "period_begin": "2021-01-01", "period_end": "2021-12-31"}
    return told | {
        "quantity": quantity,
        "key": key,
        "published": None,
        "story": "s",
        "least": value,
        "most": value,
    }


STATEMENTS = pd.DataFrame(
    [statement("cost", "a", 1.0), statement("cost", "b", 2.0), statement("share", "a", 1.0)],
    columns=agreement.COLUMNS,
)


class Library:
    """Answers two questions and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def ask(self, question, *values):
        self.asked.append((question, values))
        return STATEMENTS if question is queries.compared else ROWS


def test_every_indicator_is_judged_in_front_of_its_reason():
    library = Library()
    found = recurring.indicators(library.ask, CHOSEN)
    assert list(found.columns) == [
        "indicator",
        "articles",
        "conflict",
        "agreement",
        "series",
        "answer",
        "why",
        "reason",
    ]
    assert found["conflict"].tolist() == [True, False]
    assert found["answer"].tolist() == ["differ", "not comparable"]
    assert [question for question, _ in library.asked] == [queries.indicators, queries.compared]
    assert all(values[0] == CHOSEN for _, values in library.asked)


def test_of_the_leading_indicators_only_their_own_statements_are_asked_for():
    library = Library()
    found = recurring.leading(library.ask, CHOSEN, 2, "share")
    assert found["answer"].tolist() == ["differ", "not comparable"]
    assert library.asked == [
        (queries.leading_indicators, (CHOSEN, 2, "share")),
        (queries.compared, (CHOSEN, ("cost", "share"))),
    ]


def test_the_rows_asked_for_stay_as_they_were():
    before = ROWS.copy()
    recurring.indicators(Library().ask, CHOSEN)
    pd.testing.assert_frame_equal(ROWS, before)
