"""What noun phrases are made of: what opens one, what joins its words, what hangs on its noun.

Two walks read them, for they look for different things. `noun_phrases` looks for what a figure measures, to either side
of it and in every sentence with a figure: it asks of each word whether it is a verb here, and goes on over brackets,
quotation marks and prepositions that may hang on a verb too. `base_phrases` looks for who speaks, from a cue, which is
the verb: it asks of no other word whether it is one, so that a preposition that may hang on a verb ends its phrase
("spoke to Lowe, who said"), as do a quotation, a number and what tells when or where it was said.
"""

from __future__ import annotations

from core.extract.english.function_words import ARTICLE, DETERMINER, POSSESSIVE, of_class

# A speaker isn't opened by "what", which opens a clause, but by "several" and "two", which in front of what is measured
# are part of its name and a figure.
SPEAKER_DETERMINER = (DETERMINER - of_class("open determiner")) | of_class("amount", "counting")
SPEAKER_QUANTIFIER = SPEAKER_DETERMINER - ARTICLE - POSSESSIVE
# Marks between the words of one phrase.
JOINING = frozenset({"'s", "'", "’", "-", "/", "&"})
MEASURE_JOINING = JOINING | {"“", "”", '"', "$"}
# Prepositions in front of a further noun, in a phrase that is read from its end.
NOUN_LINK = of_class("noun link")
MEASURE_LINK = NOUN_LINK | of_class("verb link")
# The same in a phrase that is read from its beginning, where less is sure.
_LINK_AHEAD = of_class("phrase link")
MEASURE_LINK_AHEAD = _LINK_AHEAD | of_class("phrase link of measures")
SPEAKER_LINK_AHEAD = _LINK_AHEAD | of_class("phrase link of speakers")
# Nouns and adverbs of time, which end a phrase that they don't open.
_TIME = of_class("time word", "weekday", "month")
MEASURE_TIME = _TIME | of_class("short weekday", "short month", "season", "time head")
SPEAKER_TIME = (_TIME - {"may"}) | of_class("time of speech")  # "may" is a modal far more often
