"""The closed classes of English words by name, and the unions of them that several readers need.

The words, and why some classes are apart, stand in `english_words.txt`.
"""

from __future__ import annotations

from core.lexicon import load

_CLASSES = load.classes("english_words.txt")


def of_class(*names: str) -> frozenset[str]:
    """Return the words of one class or several.

    Raises:
        KeyError: there is no class of that name.
    """
    return frozenset[str]().union(*(_CLASSES[name] for name in names))


ARTICLE = of_class("article")
DEMONSTRATIVE = of_class("demonstrative")
POSSESSIVE = of_class("possessive")
DETERMINER = of_class("article", "demonstrative", "possessive", "quantifier", "open determiner")
SUBJECT_PRONOUN = of_class("subject pronoun")
PRONOUN = of_class(
    "subject pronoun", "object pronoun", "reflexive", "indefinite", "possessive pronoun", "existential"
) - {"her"}  # which is a determiner more often
RELATIVE = of_class("relative")
RELATIVE_SUBJECT = of_class("relative subject")
BE = of_class("be")
HAVE = of_class("have")
MODAL = of_class("modal")
AUXILIARY = of_class("be", "have", "modal", "half auxiliary")
NEGATION = of_class("negation")
PREPOSITION = of_class("preposition", "preposition of place")
COORDINATOR = of_class("coordinator")
CONJUNCTION = of_class("conjunction")
ADVERB = of_class("adverb", "measuring adverb", "negation")
# What is no noun, adjective or full verb.
FUNCTION = (ADVERB | AUXILIARY | CONJUNCTION | DETERMINER | PREPOSITION | PRONOUN | RELATIVE) - of_class(
    "adjectival adverb"
)
MONTH = of_class("month", "short month")
WEEKDAY = of_class("weekday", "short weekday")
SEASON = of_class("season")

_NO_ADVERB = of_class("no adverb")


def ends_as_adverb(word: str) -> bool:
    """Tell whether a lower-cased word is an adverb by its ending: "slowly", not "family" or "only"."""
    return word[-2:] == "ly" and len(word) > 4 and word not in _NO_ADVERB
