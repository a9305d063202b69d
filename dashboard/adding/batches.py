"""What was brought into the library, by batch: taken away again, read again, and what was turned away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.library.questions import queries
from core.read import shown_path
from dashboard.adding import dropped, jobs
from dashboard.session.asking import Asking
from dashboard.session.places import HOME
from dashboard.showing.each_row import each
from dashboard.showing.in_words import day, plural, visible
from dashboard.tables.select import download

_DROPPED = "dropped or pasted here"
_SHOWN = 20  # batches, the latest


def busy(path: Path) -> bool:
    """Tell whether something is being added to the open library, or taken from it, by this dashboard."""
    return any(job.running for job in jobs.jobs(path))


def batches(asking: Asking) -> None:
    """Draw the batches, each with a button that removes its articles after asking once."""
    path, rows = asking.library.path, asking.ask(queries.batches)
    if rows.empty:
        st.caption("Nothing was added yet.")
        return
    for row in each(rows.head(_SHOWN)):
        said, button = st.columns([8, 2], vertical_alignment="center")
        said.text(f"{_moment(row.added)} · {plural(row.articles, 'article')} · {_from(row.roots, path)}")
        asked = st.session_state.get("removing") == row.batch
        if not asked:
            button.button(
                "Remove",
                key=f"remove-batch-{row.batch}",
                icon=":material/delete:",
                type="tertiary",
                disabled=busy(path),
                on_click=_ask,
                args=(row.batch,),
            )
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(
                f"Remove these {plural(row.articles, 'article')}? Files outside the library stay where they are."
            )
            st.button(
                "Yes, remove", key=f"sure-{row.batch}", type="primary", on_click=_remove, args=(path, row.batch)
            )
            st.button("Keep", key=f"keep-{row.batch}", on_click=_ask, args=(None,))
    if len(rows) > _SHOWN:
        st.caption(f"{plural(len(rows) - _SHOWN, 'earlier batch', 'earlier batches')} not shown.")


def _ask(batch: str | None) -> None:
    st.session_state["removing"] = batch


def _remove(path: Path, batch: str) -> None:
    st.session_state["removing"] = None
    jobs.start(path, "remove", batch=batch)


def _moment(value: Any) -> str:
    moment = pd.Timestamp(value)
    return f"{day(moment)}, {moment:%H:%M} UTC"


def _from(roots: Any, path: Path) -> str:
    named = [_path(root) for root in roots if not dropped.by_upload(root, path)]
    if len(named) < len(roots):
        named.insert(0, _DROPPED)
    return ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")


def _path(root: str) -> str:
    """Return a path as it is named from the project's folder, where it lies inside."""
    return visible(root.removeprefix(f"{shown_path(HOME)}/"))


def refresh(asking: Asking) -> None:
    """Draw the folders that were added, and the button that reads them again."""
    path, rows = asking.library.path, asking.ask(queries.batches)
    roots = sorted({root for row in each(rows) for root in row.roots})
    folders = [root for root in roots if not dropped.by_upload(root, path)]
    for root in folders[:_SHOWN]:
        st.text(_path(root))
    if len(folders) > _SHOWN:
        st.caption(f"and {plural(len(folders) - _SHOWN, 'more folder')}.")
    st.caption(
        "Reads again all that was ever added: new and changed articles come in; what has vanished is named and kept."
    )
    if st.button("Read again", key="refresh", icon=":material/refresh:", disabled=busy(path) or not roots):
        jobs.start(path, "refresh", int(rows["articles"].sum()))
        st.rerun()


def rejections(asking: Asking) -> None:
    """Draw what was turned away so far and why, with a download."""
    rows, path = asking.seen.rejections(), asking.library.path
    if rows.empty:
        st.caption("Nothing was turned away.")
        return
    st.dataframe(
        pd.DataFrame(
            {
                "File": [visible(Path(source).name) for source in rows["source"]],
                "Why, and what to do": rows["reason"].map(visible),
                "When": pd.to_datetime(rows["added"]),
                "Where": [
                    _DROPPED if dropped.by_upload(source, path) else visible(str(Path(source).parent))
                    for source in rows["source"]
                ],
            }
        ),
        hide_index=True,
        alt="What was turned away",
        column_config={
            "File": st.column_config.TextColumn(width="medium"),
            "Why, and what to do": st.column_config.TextColumn(width="large"),
            "When": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm", width=140),
        },
    )
    download(rows, "turned-away", "turned-away")
