"""What is known of each word by itself: worked out once, when it is first met, and shared by all rooms.

The rules stand with the rooms they serve; this is where their answers are kept. A word is a token as it is written:
"May" may be a month, "may" is none. `document` looks up every token of a text here, once, and gives each sentence its
words' records; no room keeps sets or memos of words of its own.

Records are shared and never change. When too many are held all are forgotten, lest memory grow with the articles read;
whoever has a record keeps it, so that articles may be read in threads.
"""

from __future__ import annotations

from core.extract import context, frame_terms, interest
from core.extract.actors import name_classes, names
from core.extract.attribution import cues
from core.extract.dates import time_words
from core.extract.english import looks, stems
from core.extract.figures import line
from core.extract.memo import Memo
from core.extract.word import Word


def _learn(text: str) -> Word:
    """Ask every room's rules what they know of a word."""
    lower = text.lower().replace("’", "'")
    terms, status = frame_terms.begun(lower), context.opener(lower)
    rooms = (
        (line.holds(lower) and interest.NUMBER)
        | (time_words.tells(text, lower) and interest.TIME)
        | (lower in time_words.FIRST_OF_PHRASES and interest.PHRASE)
        | (lower in cues.HEADS and interest.CUE)
        | (terms is not None and interest.TERM)
        | (status is not None and interest.STATUS)
    )
    letter = name_classes.letter(text)
    return Word(
        interest.character(rooms),
        looks.of(lower),
        letter,
        names.in_row(text, letter),
        time_words.codes(text, lower),
        terms,
        status,
        "" if line.holds(lower) else stems.of(lower),
    )


WORDS = Memo(_learn)
