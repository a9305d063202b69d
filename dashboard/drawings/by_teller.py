"""Who tells, and articles drawn by who tells them: their days of publication, their scores."""

from __future__ import annotations

import plotly.graph_objects as go

from core.library.questions import queries, summaries
from dashboard.charts import margins, publication_chart, scores_chart
from dashboard.session.asking import Asking
from dashboard.showing import tellers
from dashboard.showing.bands import label
from dashboard.showing.tellers import Tellers


def who(asking: Asking) -> Tellers:
    """Return who tells in the articles chosen."""
    return tellers.ranked(asking.ask(summaries.outlets), asking.ask(queries.articles, asking.chosen))


def over_time(asking: Asking) -> go.Figure:
    """Draw the dated articles over time."""
    articles = asking.ask(queries.articles, asking.chosen)
    dated = articles[articles["published"].notna()]
    return margins.fit(publication_chart.articles_over_time(dated, asking.made(who)))


def scores(asking: Asking, formula: str, text: float | None) -> go.Figure:
    """Draw the articles' scores, and that of a text beside them."""
    articles = asking.ask(queries.articles, asking.chosen)
    return margins.fit(scores_chart.strip(articles, formula, label(formula), asking.made(who), text))
