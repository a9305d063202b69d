"""Cues: the verbs and phrases that say words or thoughts are somebody's."""

from __future__ import annotations

from typing import NamedTuple

from core.extract.english.inflection import conjugate
from core.lexicon import load

SPEAKING = frozenset({"quote", "clause", "that"})  # what a verb of saying takes


class Verb(NamedTuple):
    """A cue verb: its base form with particle, its class and what it takes."""

    lemma: str
    cue_class: str
    takes: frozenset[str]
    particle: tuple[str, ...]
    speaks: bool  # takes a quotation or a clause
    thinks: bool = False  # of what somebody thinks, wants or plans, not of what somebody says


PHRASE = Verb("according to", "neutral", frozenset({"clause"}), (), speaks=True)  # and what no list of verbs has


class _Cue(NamedTuple):
    """A row of `attribution_cues.csv`; past and participle are empty where they are regular."""

    verb: str
    class_: str
    takes: frozenset[str]
    presents: str


class Form(NamedTuple):
    """One inflected form: `tags` holds base, s, past, participle, ing; `verbs` longest particle first.

    What the rules ask of the tags is told once here: a form is looked at for every cue of every article.
    """

    tags: frozenset[str]
    verbs: tuple[Verb, ...]
    speaks: bool  # one of its verbs takes a quotation or a clause
    alone: str  # its tag where it has one only, else ""
    progressive: bool  # ends in -ing
    nominal: bool  # may be a noun: "the claims"
    asserts: bool  # it speaks, in a finite form


def inflect(base: str) -> dict[str, set[str]]:
    """Return the forms of a verb with their tags."""
    verb = conjugate(base)
    forms: dict[str, set[str]] = {}
    for tag, its_forms in (
        ("base", (base,)),
        ("s", (verb.third,)),
        ("past", verb.past),
        ("participle", verb.participle),
        ("ing", verb.ing),
    ):
        for form in its_forms:
            forms.setdefault(form, set()).add(tag)
    return forms


def _read() -> dict[str, Form]:
    tags: dict[str, set[str]] = {}
    verbs: dict[str, list[Verb]] = {}
    for cue in load.table("attribution_cues.csv", _Cue):
        base, *particle = cue.verb.split()
        speaks = not cue.takes.isdisjoint(SPEAKING)
        verb = Verb(cue.verb, cue.class_, cue.takes, tuple(particle), speaks, cue.presents == "thought")
        for form, its_tags in inflect(base).items():
            tags.setdefault(form, set()).update(its_tags)
            verbs.setdefault(form, []).append(verb)
    return {form: _form(its_tags, verbs[form]) for form, its_tags in tags.items()}


def _form(tags: set[str], verbs: list[Verb]) -> Form:
    speaks = any(verb.speaks for verb in verbs)
    return Form(
        frozenset(tags),
        tuple(sorted(verbs, key=lambda verb: -len(verb.particle))),
        speaks,
        alone=next(iter(tags)) if len(tags) == 1 else "",
        progressive="ing" in tags,
        nominal=not tags.isdisjoint({"s", "base"}),
        asserts=speaks and not tags.isdisjoint({"past", "s"}),
    )


FORMS = _read()
HEADS = FORMS.keys() | {"according", "words"}  # the words by which a cue is told


def is_saying(word: str) -> bool:
    """Tell whether a word is the -ing form of a verb of saying: "saying"."""
    form = FORMS.get(word)
    return form is not None and form.progressive and any(verb.speaks and not verb.particle for verb in form.verbs)
