"""Numbers that are no figures: dates, years, clock times, scores, telephone numbers, list marks, names, versions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.extract.english.function_words import FUNCTION, MONTH, SEASON
from core.extract.english.looks import PLURAL
from core.extract.english.word_forms import LISTED, is_plural
from core.extract.figures import named_nouns, numbered_names
from core.extract.figures.figure_words import CLASSES, NAMERS

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.number import Number

_CLOCK, _SCORE = CLASSES["clock"], CLASSES["score"]
_YEAR_CUES = CLASSES["year cue"] | SEASON | MONTH
_PREDICATES = CLASSES["verb only"]
_RANKED_NOUNS = CLASSES["ordinal noun"]
_MONTH_OR_WORD = CLASSES["month or word"]
_REFERENCES = CLASSES["reference"]
_RESULT_LINKS = CLASSES["result link"]
_BOUND_ENDS = CLASSES["bound end"]
_NUMBERING = CLASSES["numbering"]
_PLAIN = re.compile(r"[\d,]*\.?[\d,]*")
_HIGHEST_SCORE = 60
_JOINTS = frozenset(("-", ".", "/", "‑"))
_CODE_MARKS = _JOINTS | {"+"}
_DATE_MARKS = ("/", "-", ".")
_SLASH = frozenset("/")
_NAME_JOINTS = frozenset(("-", "–", "/", ".", "#", "_", "'", "’"))
_PREFIXES = CLASSES["name prefix"]
_YEAR_LINKS = frozenset(("-", "–", "to", "and", "/"))
_RESULT_CUES = CLASSES["result cue"]
_ERAS = CLASSES["era"]
_TIMING = _ERAS | _CLOCK | {".", "past", "to"}
_PARTS_OF_HOUR = frozenset(("half", "quarter"))
_LONGEST_MONTH = 31
_DAY_LINKS = CLASSES["between days"]
_ORDINAL_ENDS = CLASSES["ordinal ending"]
_OPENERS = {"from": "to", "between": "and"}
_BOUNDING = CLASSES["bounding a year"]
_MEASURES = CLASSES["behind no year"]
_MINUTES = 59
_ROUND = 500  # "2000 people" is a count, "2018 sales" has a year


def is_date(line: Line, number: Number) -> bool:
    """Tell whether the number is part of a calendar date, a clock time, a year or a decade."""
    first, stop = number.first, number.stop
    text = line.tokens[first].text
    before, after = line.low[first - 1], line.low[stop]
    if (before in _TIMING or after in _TIMING) and _is_timed(line, number):
        return True
    if len(text) <= 2 and before in ("-", "–", "/") and line.low[first - 2][:2] in ("19", "20"):
        return len(line.low[first - 2]) == 4 and line.glued(first)  # 2013-14
    if number.form == "digits" and number.value <= _LONGEST_MONTH and text.isdigit():
        behind = stop + (after == "of")
        if _is_month(line, first - 1) or _is_month(line, behind) or _is_day_listed(line, number):
            return True
    return _slashed(line, first, stop) or is_year(line, number)


def _is_day_listed(line: Line, number: Number) -> bool:
    """Tell whether a number is a day listed with others of a month: "5, 6 and 7 May", "June 3 and 4", "Oct. 3-9"."""
    k = number.stop
    for _ in range(_LONGEST_MONTH):
        if line.low[k] in _ORDINAL_ENDS and line.glued(k):
            k += 1
        if _is_month(line, k + (line.low[k] == "of")):
            return k > number.stop
        if line.low[k] == "," and line.low[k + 1] in _DAY_LINKS:
            k += 1
        if not ((line.low[k] in _DAY_LINKS or line.low[k] == ",") and _is_day(line, k + 1)):
            break
        k += 2
    k = number.first
    while line.low[k - 1] in _DAY_LINKS and k > 1 and _is_day(line, k - 2):
        k -= 2
        if _is_month(line, k - 1):
            return not line.looks[number.stop] & PLURAL
    return False


def _is_day(line: Line, k: int) -> bool:
    word = line.low[k]
    return word.isdecimal() and 0 < int(word[:3]) <= _LONGEST_MONTH


def is_clock(line: Line, number: Number) -> bool:
    """Tell whether the number is an hour or minutes with a space around the colon: "1 : 53 p. m.", "9.25 a. m."."""
    first, stop, low = number.first, number.stop, line.low
    text = line.tokens[first].text
    if low[stop] in ("a", "p") and low[stop + 1] == "." and low[stop + 2] == "m":
        return True
    if len(text) > 2 or number.value > _MINUTES:
        return False
    hour = low[stop] == ":" and len(low[stop + 1]) == 2 and low[stop + 1].isdigit()
    minutes = low[first - 1] == ":" and len(text) == 2 and low[first - 2].isdigit() and len(low[first - 2]) <= 2
    behind = stop + 2 if hour else stop
    return (hour or minutes) and (low[behind] in _CLOCK or low[behind] in ("a", "p"))


def _is_timed(line: Line, number: Number) -> bool:
    """Tell whether an era or an hour is said beside the number."""
    before, earlier, after = line.low[number.first - 1], line.low[number.first - 2], line.low[number.stop]
    if after in _ERAS or before in _ERAS or (before == "." and earlier == "a.d"):
        return True
    if after in _CLOCK and (after not in ("est", "pt", "hours") or len(line.tokens[number.first].text) == 4):
        return True
    return before in ("past", "to") and earlier in _PARTS_OF_HOUR and number.value <= 12


def is_decade(line: Line, number: Number) -> bool:
    """Tell whether an "s" is glued to the digits: "the 1990s", "in his 40s"."""
    glued = line.low[number.stop] == "s" and line.glued(number.stop)
    return glued and (number.value % 10 == 0 or 1000 <= number.value <= 2199)


def is_year(line: Line, number: Number) -> bool:
    """Tell whether a bare number of four digits is a year."""
    first, stop = number.first, number.stop
    text = line.tokens[first].text
    whole = number.form == "digits" and stop == first + 1 and len(text) == 4 and text.isdigit()
    if not (whole and 1000 <= number.value <= 2199):
        return False
    before, earlier, after = line.low[first - 1], line.low[first - 2], line.low[stop]
    ranged = _in_range_of_years(line, first, stop)
    if ranged is not None or _is_loosely_dated(line, first):
        return not _counts(line, stop) if ranged is None else ranged
    continued = before in _YEAR_LINKS and len(earlier) == 4 and earlier[:2] in ("19", "20")
    if continued or before in _YEAR_CUES or _is_month(line, first - 2):
        return True
    if number.value < 1800 or before in _BOUND_ENDS:
        return False
    if number.value % _ROUND and number.value >= 1900:
        return True
    return not (is_plural(after) and not line.tokens[stop].text[0].isupper())


def _is_loosely_dated(line: Line, first: int) -> bool:
    """Tell whether a year is bounded: "until at least 2031", "by around 2030"."""
    before, earlier = line.low[first - 1], line.low[first - 2]
    if before in _BOUND_ENDS and earlier in ("at", "the"):
        return line.low[first - 3] in _BOUNDING
    return before in ("around", "about") and earlier in _BOUNDING


def _in_range_of_years(line: Line, first: int, stop: int) -> bool | None:
    """Tell whether "from 1500 to 1800" is one of years, by what its second end counts; None for no such range."""
    low = line.low
    link = _OPENERS.get(low[first - 1], "")
    end = stop + 2
    if not (link and low[stop] == link and _is_four_digits(low[stop + 1])):
        link = _OPENERS.get(low[first - 3], "") if first > 2 else ""
        end = stop
        if not (link and low[first - 1] == link and _is_four_digits(low[first - 2])):
            return None
    return not _counts(line, end) and low[end] not in _MEASURES


def _is_four_digits(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"


def is_name(line: Line, number: Number) -> bool:
    """Tell whether the number belongs to a name: glued to letters, or behind a capitalised word or a naming noun."""
    before = line.low[number.first - 1]
    if not before and (_is_list_mark(line, number) or not numbered_names.is_one(line, number)):
        return _is_list_mark(line, number)
    if _is_glued(line, number) or numbered_names.is_one(line, number):
        return True
    if number.form not in ("digits", "words"):
        return False
    if (before in NAMERS and not _is_numbering(line, number)) or (
        before == "." and line.low[number.first - 2] in _REFERENCES
    ):
        return True
    if _counts(line, number.stop) or named_nouns.counts(line, number.first, number.stop):
        return False
    return _is_named_word(line, number) if number.form == "words" else _is_named_number(line, number)


def _is_glued(line: Line, number: Number) -> bool:
    """Tell whether letters stand right before or behind the digits: "A320", "F-16", "COVID -19", "11a"."""
    first, stop = number.first, number.stop
    before, behind = line.low[first - 1], line.low[stop]
    if line.glued(first):
        if before[-1].isalpha() or before == "#":
            return True
        head = line.low[first - 2] if before in _NAME_JOINTS and line.glued(first - 1) else ""
        scaled = first > 2 and line.glued(first - 2) and line.low[first - 3][-1:].isdigit()  # "2m-3m people"
        if head[-1:].isalpha() and not scaled and head not in _PREFIXES and head not in _BOUND_ENDS:
            return True
        if before in ("-", "–", "−") and first > 1 and line.tokens[first - 2].text[-1].isupper():
            return True
    return number.form == "digits" and line.glued(stop) and behind[:1].isalpha() and behind != "k"


def _is_numbering(line: Line, number: Number) -> bool:
    """Tell whether "numbers" in front of a number is a verb: "the crowd now numbers 10,000 people"."""
    return line.low[number.first - 1] in _NUMBERING and _counts(line, number.stop)


def _is_named_word(line: Line, number: Number) -> bool:
    """Tell whether a capitalised number word stands beside another capitalised word ("BBC One", "Six Nations")."""
    if not line.tokens[number.first].text[0].isupper():
        return False
    if line.tokens[number.first - 1].text[0].isupper() or _is_proper(line, number.stop):
        return True
    named = number.stop < len(line.tokens) and line.tokens[number.stop].text[0].isupper()
    return named and line.low[number.first - 1] == "the"  # "the Six Nations"


def _is_named_number(line: Line, number: Number) -> bool:
    """Tell whether a small whole number that counts nothing stands beside a capitalised word ("380 Superjumbo")."""
    if line.low[number.first - 1] in _BOUND_ENDS:
        return False
    if number.value >= 1000 or number.scale > 1 or not line.tokens[number.first].text.isdigit():
        return False
    if _is_proper(line, number.stop):
        return True
    previous, before = line.tokens[number.first - 1].text, line.low[number.first - 1]
    if not previous[0].isupper() or before in FUNCTION or before in MONTH:
        return False
    return not (number.first == 1 and before in LISTED)


def is_code(line: Line, number: Number) -> bool:
    """Tell whether the digits belong to a longer string: telephone number, address, version, list of numbers."""
    if number.form != "digits":
        return False
    first, stop = number.first, number.stop
    text = line.tokens[first].text
    if not (text.isdecimal() or _PLAIN.fullmatch(text)):
        return True
    if text[0] == "0" and len(text) > 1 and text.isdigit():
        return True
    before = line.low[first - 1]
    if before == "+" and line.low[stop] == "%":
        return False
    beside = before in _CODE_MARKS or before.isdecimal() or line.low[stop] in _JOINTS
    return (beside or text[0] == "0") and _is_in_row(line, first, stop)


def _is_in_row(line: Line, first: int, stop: int) -> bool:
    """Tell whether digits stand in a row with others, dialled or joined by marks."""
    k = first - 1
    while line.low[k].isdecimal() and k > max(0, first - 5):
        k -= 1
    if line.low[k] == "+" or _is_dialled(line, first):
        return True
    if _joined_digits(line, stop, 1, _SLASH) or _joined_digits(line, first - 1, -1, _SLASH):
        return True  # 9/11
    return _joined_digits(line, stop, 1) + _joined_digits(line, first - 1, -1) >= 2


def _is_dialled(line: Line, k: int) -> bool:
    """Tell whether token `k` stands in a row of digits that opens with a zero: "020 7946 0018"."""
    while k > 0 and line.low[k - 1].isdecimal():
        k -= 1
    digits = line.low[k]
    return len(digits) > 2 and digits[0] == "0" and line.low[k + 1].isdecimal()


def _joined_digits(line: Line, k: int, step: int, joints: frozenset[str] = _JOINTS) -> int:
    """Count, up to three, the digits glued on by dashes, dots or slashes from token `k` on, to the right or left."""
    chain = 0
    while chain < 3 and line.low[k] in joints and 0 < k < len(line.tokens):
        if not (line.glued(k) and line.glued(k + 1) and line.low[k + step][:1].isdigit()):
            break
        chain += 1
        k += 2 * step
    return chain


def result_end(line: Line, i: int) -> int:
    """Return the index behind a result of a match at token `i` ("2-1", "won 3–0"), or 0 where there is none."""
    low = line.low
    if low[i + 1] not in ("-", "–") or not (line.glued(i + 1) and line.glued(i + 2)):
        return 0
    home, away, after = low[i], low[i + 2], low[i + 3]
    if not (home.isdecimal() and away.isdecimal() and len(home) <= 3 and len(away) <= 3):
        return 0
    longer = line.glued(i + 3) and (after[0].isalnum() or after in "-–%$€£°")
    if longer or (line.glued(i) and low[i - 1] in "$£€¥.,-–"):
        return 0
    falling = int(home) >= int(away) and not after.startswith("per")
    return i + 3 if falling or after in _SCORE or _is_result(line, i, after) else 0


def _is_result(line: Line, i: int, after: str) -> bool:
    """Tell whether two small numbers, the second the larger, are a result: no noun, unit or scale behind them."""
    if (after[:1].isalpha() and after not in FUNCTION) or int(line.low[i + 2]) > _HIGHEST_SCORE:
        return False
    if line.low[i - 1] in _RESULT_CUES:
        return True
    return after in _RESULT_LINKS and i > 0 and line.tokens[i - 1].text[0].isupper()


def _is_month(line: Line, j: int) -> bool:
    word = line.low[j]
    if word == ".":
        j -= 1
        word = line.low[j]
    if word not in MONTH:
        return False
    return word not in _MONTH_OR_WORD or line.tokens[j].text[0].isupper() or line.low[j - 1][:1].isdigit()


def _slashed(line: Line, first: int, stop: int) -> bool:
    """Tell whether the number is part of "12/05/2019" or "2019-12-05"."""
    if line.low[stop] not in _DATE_MARKS and line.low[first - 1] not in _DATE_MARKS:
        return False
    for mark in _DATE_MARKS:
        if line.low[stop] == mark == line.low[stop + 2] and line.glued(stop + 3) and line.low[stop + 1].isdigit():
            return True
        if (
            line.low[first - 1] == mark == line.low[first - 3]
            and line.glued(first)
            and line.low[first - 2].isdigit()
        ):
            return True
    return False


def _is_list_mark(line: Line, number: Number) -> bool:
    """Tell whether a sentence begins with "1." or "2)"."""
    return (
        number.form == "digits"
        and number.stop == 1
        and line.low[1] in (".", ")")
        and line.glued(1)
        and line.tokens[0].text.isdigit()
        and number.value < 100
    )


def _is_proper(line: Line, j: int) -> bool:
    """Tell whether a capitalised singular noun follows in the middle of a sentence ("380 Superjumbo")."""
    word = line.low[j]
    return (
        len(word) > 1
        and line.tokens[j].text[0].isupper()
        and word[0].isalpha()
        and word not in FUNCTION
        and not is_plural(word)
    )


def _counts(line: Line, j: int) -> bool:
    """Tell whether a plain plural noun in lower case stands at token `j` or behind one adjective."""
    for k in (j, j + 1):
        word = line.low[k]
        if not word or not word[0].isalpha() or word in FUNCTION or line.tokens[k].text[0].isupper():
            return False
        if is_plural(word):
            return word not in _PREDICATES
    return False


def is_ordinal_name(line: Line, first: int, stop: int) -> bool:
    """Tell whether an ordinal is part of a date or a name ("5th Avenue", "March 5th", "21st century")."""
    after = line.low[stop]
    if after == "-":
        after = line.low[stop + 1]
    return after in _RANKED_NOUNS or _is_month(line, first - 1) or _is_month(line, stop + (after == "of"))
