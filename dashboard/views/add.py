"""Bring articles in, see what was brought in, take it away again; choose among libraries."""

import streamlit as st

from dashboard.adding import batches, jobs_shown, libraries, ways_in
from dashboard.session import opened
from dashboard.showing.in_words import plural

asking = opened.asking()
st.text(f"Into the library “{asking.library.path.name}”, which holds {plural(asking.count(), 'article')}.")
draft = ways_in.choose(asking)
if draft:
    ways_in.review(asking, draft)
jobs_shown.watch(asking.library)

st.header("What was added")
batches.batches(asking)
with st.expander("Turned away, and why", key="turned-away"):
    batches.rejections(asking)
with st.expander("Read folders again", key="read-again"):
    batches.refresh(asking)
with st.expander("Libraries", key="libraries"):
    libraries.make()
    libraries.empty(asking.library)
