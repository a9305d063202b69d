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
    several = statements["quantity"].duplicated(keep=False)
    placed = _numbered(statements[several])
    places = _places(_tellings(placed))
    places = places.join(placed.drop_duplicates("place").set_index("place")[[*_ALIKE, "meant"]])
    places = places.assign(agree=(places["articles"] > 1) & ~places["apart"], fact=places["meant"] == _FACT)
    periods = places.groupby(_ALIKE, dropna=False, sort=False)["fact"].agg(["any", "all"])
    both = (periods["any"] & ~periods["all"]).groupby(level="quantity")  # told ahead, and as it came
    judged = places.groupby("quantity")
    found = pd.DataFrame(
        {
            "conflict": judged["apart"].any(),
            "agreement": judged["agree"].any(),
            "series": both.size() > 1,
            "paired": both.any(),
        }
    )
    every = pd.Index(statements["quantity"].unique(), name="quantity")
    found = found.reindex(every, fill_value=False).astype(bool)
    answer = pd.Series("not comparable", index=every, dtype="object")
    answer = answer.mask(found["paired"], "forecast and outcome")
    answer = answer.mask(found["agreement"], "agree").mask(found["conflict"], "differ")
    return found.drop(columns="paired").assign(answer=answer)


def conflicts(statements: pd.DataFrame) -> pd.DataFrame:
    """Return for each quantity in conflict two statements that can't both be right: quantity, `below`, `above`.

    These are labels of the rows given (`COLUMNS`), which differ from one another; where several periods are in
    conflict, those of the last.
    """
    placed = _numbered(statements).rename_axis("row").reset_index()
    tellings = _tellings(placed)
    places = _places(tellings)
    contested = tellings.merge(places[places["apart"]].reset_index(), on="place")
    # The most that the lowest article leaves open, and the least that the highest does.
    lowest = contested[contested["most"] == contested["lowest"]].drop_duplicates("place")
    highest = contested[contested["least"] == contested["highest"]].drop_duplicates("place")
    below = placed.merge(lowest[["place", "key"]]).sort_values("most", ascending=False, kind="stable")
    above = placed.merge(highest[["place", "key"]]).sort_values("least", kind="stable")
    ends = below.drop_duplicates("place").merge(above.drop_duplicates("place")[["place", "row"]], on="place")
    last = ends.sort_values("begin", kind="stable").drop_duplicates("quantity", keep="last")
    return last.rename(columns={"row_x": "below", "row_y": "above"})[["quantity", "below", "above"]].reset_index(
        drop=True
    )


def apart(statements: pd.DataFrame, column: str) -> pd.Series:
    """Return for each quantity whether the values that some `column` tells of it meet no other's, of any period."""
    bounded = _opened(statements)
    told = bounded.groupby(["quantity", column]).agg(least=("least", "min"), most=("most", "max"))
    of_quantity = told.groupby("quantity")
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


def _numbered(statements: pd.DataFrame) -> pd.DataFrame:
    """Return the statements that can be compared with any, `placed`, with a number for their `place`."""
    placed = _placed(statements)
    placed = placed[placed["begin"].notna()]
    return placed.assign(place=placed.groupby([*_ALIKE, "meant"], dropna=False, sort=False).ngroup())


def _tellings(placed: pd.DataFrame) -> pd.DataFrame:
    """Return what each article leaves open in each place it tells of: place, key, least, most."""
    told = placed.groupby(["place", "key"], sort=False)
    return told.agg(least=("least", "min"), most=("most", "max")).reset_index()


def _places(tellings: pd.DataFrame) -> pd.DataFrame:
    """Return for each place how many articles tell of it, their highest `least` and lowest `most`, and if they part."""
    places = tellings.groupby("place").agg(
        articles=("key", "size"), highest=("least", "max"), lowest=("most", "min")
    )
    return places.assign(apart=places["highest"] > places["lowest"])
