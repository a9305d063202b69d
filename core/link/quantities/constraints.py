"""Pairs of mentions that by themselves never tell one quantity, whatever else is alike.

A sentence tells one quantity once: two values of one unit class in it are told of two things ("12 people and 11
boats", "55 km south of Orsa and 72 km east of Harle"), but for a move from one to the other, another time, and what
is measured in the same words. Persons are no things, unless the same is done to them; who was killed was not injured.
And two and three of anything are no quantity that could differ, unless something is done to them, and two sons no two
senators. By how much a thing changed is not how much it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from core.link.quantities.candidates import Indices
    from core.link.quantities.mention import Mention
    from core.link.quantities.pair_evidence import Evidence

_FEW = 3  # a handful


def apart(mentions: Sequence[Mention], first: Indices, second: Indices, evidence: Evidence) -> NDArray[np.bool_]:
    """Return for each of the pairs (`first`, `second`) whether it must stay apart."""

    def column(of: Callable[[Mention], object]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return np.array([bool(of(mention)) for mention in mentions], dtype=bool)

    moves = column(lambda mention: mention.move or mention.base)
    people = column(lambda mention: mention.people)
    things = column(lambda mention: mention.thing and not mention.people)
    measured = column(lambda mention: mention.measure and mention.unit_class != "count")
    measures = np.array([hash(mention.measure) for mention in mentions])
    again = (measured[first] & (measures[first] == measures[second])) | (evidence.columns["other period"] > 0)
    places = np.array([hash((mention.key, mention.sentence)) for mention in mentions])
    one_sentence = (places[first] == places[second]) & ~moves[first] & ~moves[second] & ~again
    done = evidence.columns["same predicate"] > 0
    unlike = ((people[first] & things[second]) | (things[first] & people[second])) & ~done
    few = np.array([mention.unit_class == "count" and mention.value <= _FEW for mention in mentions], dtype=bool)
    others = evidence.columns["other people"] > 0
    handful = few[first] & few[second] & ~done & (~evidence.meet | others)
    differences = column(lambda mention: mention.move == "by")
    difference = ~evidence.meet & (differences[first] != differences[second])
    befell = column(lambda mention: mention.people and mention.predicate in load.words("quantities_exclusive.txt"))
    exclusive = befell[first] & befell[second] & ~done
    heads = np.array([hash(mention.measure_head) for mention in mentions])
    parted = (evidence.columns["measures part ways"] > 0) & (heads[first] == heads[second])
    found = (~evidence.meet & (one_sentence | unlike | parted)) | handful | difference | exclusive
    return np.asarray(found, dtype=bool)
