"""Bring articles in, see what was brought in, take it away again; choose among libraries."""

import streamlit as st

from dashboard.adding import batches, jobs_shown, libraries, ways_in
from dashboard.session import opened
from dashboard.showing.in_words import plural

st.text(f"Into the library “{opened.folder().name}”, which holds {plural(opened.count(), 'article')}.")
draft = ways_in.choose()
if draft:
    ways_in.review(draft)
jobs_shown.watch()

st.header("What was added")
batches.batches()
with st.expander("Turned away, and why", key="turned-away"):
    batches.rejections()
with st.expander("Read folders again", key="read-again"):
    batches.refresh()
with st.expander("Libraries", key="libraries"):
    libraries.make()
    libraries.empty()
