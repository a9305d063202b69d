"""How much room words and marks take, so that none is cut off or stands on another on a small screen.

A browser alone knows how wide a text is; this estimate is right within a twentieth for Latin letters, on the safe side
for others.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

NARROW = 460  # pixels of a chart in a window of 800, or of one of two side by side
LABEL = 120  # pixels of a name beside its row: more would leave the marks no room on a small screen
SIZE = 11.25  # pixels of the letters on axes and in legends, as the page sets them
_ENTRY = 116  # pixels of a name in a legend
_SWATCH = 36  # pixels of the mark before it and the gap behind it
_RIGHT_TO_LEFT_ENDS = 0x08FF  # of what is as narrow as Latin letters: Cyrillic, Hebrew, Arabic
# Letters by their width in hundredths of their size, measured in the page's font.
_WIDTHS = {
    20: " ",
    26: "!',.:;Iijl|·’‘",
    32: "()-[]{}f",
    36: "/\\rt",
    43: '"*?sz',
    47: "cvxyY",
    51: "0123456789#$£€+<=>_~–JLFaegk",
    56: "ABEPSTXZbdhnopqu",
    66: "CDGHKNOQRUw",
    84: "&MWm",
    96: "%@…—",
}
_EACH = {letter: width / 100 for width, letters in _WIDTHS.items() for letter in letters}


@cache
def _share(letter: str) -> float:
    """Return a letter's width as a share of its size."""
    if letter in _EACH:
        return _EACH[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.1  # emoji too
    return 0.66 if letter.isupper() or ord(letter) > _RIGHT_TO_LEFT_ENDS else 0.5


def width(text: str, size: float = SIZE) -> float:
    """Return how many pixels wide a text is, about."""
    return size * sum(map(_share, text))


def fitted(text: str, pixels: float, size: float = SIZE) -> str:
    """Return a text that is no wider than so many pixels, cut where it is longer."""
    text = " ".join(text.split())
    if width(text, size) <= pixels:
        return text
    # Not at a word: of "Valley Morning Observer" and "Valley Weekly" as much as can be is to be told apart.
    return text[: _fitting(text, pixels - size * _share("…"), size)].rstrip(" ,;:–-\u200d\ufe0f") + "…"


def in_lines(text: str, pixels: float, lines: int, size: float = SIZE) -> list[str]:
    """Return a text in at most so many lines of so many pixels; what is longer is cut at the end of the last."""
    rest, found = " ".join(text.split()), list[str]()
    while len(found) < lines - 1 and width(rest, size) > pixels:
        end = _fitting(rest, pixels, size)
        space = rest.rfind(" ", 0, end + 1)
        end = space if space > 0 else end
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*found, fitted(rest, pixels, size)]


def labels(names: Sequence[str], pixels: float, lines: int, size: float = SIZE) -> list[list[str]]:
    """Return names in at most so many lines each; those that look alike when cut begin with their place."""
    shown = [in_lines(name, pixels, lines, size) for name in names]
    alike = Counter(map(tuple, shown))
    return [
        in_lines(f"{place}. {name}", pixels, lines, size) if alike[tuple(parts)] > 1 else parts
        for place, (name, parts) in enumerate(zip(names, shown, strict=True), start=1)
    ]


def _fitting(text: str, pixels: float, size: float) -> int:
    """Return how many letters of a text fit, at least one."""
    used = 0.0
    for number, letter in enumerate(text):
        used += size * _share(letter)
        if used > pixels:
            return max(number, 1)
    return max(len(text), 1)


def entry(name: str) -> str:
    """Return a name as a legend has room for it."""
    return fitted(name, _ENTRY)


def legend_rows(names: Sequence[str], pixels: float = NARROW) -> int:
    """Return how many rows a legend of these names has in so many pixels: entries of several rows are equally wide."""
    sizes = [width(entry(name)) + _SWATCH for name in names]
    if sum(sizes) <= pixels:
        return min(1, len(sizes))
    across = max(1, int(pixels // max(sizes)))
    return -(-len(sizes) // across)


class Box(NamedTuple):
    """Where something stands: its middle, width and height, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Tell whether two stand on one another."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


def placed(choices: Sequence[Sequence[Box]], taken: Sequence[Box]) -> list[int | None]:
    """Return for each thing the number of the first place that is free of what is taken and placed before, or None."""
    there = list(taken)
    found: list[int | None] = []
    for boxes in choices:
        free = next((n for n, box in enumerate(boxes) if not any(map(box.meets, there))), None)
        if free is not None:
            there.append(boxes[free])
        found.append(free)
    return found


def free_places(
    places: Sequence[float], reach: float, offsets: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Return for each mark on a line the first offset (along it, in steps of `reach`; across it) that is free.

    Marks nearer than `reach` to each other along the line stand in one another's way where they lie equally far across
    it. Where nothing is free the offsets are taken in turn.
    """
    taken: list[tuple[float, float]] = []
    found = []
    for turn, place in enumerate(places):
        free = (
            (along * reach, across)
            for along, across in offsets
            if all(across != other or abs(place + along * reach - there) >= 0.99 * reach for there, other in taken)
        )
        along, across = offsets[turn % len(offsets)]
        moved = next(free, (along * reach, across))
        taken.append((place + moved[0], moved[1]))
        found.append(moved)
    return found
