"""What an analyst changes about speakers: their groups, and which names are one speaker."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from core.library import Change, Library, store
from dashboard.correcting import saving
from dashboard.session.asking import Asking
from dashboard.showing.in_words import present, visible

GROUPS = ("government", "opposition", "expert", "business", "citizen", "media", "official body")


def groups(asking: Asking, speakers: pd.DataFrame, key: str) -> None:
    """Draw speakers with the group of each, to be changed in place and saved together."""
    rows = speakers.head(200).reset_index(drop=True)
    used = [str(name) for name in rows["speaker_group"].dropna().unique()]
    st.caption(
        "Write a group beside a speaker, for example "
        + ", ".join(dict.fromkeys((*used, *GROUPS)))
        + "; any other "
        "word will do. Empty takes the speaker out of its group."
    )
    shown = pd.DataFrame(
        {
            "Speaker": rows["speaker"].map(visible),
            "Group": rows["speaker_group"].astype("object").where(rows["speaker_group"].notna(), None),
            "Words": rows["words"],
            "Articles": rows["articles"],
        }
    )
    edited = saving.edited(
        asking,
        shown,
        key,
        "Save groups",
        disabled=["Speaker", "Words", "Articles"],
        alt="Groups of speakers",
        height=min(38 + 35 * len(shown), 420),
        column_config={
            "Speaker": st.column_config.TextColumn(width="large"),
            "Group": st.column_config.TextColumn(width="medium", max_chars=60),
        },
    )
    if edited is not None:
        pairs = zip(rows["speaker"], shown["Group"], edited["Group"], strict=True)
        changes = [
            Change("group", str(name), str(after).strip() or None if present(after) else None)
            for name, before, after in pairs
            if (before or "") != (after if present(after) else "")
        ]
        saving.save(lambda: store.edit(asking.library, changes))


def merge(library: Library, speakers: Sequence[str], key: str) -> None:
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
        saving.save(lambda: store.edit(library, wanted))
