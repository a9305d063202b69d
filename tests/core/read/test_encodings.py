from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.read.encodings import clean, clean_line, decode, to_text
from core.read.intake import Unreadable

SENTENCE = "Der Bürgermeister sagte „nein“ – und die Menge rief: 10 € für alle? Das wäre schön, aber teuer."
RUSSIAN = "Мэр города сказал, что трамвай будет готов через год, и пообещал больше не поднимать цену билета. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_survives_the_encodings_people_save_in(encoding):
    assert to_text(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding):
    text = "The council met twice and agreed on nothing at all."
    assert to_text(text.encode(encoding)) == text


def test_the_declared_character_set_is_used_where_utf8_fails():
    assert to_text(RUSSIAN.encode("koi8-r"), "koi8-r") == RUSSIAN


def test_latin_1_is_read_as_browsers_read_it():
    assert to_text(b"\x93caf\xe9\x94", "iso-8859-1") == "“café”"


def test_an_unknown_declared_character_set_does_no_harm():
    assert to_text("café".encode("cp1252"), "no-such-set") == "café"


def test_short_western_text_is_windows_1252_and_not_guessed():
    assert to_text(b"caf\xe9, \x80 10, \x93quoted\x94") == "café, € 10, “quoted”"


def test_cyrillic_bytes_are_not_taken_for_western_ones():
    assert "трамвай" in to_text(RUSSIAN.encode("cp1251"))


def test_mojibake_is_repaired_line_by_line():
    broken = "naïve".encode().decode("cp1252")
    assert clean(f"It’s fine.\n{broken} hopes") == "It’s fine.\nnaïve hopes"


def test_quotation_marks_and_dashes_stay_as_the_author_wrote_them():
    assert clean("“Curly”, 'straight' – and … done") == "“Curly”, 'straight' – and … done"


def test_what_no_store_can_hold_is_taken_out():
    assert clean("a\x00b\x07c\ud800d\ufeffe\u00adf") == "abc\ufffddef"


def test_newlines_of_all_systems_become_one():
    assert clean("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_direction_controls_stay_for_the_page_to_show():
    assert clean("a\u202eb\u2066c") == "a\u202eb\u2066c"


def test_metadata_is_on_one_line():
    assert clean_line("  A\n title\tof\x00 sorts ") == "A title of sorts"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (bytes(range(32)) * 9, "binary"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_binary_files_are_named_for_what_they_are(data, what):
    with pytest.raises(Unreadable, match=what):
        decode(data)


@given(
    st.binary(max_size=400),
    st.sampled_from([None, "utf-8", "latin-1", "utf-7", "rot13", "punycode", "\ud800", "x" * 50]),
)
@settings(deadline=None, max_examples=200)
def test_any_bytes_give_clean_text_or_a_named_refusal(data, declared):
    try:
        text = to_text(data, declared)
    except Unreadable as problem:
        assert str(problem).endswith(".")
        return
    assert "\0" not in text
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=200))
@settings(deadline=None, max_examples=200)
def test_cleaning_leaves_text_that_every_store_takes_and_is_stable(text):
    once = clean(text)
    once.encode("utf-8")
    assert not set(once) & {"\0", "\r", "\ufeff"}


@given(st.text("Ã©â€™Â\ufffdabc \n", max_size=200))
@settings(deadline=None, max_examples=100)
def test_text_full_of_mojibake_signs_is_repaired_without_failing(text):
    clean(text).encode("utf-8")
