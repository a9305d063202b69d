"""What an analyst changes about speakers, in place: groups, merges, names; with history and undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core.library import store
from core.library.edits import Change
from dashboard import opened
from dashboard.phrases import day, literal, plural, present, visible
from dashboard.rows import each

GROUPS = ("government", "opposition", "expert", "business", "citizen", "media", "official body")
_SPEAKERS = ("actor", "name", "group")
_SHOWN = 20  # edits of the history, the latest


def groups(speakers: pd.DataFrame, key: str) -> None:
    """Draw speakers with the group of each, to be changed in place and saved together."""
    rows = speakers.head(200).reset_index(drop=True)
    used = [str(name) for name in rows["speaker_group"].dropna().unique()]
    st.caption(
        "Write a group beside a speaker, for example "
        + ", ".join(dict.fromkeys((*used, *GROUPS)))
        + "; any other "
        "word will do. Empty takes the speaker out of its group."
    )
    with st.form(f"{key}-form", border=False):
        shown = pd.DataFrame(
            {
                "Speaker": rows["speaker"].map(visible),
                "Group": rows["speaker_group"].astype("object").where(rows["speaker_group"].notna(), None),
                "Words": rows["words"],
                "Articles": rows["articles"],
            }
        )
        edited = st.data_editor(
            shown,
            key=f"{key}-editor-{opened.library().version}",
            hide_index=True,
            disabled=["Speaker", "Words", "Articles"],
            alt="Groups of speakers",
            height=min(38 + 35 * len(shown), 420),
            column_config={
                "Speaker": st.column_config.TextColumn(width="large"),
                "Group": st.column_config.TextColumn(width="medium", max_chars=60),
            },
        )
        if st.form_submit_button("Save groups", icon=":material/save:"):
            pairs = zip(rows["speaker"], shown["Group"], edited["Group"], strict=True)
            _commit(
                [
                    Change("group", str(name), str(after).strip() or None if present(after) else None)
                    for name, before, after in pairs
                    if (before or "") != (after if present(after) else "")
                ]
            )


def merge(speakers: Sequence[str], key: str) -> None:
    """Draw the choice of a name, and of the speaker that name stands for from now on."""
    one, other, act = st.columns([4, 4, 3], vertical_alignment="bottom")
    name = one.selectbox("This name", speakers, None, key=f"{key}-name", format_func=visible, placeholder="Choose")
    stands = other.selectbox(
        "is the same speaker as",
        [speaker for speaker in speakers if speaker != name],
        None,
        key=f"{key}-other",
        format_func=visible,
        placeholder="Choose, or write a new name",
        accept_new_options=True,
    )
    wanted = [Change("actor", name, stands)] if name and stands and stands.strip() else []
    if act.button("Make them one", key=f"{key}-merge", disabled=not wanted, icon=":material/merge:"):
        _commit(wanted)


def history(key: str) -> None:
    """Draw what was changed about speakers, the latest first, each with a button that takes it back."""
    edits = opened.library().edits()
    edits = edits[edits["what"].isin(_SPEAKERS)]
    if edits.empty:
        st.caption("Nothing was changed by hand yet.")
    for edit in each(edits.head(_SHOWN)):
        said, button = st.columns([8, 2], vertical_alignment="center")
        said.text(f"{day(edit.made)}, {edit.made:%H:%M} UTC · {told(edit)}")
        if edit.last and button.button("Undo", key=f"{key}-undo-{edit.id}", icon=":material/undo:"):
            store.undo(opened.library(), [edit.id])
            st.rerun()
    if len(edits) > _SHOWN:
        st.caption(f"{plural(len(edits) - _SHOWN, 'earlier change')} not shown.")


def told(edit: Any) -> str:
    """Return an edit in words."""
    name, after = visible(edit.key), visible(edit.after) if present(edit.after) else None
    before = f", before {visible(edit.before)}" if present(edit.before) else ""
    if edit.what == "group":
        return f"{name} is in the group {after}{before}" if after else f"{name} is in no group any more{before}"
    if after:
        return f"{name} goes under the name {after}{before}"
    return f"{name} is a speaker of its own again{before}"


def _commit(changes: Sequence[Change]) -> None:
    try:
        made = store.edit(opened.library(), changes)
    except (ValueError, OSError) as problem:
        st.error(literal(str(problem)))
        return
    if made:
        st.rerun()
