"""Each stretch of speech with the mention that voices it: what claims cover, then the quotations left over.

A quotation that no cue covers goes, in this order, to the cue beside it, to the short sentence after it ("The mayor
clarified."), to the name set after it by a dash, to whose open quotation it goes on, to the subject of the sentence
it is part of, to who spoke before it in its paragraph, to who speaks later there, to the line above it ("Ada Lowe,
mayor:") or who spoke last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from core.extract.attribution import claims, finite, sources
from core.extract.attribution.claim import Claim
from core.extract.attribution.cues import PHRASE
from core.extract.attribution.source_words import ADJUNCT, DASH, STOP, is_adverb
from core.extract.english.base_phrases import BOUNDARY, PRONOUN
from core.extract.english.function_words import ARTICLE, RELATIVE_SUBJECT
from core.extract.english.phrase_words import SPEAKER_TIME
from core.extract.english.word_forms import is_third_person, may_be_past_tense
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from core.extract.attribution.clauses import Range
    from core.extract.attribution.paragraphs import Passage
    from core.extract.attribution.sources import Source
    from core.model import AttributionKind

_FEWEST = 4  # words that make speech of a quotation without a cue, unless it is a sentence of its own
_LOOK_BACK = 8  # paragraphs a quotation may be from its speaker
_LABEL_REACH = 24  # tokens between the beginning of a sentence and the colon before a quotation
_ENDS_INVERTED = STOP | ADJUNCT | SPEAKER_TIME | {",", "(", "and", "who", "—", "–", "-"}
_TERSE = 8  # tokens of a sentence that does nothing but name the speaker of the quotation before it
_LABEL = re.compile(r"[\"“]?((?:@\w|[A-Z])[^\W_]*(?:[ .'’_-]{1,2}[^\W_]+){0,4}\.?):\s+(?=[^\s\"“‘«„])")
_LONGEST_LABEL = 60  # characters
_QUESTION, _ANSWER = "Q", "A"


class Mention(NamedTuple):
    """A source where it stands."""

    passage: Passage
    source: Source


class Voiced(NamedTuple):
    """A stretch of content in its paragraph, the mention that voices it and the cue, where there is one."""

    span: Span
    kind: AttributionKind
    mention: Mention | None
    claim: Claim | None
    passage: Passage


def hear(passages: Sequence[Passage], surnames: Container[str]) -> Iterator[Voiced]:
    """Yield what is said in the paragraphs of an article, in reading order.

    Args:
        passages: the paragraphs, in order.
        surnames: lower-cased last names of the article's people; a transcript's label ("LOWE: …") must be one.
    """
    above: deque[_Reading] = deque(maxlen=_LOOK_BACK)
    matches = [_label(passage) for passage in passages]
    labels = [label and label[1] for label in matches]
    spoken = _interview(labels) if any(labels) else set()
    for passage, label, below in zip(passages, matches, (*passages[1:], None), strict=False):
        reading = _Reading(passage, above, below)
        if label and _is_speaker(label[1], spoken, surnames):
            yield from reading.labelled(label)
        else:
            yield from reading.voiced()
        above.appendleft(reading)
    above.clear()  # the readings hold it: a cycle, which would keep a whole article in memory


def _label(passage: Passage) -> re.Match[str] | None:
    """Return the label that opens a paragraph, as in a transcript; most have no colon to end one."""
    start, end = passage.span
    colon = passage.text.find(":", start, min(end, start + _LONGEST_LABEL))
    return None if colon < 0 else _LABEL.match(passage.text, start, end)


def _interview(labels: Sequence[str | None]) -> set[str | None]:
    """Return the labels of a transcript: all of them where one comes back, or a question has its answer."""
    told = [label for label in labels if label]
    back = len(set(told)) < len(told) or {_QUESTION, _ANSWER} <= set(told)
    return set(told) if back else set()


def _is_speaker(label: str, spoken: set[str | None], surnames: Container[str]) -> bool:
    """Tell whether the words before a colon name who speaks the paragraph."""
    words = label.split()
    if words[-1].lower() in surnames and (label.isupper() or len(words) > 1):
        return True
    return label in spoken and all(word[0].isupper() or word[0] == "@" for word in words)


class _Reading:
    """One paragraph on the way from claims to voiced stretches."""

    def __init__(self, passage: Passage, above: deque[_Reading], below: Passage | None) -> None:
        self.passage = passage
        self.above = above  # the paragraphs before, the nearest first
        self.below = below  # the next paragraph
        self.claims = claims.read(passage)
        self.openings = [first for first, _ in passage.quoted]
        self.covered = bytearray(len(passage.quoted))
        self.speaker: Mention | None = None

    def voiced(self) -> list[Voiced]:
        """Return what the paragraph says through claims and quotations."""
        found: list[Voiced] = []
        for number, its_claims in enumerate(self.claims):
            for claim in its_claims:
                found += self._claimed(claim)
            if self.openings:
                found += self._left_over(number)
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        return found

    @cached_property
    def later(self) -> Mention | None:
        """Who speaks first in the paragraph, where the cue stands after the speech."""
        speaking = (claim for unit in self.claims for claim in unit if claim.preposed)
        claim = next(speaking, None)
        return self._mention(claim.source) if claim else None

    def last_speaker(self) -> Mention | None:
        """Return whom the next paragraph goes on quoting: the last speaker, else who the last sentence is about."""
        if self.speaker is None and not self.passage.quoted:
            source = sources.subject(self.passage, *self.passage.units[-1])
            if source is not None:
                return Mention(self.passage, source)
        return self.speaker

    def labelled(self, label: re.Match[str]) -> Iterator[Voiced]:
        """Yield the speech after a transcript's label: the rest of the paragraph."""
        passage = self.passage
        starts = [token.start for token in passage.tokens]
        first, last = bisect_left(starts, label.start(1)), bisect_left(starts, label.end(1))
        end = label.end() + len(passage.text[label.end() : passage.span.end].rstrip('"” \t\n'))
        if last > first and end > label.end():
            self.speaker = Mention(passage, sources.Source(first, last, last))
            yield Voiced(Span(label.end(), end), "direct", self.speaker, None, passage)

    def _claimed(self, claim: Claim) -> list[Voiced]:
        if claim.aside:
            return []
        if claim.source is None:
            return [] if claim.content is None else self._content(claim, claim.content, None)
        mention = Mention(self.passage, claim.source)
        relative = self.passage.words[claim.source.first] in RELATIVE_SUBJECT
        if self.speaker is None or not (claim.nested or relative):
            self.speaker = mention
        if claim.content is None:
            return []
        found = self._content(claim, claim.content, mention)
        return found if claim.rest is None else found + self._content(claim, claim.rest, mention)

    def _left_over(self, number: int) -> Iterator[Voiced]:
        for quote in self._quotes(*self.passage.units[number]):
            if not self.covered[quote]:
                yield from self._leftover(quote, number)

    def _quotes(self, begin: int, end: int) -> range:
        """Return the numbers of the quotations that begin within a range of tokens."""
        return range(bisect_left(self.openings, begin), bisect_left(self.openings, end))

    def _content(self, claim: Claim, content: Range, mention: Mention | None) -> list[Voiced]:
        passage = self.passage
        first, last = content
        within = [n for n in self._quotes(first, last) if not self.covered[n]] if self.openings else []
        for n in within:
            self.covered[n] = 1
        inside, words = passage.inside, passage.words
        for index in range(first, last):
            if not inside[index] and words[index][0].isalnum():  # the reporter's own words
                return [
                    Voiced(passage.place(first, last), "mixed" if within else "indirect", mention, claim, passage)
                ]
        return [Voiced(passage.quotations[n].inner, "direct", mention, claim, passage) for n in within]

    def _leftover(self, quote: int, number: int) -> Iterator[Voiced]:
        passage = self.passage
        inner = passage.quotations[quote].inner
        words = inner.of(passage.text).split()
        claim = self._beside(quote, number)
        alone = passage.quoted[quote][0] == passage.units[number][0] and words[-1:] and words[-1][-1] in ".?!"
        labelled = self._named_by_colon(quote, number) if claim is None else None
        if (len(words) < _FEWEST and not alone and labelled is None) or (
            claim is None and labelled is None and _is_title(words)
        ):
            return
        claim = claim or self._unlisted(quote, number)
        mention = self._mention(claim.source) if claim else labelled or self._speaker_without_cue(quote, number)
        self.speaker = mention or self.speaker
        yield Voiced(inner, "direct", mention, claim, passage)

    def _beside(self, quote: int, number: int) -> Claim | None:
        """Return the claim a quotation belongs to: right after it, else before it, in its own sentence or the next."""
        first, last = self.passage.quoted[quote]
        speaking = [claim for claim in self.claims[number] if claim.source is not None]
        for claim in speaking:
            if last <= claim.span[0] <= last + 1:
                return claim
        earlier = (claim for claim in reversed(speaking) if claim.cue[1] <= first)
        later = (claim for claim in speaking if claim.span[0] >= last and claim.content is None)
        return next(earlier, None) or next(later, None) or self._after_sentence(quote, number)

    def _after_sentence(self, quote: int, number: int) -> Claim | None:
        """Return the claim of the next sentence where that only names the speaker: "The mayor clarified."."""
        last = self.passage.quoted[quote][1]
        if self.passage.units[number][1] != last or number + 1 == len(self.claims):
            return None
        begin, end = self.passage.units[number + 1]
        claim = next(iter(self.claims[number + 1]), None)
        if claim is not None and claim.content is None:
            asks = self.passage.text[self.passage.quotations[quote].inner.end - 1] != "."
            if (asks and claim.span[0] == begin) or end - begin <= _TERSE:
                return claim
        return None

    def _named_by_colon(self, quote: int, number: int) -> Mention | None:
        """Return who is named before a colon that opens a quotation: "And Ada Lowe, for the board: “…”"."""
        passage, words = self.passage, self.passage.words
        begin = passage.units[number][0]
        colon = passage.quoted[quote][0] - 1
        begin = next((i + 1 for i in range(colon - 1, begin - 1, -1) if passage.inside[i]), begin)
        if colon <= begin or words[colon] != ":" or colon - begin > _LABEL_REACH:
            return None
        while begin < colon and not words[begin][0].isalnum():
            begin += 1
        source = sources.subject(passage, begin, colon)
        if source is None or any(finite.is_finite(passage, index) for index in range(source.first + 1, colon)):
            return None
        rest = words[source.last : colon]
        return Mention(passage, source) if not rest or rest[0] in {",", "("} or rest[0] in ADJUNCT else None

    def _unlisted(self, quote: int, number: int) -> Claim | None:
        """Read a verb that no list knows as the cue between a quotation and who speaks: "“…,” sniffed his aide"."""
        passage = self.passage
        at, end = passage.quoted[quote][1], passage.units[number][1]
        if at + 1 >= end or passage.inside[at] or passage.is_capital(at) or passage.inside[at + 1]:
            return None
        word = passage.words[at]
        past = may_be_past_tense(word)
        if not past and not (word.endswith("s") and is_third_person(word)):
            return None
        index = at + 1
        while index + 1 < end and is_adverb(passage.words[index], passage.tokens[index].text):
            index += 1
        source = sources.after(passage, index, end)
        if source is None or passage.words[source.first] in BOUNDARY - PRONOUN:
            return None
        ends = source.last >= end or passage.words[source.last] in _ENDS_INVERTED or passage.inside[source.last]
        return Claim((at, at + 1), PHRASE, source, None) if ends else None

    def _speaker_without_cue(self, quote: int, number: int) -> Mention | None:
        return (
            self._signed(quote)
            or self._continued(quote)
            or self._in_sentence(quote, number)
            or self.speaker
            or self.later
            or (self._mention(sources.subject(self.passage, *self.passage.units[number - 1])) if number else None)
            or next(filter(None, (reading.last_speaker() for reading in self.above)), None)
        )

    def _mention(self, source: Source | None) -> Mention | None:
        return None if source is None else Mention(self.passage, source)

    def _continued(self, quote: int) -> Mention | None:
        """Return who spoke in the paragraph above where its last quotation was left open to go on here."""
        above = self.above[0] if self.above and quote == 0 and self.openings[0] == 0 else None
        if above is None or not above.passage.quotations or above.passage.quotations[-1].closed:
            return None
        return above.last_speaker()

    def _signed(self, quote: int) -> Mention | None:
        """Return the name that a dash sets after a quotation or below it: "— Ada Lowe"."""
        passage: Passage | None = self.passage
        at = self.passage.quoted[quote][1]
        if at >= len(self.passage.words):
            passage, at = self.below, 0
        if passage is None or passage.words[at] not in DASH or at + 1 == len(passage.words):
            return None
        source = sources.after(passage, at + 1, len(passage.words))
        return Mention(passage, source) if source and passage.tokens[at + 1].text[0].isupper() else None

    def _in_sentence(self, quote: int, number: int) -> Mention | None:
        """Return the subject of the writer's sentence around a quotation, or what begins right after it."""
        passage = self.passage
        begin, end = passage.units[number]
        first, last = passage.quoted[quote]
        if first > begin:
            ended = passage.words[first - 1] in STOP
            return None if ended else self._mention(sources.subject(passage, begin, first))
        if passage.text[passage.quotations[quote].inner.end - 1] == ".":  # a new sentence follows
            return None
        if last < end and not passage.is_capital(last) and may_be_past_tense(passage.words[last]):
            return None  # a verb, and nobody's name
        source = sources.opening(passage, last, end)
        return self._mention(source) if source and source.head < end else None


def _is_title(words: list[str]) -> bool:
    """Tell whether quoted words are set like the title of a work: every word of weight capitalised."""
    return words[-1][-1] not in "?!" and all(
        word[0].isupper() or not word[0].isalpha() or word in BOUNDARY or word in ARTICLE for word in words
    )
