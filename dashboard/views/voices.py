"""Who gets to speak? Shares by outlet, who is quoted by whom, through which verbs."""

import pandas as pd
import streamlit as st

from core.library import queries, summaries
from dashboard import evidence, filters, opened, tellers
from dashboard.charts import comparison, voices
from dashboard.phrases import plural
from dashboard.tables import speakers as speakers_table

chosen = filters.current()
articles = opened.ask(queries.articles, chosen)
who = tellers.ranked(opened.ask(summaries.outlets), articles)
said = opened.ask(queries.attributions, chosen)
if said.empty:
    st.info("No words are given to a source in these articles. Take a filter away, or look at other articles.")
    st.stop()

said = evidence.numbered(said).assign(teller=tellers.column(said, who).map(who.shown))
known = said[said["speaker"].notna()]
order = list(said.groupby("teller")["words"].sum().sort_values(ascending=False).index)
unnamed = int((~said["named"]).sum())
with st.container(horizontal=True):
    st.metric("Attributed statements", f"{len(said):,}")
    st.metric("Quoted words", f"{int(said.loc[said['kind'] != 'indirect', 'words'].sum()):,}")
    st.metric("Sources without a name", f"{unnamed / len(said):.0%}", help="“officials”, “a source close to …”")
    st.metric("Speaker unknown", f"{said['speaker'].isna().mean():.0%}", help="The text doesn't tell who says it.")

clicked = []
if len(known):
    shares = (
        known.rename(columns={"teller": "column"}).groupby(["column", "speaker"], as_index=False)["words"].sum()
    )
    bars = st.plotly_chart(
        comparison.voices(pd.DataFrame(shares), order),
        key="voices-shares",
        on_select="rerun",
        selection_mode="points",
        alt=f"Share of attributed words by speaker, by {who.noun}",
    )
    clicked += [point["customdata"][:2] for point in bars.selection.points if point.get("customdata")]
    named = known[known["named"]]
    speakers = list(named.groupby("speaker").size().sort_values(ascending=False).head(20).index)
    counts = named.groupby(["teller", "speaker"]).size().rename("quotations").reset_index()
    if speakers:
        squares = st.plotly_chart(
            voices.grid(counts, order, speakers),
            key="voices-grid",
            on_select="rerun",
            selection_mode="points",
            alt=f"Number of statements of each speaker, by {who.noun}",
        )
        clicked += [point["customdata"][:2] for point in squares.selection.points if point.get("customdata")]
if clicked:
    pairs = {tuple(pair) for pair in clicked}
    cells = known[[pair in pairs for pair in zip(known["teller"], known["speaker"], strict=True)]]
    st.subheader(f"The words you clicked: {plural(len(cells), 'statement')}")
    evidence.cards(cells, "voices-card", note="speaker")
else:
    evidence.hint("Click a part of a bar, or a square, to read the words.")

classes = said.assign(cue_class=said["cue_class"].fillna("no cue"))
classes = classes.groupby(["teller", "cue_class"]).size().rename("n").reset_index()
st.plotly_chart(voices.cues(classes, order), key="voices-cues", alt="Classes of cue verbs, by " + who.noun)

st.subheader("Speakers")
speakers_table.speakers(opened.ask(summaries.speakers, chosen), known, key="voices-speakers")
