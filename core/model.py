"""The records every stage passes on.

All are frozen and slotted. A `Span` holds Python `str` indices into the article's text exactly as it was
read, end exclusive; whatever an extractor returns carries at least one, so that everything shown can be
highlighted in the text. `named` gives the names that fields have in the library's tables and the command line's JSON,
spans flattened to `start`, `end`; `to_dict` makes JSON of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime

PublishedFrom = Literal["given", "metadata", "text", "inferred", "unknown"]
FigureKind = Literal["money", "percent", "count", "dimension", "ordinal", "other"]
Modifier = Literal["~", "<", ">"]
Side = Literal["below", "above", "around"]
Change = Literal["increase", "decrease"]
Move = Literal["by", "from", "to"]
Status = Literal["reported", "forecast", "target", "record", "limit", "proposal", "earlier"]
AHEAD: tuple[Status, ...] = ("forecast", "target", "proposal")  # those that speak of what is to come
Aspect = Literal["level", "change", "share", "rate", "rank", "duration", "age"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Presentation = Literal["speech", "speech act", "thought"]
AttributionKind = Literal["direct", "indirect", "mixed"]
ActorKind = Literal["person", "organisation", "place"]


class Span(NamedTuple):
    """A stretch of an article's text: `text[start:end]`.

    A named tuple, not a dataclass: articles hold thousands, and tuples sort, hash and build fastest.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read, before anything was computed from it.

    `text` is never changed afterwards: every offset refers to it. `source` is the path or address it came
    from (a row of a table adds "#row"). What the source doesn't tell is None.
    """

    text: str
    source: str = ""
    title: str | None = None
    outlet: str | None = None
    published: datetime.date | None = None
    published_from: PublishedFrom = "unknown"
    url: str | None = None
    topic: str | None = None
    language: str | None = None
    updated: datetime.date | None = None
    # Lines an analyst judged, white space folded: True is page furniture whatever the rules say, False is not.
    furniture: tuple[tuple[str, bool], ...] = ()
    # The day of publication as an analyst corrected it, YYYY-MM-DD, "" for unknown; "last year" is then told from it.
    redated: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A source that could not be read: which one, and in one sentence why and what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch that is page furniture (menus, share buttons, tickers), marked and never cut out."""

    span: Span
    reason: str  # the name of the rule that marked it, or "marked by hand"


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time, in TIMEX3 terms (Pustejovsky et al. 2003; ISO 24617-1).

    `begin` and `end` are the first and last day the value covers, both None while the value is relative
    ("XXXX-02-26", "P3Y") or no calendar time. `anchor` says what a relative expression was resolved against.
    """

    span: Span
    type: DateType
    value: str
    begin: datetime.date | None = None
    end: datetime.date | None = None
    anchor: Literal["published", "text", "inferred"] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number the article states, with what it counts and how it is said.

    `value` is one number, or (low, high) for a range, in plain units ("$38.5bn" is 38_500_000_000.0, a third is
    33.333… with unit "percent"). `unit` is an ISO 4217 code, "percent", a unit's name, a counted noun, or None.
    `measure` is what is measured ("trade turnover"). `side` is where its value lies, close to the one told ("nearly
    40", "just over 40", "a dozen"), or above a number that names only an order of magnitude ("dozens"). `move` is what
    a figure is in a change: the difference ("rose by 3%"), the level it leaves ("from 9% to 7%", a range) or the one it
    reaches ("fell to 7%"). `partial` says that it is a part of what it measures ("60% of revenue", "11 of the dead").
    `precision` is the place of the last digit it is told with (1e8 for "$38.5bn"), 0 for an exact one; `attributive`
    says that it stands in front of a noun, hyphened to its unit ("a four-star general"). `period` is the TIMEX3 value
    of the time it speaks of, `base` that of the time it is compared with ("the lowest since 2008").

    What else makes a figure this one and no other: `predicate` is what is done to the counted or paid, as a class
    ("killed"), `owner` whose or where it is, as written ("Norland"), `aspect` which side of it is told. `context` are
    the words around it in their base forms, nearest first.
    """

    span: Span
    kind: FigureKind
    value: float | tuple[float, float]
    unit: str | None = None
    measure: str | None = None
    measure_span: Span | None = None
    modifier: Modifier | None = None
    change: Change | None = None
    move: Move | None = None
    partial: bool = False
    precision: float = 0.0
    attributive: bool = False
    status: Status | None = None
    period: str | None = None
    period_span: Span | None = None
    speaker: str | None = None
    speaker_span: Span | None = None
    predicate: str | None = None
    predicate_span: Span | None = None
    owner: str | None = None
    owner_span: Span | None = None
    aspect: Aspect | None = None
    base: str | None = None
    base_span: Span | None = None
    context: tuple[str, ...] = ()
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or place, under one name, with every mention in the article."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()  # the other names it goes by in this article, as written
    role: str | None = None  # a description the article itself gives: "political scientist"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to a source: the content, who says it (source) and the words that say so (cue).

    `span` is the content without its quotation marks. `speaker` is the actor's name where the source resolves to
    one, else the source as written, else None; `speaker_span` is the mention beside the cue ("he").
    `named` is False where the text leaves the source without a name ("officials"). `presentation`, after Semino and
    Short (2004), tells words that are given ("speech") from the mere report that something was spoken of ("speech act":
    "denounced the ad") and from what is thought, wanted or planned ("thought").
    """

    span: Span
    kind: AttributionKind
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    cue_class: str | None = None
    named: bool = True
    presentation: Presentation = "speech"


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of one policy frame in an article.

    `share` is the frame's part, 0 to 1, of the article's frame mentions.
    """

    name: str
    share: float
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How long the body is: characters of its words, words, sentences; syllables, None where nobody counts them."""

    characters: int
    words: int
    sentences: int
    syllables: int | None


@dataclass(frozen=True, slots=True)
class Readability:
    """Nine readability scores; None where the text is too short for one."""

    flesch_reading_ease: float | None = None
    flesch_kincaid_grade: float | None = None
    gunning_fog: float | None = None
    smog_index: float | None = None
    automated_readability_index: float | None = None
    coleman_liau_index: float | None = None
    dale_chall: float | None = None
    linsear_write: float | None = None
    text_standard: float | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, how that is known, and where the text shows it."""

    date: datetime.date | None = None
    origin: PublishedFrom = "unknown"
    reason: str | None = None  # a short sentence for the page: why inferred, why unknown, what else is said
    span: Span | None = None
    other: tuple[datetime.date, Span] | None = None  # another day that the text's own date line names


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything `extract` finds in one article. `title`, `outlet` and `publication` are as resolved."""

    article: Article
    title: str | None
    title_span: Span | None
    outlet: str | None
    outlet_span: Span | None
    publication: Publication
    language: str | None
    counts: Counts
    boilerplate: tuple[Boilerplate, ...]
    sentences: tuple[Span, ...]
    terms: tuple[tuple[str, int], ...]  # lower-cased words of the body with their counts
    # Read in English only; articles in other languages have none of these.
    readability: Readability = Readability()
    grades: tuple[float | None, ...] = ()  # Flesch–Kincaid grade of each sentence; None for a very short one
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    frames: tuple[Frame, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the analysis as JSON values, in the form of the command line's JSON."""
        text = self.article.text
        published = self.publication.date
        return {
            "title": self.title,
            "outlet": self.outlet,
            "published": published.isoformat() if published else None,
            "published_from": self.publication.origin,
            "published_reason": self.publication.reason,
            "language": self.language,
            "counts": to_dict(self.counts),
            "readability": to_dict(self.readability),
            "boilerplate": [to_dict(item) for item in self.boilerplate],
            "dates": [to_dict(item, text) for item in self.dates],
            "figures": [to_dict(item, text) for item in self.figures],
            "attributions": [to_dict(item, text) for item in self.attributions],
            "actors": [to_dict(item) for item in self.actors],
            "frames": {
                frame.name: {"share": frame.share, "mentions": [list(span) for span in frame.mentions]}
                for frame in self.frames
            },
        }


def to_dict(record: Any, text: str | None = None) -> dict[str, Any]:
    """Return a record as JSON values under the names of `named`.

    With `text`, the characters of the record's span are added under "text".
    """
    row = named(record)
    for name, value in row.items():
        if value.__class__ in _AS_IT_IS:
            continue
        if isinstance(value, tuple):
            row[name] = [list(item) if isinstance(item, tuple) else item for item in value]
        elif hasattr(value, "isoformat"):
            row[name] = value.isoformat()
    if text is not None:
        row["text"] = record.span.of(text)
    return row


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})  # what JSON has too, and almost every value is


def named(record: Any) -> dict[str, Any]:
    """Return a record's values by the names that tables and JSON have for its fields; a span gives two."""
    row: dict[str, Any] = {}
    kind: Any = type(record)
    for field, names in _layout(kind):
        value = getattr(record, field)
        if len(names) == 2:
            row[names[0]], row[names[1]] = value or (None, None)
        else:
            row[names[0]] = value
    return row


# What a field is called where that isn't its own name or, for the span of x, `x_start` and `x_end`: a period's last day
# is `period_end` in tables, and the days of a date shall not hide where its characters end.
_CALLED = {
    "span": ("start", "end"),
    "period_span": ("period_span_start", "period_span_end"),
    "begin": ("begin_day",),
    "end": ("end_day",),
}


@cache
def _layout(kind: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields of a kind of record, each with its names in tables and JSON."""
    return tuple((field.name, _CALLED.get(field.name) or _names(field.name)) for field in fields(kind))


def _names(field: str) -> tuple[str, ...]:
    thing = field.removesuffix("_span")
    return (field,) if thing == field else (f"{thing}_start", f"{thing}_end")
