"""The words of English that tell nothing of a text's subject."""

from __future__ import annotations

from core.extract.english.function_words import FUNCTION, of_class
from core.lexicon import load

_WORDS = load.classes("link_stopwords.txt")
STOPWORDS = (FUNCTION | of_class("contracted pronoun", "amount") | _WORDS["also"]) - _WORDS["telling"]
