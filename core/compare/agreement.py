"""When statements of one thing can't both be right: the rule that pages, exports and reports ask.

Two statements are compared where both are of one quantity, speak of the same period and are meant alike: facts with
facts, forecasts with forecasts, targets with targets. Where no period is told the day of publication stands for it;
such values, and counts, are compared within a story only. What has neither period nor day is not compared. Within
these bounds statements differ where the values that their precision leaves open don't meet.

An article may correct itself, or tell a part beside the whole: it stands for all that its own statements leave open,
and articles are compared with one another.

The rule reads rows and is no SQL: what is still to be told apart (a value that changed from one that is contested)
needs more of a statement than its bounds, and rows of the articles chosen are few enough (`recurring`). It sorts and
groups, so that its work grows like n log n.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd

Answer = Literal["agree", "differ", "forecast and outcome", "not comparable"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)

# What a statement is judged by. `quantity` names what is measured, `least` and `most` are NaN where a side is open.
COLUMNS = (
    "quantity", "key", "kind", "status", "period_begin", "period_end", "published", "story", "least", "most"
)  # fmt: skip

AHEAD = ("forecast", "target")  # statuses that speak of what is to come
_FACT = "fact"
_ALIKE = ["quantity", "scope", "begin", "period_end"]  # what two statements must have in common to be compared
_PLACE = [*_ALIKE, "meant"]


def between(left: pd.DataFrame, right: pd.DataFrame) -> pd.Series:
    """Return the answer for each pair of statements: row by row of two tables with `COLUMNS`, of one length."""
    one, other = (_placed(side.reset_index(drop=True)) for side in (left, right))
    alike = one["begin"].notna() & other["begin"].notna()
    for name in _ALIKE:
        alike &= (one[name] == other[name]) | (one[name].isna() & other[name].isna())
    meant_alike = one["meant"] == other["meant"]
    apart = np.maximum(one["least"], other["least"]) > np.minimum(one["most"], other["most"])
    answers = pd.Series("not comparable", index=one.index, dtype="object")
    answers = answers.mask(alike & ((one["meant"] == _FACT) != (other["meant"] == _FACT)), "forecast and outcome")
    answers = answers.mask(alike & meant_alike & apart, "differ").mask(alike & meant_alike & ~apart, "agree")
    return answers.set_axis(left.index)


def of_quantities(statements: pd.DataFrame) -> pd.DataFrame:
    """Return what the statements (`COLUMNS`) of each quantity come to, a row for each, by its name.

    `conflict`: two articles can't both be right on one period; `agreement`: those of one period can; `series`: the
    values are of several periods; `answer`: the one of `ANSWERS` that weighs most: differ, agree, forecast and outcome.
    """
    placed = _placed(statements)
    of_place = _places(_tellings(placed))
    differ = of_place["apart"].groupby("quantity", observed=True).any()
    agree = ((of_place["articles"] > 1) & ~of_place["apart"]).groupby("quantity", observed=True).any()
    meant = of_place.reset_index().assign(fact=lambda rows: rows["meant"] == _FACT)
    periods = meant.groupby(_ALIKE, dropna=False, observed=True)["fact"].agg(["any", "all"])
    both = (periods["any"] & ~periods["all"]).groupby("quantity", observed=True)
    every = pd.Index(statements["quantity"].unique(), name="quantity")
    found = pd.DataFrame(
        {"conflict": differ, "agreement": agree, "series": both.size() > 1, "paired": both.any()}
    ).reindex(every)
    found = found.astype("boolean").fillna(False).astype(bool)
    answer = pd.Series("not comparable", index=found.index, dtype="object")
    answer = answer.mask(found["paired"], "forecast and outcome")
    answer = answer.mask(found["agreement"], "agree").mask(found["conflict"], "differ")
    return found.drop(columns="paired").assign(answer=answer)


def conflicts(statements: pd.DataFrame) -> pd.DataFrame:
    """Return for each quantity in conflict two statements that can't both be right: quantity, `below`, `above`.

    These are labels of the rows given (`COLUMNS`), which differ from one another; where several periods are in
    conflict, those of the last.
    """
    placed = _placed(statements)
    tellings = _tellings(placed)
    of_place = _places(tellings)
    contested = tellings.join(of_place.loc[of_place["apart"], ["highest", "lowest"]], on=_PLACE, how="inner")
    ends = {
        # the most that the lowest article leaves open, and the least that the highest does
        "below": _end(placed, contested, contested["most"] == contested["lowest"], "most", largest=True),
        "above": _end(placed, contested, contested["least"] == contested["highest"], "least", largest=False),
    }
    pairs = pd.DataFrame(ends).reset_index()
    last = pairs.sort_values("begin", kind="stable").drop_duplicates("quantity", keep="last")
    return last[["quantity", "below", "above"]].reset_index(drop=True)


def apart(statements: pd.DataFrame, column: str) -> pd.Series:
    """Return for each quantity whether the values that some `column` tells of it meet no other's, of any period."""
    bounded = _opened(statements)
    told = bounded.groupby(["quantity", column], observed=True).agg(least=("least", "min"), most=("most", "max"))
    of_quantity = told.groupby("quantity", observed=True)
    found: pd.Series = of_quantity["least"].max() > of_quantity["most"].min()
    return found


def _placed(statements: pd.DataFrame) -> pd.DataFrame:
    """Return statements with what each is compared within: scope, begin, period_end, meant; open sides are infinite."""
    untold = statements["period_begin"].isna()
    begin = pd.to_datetime(statements["period_begin"]).where(~untold, pd.to_datetime(statements["published"]))
    narrow = untold | (statements["kind"] == "count")
    return _opened(statements).assign(
        begin=begin,
        period_end=pd.to_datetime(statements["period_end"]),
        scope=statements["story"].where(narrow, ""),
        meant=statements["status"].where(statements["status"].isin(AHEAD), _FACT),
    )


def _opened(statements: pd.DataFrame) -> pd.DataFrame:
    least, most = (pd.to_numeric(statements[name]).astype(float) for name in ("least", "most"))
    return statements.assign(least=least.fillna(-np.inf), most=most.fillna(np.inf))


def _tellings(placed: pd.DataFrame) -> pd.DataFrame:
    """Return what each article leaves open in each place it tells of: the columns of a place, key, least, most."""
    known = placed[placed["begin"].notna()]
    return (
        known.groupby([*_PLACE, "key"], dropna=False, observed=True, sort=False)
        .agg(least=("least", "min"), most=("most", "max"))
        .reset_index()
    )


def _places(tellings: pd.DataFrame) -> pd.DataFrame:
    """Return for each place how many articles tell of it, their highest `least` and lowest `most`, and if they part."""
    places = tellings.groupby(_PLACE, dropna=False, observed=True, sort=False).agg(
        articles=("key", "size"), highest=("least", "max"), lowest=("most", "min")
    )
    return places.assign(apart=places["highest"] > places["lowest"])


def _end(
    placed: pd.DataFrame, contested: pd.DataFrame, at_end: pd.Series, name: str, *, largest: bool
) -> pd.Series:
    """Return by place the label of a statement that stands at one end of its article there."""
    tellers = contested.loc[at_end, [*_PLACE, "key"]].drop_duplicates(_PLACE)
    rows = placed.rename_axis("row").reset_index().merge(tellers, on=[*_PLACE, "key"])
    rows = rows.sort_values(name, ascending=not largest, kind="stable").drop_duplicates(_PLACE)
    return rows.set_index(_PLACE)["row"]
