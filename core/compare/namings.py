"""How each column names the things, groups, actions and persons of an event, each naming with its place and voice.

What is one thing `core.link.concepts` tells from the texts. Here its namings are counted: by word, in a text's own
voice or quoted, in quotation marks of its own as a naming apart. A row is shown where columns differ in their words and
what it is about can be told: it is spoken of in enough articles, as something known, and its words hang together.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from core.compare import wording
from core.extract.english.inflection import plural
from core.library import Ask, Filters
from core.library.questions import passages, queries
from core.library.questions.filters import ALL
from core.link import likeness
from core.link.concepts import finding
from core.link.concepts.named_phrases import Name
from core.link.concepts.reading import Text

if TYPE_CHECKING:
    from core.link.concepts.finding import Concept, Told

OWN, QUOTED, DISTANCED = "own", "quoted", "distanced"
COLUMNS = tuple("key event concept kind start end text term voice speaker mark label shown".split())
SHOWN = "yes"
MANY = 400  # articles of one event, at most, that are read for its namings
_NESTED = 3  # stretches of speech that may begin before a place and reach over it
_FEWEST = 6  # namings of a row that is shown, but for somebody named
_ARTICLES = 0.3  # of the articles, so many speak of what is shown
_KNOWN = 0.3  # of its namings, so many speak of it as known, or of many
_DIFFERENT = 0.05  # of the greatest distance: columns that are nearer to each other use the same words
_HELD = -0.7  # log-odds by which the loosest word of a row hangs on the others
_OWN_SUBJECT = 8.0  # times as often as in news of all subjects: so often is told what is the event's own
_OTHERS = 3.0  # the same of its other words, without the one that is told most
_RARE = 0.02  # of the articles of all subjects use a word that isn't listed
_SHOWN_KINDS = frozenset((finding.PERSON, finding.GROUP, finding.ACTION, finding.THING))


class Voices(NamedTuple):
    """The stretches of an article that are somebody else's words: starts, and (start, end, kind, speaker) by them."""

    starts: tuple[int, ...]
    spans: tuple[tuple[int, int, str, str], ...]


class Row(NamedTuple):
    """A concept that at least two columns name, and whether it is shown; `distance` is how far they are apart."""

    concept: Concept
    name: str
    shown: bool
    distance: float


def of_events(ask: Ask, filters: Filters = ALL) -> pd.DataFrame:
    """Return the namings of each topic of the articles chosen, told by outlet, a topic of very many by its stories.

    Articles of unknown outlets stand for themselves. The columns are `COLUMNS`.
    """
    chosen = ask(queries.articles, filters)
    outlet = chosen["outlet"].where(chosen["outlet"].notna(), chosen["key"])
    found = [pd.DataFrame(columns=list(COLUMNS))]
    for topic, those in chosen.assign(teller=outlet).groupby("topic", sort=True):
        walls = [(topic, those)] if len(those) <= MANY else those.groupby("story", sort=True)
        for event, inside in walls:
            column_of = dict(zip(inside["key"], inside["teller"], strict=True))
            if len(set(column_of.values())) > 1 and len(column_of) <= MANY:
                found.append(namings(ask, column_of, str(event)))
    return pd.concat(found, ignore_index=True) if len(found) > 1 else found[0]


def namings(ask: Ask, column_of: Mapping[str, str], event: str = "", *, only_shown: bool = False) -> pd.DataFrame:
    """Return every naming of what two columns or more name, the concepts on which they differ most first.

    The columns are `COLUMNS`; `event` stands in the one of that name. `column_of` tells the column of each article by
    its key. `only_shown` leaves out what Compare doesn't show, which is most.
    """
    those = Filters(articles=tuple(column_of))
    texts = ask(passages.divided, those)
    voices = _voices(ask(passages.voiced, those))
    by_key = dict(zip(texts["key"], texts["text"], strict=True))
    rows: list[tuple[Any, ...]] = []
    for row in rank(finding.find(articles(texts, ask(passages.named, those))), column_of):
        if only_shown and not row.shown:
            break  # those shown stand first
        terms, contested = _terms(row.concept), _contested(row.concept, by_key)
        rows += [
            _told(row, told, terms, by_key[told.key], voices.get(told.key), contested) for told in row.concept.told
        ]
    columns = [name for name in COLUMNS if name != "event"]
    found = pd.DataFrame(rows, columns=columns)
    found.insert(1, "event", event)
    return found


def rank(concepts: Iterable[Concept], column_of: Mapping[str, str]) -> list[Row]:
    """Return the concepts that two columns or more name, those shown first, and of these the most different."""
    found: list[Row] = []
    taken: Counter[str] = Counter()
    size = len(column_of)
    for concept in concepts:
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for told in concept.told:
            counted[column_of[told.key]][told.head] += 1
        if len(counted) < 2:
            continue
        taken[concept.name] += 1
        name = concept.name if taken[concept.name] == 1 else f"{concept.name} ({taken[concept.name]})"
        distance = _distance(list(counted.values()))
        found.append(Row(concept, name, distance >= _DIFFERENT and _is_shown(concept, size), distance))
    return sorted(
        found, key=lambda row: (not row.shown, -row.distance * math.log(1 + len(row.concept.told)), row.name)
    )


def _is_shown(concept: Concept, size: int) -> bool:
    told = concept.told
    if concept.kind not in _SHOWN_KINDS or len({one.head for one in told}) < 2:
        return False
    if concept.actor:
        return any(one.naming.form == "noun" for one in told)
    if len(told) < _FEWEST:
        return False
    if not _is_its_own(concept, size):
        return False
    known = sum(one.naming.definite or one.naming.plural for one in told)
    tellers = len({one.key for one in told})
    return concept.sure >= _HELD and tellers >= max(2, _ARTICLES * size) and known >= _KNOWN * len(told)


def _is_its_own(concept: Concept, size: int) -> bool:
    """Tell whether a concept is of this event: its words are told far more often than in news of all subjects.

    "Officials" and "statements" are in every event, and in none are they one thing.
    """
    counted = Counter(one.head for one in concept.told)
    usual = {word: _RARE + _usual(word) for word in counted}
    most = counted.most_common(1)[0][0]
    others = len(concept.told) - counted[most]
    return len(concept.told) >= size * _OWN_SUBJECT * sum(usual.values()) and others >= size * _OTHERS * (
        sum(usual.values()) - usual[most]
    )


def _usual(word: str) -> float:
    """Return which part of news articles of all subjects uses a word."""
    common = likeness.shares()
    return max(common.get(word, 0.0), common.get(plural(word), 0.0))


def _distance(counted: Sequence[Counter[str]]) -> float:
    """Return how far columns are apart in their words, 0 to 1: the Jensen-Shannon divergence, each column alike."""
    shares = [{word: count / column.total() for word, count in column.items()} for column in counted]
    mean: dict[str, float] = defaultdict(float)
    for share in shares:
        for word, part in share.items():
            mean[word] += part / len(shares)
    apart = sum(part * math.log(part / mean[word]) for share in shares for word, part in share.items())
    return apart / len(shares) / math.log(len(shares))


def articles(texts: pd.DataFrame, named: pd.DataFrame) -> list[Text]:
    """Return articles as they are read for naming, by what `passages.divided` and `passages.named` answer."""
    names: dict[str, list[Name]] = defaultdict(list)
    for key, start, end, actor, kind in named[["key", "start", "end", "actor", "kind"]].itertuples(index=False):
        names[key].append(Name(start, end, actor, kind))
    return [
        Text(key, text, tuple([(int(start), int(end)) for start, end in sentences]), tuple(names[key]))
        for key, text, sentences in texts[["key", "text", "sentences"]].itertuples(index=False)
    ]


def _voices(voiced: pd.DataFrame) -> dict[str, Voices]:
    spans: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for key, start, end, kind, speaker in voiced[["key", "start", "end", "kind", "speaker"]].itertuples(
        index=False
    ):
        spans[key].append((start, end, kind, speaker if isinstance(speaker, str) else ""))
    return {key: Voices(tuple([span[0] for span in own]), tuple(own)) for key, own in spans.items()}


def _told(
    row: Row, told: Told, terms: Mapping[str, str], text: str, voices: Voices | None, contested: frozenset[str]
) -> tuple[Any, ...]:
    naming = told.naming
    phrase = text[naming.start : naming.end]
    speaker = _speaker(naming.head, text, voices)
    voice = OWN if speaker is None else QUOTED
    if voice == OWN and naming.distanced:
        voice = DISTANCED
    listed = {
        use.measure for use in wording.listed(phrase) if use.measure == wording.LOADED or use.thing in contested
    }
    marks = "; ".join(_SOURCES[measure] for measure in (wording.LOADED, wording.RIVAL) if measure in listed)
    labels = "" if naming.form == "name" else " ".join(word for word in naming.modifiers if word[0] != "@")
    named = naming.form == "name"
    term = phrase if named else terms[told.head]
    return (
        told.key,
        row.name,
        row.concept.kind,
        naming.start,
        naming.end,
        " ".join(phrase.split()),
        " ".join(term.split()),
        voice,
        speaker or None,
        marks or None,
        labels or None,
        SHOWN if row.shown else None,
    )


_SOURCES = {wording.LOADED: "loaded (wording_loaded.txt)", wording.RIVAL: "contested (wording_rivals.csv)"}


def _contested(concept: Concept, texts: Mapping[str, str]) -> frozenset[str]:
    """Return for what things of the list of rivals the articles use several of the words: "government" and "regime"."""
    terms: dict[str, set[str]] = defaultdict(set)
    for told in concept.told:
        for use in wording.listed(texts[told.key][told.naming.start : told.naming.end]):
            if use.measure == wording.RIVAL:
                terms[use.thing].add(use.term)
    return frozenset(thing for thing, used in terms.items() if len(used) > 1)


def _terms(concept: Concept) -> dict[str, str]:
    """Return for each head the form it is mostly told in, so that "barriers" and "a barrier" are counted as one."""
    many = Counter(one.head for one in concept.told if one.naming.plural)
    every = Counter(one.head for one in concept.told)
    return {head: plural(head) if 2 * many[head] > times else head for head, times in every.items()}


def _speaker(place: int, text: str, voices: Voices | None) -> str | None:
    """Return whose words a place stands in, "" where that isn't known, None where they are the text's own."""
    if voices is None:
        return None
    last = bisect_right(voices.starts, place)
    for start, end, kind, speaker in reversed(voices.spans[max(0, last - _NESTED) : last]):
        if place < end and (kind == "direct" or _inside_marks(text[start:place])):
            return speaker
    return None


def _inside_marks(before: str) -> bool:
    """Tell whether quotation marks are open at the end of a stretch."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
