"""Three ways in, a look at what would come in, corrections, and the start of adding it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import streamlit as st

from core.library import Change, Library, store
from core.library.questions.already_there import standing
from core.model import Rejection
from core.read import READERS, shown_path
from dashboard.adding import dropped, jobs, preview
from dashboard.adding.dropped import Upload
from dashboard.adding.preview import Corrections, Field, Preview
from dashboard.session.asking import Asking
from dashboard.showing.in_words import literal, plural, visible

FILES, PASTED, FOLDER = "Files", "Pasted text", "A folder on this machine"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was chosen and looked at, and not added yet; `uploads` is None for a folder, which is read where it is."""

    signature: tuple[str, ...]
    seen: Preview
    refused: tuple[Rejection, ...] = ()  # whose form isn't read
    uploads: tuple[Upload, ...] | None = None


def choose(asking: Asking) -> Draft | None:
    """Draw the three ways in; return what was chosen, looked at once."""
    way = st.segmented_control(
        "Where are the articles?", [FILES, PASTED, FOLDER], default=FILES, key="way", required=True
    )
    turn = st.session_state.setdefault("turn", 0)  # a new one empties the widgets after adding
    try:
        draft = (
            _files(turn)
            if way == FILES
            else _pasted(turn)
            if way == PASTED
            else _folder(turn, asking.library.path)
        )
    except (dropped.TooMuch, OSError) as problem:
        st.error(literal(str(problem)))
        draft = None
    if draft is None:
        st.session_state.pop("draft", None)
    return draft


def _files(turn: int) -> Draft | None:
    files = st.file_uploader(
        f"Text, Markdown, HTML pages, or exports as CSV or JSON; at most {dropped.MOST_FILES:,} files and "
        f"{dropped.MOST_BYTES // 1_000_000} MB at once.",
        [ending.removeprefix(".") for ending in READERS],
        accept_multiple_files=True,
        key=f"files-{turn}",
    )
    if not files:
        return None
    return _looked_at(
        (FILES, *(file.file_id for file in files)), [Upload(file.name, file.getvalue()) for file in files]
    )


def _pasted(turn: int) -> Draft | None:
    with st.form(f"paste-{turn}", border=False):
        text = st.text_area(
            "The text of one article, as copied from its page",
            key=f"text-{turn}",
            height=220,
            help="Menus, tickers and their like may stay in: they are marked and counted nowhere.",
        )
        st.form_submit_button("Look at it", icon=":material/visibility:")
    return _looked_at((PASTED, text), [dropped.pasted(text)]) if text.strip() else None


def _folder(turn: int, library: Path) -> Draft | None:
    with st.form(f"folder-{turn}", border=False):
        named = st.text_input(
            "Path of the folder, or of one large file",
            key=f"path-{turn}",
            placeholder="for example /home/me/articles",
            help="It is read where it is, and can be read again later to take in what is new or has changed.",
        )
        asked = st.form_submit_button("Look inside", icon=":material/visibility:")
    if not named.strip():
        return None
    path = Path(named.strip().strip("\"'")).expanduser().absolute()
    if problem := unfit(path, library):
        st.error(literal(problem))
        return None
    if asked:  # it may have changed since
        st.session_state.pop("draft", None)
    return _remembered((FOLDER, str(path)), lambda: Draft((FOLDER, str(path)), preview.look(path)))


def unfit(path: Path, library: Path) -> str | None:
    """Return why a path can't be added to a library, in a sentence; None where it can."""
    try:
        whole = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return f"There is no folder or file “{path}”: check the path, from the root of the disk."
    if whole.is_relative_to(library) or library.is_relative_to(whole):
        return f"“{path}” holds this library itself: name a folder of articles."
    return None


def _looked_at(signature: tuple[str, ...], uploads: list[Upload]) -> Draft:
    def look() -> Draft:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "added"
            refused = dropped.keep(folder, uploads)
            seen = preview.look(folder)
            whole = shown_path(folder)  # that none of it can be read is said of each
            told = tuple(item for item in seen.rejections if item.source != whole)
            return Draft(signature, replace(seen, rejections=told), tuple(refused), tuple(uploads))

    return _remembered(signature, look)


def _remembered(signature: tuple[str, ...], look: Callable[[], Draft]) -> Draft:
    draft: Draft | None = st.session_state.get("draft")
    if draft is None or draft.signature != signature:
        with st.spinner("Reading the first articles …"):
            draft = look()
        st.session_state["draft"] = draft
    return draft


def review(asking: Asking, draft: Draft) -> None:
    """Draw what would come in, to be corrected, what would be turned away, and the button that adds it."""
    seen = draft.seen
    turned_away = [*draft.refused, *seen.rejections]
    if not seen.articles:
        st.warning("None of it can be read, so there is nothing to add. The table says why.")
        rejections(turned_away, seen.root)
        return
    about, by = st.columns(2)
    topic = about.text_input("Topic of all of them, if they share one", key=f"topic-{draft.signature[0]}").strip()
    outlet = by.text_input("Outlet of all of them, if they share one", key=f"outlet-{draft.signature[0]}").strip()
    said, problems = _table(asking, draft, topic, outlet)
    for problem in problems:
        st.error(literal(problem))
    if seen.more:
        how_many = plural(seen.more, "more article")
        st.caption(
            f"These are the first {len(seen.articles):,}; {how_many if seen.exact else f'about {how_many}'} "
            "will be added with them."
        )
    if turned_away:
        st.header(f"Can’t be read: {len(turned_away):,}")
        rejections(turned_away, seen.root)
    label = f"Add {'about ' if not seen.exact else ''}{plural(seen.total, 'article')}"
    if st.button(label, key="add", type="primary", icon=":material/add:", disabled=bool(problems)):
        try:
            add(asking.library, draft, said, topic, outlet)
        except (OSError, ValueError) as problem:
            st.error(literal(f"Nothing was added: {problem}"))
        else:
            st.session_state["turn"] += 1
            del st.session_state["draft"]
            st.rerun()


def _table(asking: Asking, draft: Draft, topic: str, outlet: str) -> tuple[Corrections, list[str]]:
    """Draw the articles; return what was corrected, by source, and a sentence on each date that is none."""
    seen = draft.seen
    to_all: dict[Field, str] = {"topic": topic, "outlet": outlet}
    given = {field: value for field, value in to_all.items() if value}
    key = f"preview-{abs(hash(draft.signature))}"
    drawn = pd.DataFrame(preview.table(seen, [""] * len(seen.articles), topic, outlet))
    edits = st.session_state.get(key, {}).get("edited_rows", {})
    said, _ = preview.corrections(seen, drawn, preview.with_edits(drawn, edits))
    articles = [preview.corrected(item, {**said.get(item.source, {}), **given}) for item in seen.articles]
    drawn["In the library"] = standing(asking.seen, articles)
    locked = [column for column, field in preview.EDITABLE.items() if field in given]
    edited = st.data_editor(
        drawn,
        key=key,
        hide_index=True,
        disabled=[*(str(column) for column in drawn if column not in preview.EDITABLE), *locked],
        placeholder="unknown",
        alt="What would be added",
        column_config={
            "Title": st.column_config.TextColumn(width=260, max_chars=1_000),
            "Outlet": st.column_config.TextColumn(width=130, max_chars=1_000),
            "Date": st.column_config.TextColumn(
                width=110, max_chars=60, help="Of publication, as 2024-12-19 or 19 Dec 2024; empty: unknown"
            ),
            "Topic": st.column_config.TextColumn(width=120, max_chars=1_000),
            "Words": st.column_config.NumberColumn(width="small", format="localized"),
            "Language": st.column_config.TextColumn(width="small"),
            "In the library": st.column_config.TextColumn(
                width=110,
                help="already there: the same text of the same outlet. copy: the same text of another outlet; it is "
                "kept and marked. twice here: it stands above.",
            ),
            "How it is known": st.column_config.TextColumn(width=280),
            "File": st.column_config.TextColumn(width="medium"),
        },
    )
    counts = drawn["In the library"].value_counts()
    st.caption(
        "Correct titles, outlets, dates and topics in the table before you add. "
        + " · ".join(f"{number:,} {literal(str(what))}" for what, number in counts.items())
    )
    return preview.corrections(seen, drawn, edited)


def rejections(items: list[Rejection], root: Path) -> None:
    """Draw what can't be read and why."""
    st.dataframe(
        pd.DataFrame(
            {
                "File": [visible(preview.name(item.source, root)) for item in items],
                "Why, and what to do": [visible(item.reason) for item in items],
            }
        ),
        hide_index=True,
        alt="What can’t be read",
        column_config={
            "File": st.column_config.TextColumn(width="medium"),
            "Why, and what to do": st.column_config.TextColumn(width="large"),
        },
    )


def add(library: Library, draft: Draft, said: Corrections, topic: str = "", outlet: str = "") -> jobs.Job:
    """Keep what was dropped or pasted, with the corrections, and start adding it to the open library.

    Uploads carry corrections in the sidecar beside them, so that dates in the text are resolved against the right
    day; a folder of the analyst's isn't written to, so there they are edits, as what is emptied is everywhere.
    """
    path = library.path
    root, edits = draft.seen.root, said
    if draft.uploads is not None:
        root = dropped.new_batch(path)
        dropped.keep(root, draft.uploads)
        by_name = {preview.name(source, draft.seen.root): values for source, values in said.items()}
        dropped.correct(root, by_name)
        edits = {
            f"{shown_path(root)}/{name}": {field: value for field, value in values.items() if not value}
            for name, values in by_name.items()
        }
    changes = [Change(field, source, value) for source, values in edits.items() for field, value in values.items()]
    if changes:
        store.edit(library, changes)
    return jobs.start(
        path, "add", draft.seen.total, sources=[str(root)], topic=topic or None, outlet=outlet or None
    )
