"""Days written out with their year in other languages than English: "4. März 2025", "4 марта 2025 г.".

Names of months and weekdays and what stands between day, month and year come from CLDR through babel. Only whole days
are read, and where two languages read one text differently, none is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from core.extract.dates.calendar import day_of
from core.model import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

LANGUAGES = ("de", "es", "fr", "it", "pt", "pl", "ru", "uk")


def written_out_elsewhere(text: str, span: Span, language: str | None) -> Iterator[tuple[datetime.date, Span]]:
    """Yield the days that a stretch names whole in a language, or in any of them where it isn't known."""
    code = (language or "").split("-")[0].lower()
    codes = (code,) if code in LANGUAGES else LANGUAGES if code in {"", "und"} else ()
    found: dict[Span, set[datetime.date]] = {}
    for one in codes:
        for match in _pattern(one).finditer(text, *span):
            month = _months(one)[_bare(match["month"])]
            day = day_of(int(match["year"]), month, int(match["day"]))
            if day:
                found.setdefault(Span(*match.span()), set()).add(day)
    end = span.start
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start < end:  # the same day, read by another language without its weekday
            continue
        end = place.end
        days = set().union(*(found[other] for other in found if other.start < end and place.start < other.end))
        if len(days) == 1:
            yield days.pop(), place


@cache
def _months(code: str) -> dict[str, int]:
    """Return the months of a language by their names, long and short, in lower case and without a full stop."""
    names: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale.parse(code).months[form][width].items():
                names.setdefault(_bare(name), number)
    return names


def _bare(name: str) -> str:
    return name.lower().rstrip(".")


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Return what matches a day in the long form of a language, a weekday before it; words between may be left out."""
    locale = Locale.parse(code)
    names = "|".join(sorted(map(re.escape, _months(code)), key=len, reverse=True))
    weekdays = "|".join(sorted(map(re.escape, locale.days["format"]["wide"].values())))
    parts = {
        "d": r"(?P<day>\d{1,2})(?:\.|er\b|º|°)?",
        "M": rf"(?P<month>{names})\b\.?",
        "y": r"(?P<year>\d{4})(?!\w)",
    }
    form, _, rest = str(locale.date_formats["long"].pattern).partition("y")
    written = [
        parts[field[0]] if field else rf"(?:{re.escape(word)}\b)?" if word else r"[\s,]*"
        for word, field in re.findall(r"'([^']*)'|([dMy]+)|[^dMy']+", form + "y")
    ]
    behind = "".join(rf"(?:\s*{re.escape(word)}(?!\w)\.?)?" for word in re.findall(r"'(\w+)", rest))
    return re.compile(rf"(?<![\w.])(?:(?:{weekdays}),?\s+)?{''.join(written)}{behind}", re.IGNORECASE)
