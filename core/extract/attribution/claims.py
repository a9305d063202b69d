"""Claims: a cue with its source and the stretch it gives to that source, one sentence at a time."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from core.extract import interest
from core.extract.actors.name_classes import TITLES
from core.extract.attribution import clauses, cue_senses, cues, finite, fronted, passives, phrase_cues, sources
from core.extract.attribution.claim import Claim
from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import (
    ADJUNCT,
    ADVERB,
    CLASSES,
    PAUSE,
    PLURAL_SOURCE,
    STOP,
    is_adverb,
)
from core.extract.english.function_words import (
    ARTICLE,
    AUXILIARY,
    BE,
    COORDINATOR,
    HAVE,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE_SUBJECT,
    ends_as_adverb,
)
from core.extract.english.phrase_words import NOUN_LINK, SPEAKER_TIME
from core.extract.english.word_forms import ends_as_past, is_past, is_plural

if TYPE_CHECKING:
    from core.extract.attribution.clauses import Range
    from core.extract.attribution.cues import Form, Verb
    from core.extract.attribution.paragraphs import Passage
    from core.extract.attribution.sources import Source

_AFTER_CUE = STOP | PAUSE | SPEAKER_TIME | ADJUNCT
_PAUSE = PAUSE - {":"}
_CUES = interest.finder(interest.CUE)
_BEFORE_NOUN = ARTICLE | POSSESSIVE | PREPOSITION
_IN_GROUP = AUXILIARY | NEGATION | ADVERB  # of a verb, before it
_QUOTING = CLASSES["quoting"]
_OUTLET = CLASSES["outlet"]
_QUOTED_WITHIN = 12  # tokens between "quoted" and "as saying"
_PASSIVE = BE - {"'s"}  # which may be "has"
_PLURAL_RELATIVE = RELATIVE_SUBJECT - {"that"}
_MEDIUM = CLASSES["medium"]
_SIDE_CLAUSE = CLASSES["side clause"]
_LEAD = CLASSES["lead"]


def read(passage: Passage) -> list[list[Claim]]:
    """Return for each unit of a paragraph its claims, in the order of their cues; cues inside quotations are left."""
    inside = passage.inside
    heads = [match.start() for match in _CUES.finditer(passage.interests)]
    if passage.quoted:
        heads = [index for index in heads if not inside[index]]
    found: list[list[Claim]] = []
    first = 0
    for begin, end in passage.units:
        last = bisect_left(heads, end, first)
        first = bisect_left(heads, begin, first, last)
        found.append(_unit(passage, begin, end, heads[first:last]) if last > first else [])
        first = last
    return found


def _unit(passage: Passage, begin: int, end: int, heads: list[int]) -> list[Claim]:
    found: list[Claim] = []
    reader = _Reader(passage, begin, end, found)
    done = spoken = begin
    for head in heads:
        form = FORMS.get(passage.words[head])
        if form is None:
            told = found[-1].span[1] if found and found[-1].preposed else begin
            claim = phrase_cues.read(passage, head, told, end)
        elif head < done:
            claim = _passed_on(passage, found[-1], reader, head, form)
            if claim is None:
                continue
            found.pop()
        else:
            claim = reader.read(head, form)
        if claim is not None:
            found.append(claim._replace(nested=head < spoken))
            if claim.content is not None and not claim.preposed:
                spoken = max(spoken, claim.content[1])
            # A cue inside a reported clause reports nothing of its own.
            reported = claim.rest if claim.preposed else claim.content
            done = reported[1] if reported and claim.verb.speaks else claim.cue[1]
    return found


def _passed_on(passage: Passage, outer: Claim, reader: _Reader, head: int, form: Form) -> Claim | None:
    """Read who an outlet's content says speaks: Lowe in "Reuters reported that Lowe said …"."""
    if outer.source is None or outer.content is None or outer.preposed:
        return None
    if passage.words[outer.source.head - 1] not in _OUTLET:
        return None
    start, end = outer.content
    start += passage.words[start] == "that"
    inner = reader.read(head, form) if form.speaks else None
    if inner is None or inner.content is None or inner.preposed or inner.cue[1] > end or passage.inside[start]:
        return None
    source = inner.source
    if source is None:
        return None
    speaking = passage.is_capital(source.head - 1) or passage.words[source.head - 1] in TITLES
    if inner.verb.cue_class == "belief" or not speaking:
        return None
    if passage.words[source.first] == "that" and source.first + 1 == start:
        source = source._replace(first=start)
    return inner._replace(source=source) if source.first == start else None


class _Reader:
    """Reads the cue verbs of a unit; holds what its rules share. `earlier` grows with the claims found."""

    def __init__(self, passage: Passage, begin: int, end: int, earlier: list[Claim]) -> None:
        self.passage = passage
        self.words = passage.words
        self.inside = passage.inside
        self.begin = begin
        self.end = end
        self.earlier = earlier
        self.whole = end  # `end` is nearer while a side clause is read

    def read(self, head: int, form: Form) -> Claim | None:
        previous = self.words[head - 1] if head > self.begin else ""
        if previous and self._is_noun(head, form, previous):
            return None
        self.end = self._side_clause_end(head)
        return self._read(head, form, previous)

    def _side_clause_end(self, head: int) -> int:
        """Return where the clause of a cue ends: where the main clause begins, if it stands in one set before that."""
        words, begin = self.words, self.begin
        while begin < head and words[begin] in _LEAD:
            begin += 1
        if words[begin] not in _SIDE_CLAUSE:
            return self.whole
        commas = [i for i in range(begin, self.whole) if words[i] == "," and not self.inside[i]]
        ends = (i for i in commas if finite.begins_clause(self.passage, i + 1, self.whole))
        end = next(ends, self.whole)
        return end if head < end else self.whole

    def _read(self, head: int, form: Form, previous: str) -> Claim | None:
        for verb in form.verbs:
            if not verb.particle or self._has_particle(verb, head):
                break
        else:
            return None
        if verb.lemma in _QUOTING and (quoted := self._quoted(head)) is not None:
            return quoted
        if previous in _IN_GROUP or previous[-2:] == "ly":
            return self._grouped(verb, form, head)
        if form.alone == "participle" or previous == "to":
            return None
        return self._claim(verb, head, head, participle=form.alone == "ing", plural=form.alone == "base")

    def _grouped(self, verb: Verb, form: Form, head: int) -> Claim | None:
        """Read a cue with auxiliaries or adverbs before it, unless it is an infinitive, a passive or a modifier."""
        first = self._group_start(head)
        group = self.words[first:head]
        if first > self.begin and self.words[first - 1] == "to":
            return None
        if group and not form.progressive and not _PASSIVE.isdisjoint(group):
            return passives.read(self.passage, verb, form, range(first, head + 1), self.begin, self.end)
        if form.alone == "participle" and HAVE.isdisjoint(group):
            return None
        participle = form.alone == "ing" and BE.isdisjoint(group)
        return self._claim(verb, first, head, participle, plural=form.alone == "base" and MODAL.isdisjoint(group))

    def _quoted(self, head: int) -> Claim | None:
        """Read "Reuters quoted Lowe as saying …" and "Lowe was quoted as saying …": Lowe speaks, not who quotes."""
        passage, words = self.passage, self.words
        within = range(head + 1, min(self.end - 1, head + _QUOTED_WITHIN))
        at = next((i + 1 for i in within if words[i] == "as" and cues.is_saying(words[i + 1])), None)
        if at is None:
            return None
        verb = next(verb for verb in FORMS[words[at]].verbs if verb.speaks and not verb.particle)
        first = self._group_start(head)
        quoting = sources.before(passage, first, self.begin)
        passive = not _PASSIVE.isdisjoint(words[first:head])
        source = quoting if passive else sources.before(passage, at - 1, head + 1)
        if source is None:
            return None
        content, preposed = clauses.following(passage, at + 1, self.end, verb), False
        if content is None and quoting is not None and self._follows_content(quoting.first):
            content, preposed = self._content_before(verb, quoting.first), True
        return None if content is None else Claim((at, at + 1), verb, source, content, preposed)

    def _claim(self, verb: Verb, first: int, head: int, participle: bool, plural: bool) -> Claim | None:
        last = head + 1 + len(verb.particle)
        if participle:
            return self._participle(verb, first, last)
        inverted = self._inverted(verb, first, last, plural) if self._closes_content(first) else None
        return inverted or self._with_subject(verb, first, last, plural)

    def _has_particle(self, verb: Verb, head: int) -> bool:
        last = head + 1 + len(verb.particle)
        return last <= self.end and tuple(self.words[head + 1 : last]) == verb.particle

    def _group_start(self, head: int) -> int:
        """Return where the verb group that ends in token `head` begins: auxiliaries, negation, adverbs."""
        words, inside, tokens = self.words, self.inside, self.passage.tokens
        index = head
        while index > self.begin and not inside[index - 1]:
            word = words[index - 1]
            if word not in _IN_GROUP and not is_adverb(word, tokens[index - 1].text):
                break
            index -= 1
        return index

    def _is_noun(self, head: int, form: Form, previous: str) -> bool:
        """Tell whether a form is a noun by what stands before it: "the claims", "Lowe's remarks", "of State"."""
        if previous in _BEFORE_NOUN or (previous == "'s" and form.nominal) or self.passage.is_capital(head):
            return True
        return form.nominal and cue_senses.is_noun(self.passage, head, self.begin, self.whole)

    def _participle(self, verb: Verb, first: int, last: int) -> Claim | None:
        passage = self.passage
        if first == self.begin:
            return None
        if self.words[first - 1] == "," or self.words[first - 1] in COORDINATOR:
            source = self._shared_subject(first)
        elif verb.speaks:
            source = sources.before(passage, first, self.begin)
            source = source and self._author(source)
        else:
            return None
        content = clauses.following(passage, last, self.end, verb)
        if source is None or content is None:
            return None
        return Claim((first, last), verb, source, content)

    def _author(self, source: Source) -> Source:
        """Return who wrote what is taken for the source: the council in "the council sent an email saying …"."""
        if self.words[source.head - 1] not in _MEDIUM:
            return source
        verb = source.first - 1
        if verb <= self.begin or not finite.is_finite(self.passage, verb):
            return source
        return sources.before(self.passage, self._group_start(verb), self.begin) or source

    def _inverted(self, verb: Verb, first: int, last: int, plural: bool) -> Claim | None:
        """Read "…, said Lowe" after content: what comes before is the content, what follows the source."""
        passage = self.passage
        if "quote" not in verb.takes:
            return None
        if "addressee" in verb.takes and not passage.inside[first - 1]:  # "…, told Lowe" has another subject
            return None
        source = sources.after(passage, last, self.end)
        if source is None or self.words[last] in SPEAKER_TIME or (plural and not self._plural(source, verb)):
            return None
        if not self._ends_claim(source.last) and self.words[source.last] not in RELATIVE_SUBJECT:
            return None
        if not passage.inside[first - 1] and sources.before(passage, first, self.begin) is not None:
            return None
        return Claim((first, last), verb, source, self._content_before(verb, first), preposed=True)

    def _with_subject(self, verb: Verb, first: int, last: int, plural: bool) -> Claim | None:
        source = self._source(verb, first, last, plural)
        if source is None:
            return None
        return self._preposed(verb, first, last, source) or self._behind(verb, first, last, source)

    def _source(self, verb: Verb, first: int, last: int, plural: bool) -> Source | None:
        """Return the subject of a cue, None where what stands before it can't be one."""
        source = sources.before(self.passage, first, self.begin)
        if source is None:
            shared = first > self.begin and self.words[first - 1] in COORDINATOR
            return self._shared_subject(first) if shared else None
        if (plural and not self._plural(source, verb)) or self._is_verb(source):
            return None
        return (
            source if cue_senses.governs(self.passage, source, last - 1 - len(verb.particle), self.begin) else None
        )

    def _preposed(self, verb: Verb, first: int, last: int, source: Source) -> Claim | None:
        """Read content that stands before source and cue: "…, Lowe said", "as Lowe said, …"."""
        if not verb.speaks or source.first <= self.begin:
            return None
        if (
            self.words[source.first - 1] == "as"
            and self._ends_claim(last)
            and self.words[last : last + 1] != ["to"]
        ):
            content = fronted.said_as(self.passage, range(self.begin, self.whole), source, last)
            return None if content is None else Claim((first, last), verb, source, content, content[0] < first)
        quoted = bool(self.inside[source.first - 1])
        if not quoted and not (
            self.words[source.first - 1] == "," and self._ends_claim(self._after_addressee(verb, last))
        ):
            return None
        content = self._content_before(verb, source.first)
        rest = None if quoted else clauses.resumed(self.passage, last, self.end)
        if content is None or (rest is None and not fronted.is_content(self.passage, content)):
            return None
        if rest is not None and fronted.is_adverb(self.passage, content):
            return Claim((first, last), verb, source, rest)
        return Claim((first, last), verb, source, content, preposed=True, rest=rest)

    def _behind(self, verb: Verb, first: int, last: int, source: Source) -> Claim:
        content = clauses.following(self.passage, last, self.end, verb)
        if content is not None and (
            self.words[content[0] : content[1]] == ["so"]
            or not cue_senses.says_of(self.passage, verb, source, content[0], self.end)
        ):
            content = None
        aside = content is None and self._is_aside(verb, first, source)
        return Claim((first, last), verb, source, content, aside=aside)

    def _is_aside(self, verb: Verb, first: int, source: Source) -> bool:
        """Tell whether a cue that says nothing stands in a side clause, or denies that anything was said."""
        if not NEGATION.isdisjoint(self.words[first : first + 4]):
            return True
        before = self.words[source.first - 1] if source.first > self.begin else ""
        return bool(self.earlier or self.inside[max(0, self.begin) : first].count(1)) and (
            before in _SIDE_CLAUSE or before == "while" or "quote" not in verb.takes
        )

    def _shared_subject(self, at: int) -> Source | None:
        """Return the source that a cue without a subject of its own shares: the last claim's, else the sentence's."""
        speaking = (claim.source for claim in reversed(self.earlier) if claim.source and claim.content is not None)
        return next(speaking, None) or sources.subject(self.passage, self.begin, at)

    def _plural(self, source: Source, verb: Verb) -> bool:
        """Tell whether a verb in the plural may have this subject: "Lowe and Brandt", "aides of the mayor".

        A verb that takes no clause is a noun as often, behind a noun that hangs on a plural: "the aides of the campaign
        attack".
        """
        words = self.words[source.first : source.head]
        last = words[-1]
        if "and" in words or last in PLURAL_SOURCE or last in _PLURAL_RELATIVE or is_plural(last):
            return True
        core = next((index for index, word in enumerate(words) if index and word in NOUN_LINK), 0)
        return "clause" in verb.takes and bool(core) and is_plural(words[core - 1]) and not is_past(last)

    def _is_verb(self, source: Source) -> bool:
        """Tell whether a lone word taken for a source must be a verb: "prompted fears"."""
        if source.last != source.first + 1:
            return False
        text = self.passage.tokens[source.first].text
        return text.islower() and (ends_as_past(text) or ends_as_adverb(text))

    def _closes_content(self, at: int) -> bool:
        """Tell whether what stands right before token `at` ends quoted or reported content."""
        return at > self.begin and bool(self.inside[at - 1] or self.words[at - 1] in PAUSE)

    def _follows_content(self, at: int) -> bool:
        return at > self.begin and bool(self.inside[at - 1] or self.words[at - 1] == ",")

    def _after_addressee(self, verb: Verb, at: int) -> int:
        named = "addressee" in verb.takes and at < self.end and self.words[at] not in _AFTER_CUE
        return clauses.addressee_end(self.passage, at, self.end) if named else at

    def _ends_claim(self, at: int) -> bool:
        """Tell whether up to the next pause there is only when, where and how it was said, or nothing."""
        words = self.words
        for index in range(at, min(self.end, at + 4)):
            word = words[index]
            if word in STOP or word in _PAUSE or word == "(":
                return True
            if word == ":" or self.inside[index]:
                return False
            if word not in SPEAKER_TIME and not is_adverb(word, self.passage.tokens[index].text):
                return word in ADJUNCT or word in COORDINATOR
        return True

    def _content_before(self, verb: Verb, at: int) -> Range | None:
        start = self.begin
        last = self.earlier[-1] if self.earlier else None
        if last is not None and last.preposed:
            start = last.span[1]
        elif last is not None and last.content is not None:
            start = last.content[1] if last.content[1] < at else last.content[0]
        content = clauses.trim(self.passage, start, at)
        if content is None or ("clause" not in verb.takes and self.inside.find(1, *content) < 0):
            return None
        return content
