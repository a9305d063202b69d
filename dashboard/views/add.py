"""Bring articles in, see what was brought in, take it away again; choose among libraries."""

import streamlit as st

from dashboard import opened
from dashboard.adding import batches, intake, libraries, working
from dashboard.phrases import plural

st.text(f"Into the library “{opened.folder().name}”, which holds {plural(opened.count(), 'article')}.")
draft = intake.choose()
if draft:
    intake.review(draft)
working.watch()

st.header("What was added")
batches.batches()
with st.expander("Turned away, and why", key="turned-away"):
    batches.rejections()
with st.expander("Read folders again", key="read-again"):
    batches.refresh()
with st.expander("Libraries", key="libraries"):
    libraries.make()
    libraries.empty()
