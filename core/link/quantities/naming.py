"""What a quantity is called: in the words its articles use, with what is done to what is counted.

"people killed", "change in household income", "trade turnover between Norland and Sudland". The wording most articles
share wins; the words stand in one of the articles, but for the deed, whose wording `quantities_names.csv` gives.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.inflection import plural, singular
from core.lexicon import load
from core.link.quantities import deeds, phrases
from core.link.quantities.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.link.quantities.mention import Mention

_HALF = 2  # one in so many mentions
_SOME = 3
_CONFIRMED = 0.3  # worth of a phrase that another article tells too
_CLASSES = load.classes("quantities_naming.txt")
_CHANGES = " ".join(_CLASSES["change"])
_MOVES, _UNCHANGED = _CLASSES["moving predicate"], _CLASSES["unmoving predicate"] | {""}
# What names no quantity is only what the number was told of: "amount: hazard pay".
_TOLD_OF = {"money": "amount", "percent": "percentage", "time": "duration", "count": "number"}


class Words(NamedTuple):
    """What the text says of a figure: what it measures or counts, and what that is of or for; "" where it doesn't."""

    told: str = ""
    of: str = ""


class _Wording(NamedTuple):
    """A row of `quantities_names.csv`."""

    predicate: str
    things: str  # with {} for what is counted: "{} killed"
    other: str  # with {} for what is measured: "{} offered"
    owned: str  # with {} for what it is for: "money for {}"


@cache
def _wordings() -> Mapping[str, _Wording]:
    return {row.predicate: row for row in load.table("quantities_names.csv", _Wording)}


def _wording(predicate: str) -> _Wording:
    return _wordings().get(predicate) or _Wording(predicate, f"{{}} {predicate}", f"{predicate}: {{}}", "")


def name(mentions: Sequence[Mention], written: Sequence[Words]) -> str:
    """Return the name of a quantity, "" where nothing says what it is; `written` is what is said of each."""
    cleaned = [Words(phrases.clean(words.told), phrases.clean(words.of)) for words in written]
    return _named(mentions, cleaned) or _named(mentions, written)  # a bad name is better than none


def _named(mentions: Sequence[Mention], written: Sequence[Words]) -> str:
    if mentions[0].unit_class != "count":
        return _measured(mentions, written)
    things = Counter(mention.thing for mention in mentions if mention.thing)
    unit = things.most_common(1)[0][0] if things else ""
    if unit in _CLASSES["counting unit"]:
        return _in_units(mentions, written, unit)
    return _counted(mentions, written)


def _counted(mentions: Sequence[Mention], written: Sequence[Words]) -> str:
    """Name what is counted: "people killed", "homes destroyed"."""
    predicate = deeds.shared(mentions)
    people = any(mention.people for mention in mentions if mention.predicate == predicate)
    found = _nouns(mentions, written, people=people and bool(predicate), predicate=predicate)
    shown = found.words if found else ""
    if not shown and any(mention.people for mention in mentions):
        shown = "people" if predicate else _people(mentions, written)
    if not shown and not any(mention.thing for mention in mentions):
        found = phrases.best(
            [
                Phrase(mention.key, words.told, context=mention.context)
                for mention, words in _with(mentions, written)
            ]
        )
        shown = found.words if found else ""
        if shown and not predicate and not any(mention.measurable for mention in mentions):
            return f"{_TOLD_OF['count']}: {shown}"
    if not predicate and shown:
        of = [
            Phrase(mention.key, words.of, context=mention.context) for mention, words in _with(mentions, written)
        ]
        return _with_owner(shown, of)
    if not predicate or _says(shown, predicate):
        return shown
    return _wording(predicate).things.format(shown).strip()


def _people(mentions: Sequence[Mention], written: Sequence[Words]) -> str:
    """Name persons to whom nothing is done by where or in what they are: "people: caravan"."""
    found = phrases.best(
        [Phrase(mention.key, words.of, context=mention.context) for mention, words in _with(mentions, written)]
    )
    return f"people: {found.words}" if found else "people"


def _with(mentions: Sequence[Mention], written: Sequence[Words]) -> list[tuple[Mention, Words]]:
    return list(zip(mentions, written, strict=True))


def _nouns(
    mentions: Sequence[Mention], written: Sequence[Words], *, people: bool, predicate: str
) -> Phrase | None:
    """Return the noun enough articles count; of persons to whom something is done only persons."""
    things: dict[str, set[str]] = {}
    for mention, words in _with(mentions, written):
        noun = mention.thing or _deed_noun(words.told, predicate)
        if noun and (mention.people or not people or noun in deeds.of_nouns()):
            things.setdefault(noun, set()).add(mention.key)
    articles = len({mention.key for mention in mentions})
    enough = {
        noun
        for noun, keys in things.items()
        if not predicate or len(keys) * _SOME >= articles and (len(keys) > 1 or articles < _SOME)
    }
    return phrases.best(
        [
            Phrase(mention.key, words.told, context=mention.context)
            for mention, words in _with(mentions, written)
            if words.told and (mention.thing or _deed_noun(words.told, predicate)) in enough
        ]
    )


def _deed_noun(words: str, predicate: str) -> str:
    """Return the noun of a phrase that says another deed than the predicate: "bodies" that were recovered."""
    head = singular(words.rsplit(maxsplit=1)[-1].lower()) if words else ""
    said = deeds.of_nouns().get(head, "")
    return head if predicate and said and said != predicate else ""


def _in_units(mentions: Sequence[Mention], written: Sequence[Words], unit: str) -> str:
    """Name what is told in points, votes or pages by what they are of: "change in Orsa index, points"."""
    found = phrases.best(
        [Phrase(mention.key, words.of, context=mention.context) for mention, words in _with(mentions, written)]
    )
    units = plural(unit)
    if found is None:
        own = phrases.best(
            [
                Phrase(mention.key, words.told, context=mention.context)
                for mention, words in _with(mentions, written)
            ]
        )
        return own.words if own and len(own.words.split()) > 1 else units
    return f"change in {found.words}, {units}" if _mostly(mentions, "change") else f"{found.words}, {units}"


def _measured(mentions: Sequence[Mention], written: Sequence[Words]) -> str:
    """Name a sum, a share or an extent by what is measured, or by what it is for: "money for bridges"."""
    predicate = deeds.shared(mentions)
    told = [
        Phrase(mention.key, words.told, context=mention.context) for mention, words in _with(mentions, written)
    ]
    of = [
        Phrase(mention.key, words.of, owner=True, context=mention.context)
        for mention, words in _with(mentions, written)
    ]
    kind = mentions[0].unit_class.partition(" ")[0]
    ages = all(mention.aspect == "age" for mention in mentions)
    found = phrases.best(
        [phrase for phrase in (*told, *of) if phrase.words], persons_told=kind == "percent" or ages
    )
    if found is None:
        return _wording(predicate).other.format("").strip(" :") if predicate else ""
    shown = found.words if found.owner else _with_owner(found.words, of)
    quantity = not found.owner and phrases.measurable(found.words)
    if _mostly(mentions, "change") and predicate in _UNCHANGED:
        shown = _prefixed("change in", shown, _CHANGES)
    elif predicate and not _says(shown, predicate) and not (quantity and predicate not in _MOVES):
        wording = _wording(predicate)
        form = wording.owned if found.owner and wording.owned else wording.other
        shown = form.format(shown).strip(" :")
    elif not predicate and not quantity:
        if kind == "percent" and _mostly(mentions, "share"):
            shown = _prefixed("share of", shown, "share")
        elif found.owner or not any(mention.measurable for mention in mentions):
            shown = f"{'age' if ages else _TOLD_OF.get(kind, kind)}: {shown}"
    return shown


def _prefixed(words: str, name: str, said: str) -> str:
    """Return a name with words in front, as it is where it says one of `said` already."""
    return name if _says_any(name, said) else f"{words} {name}"


def _with_owner(words: str, of: Sequence[Phrase]) -> str:
    """Return a name of one word with what it is of, where other articles tell that too: "assistance: harbours"."""
    if len(words.split()) > 1:
        return words
    owner = phrases.best([phrase for phrase in of if phrase.words], _CONFIRMED)
    return words if owner is None or words.lower() in owner.words.lower() else f"{words}: {owner.words}"


def _mostly(mentions: Sequence[Mention], aspect: str) -> bool:
    return sum(mention.aspect == aspect for mention in mentions) * _HALF > len(mentions)


def _says(name: str, predicate: str) -> bool:
    """Tell whether a name says what is done already: "death toll", "offer for Corvex", "reported cases"."""
    if any(deeds.of_nouns().get(singular(word)) == predicate for word in name.lower().split()):
        return True
    wording = _wording(predicate)
    return _says_any(name, wording.things) or _says_any(name, wording.other)


def _says_any(name: str, form: str) -> bool:
    """Tell whether a name has a word of a form, whatever its ending."""
    stems = {_stem(word) for word in form.lower().replace("{}", "").replace(":", "").split() if len(word) > 2}
    return any(_stem(word) in stems for word in name.lower().split())


def _stem(word: str) -> str:
    return singular(word)[:4]
