"""Who gets to speak? Shares by outlet, who is quoted by whom, how and through which verbs; corrected in place."""

import streamlit as st

from core.library.questions import summaries
from dashboard.correcting import history, speaker_forms
from dashboard.drawings import attributed_words, by_teller, who_speaks
from dashboard.filtering import thoughts
from dashboard.session import opened
from dashboard.showing import clicks, evidence
from dashboard.showing.glossary import told
from dashboard.showing.in_words import clip, plural
from dashboard.tables import speakers_table
from dashboard.tables.crosstab import crosstab

asking = opened.asking()
who = asking.made(by_teller.who)
if asking.made(who_speaks.sums, False, True).empty:
    st.info("No words are given to a source in these articles. Take a filter away, or look at other articles.")
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = st.segmented_control(
        "Show",
        ["speakers", "groups of speakers"],
        default="speakers",
        key="by",
        bind="query-params",
        required=True,
    )
    every = thoughts.switch()
grouped = by != "speakers"
sums = asking.made(who_speaks.sums, grouped, every)
if sums.empty:
    st.info("These articles tell what people think, want or plan, and nothing that anybody says.")
    st.stop()
order = attributed_words.ranked(sums, "teller")
statements, words = sums["statements"].sum(), sums["words"].sum()
with st.container(horizontal=True):
    st.metric("Attributed statements", f"{statements:,}", help=told("attributed statement"))
    st.metric("Attributed words", f"{words:,}", help=told("attributed words"))
    st.metric(
        "Quoted", f"{sums.loc[sums['kind'] == 'direct', 'words'].sum() / words:.0%}", help=told("direct speech")
    )
    st.metric(
        "Speaker not named",
        f"{sums.loc[~sums['named'], 'statements'].sum() / statements:.0%}",
        help=told("unnamed"),
    )


def read(cells: list[tuple[str | None, str]], column: str, key: str, otherwise: str) -> None:
    """Draw the words behind cells, each an outlet (None: all) and a value of a column of the sums."""
    for number, (teller, value) in enumerate(dict.fromkeys(cells)):
        narrowed = attributed_words.told_by(asking.chosen, sums, teller)
        found = asking.ask(summaries.said, narrowed, *attributed_words.behind(sums, column, value, every=every))
        evidence.hint(f"{clip(value, 60)}, {teller or 'all'}: {plural(len(found), 'statement')}")
        evidence.cards(found, f"{key}-card-{number}", note="speaker")
    if not cells:
        evidence.hint(otherwise)


bars = clicks.chart(
    asking.made(who_speaks.shares, grouped, every),
    terms=("attributed words", "unnamed"),
    key="voices-shares",
    alt=f"Share of attributed words by {by}, by {who.noun}",
)
hint = "Click a part of a bar to read the words."
if grouped and sums["speaker_group"].isna().all():
    hint += " Put speakers in groups at the end of this page."
read([mark[:2] for mark in bars], "part", "voices-shares", hint)

everyone = attributed_words.ranked(sums, "voice")
pairs = attributed_words.counts(sums, "voice")
squares = clicks.chart(
    asking.made(who_speaks.grid, grouped, every),
    terms=("attributed statement", "unnamed"),
    key="voices-grid",
    alt=f"Number of statements of each speaker, by {who.noun}",
)
read([mark[:2] for mark in squares], "voice", "voices-grid", "Click a square to read the statements.")
with st.expander("Who is quoted by whom, as a table", icon=":material/table:"):
    cell = crosstab(pairs, "voice", order, everyone, "Speaker" if by == "speakers" else "Group", "voices-cells")
    read([cell] if cell else [], "voice", "voices-cells", "Select a cell or a row to read the statements.")

for column, draw, title, terms in (
    (
        "how",
        who_speaks.ways,
        "Quoted or told in other words",
        ("direct speech", "partly quoted", "indirect speech"),
    ),
    ("cue_class", who_speaks.cues, "How words are introduced", ("cue class",)),
):
    numbers = attributed_words.counts(sums, column)
    bars = clicks.chart(
        asking.made(draw, grouped, every),
        terms=terms,
        key=f"voices-{column}",
        alt=f"{title}, by {who.noun}",
    )
    read([mark[:2] for mark in bars], column, f"voices-{column}", "Click a part of a bar to read the words.")
    with st.expander(f"{title}, as a table", icon=":material/table:"):
        cell = crosstab(
            numbers, column, order, attributed_words.ranked(sums, column), title, f"voices-{column}-cells"
        )
        read([cell] if cell else [], column, f"voices-{column}-cells", "Select a cell or a row to read the words.")

st.header("Speakers")
speakers = asking.ask(summaries.speakers, asking.chosen, every)
speakers = speakers[speakers["speaker"].notna()].reset_index(drop=True)
picked = speakers_table.speakers(speakers, key="voices-speakers")
if picked is None:
    evidence.hint("Select a speaker to read the words.")
else:
    found = asking.ask(summaries.said, asking.chosen, (picked,), None, (), (), every)
    evidence.cards(found, "voices-speakers-card", note="cue")

st.header("Put right by hand")
st.caption("Changes hold on every page, outlast a new analysis of the articles, and can be taken back.")
speaker_forms.merge(asking.library, list(speakers["speaker"]), "voices")
with st.expander("Groups of speakers", icon=":material/group:"):
    speaker_forms.groups(asking, speakers, "voices-groups")
with st.expander("What was changed by hand", icon=":material/history:"):
    history.of_speakers(asking, "voices-history")
