"""Cues in the passive: who is named behind "by" speaks, else nobody is named.

"The plan was rejected by farmers", "Lowe was accused by rivals of lying", "rents are expected to rise".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.actors.name_classes import TITLES
from core.extract.attribution import clauses, sources
from core.extract.attribution.claim import Claim
from core.extract.attribution.source_words import CLASSES
from core.extract.english.word_forms import is_plural

if TYPE_CHECKING:
    from core.extract.attribution.cues import Form, Verb
    from core.extract.attribution.paragraphs import Passage

_ACCUSED = CLASSES["accused of"]
# What follows the participles by which something is said or thought by nobody named.
_BEHIND = {
    **dict.fromkeys(CLASSES["expected"], frozenset({"to", "that"})),
    **dict.fromkeys(CLASSES["seen as"], frozenset({"as"})),
    **dict.fromkeys(_ACCUSED, frozenset({"of", "for", "as"})),
}
_BEHIND_AGENT = CLASSES["behind agent"]


def read(passage: Passage, verb: Verb, form: Form, group: range, begin: int, end: int) -> Claim | None:
    """Read a cue whose auxiliaries begin, and whose participle ends the range `group`, in the clause up to `end`."""
    head, last = group[-1], group.stop
    if form.tags.isdisjoint({"past", "participle"}) or last >= end or passage.inside[last]:
        return None
    if passage.words[last] == "by":
        return _by_agent(passage, verb, group, begin, end)
    if passage.words[last] not in _BEHIND.get(passage.words[head], ()) or passage.is_capital(head):
        return None
    content = clauses.trim(passage, last, clauses.stop(passage, last, end, verb))
    return None if content is None else Claim((group.start, last), verb, None, content)


def _by_agent(passage: Passage, verb: Verb, group: range, begin: int, end: int) -> Claim | None:
    words, last = passage.words, group.stop
    agent = sources.after(passage, last + 1, end)
    if agent is None:
        return None
    accused = words[group[-1]] in _ACCUSED
    if accused and "of" in words[agent.first : agent.last]:
        stop = words.index("of", agent.first)
        agent = sources.Source(agent.first, stop, stop)
    noun = words[agent.head - 1]
    if not (passage.is_capital(agent.first) or noun in TITLES or is_plural(noun)):
        return None
    if agent.last < end and words[agent.last] in _BEHIND_AGENT:
        content = clauses.trim(passage, agent.last, clauses.stop(passage, agent.last, end, verb))
    else:
        told = sources.before(passage, group.start, begin)
        content = None if told is None or "object" not in verb.takes else (told.first, told.last)
    return None if content is None else Claim((group.start, last), verb, agent, content)
