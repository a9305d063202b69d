"""The phrases of a sentence that name something, and the verbs of its actions; how two of them stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from core.extract.actors.name_classes import HONORIFICS, MODIFIERS
from core.extract.english.function_words import of_class
from core.link.concepts import words
from core.link.concepts.words import ADVERB, NAME, QUOTE, VERB

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.extract.tokens import Token
    from core.link.concepts.words import Known

Form = Literal["noun", "name", "verb"]
How = Literal["title", "apposition", "copula", "called", "list", "or"]

_SO_CALLED = "so-called"
_IN_PHRASE = frozenset("JSN#'")
_CALLING = of_class("calling")
_IS = of_class("be")
_NOT_CALLED = 4  # words between a thing and what it is called, at most
_LEGAL = 0.4  # of its uses a body's last word names something that is said or written: "Affordable Care Act"


class Name(NamedTuple):
    """A mention of an actor; `actor` is the name that stands for it in all articles."""

    start: int
    end: int
    actor: str
    kind: str


class Naming(NamedTuple):
    """A phrase that names something, or a verb that tells an action.

    `start` to `end` are its characters, without its determiner; `head` is where its head begins.
    """

    word: str  # the head in base form; of a name the actor
    form: Form
    kind: str  # of a name
    start: int
    end: int
    head: int
    sentence: int
    plural: bool = False
    definite: bool = False  # "the", "this", "their" stands before it
    bare: bool = False  # neither a word before the head nor a preposition behind it goes with it
    modifiers: tuple[str, ...] = ()  # words before the head in base form, an actor's name behind "@"
    behind: tuple[str, ...] = ()  # a preposition with the head that hangs on it, and that head alone
    verb: tuple[str, str] = ("", "")  # the verb it stands by, and as what
    distanced: bool = False  # in quotation marks of its own, or "so-called"


class Beside(NamedTuple):
    """Two phrases that the text sets side by side, as indices of namings."""

    how: How
    one: int
    other: int


class Line(NamedTuple):
    """A sentence: its tokens, what is known of them, their classes, and the index of the name each is part of."""

    number: int
    tokens: Sequence[Token]
    known: Sequence[Known]
    tags: str
    name_of: Sequence[int]


class _Chunk(NamedTuple):
    first: int
    stop: int
    naming: int


def read(line: Line, names: Sequence[Name], namings: list[Naming], beside: list[Beside]) -> None:
    """Add what a sentence names to `namings`, and what stands side by side to `beside`."""
    verbs: dict[int, str] = {}
    chunks: list[_Chunk] = []
    for first, stop in _chunks(line, verbs):
        naming = _phrase(line, names, first, stop)
        chunks.append(_Chunk(first, stop, len(namings)))
        namings.append(naming)
    objects: dict[int, str] = {}
    for place, chunk in enumerate(chunks):
        following = chunks[place + 1] if place + 1 < len(chunks) else None
        namings[chunk.naming] = _placed(line, chunk, following, verbs, objects, namings)
        if place and (how := _how(line, chunks[place - 1], chunk, namings)):
            beside.append(Beside(how, chunks[place - 1].naming, chunk.naming))
    for index, verb in verbs.items():
        token = line.tokens[index]
        done = objects.get(index, "")
        behind = ("of " + done, done) if done else ()
        namings.append(Naming(verb, "verb", "", token.start, token.end, token.start, line.number, behind=behind))


def _chunks(line: Line, verbs: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens that are noun phrases without their determiners; note verbs on the way."""
    tags, size = line.tags, len(line.tags)
    i = 0
    while i < size:
        if tags[i] == VERB:
            verbs[i] = line.known[i].verb
        if tags[i] not in "JSN#":
            i += 1
            continue
        first = i
        while i < size and tags[i] in _IN_PHRASE and not (i > first and _opens(line, i)):
            i += 1
        stop = i
        while stop > first and tags[stop - 1] not in "SN":
            stop -= 1
        if stop > first:
            yield first, stop


def _opens(line: Line, i: int) -> bool:
    """Tell whether a name opens a phrase of its own behind a common noun: "the suspect | Ada Lowe"."""
    own = line.name_of[i]
    return (
        own >= 0 and own != line.name_of[i - 1] and line.tags[i - 1] in "SJ" and line.tokens[i - 1].text.islower()
    )


def _phrase(line: Line, names: Sequence[Name], first: int, stop: int) -> Naming:
    """Return what the run of tokens [first, stop) names, without what stands around it."""
    tokens, tags, name_of = line.tokens, line.tags, line.name_of
    k = stop - 1
    own = name_of[k]
    modifiers = [
        line.known[j].noun or line.known[j].verb or tokens[j].lower
        for j in range(first, k)
        if tags[j] in "JSN" and name_of[j] < 0
    ]
    others = dict.fromkeys(n for n in name_of[first:k] if n >= 0 and n != own)
    modifiers += ["@" + names[n].actor for n in others]
    determined = tokens[first - 1].lower if first and tags[first - 1] in "D'" else ""
    definite = bool(determined) and determined not in _INDEFINITE
    so_called = any(token.lower == _SO_CALLED for token in tokens[max(0, first - 1) : k])
    quoted = bool(first) and tags[first - 1] == QUOTE and stop < len(tags) and tags[stop] == QUOTE
    name = names[own] if own >= 0 else None
    last = words.base(tokens[k].lower)
    lawlike = (
        name is not None and name.kind == "organisation" and words.kinds(last).get("communication", 0) >= _LEGAL
    )
    if tags[k] == NAME and not lawlike:
        while own >= 0 and k > first and name_of[k - 1] == own:
            k -= 1
        word, kind, form = (name.actor, name.kind, "name") if name else (tokens[k].text, "", "name")
        start = tokens[_titled(line, first, k)].start
    else:
        word, kind, form = (last if lawlike else line.known[k].noun or last), "", "noun"
        start = tokens[first].start
    return Naming(
        word,
        form,  # type: ignore[arg-type]
        kind,
        start,
        tokens[stop - 1].end,
        tokens[k].start,
        line.number,
        line.known[k].plural and form == "noun",
        definite,
        not modifiers,
        tuple(modifiers),
        distanced=quoted or so_called,
    )


def _titled(line: Line, first: int, k: int) -> int:
    """Return where a name begins with its title: "President | Ada Lowe"."""
    while k > first and line.name_of[k - 1] < 0:
        word = line.known[k - 1]
        title = (
            line.tokens[k - 1].lower in HONORIFICS | MODIFIERS
            or words.kinds(word.noun).get("person", 0.0) >= _TITLE
        )
        if line.tags[k - 1] == "." or not title:
            break
        k -= 1
    return k


_TITLE = 0.5  # of its uses a word names a person
_INDEFINITE = of_class("quantifier", "amount", "open determiner") | {"a", "an"}


def _placed(
    line: Line,
    chunk: _Chunk,
    following: _Chunk | None,
    verbs: dict[int, str],
    objects: dict[int, str],
    namings: Sequence[Naming],
) -> Naming:
    """Return a naming with the verb it stands by and what a preposition hangs on it."""
    naming, tags = namings[chunk.naming], line.tags
    verb = _verb_before(line, chunk, verbs, objects, naming.word) or _verb_behind(line, chunk, verbs)
    behind: tuple[str, ...] = ()
    if following and chunk.stop < len(tags) and tags[chunk.stop] in "PT" and following.first - chunk.stop <= 3:
        head = namings[following.naming].word
        behind = (f"{line.tokens[chunk.stop].lower} {head}", head)
    return naming._replace(verb=verb, behind=behind, bare=naming.bare and not behind)


def _verb_before(
    line: Line, chunk: _Chunk, verbs: dict[int, str], objects: dict[int, str], word: str
) -> tuple[str, str] | None:
    i = chunk.first - 1
    while i >= 0 and line.tags[i] in "DB\"'#":
        i -= 1
    if i >= 0 and i in verbs:
        objects.setdefault(i, word)
        return verbs[i], "object"
    if i > 0 and line.tags[i] in "PT" and i - 1 in verbs:
        return verbs[i - 1], line.tokens[i].lower
    return None


def _verb_behind(line: Line, chunk: _Chunk, verbs: dict[int, str]) -> tuple[str, str]:
    j, passive = chunk.stop, False
    while j < len(line.tags) and line.tags[j] in 'BAE"':
        passive = passive or line.tags[j] == "E"
        j += 1
    if j not in verbs:
        return "", ""
    form = line.tokens[j].lower
    return verbs[j], "object" if passive and not form.endswith("ing") and form != verbs[j] else "subject"


def _how(line: Line, one: _Chunk, other: _Chunk, namings: Sequence[Naming]) -> How | None:
    """Return how two phrases that follow each other stand side by side, None where only the sentence joins them."""
    between = line.tags[one.stop : other.first]
    told = [token.lower for token in line.tokens[one.stop : other.first]]
    name = namings[other.naming].form == "name"
    known = namings[one.naming].definite or namings[one.naming].form == "name"
    after = line.tags[other.stop] if other.stop < len(line.tags) else "."
    found: How | None = None
    if not between:
        found = "title" if name else None
    elif between in ("C", "CD", ",C", ",CD"):
        found = "or" if "or" in told else "list"
    elif between in (",", ",D"):
        found = "apposition" if after in ",.-" or (name and after != "C") else "list"
    elif between.replace(ADVERB, "") in ("E", "ED") and told[0] in _IS and not name:
        found = "copula" if known else None  # "babies are citizens" tells of all, not what one of them is
    elif len(between) <= _NOT_CALLED and VERB in between and not _CALLING.isdisjoint(told):
        found = "called"
    return found
