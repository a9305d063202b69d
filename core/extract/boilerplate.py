"""Page furniture in pasted text, marked by anchored line patterns.

The patterns, each under a rule's name, are data: `text_boilerplate.txt`. Only whole lines are marked and nothing is
cut out. A line that reads like a headline is furniture only by its neighbours: under the time of an inlaid teaser, or
in a list of links. What an analyst judged by hand outranks every rule.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from core.extract.memo import Memo
from core.lexicon import load
from core.model import Boilerplate, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FRAGMENT = re.compile(r"\{([a-z]+)\}")
_LINE = re.compile(r"[^\s][^\n\r\v\f\x85\u2028\u2029]*")
_SHORT, _LONG = 160, 600  # the longest lines that ordinary and `long` rules are tried on
_HEADLINE_LENGTH = range(12, 161)
_MARKS, _QUOTES_CLOSE = frozenset(".!?…:;,"), frozenset('"”»')
_CLOSERS = "\"'”’»)]"
BY_HAND = "marked by hand"
_CAPITAL = re.compile(r"\\.|\(\?P|[A-Z]")  # or one that has its meaning from the mark before it


class _Rules(NamedTuple):
    short: re.Pattern[str]
    long: re.Pattern[str]
    names: tuple[str, ...]  # of the groups r0, r1, … in both
    teaser_time: re.Pattern[str]
    links_head: re.Pattern[str]
    link_time: re.Pattern[str]


def _compile() -> _Rules:
    """Make one pattern of all the rules, one of the long rules and one of each context."""
    sections = load.sections("text_boilerplate.txt")
    fragments = {heading.removeprefix("fragment "): patterns[0] for heading, patterns in sections.items()}

    def alternatives(heading: str) -> str:
        return _FRAGMENT.sub(lambda name: fragments[name[1]], "|".join(sections[heading]))

    def lines(pattern: str) -> re.Pattern[str]:
        # A pattern in lower case for lines in lower case is tried faster than one that ignores case.
        lowered = _CAPITAL.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], pattern)
        return re.compile(rf"(?:{lowered})\Z")

    rules = [heading for heading in sections if "rule " in heading]
    groups = [f"(?P<r{number}>{alternatives(heading)})" for number, heading in enumerate(rules)]
    long = [group for group, heading in zip(groups, rules, strict=True) if heading.startswith("long ")]
    return _Rules(
        short=lines("|".join(groups)),
        long=lines("|".join(long)),
        names=tuple(heading.removeprefix("long ").removeprefix("rule ") for heading in rules),
        teaser_time=lines(alternatives("context teaser_time")),
        links_head=lines(alternatives("context links_head")),
        link_time=lines(alternatives("context link_time")),
    )


_RULES = _compile()


class _Line(NamedTuple):
    """What a line shows by itself."""

    rule: str | None  # the name of the rule it falls under
    teaser_time: bool = False
    links_head: bool = False


def find(text: str, by_hand: Sequence[tuple[str, bool]] = ()) -> tuple[Boilerplate, ...]:
    """Return the stretches of page furniture, in order, each with the name of its rule.

    `by_hand` says of lines, white space folded, whether they are furniture; a line that stands there twice is both
    times. A text of one line has none: whatever it says is all there is.
    """
    matches = [*_LINE.finditer(text)]
    if len(matches) < 2:
        return ()
    words = [_words(match.group()) for match in matches]
    lines = [*map(_LINES.__getitem__, words)]
    reasons = [line.rule for line in lines]
    _mark_teasers(words, lines, reasons)
    _mark_links(words, lines, reasons)
    if by_hand:
        _mark_by_hand([match.group() for match in matches], reasons, dict(by_hand))
    return tuple(
        Boilerplate(_span(match), reason) for match, reason in zip(matches, reasons, strict=True) if reason
    )


def lines(text: str) -> tuple[Span, ...]:
    """Return the lines that are judged one by one, without the white space around them."""
    return tuple(map(_span, _LINE.finditer(text)))


def folded(line: str) -> str:
    """Return a line as what is judged by hand names it: inner white space made one space."""
    return " ".join(line.split())


def _span(line: re.Match[str]) -> Span:
    return Span(line.start(), line.start() + len(line.group().rstrip()))


def _mark_by_hand(lines: list[str], reasons: list[str | None], judged: Mapping[str, bool]) -> None:
    for number, line in enumerate(lines):
        is_furniture = judged.get(folded(line))
        if is_furniture is not None:
            reasons[number] = BY_HAND if is_furniture else None


def _words(line: str) -> str:
    """Return a line in lower case, inner white space made one space."""
    line = line.rstrip().lower()
    # No white space but the plain space is printable.
    plain = len(line) > _LONG or ("  " not in line and line.isprintable())
    return line if plain else " ".join(line.split())


def _read(words: str) -> _Line:
    if len(words) > _LONG:
        return _ORDINARY
    short = len(words) <= _SHORT
    match = (_RULES.short if short else _RULES.long).match(words)
    rule = _RULES.names[int(match.lastgroup[1:])] if match and match.lastgroup else None
    if not short:
        return _Line(rule) if rule else _ORDINARY
    return _Line(rule, _RULES.teaser_time.match(words) is not None, _RULES.links_head.match(words) is not None)


_ORDINARY = _Line(None)
_LINES = Memo(_read)  # furniture repeats


def _like_headline(words: str) -> bool:
    """Tell whether a line could be a headline: short, of several words, with no sentence's end."""
    return len(words) in _HEADLINE_LENGTH and words.count(" ") >= 2 and not _ends_sentence(words)


def _ends_sentence(words: str) -> bool:
    """Tell whether a line ends as sentences do: with a mark, or with a quotation mark."""
    return words[-1:] in _QUOTES_CLOSE or words.rstrip(_CLOSERS)[-1:] in _MARKS


def _mark_teasers(words: list[str], lines: list[_Line], reasons: list[str | None]) -> None:
    """Mark a time alone on its line with the headline below it, once the body has begun."""
    if not any(line.teaser_time for line in lines):
        return
    in_body = False
    for number, line in enumerate(lines[:-1]):
        if reasons[number] is None and line.teaser_time:
            below = number + 1
            if in_body and reasons[below] is None and _like_headline(words[below]):
                reasons[number] = reasons[below] = "inlaid teaser"
        elif reasons[number] is None and _ends_sentence(words[number]):
            in_body = True


def _mark_links(words: list[str], lines: list[_Line], reasons: list[str | None]) -> None:
    """Mark the headlines below the head of a list of links.

    A headline is a link when a time stands above or below it, or when nothing but such lines follows to the end.
    """
    last = -1
    for head in [number for number, line in enumerate(lines) if line.links_head]:
        if head <= last:
            continue
        last = head
        while last + 1 < len(lines) and (reasons[last + 1] or _linked(words[last + 1])):
            last += 1
        to_the_end = last + 1 == len(lines)
        for number in range(head + 1, last + 1):
            if to_the_end or any(map(_is_link_time, words[number - 1 : number + 2])):
                reasons[number] = reasons[number] or "related articles"


def _linked(words: str) -> bool:
    return _is_link_time(words) or _like_headline(words)


def _is_link_time(words: str) -> bool:
    return len(words) < 40 and _RULES.link_time.match(words) is not None
