"""What is being added, refreshed or removed: how far it is, a way to stop it, and how it ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.library import Library
from dashboard.adding import dropped, jobs
from dashboard.adding.jobs import Job
from dashboard.showing import links
from dashboard.showing.in_words import literal, plural, visible

_TITLES = {"add": "Adding", "refresh": "Reading again", "remove": "Removing"}


def watch(library: Library) -> None:
    """Draw the work on the open library; while any goes on, it is drawn anew each second."""
    path = library.path
    running = {id(job) for job in jobs.jobs(path) if job.running}
    st.fragment(run_every=1 if running else None)(_draw)(path, running)


def _draw(path: Path, shown: set[int]) -> None:
    """Draw each job; `shown` are those that were going on when the rest of the page was drawn."""
    for number, job in enumerate(jobs.jobs(path)):
        if job.running:
            _going_on(job, number)
            continue
        if id(job) in shown:  # it was going on when the page was drawn, which now shows what it changed
            st.rerun()
        _over(path, job)
        st.button(
            "Dismiss", key=f"dismiss-{number}", icon=":material/close:", type="tertiary", on_click=jobs.dismiss,
            args=(path, job),
        )  # fmt: skip


def _going_on(job: Job, number: int) -> None:
    with st.container(border=True):
        part, said = jobs.progress(job)
        st.text(f"{_TITLES[job.what]}: {said}")
        st.progress(0.0 if part is None else min(part, 1.0))
        if job.what != "remove":
            st.button(
                "Cancel, and keep what is done",
                key=f"cancel-{number}",
                icon=":material/stop:",
                disabled=job.stopping,
                on_click=job.cancel,
            )
        st.caption("All pages can be used meanwhile; they show articles as they come.")


def _over(path: Path, job: Job) -> None:
    if job.problem:
        st.error(literal(f"{_TITLES[job.what]} ended early. {job.problem}"))
        return
    report = job.report or {}
    st.success(literal(told(job.what, report)))
    for label, name in (("New", "new"), ("Changed", "changed"), ("Vanished", "vanished")):
        if job.what == "refresh" and report.get(name):
            with st.expander(f"{label}: {report[f'{name}_count']:,}"):
                _names(path, report[name], report[f"{name}_count"])
    if report.get("rejections"):
        with st.expander(f"Turned away: {report['rejections_count']:,}", expanded=True):
            shown = [
                (dropped.shown(item["source"], path), visible(item["reason"])) for item in report["rejections"]
            ]
            st.dataframe(pd.DataFrame(shown, columns=["File", "Why, and what to do"]), hide_index=True)
    if report.get("added") or report.get("replaced"):
        st.page_link(links.VIEWS / "overview.py", label="Look at them", icon=":material/arrow_forward:")


def _names(path: Path, names: list[str], count: int) -> None:
    st.dataframe(pd.DataFrame({"File": [dropped.shown(name, path) for name in names]}), hide_index=True)
    if count > len(names):
        st.caption(f"The first {len(names):,} of {count:,}.")


def told(what: jobs.What, report: dict[str, Any]) -> str:
    """Return in a sentence what came of a job."""
    if what == "remove":
        return f"{plural(report['removed'], 'article')} removed."
    said = [f"{plural(report['added'], 'article')} added"]
    for name, words in (
        ("replaced", "changed and replaced"),
        ("unchanged", "unchanged"),
        ("repeated", "there already"),
        ("vanished_count", "no longer where they were, and kept"),
        ("rejections_count", "turned away"),
    ):
        said += [f"{report[name]:,} {words}"] if report[name] else []
    return ", ".join(said) + (
        "; stopped before the end, add the same again to go on." if report["stopped"] else "."
    )
