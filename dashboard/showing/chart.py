"""A chart, and the rows it was drawn from as a reader takes them home."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go


class Chart(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that knows its rows.

    `rows` has what the marks stand for, in columns named in plain words with their units; names are whole where the
    drawing had to cut them.
    """

    rows = pd.DataFrame()

    def copied(self) -> Chart:
        """Return a chart to change that draws the same and knows the same rows."""
        own = Chart(self)
        own.rows = self.rows
        return own
