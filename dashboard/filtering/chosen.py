"""Which filters hold: what the widgets of the sidebar say, else the address, and what sets them from elsewhere."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from core.library import Filters
from dashboard.filtering import choosing, searches
from dashboard.session.asking import Asking
from dashboard.showing import address
from dashboard.showing.address import EMPTY


def values() -> dict[str, Any]:
    """Return the value of each parameter of the address, also before its widget was ever drawn."""
    query = urlencode([(key, text) for key in EMPTY for text in st.query_params.get_all(key)], errors="replace")
    read = address.read(query).chosen
    return {key: st.session_state[key] if key in st.session_state else read[key] for key in EMPTY}


def filters(asking: Asking) -> Filters:
    """Return the filters as the sidebar stands now."""
    return address.filters(values(), searches.saved(asking.seen))


def between(first: datetime.date, last: datetime.date) -> None:
    """Set the filter of publication to a stretch of days, as if it had been typed in the sidebar."""
    choosing.put("from", first)
    choosing.put("to", last)
    choosing.put("spoken", None)
