"""Streamlit's own command line, which meanwhile reads what the first page needs: `python -m dashboard.serve run …`.

A server is asked for its first page a second or more after it starts, by a browser that still fetches what draws one.
"""

from __future__ import annotations

import logging
import threading

import pandas as pd  # noqa: F401 - whole before a second thread runs: plotly looks into what is loaded of it
from streamlit.web import cli


def main() -> None:
    """Run Streamlit's command line."""
    threading.Thread(target=_read_ahead, daemon=True).start()
    cli.main(prog_name="streamlit")


def _read_ahead() -> None:
    """Load the modules and the library of the first page; what fails here fails again there, and is told there."""
    try:
        from core.library.questions import choices, queries  # noqa: PLC0415 - while the server starts
        from dashboard.drawings import by_teller, leading_figures, who_speaks  # noqa: PLC0415
        from dashboard.filtering import header, sidebar  # noqa: F401, PLC0415
        from dashboard.session import opened  # noqa: PLC0415

        if opened.given().is_dir():
            asking = opened.of(opened.given())
            asking.ask(queries.summary)
            asking.ask(queries.articles, asking.chosen)
            asking.ask(choices.choices, asking.chosen, ())
            for draw in (leading_figures.what_recurs, by_teller.over_time, who_speaks.who_speaks):
                asking.made(draw)
    except Exception:  # a page says it in words
        logging.getLogger("coverage").debug("Reading ahead failed", exc_info=True)


if __name__ == "__main__":
    main()
