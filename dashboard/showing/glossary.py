"""One line for each term of the field that a page uses, with its source: what a hover says.

The measures of a comparison, which need their limits beside them, are in `measures`.
"""

from __future__ import annotations

from typing import NamedTuple

from core.extract import framing
from core.link import copies
from dashboard.showing.in_words import literal

_AUC, _SHARE, _SHINGLE = framing.RELIABLE_AUC, copies.SHARE, copies.SHINGLE


class Term(NamedTuple):
    """What a term means, and where it comes from."""

    meaning: str
    source: str


_OURS = "rules of this project"
_ATTRIBUTION = "attribution as in Pareti 2015"
_SAID = "presentation as in Semino & Short 2004"
_VERBS = "Hooper 1975, Karttunen 1971; listed by this project"
_TIMEX = "TIMEX3, Pustejovsky et al. 2003; ISO 24617-1"

TERMS: dict[str, Term] = {
    "words": Term("Words of the text, page furniture left out.", _OURS),
    "grade": Term(
        "Flesch–Kincaid grade: years of schooling in the United States that the text asks for.",
        "Kincaid et al. 1975",
    ),
    "median": Term("Half of the filtered articles lie below it, half above.", "descriptive statistics"),
    "figure": Term("A number, amount, percentage or count that the text states.", _OURS),
    "indicator": Term(
        "What figures of several articles measure alike, in one unit, so that they can be compared.",
        _OURS,
    ),
    "measure": Term("What a figure measures, in the articles' own words.", _OURS),
    "unit": Term("What a value is counted in: a currency (ISO 4217), percent, or the things counted.", _OURS),
    "value": Term("As a number; “about”, “over” and “up to” are kept as modifiers of its precision.", _OURS),
    "change": Term("Which way the text says that the figure went.", _OURS),
    "period": Term("The time that a figure speaks of, not the day of publication.", _TIMEX),
    "status": Term("Told as a fact, a forecast or a target, by the words around the figure.", _OURS),
    "values": Term(
        "differ (a conflict): of one time they can't both be right; changed: another time, and it may have moved; "
        "agree: both can be right; forecast and outcome: told ahead, and as it came; over time: several times.",
        _OURS,
    ),
    "statement": Term("One place where an article states a value.", _OURS),
    "identical number": Term("Value and unit alike in several articles, whatever it counts.", _OURS),
    "expression of time": Term(
        "A date, time, duration or repetition, and the days on the calendar it means.", _TIMEX
    ),
    "kind of time": Term("date, time, duration or set (what recurs).", _TIMEX),
    "resolved against": Term(
        "The day from which “yesterday” or “March” was reckoned: that of publication, one in the text, one inferred.",
        _TIMEX,
    ),
    "past, present, future": Term(
        "Ends before, holds, or begins after the day of publication of its article; “now” and “recently” tell it "
        "themselves.",
        _TIMEX,
    ),
    "attributed words": Term(
        "Words that the text tells as said by a source, between quotation marks or reported.",
        _ATTRIBUTION,
    ),
    "attributed statement": Term("One stretch of words that the text tells as said by one source.", _ATTRIBUTION),
    "what is said": Term(
        "Counted is what is spoken, written, announced or reported. “Denounced the ad” tells that somebody spoke, not "
        "what was said, and “wants to stop it” a wish: both count only where this is switched on.",
        _SAID,
    ),
    "direct speech": Term("Words between quotation marks.", _ATTRIBUTION),
    "indirect speech": Term("Words of a source told in the writer's own, without quotation marks.", _ATTRIBUTION),
    "partly quoted": Term("Reported, with some of the source's own words between quotation marks.", _ATTRIBUTION),
    "unnamed": Term("“Officials”, “a source close to …”, “they”, or nobody whom the text tells.", _ATTRIBUTION),
    "cue class": Term(
        "Of the verb that introduces words: neutral (said), assertive (claimed), factive (admitted), belief (hoped), "
        "doubt (denied); of the verb, not of the writer.",
        _VERBS,
    ),
    "AUC": Term(
        "How often a frame's words rank an article that people marked with it above one that they did not: 0.5 is "
        f"chance, 1 always; frames below {_AUC} are shown on request.",
        "Hanley & McNeil 1982; measured by this project",
    ),
    "date from": Term("Where the date of publication is known from: given, metadata, text or inferred.", _OURS),
    "copy": Term(
        f"At least {_SHARE:.0%} of the shorter text's runs of {_SHINGLE} words stand in an earlier article too.",
        "Broder 1997",
    ),
    "too short": Term("Under 30 words or 2 sentences, below which no formula of readability holds.", _OURS),
    "page furniture": Term("Menus, share buttons, tickers: marked in the text and counted nowhere.", _OURS),
}


def told(term: str) -> str:
    """Return a term's meaning and source as a hover says it."""
    meaning, source = TERMS[term]
    return literal(f"{meaning} Source: {source}.")


def several(*terms: str) -> str:
    """Return the meaning and source of several terms as a hover says them."""
    return "\n\n".join(f"**{literal(term)}**: {told(term)}" for term in terms)
