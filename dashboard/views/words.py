"""Where does it stand, and beside what? Any word or phrase in context, over the filtered articles."""

import streamlit as st

from dashboard.reading import keyword_lines
from dashboard.session import opened

phrase = st.text_input(
    "Word or phrase",
    key="phrase",
    bind="query-params",
    placeholder="e.g. trade turnover",
    help="Whole words, whatever their case; the words of a phrase stand in this order.",
)
if phrase.strip():
    keyword_lines.lines(opened.asking(), phrase.strip(), "words-lines")
else:
    st.caption("Type a word or phrase: every place where it stands is shown with what is before and after it.")
