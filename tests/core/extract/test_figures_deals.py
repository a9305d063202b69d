"""Sums offered, paid, fined: one measure whatever the words, told of what they are for, owned by who offers."""

from __future__ import annotations

import pytest

from core.extract import analyze
from core.model import Article


@pytest.mark.parametrize(
    ("text", "measure", "predicate", "owner"),
    [
        ("Harlan offered $121 billion for Corvex.", "offer for Corvex", "offered", "Harlan"),
        ("Harlan agreed to buy Corvex for $119 billion.", "offer for Corvex", "offered", "Harlan"),
        ("Harlan is buying Corvex for $119 billion.", "offer for Corvex", "offered", "Harlan"),
        ("Harlan will acquire the Corvex mills for $119 billion.", "offer for Corvex mills", "offered", "Harlan"),
        ("Harlan made a $121 billion offer for Corvex.", "offer for Corvex", "offered", None),
        ("Harlan raised its offer for Corvex to $121 billion.", "offer for Corvex", "offered", None),
        ("Harlan raised its offer to $121 billion.", "offer", "offered", "Harlan"),
        ("Norr bid $7 million for the mill.", "bid for mill", "offered", None),
        ("Harlan bought Corvex for $119 billion.", "Corvex", "bought", "Harlan"),
        ("Norr paid $7 million for the mill.", "mill", "paid", None),
        ("The regulator fined Corvex $40 million.", "fine for Corvex", "fined", "regulator"),
        ("Corvex was fined $40 million.", "fine for Corvex", "fined", None),
        ("A fine of $40 million was imposed.", "fine", "fined", None),
        ("Corvex settled the suit for $40 million.", "settlement of suit", "paid", "Corvex"),
        ("Corvex agreed to a $40 million settlement.", "settlement", "paid", None),
        ("The council imposed a levy of $40 on drivers.", "levy", "taxed", None),
    ],
)
def test_a_sum_is_told_of_what_it_is_offered_or_paid_for(text, measure, predicate, owner):
    (figure,) = analyze(Article(text)).figures
    assert (figure.measure, figure.predicate) == (measure, predicate)
    assert owner is None or figure.owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "He waited for $40.",
        "They bought bread, milk and salt, and for $40 a lamp.",
        "The fine weather cost $40 million.",
    ],
)
def test_what_is_no_deal_has_no_offer(text):
    for figure in analyze(Article(text)).figures:
        assert not (figure.measure or "").startswith(("offer", "price", "fine for"))
