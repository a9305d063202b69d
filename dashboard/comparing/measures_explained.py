"""What each measure of a comparison means, where it comes from and what it can't tell: said where it is shown."""

from __future__ import annotations

from typing import NamedTuple

from core.compare.keyness import MIN_ARTICLES, MIN_WORDS, SAFE_WORDS, TESTED_ARTICLES
from core.extract import framing
from core.link import copies

_AUC, _SHINGLE = framing.RELIABLE_AUC, copies.SHINGLE


class Measure(NamedTuple):
    """One line each: the name, what it is, its source, its limits."""

    name: str
    meaning: str
    source: str
    limits: str


_OURS = "Rules of this project; the numbers on labelled data stand in its tests."

MEASURES: dict[str, tuple[Measure, ...]] = {
    "Who reports what": (
        Measure(
            "Found in",
            "How many columns hold the figure, date, speaker or name.",
            _OURS,
            "“Not found in this text” is not “left out on purpose”; a reader of rules overlooks some.",
        ),
        Measure(
            "Values differ",
            "The columns' values of one indicator don't overlap, of whatever period: a series or a conflict.",
            _OURS,
            "Look at the periods before you call it a disagreement.",
        ),
        Measure(
            "In conflict: can't both be right",
            "Statements of one indicator for the same time lie further apart than “about”, “at least” or rounding "
            "allow. Forecasts are compared with forecasts, targets with targets. Without a period the articles must be "
            "of one day, or the value one that can't have moved; a toll that is higher on a later day has changed.",
            _OURS,
            "Whether both count the same thing is for the reader to judge: open the sentences.",
        ),
    ),
    "Who speaks in each": (
        Measure(
            "Share of attributed words",
            "Words quoted from or reported of a speaker, of all such words in the column. What people think, want or "
            "plan, and what they are only told to speak of (“denounced the ad”), counts where that is switched on.",
            "Attribution as in Pareti 2015, “Attribution: a computational approach”.",
            "Long quotations weigh more than many short ones; speakers without a name are one part.",
        ),
    ),
    "How each is framed": (
        Measure(
            "Share of frame words",
            "Hits of each frame's word list, of all such hits in the column. Whiskers: Wilson's 95 % interval (1927).",
            "Frames of the Policy Frames Codebook (Boydstun, Card, Gross, Resnik & Smith 2014); words by this project.",
            "Tells which vocabulary is there, not what is argued. Only frames that separate labelled articles with an "
            f"AUC of {_AUC} are shown unasked. The interval takes words for independent, so it is too narrow.",
        ),
    ),
    "Most distinctive words": (
        Measure(
            "z",
            "Log-odds of a word here against all other columns, with a prior from all texts, in standard errors.",
            "Monroe, Colaresi & Quinn 2008, “Fightin' Words”.",
            "Takes words for independent draws, which words of one article aren't: it sorts, it doesn't prove.",
        ),
        Measure(
            "q",
            "Share of false finds to expect among words with this q or lower, corrected for all words tested.",
            "Permutation of whole articles (Mielke & Berry 2007); Benjamini & Hochberg 1995.",
            f"Needs {MIN_ARTICLES} articles on each side and a word in {TESTED_ARTICLES}; below {MIN_WORDS} words "
            f"nothing is compared, below {SAFE_WORDS:,} the words are hints.",
        ),
        Measure(
            "G²",
            "How unlikely the two counts are if both sides used the word alike (in the downloads).",
            "Dunning 1993, “Accurate methods for the statistics of surprise and coincidence”.",
            "As for z.",
        ),
    ),
    "Naming": (
        Measure(
            "One thing",
            "Words that these articles use for one thing, by the words around them and by what can be called alike; "
            "rows in which columns differ most stand first.",
            "After Hamborg, Zhukova & Gipp 2019, word choice and labelling; average linkage of learnt log-odds.",
            "Told by evidence, so that a row may hold a word that names something else: read its sentences. What has "
            "too little evidence has no row.",
        ),
        Measure(
            "Quoted, “marked”, [loaded], [contested]",
            "Words that are somebody else's, with the speaker; words set in marks or so-called; words of a list.",
            "Lists of this project: wording_loaded.txt; wording_rivals.csv after Entman 1993 and Fowler 1991.",
            "A mark says that the word is listed, nothing of who uses it.",
        ),
    ),
    "Spellings of names": (
        Measure(
            "Written forms",
            "The names under which a merged actor stands, with counts.",
            "Counted; who is one actor is told by this project's rules and corrections by hand.",
            "Counted inside quotations, too.",
        ),
    ),
    "Wording": (
        Measure(
            "Loaded, hedging words",
            "Listed words per 1,000 words outside quotations.",
            "Lists by this project after Recasens, Danescu-Niculescu-Mizil & Jurafsky 2013 and Hyland 2005.",
            "A rate over many words tells something of a text, a single word nothing of a sentence.",
        ),
        Measure(
            "Person, passive",
            "Pronouns, and forms of “be” with a participle, per 1,000 words outside quotations.",
            "Biber 1988, “Variation across speech and writing”.",
            "A participle used as an adjective (“was tired”) counts; passives without “be” don't.",
        ),
        Measure(
            "Verbs of saying",
            "Classes of the verbs that introduce words: neutral, assertive, factive, belief, doubt.",
            "Hooper 1975, Karttunen 1971; listed by this project (attribution_cues.csv).",
            "The class is the verb's, not the writer's attitude.",
        ),
    ),
    "Past, present, future": (
        Measure(
            "Times spoken of",
            "Dates in the text that end before, hold, or begin after the day of publication; “now”, “in future” too.",
            "TIMEX3 values (Pustejovsky et al. 2003; ISO 24617-1).",
            "Calendar dates in articles without a day of publication can't be told and are left out.",
        ),
    ),
    "Two texts": (
        Measure(
            "Shared passages",
            "Runs of eight words or more that both texts have, whatever case and punctuation.",
            f"Shingles of {_SHINGLE} words for copies (Broder 1997), fingerprints (Schleimer, Wilkerson & Aiken 2003).",
            "Who took from whom isn't told by the text; both may have an agency's.",
        ),
    ),
}
