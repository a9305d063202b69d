"""Bytes → text: decoded, repaired and scrubbed, once, before it becomes an article's text.

Every offset the project computes refers to the text as it leaves this module.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import IO, TYPE_CHECKING

import charset_normalizer
import ftfy
from ftfy.badness import is_bad

from core.read.intake import MAX_TEXT, Unreadable, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
)
# Codecs of Python that a page could name and that are no character set of a document; punycode takes quadratic time.
_NO_CHARSET = frozenset({"punycode", "idna", "utf-7", "unicode-escape", "raw-unicode-escape", "undefined"})
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # as browsers read these names (WHATWG Encoding Standard)
_SAMPLE = 65_536  # bytes that suffice to tell an encoding
_WESTERN_SHARE = 0.2  # of bytes above ASCII: Western European prose has under a tenth, Cyrillic over two thirds
_CONTROL_SHARE = 0.02  # of control characters: text has none, or a few stray ones

_NEWLINE = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# C0 and C1 controls but tab and newline, soft hyphen, zero-width space, byte order mark. Direction controls stay:
# text in Arabic or Hebrew needs them, and what shows text makes them visible.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\ufeff]")
# What all mojibake has and little else: a letter beyond ASCII followed by another sign beyond it. It spares most texts
# the full test, which takes a millisecond an article.
_SUSPECT = re.compile("[^\\W\\d_a-zA-Z][^\x00-\x7f]|[ÂÃ\x80-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def to_text(data: bytes, declared: str | None = None) -> str:
    """Return bytes as clean text; `declared` is the character set the source itself claims.

    Raises:
        Unreadable: The bytes are no text, or too much for one article.
    """
    return clean(decode(data, declared))


def decode(data: bytes, declared: str | None = None) -> str:
    """Return bytes as text by their mark, as UTF-8, as declared, as Windows-1252, or by the likeliest guess.

    Raises:
        Unreadable: The bytes are no text.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _unmarked_utf16(data)
    if marked:
        return data.decode(marked, errors="replace")
    _require_text(data)
    return _decode_unmarked(data, declared)


def decoded_lines(stream: IO[bytes]) -> Iterator[str | None]:
    """Yield a stream's lines decoded one by one, so that a file of any size takes little memory.

    None stands for a line that is too long.

    Raises:
        Unreadable: The stream begins with what is no text.
    """
    for number, line in enumerate(lines(stream)):
        if line is None:
            yield None
        elif number:
            yield _decode_unmarked(line)
        elif line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # what Excel calls Unicode text
            stream.seek(0)
            reader = io.TextIOWrapper(stream, "utf-16", errors="replace", newline="")
            yield from reader
            reader.detach()
            return
        else:
            yield decode(line)


def _decode_unmarked(data: bytes, declared: str | None = None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        name = codecs.lookup(declared).name if declared else "undefined"
        if name not in _NO_CHARSET:
            return data.decode(_MEANT.get(name, name))
    except (UnicodeDecodeError, LookupError, ValueError):
        pass  # the source is wrong about itself
    return data.decode(_guess(data), errors="replace")


def clean(text: str) -> str:
    r"""Return text with mojibake repaired, newlines as "\n", and what no store or screen can hold taken out.

    Lone surrogates become U+FFFD; control characters, soft hyphens and zero-width spaces go.

    Raises:
        Unreadable: The text is too long for one article.
    """
    if len(text) > MAX_TEXT:
        raise Unreadable(f"The text has more than {MAX_TEXT:,} characters, too many for one article: split it.")
    if not text.isascii() and _SUSPECT.search(text) and is_bad(text):
        text = "\n".join(ftfy.fix_encoding(line) if is_bad(line) else line for line in text.split("\n"))
    return scrub(text)


def scrub(text: str) -> str:
    r"""Return text with newlines as "\n" and without what no store or screen can hold, its words left as they are."""
    text = _UNWANTED.sub("", _NEWLINE.sub("\n", text))
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Return clean text on one line: for titles, names and other metadata."""
    return " ".join(clean(text).split())


def _require_text(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"The file is {name}, not text: save the article as plain text or HTML.")
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise Unreadable("The file holds binary data, not text: save the article as plain text or HTML.")


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero byte beside nearly each letter."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or sample.count(0) < half * 0.7:
        return None
    odd = sample[1::2].count(0)
    even = sample[0::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    """Choose Windows-1252 where few bytes are beyond ASCII; else let charset-normalizer judge a sample."""
    sample = data[:_SAMPLE]
    beyond = sum(byte > 127 for byte in sample)
    if beyond <= _WESTERN_SHARE * len(sample) or len(sample) < 64:
        return "cp1252"
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else "cp1252"
