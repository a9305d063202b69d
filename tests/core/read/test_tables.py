from __future__ import annotations

import csv
import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Article, Rejection
from core.read.intake import Unreadable
from core.read.tables import read_table


def read(text: str | bytes):
    return list(read_table(io.BytesIO(text if isinstance(text, bytes) else text.encode()), "t.csv"))


def test_each_row_is_an_article_numbered_as_a_spreadsheet_shows_it():
    first, second = read(
        'Headline,Publication,Date,Body\nA,Lantern,2025-05-01,One.\nB,Beacon,2 May 2025,"Two,\nlines."\n'
    )
    assert (first.source, first.title, first.outlet, first.text) == ("t.csv#2", "A", "Lantern", "One.")
    assert first.published == datetime.date(2025, 5, 1)
    assert (second.source, second.text) == ("t.csv#3", "Two,\nlines.")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    (article,) = read(
        delimiter.join(["title", "source", "text"]) + "\n" + delimiter.join(["A", "Lantern", "Words."])
    )
    assert (article.title, article.outlet, article.text) == ("A", "Lantern", "Words.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_are_read_in_the_encodings_that_spreadsheets_write(encoding):
    (article,) = read("text;outlet\r\nCafé für alle;Lantern\r\n".encode(encoding))
    assert article.text == "Café für alle"


def test_quoted_names_after_a_byte_order_mark_are_recognised():
    assert read('\ufeff"text","title"\n"Words.","A"\n')[0].title == "A"


def test_the_separator_line_of_excel_is_passed_over():
    assert read("sep=;\ntext;title\nWords.;A\n")[0].title == "A"


def test_known_exports_are_understood():
    (article,) = read(
        "authors,date_publish,language,maintext,source_domain,title,url\n"
        "x,2025-05-01 10:00:00,en,Words.,lantern.example,A,https://lantern.example/a\n"
    )
    assert (article.outlet, article.published) == ("lantern.example", datetime.date(2025, 5, 1))
    assert (article.language, article.url) == ("en", "https://lantern.example/a")


def test_the_word_none_means_nothing():
    (article,) = read("text,date_publish,title\nWords.,None,null\n")
    assert (article.published, article.published_from, article.title) == (None, "unknown", None)


def test_a_fragment_of_html_becomes_text():
    (article,) = read('text,title\n"<p>One &amp; two.</p><script>evil()</script><p>Three<br/>four.</p>",A\n')
    assert article.text == "One & two.\nThree\nfour."


def test_a_comparison_is_not_taken_for_html():
    assert read("text\nif a < b and b > c then stop\n")[0].text == "if a < b and b > c then stop"


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("id,indexed_date,language,media_name,media_url,publish_date,title,url", "Media Cloud"),
        ("\ufeffURL,MobileURL,Date,Title", "GDELT"),
        ("colour,size", "colour, size"),
    ],
)
def test_a_table_without_texts_is_refused_by_name(header, says):
    with pytest.raises(Unreadable, match=says):
        read(header + "\n1,2,3,4,5,6,7,8\n")


def test_a_row_without_text_is_rejected_and_the_rest_goes_on():
    first, second = read("title,text\nA,\nB,Words.\n")
    assert isinstance(first, Rejection)
    assert first.source == "t.csv#2"
    assert second.text == "Words."


def test_rows_that_are_too_short_too_long_or_blank_do_no_harm():
    found = read("title,text\nA,One.,extra,cells\n\n,,\nB\nC,Two.\n")
    assert [item.text for item in found if isinstance(item, Article)] == ["One.", "Two."]


def test_an_article_longer_than_the_csv_modules_own_limit_is_whole():
    (article,) = read("text\n" + "word " * 60_000 + "\n")
    assert len(article.text) == 300_000


def test_an_empty_table_is_refused():
    with pytest.raises(Unreadable, match="empty"):
        read("\n \n")
    with pytest.raises(Unreadable, match="no rows"):
        read("title,text\n,\n")


def test_a_strange_line_inside_an_article_ends_neither_it_nor_the_table():
    first, second = read(b'text\n"One\n%PDF- is how some files begin\n\x00\x01\x02\xff"\nTwo.\n')
    assert "how some files begin" in first.text
    assert second.text == "Two."


def test_a_picture_called_csv_is_named_once():
    with pytest.raises(Unreadable, match="picture"):
        read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50)


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=5))
@settings(deadline=None, max_examples=100)
def test_what_a_spreadsheet_writes_is_read_back_row_by_row(pairs):
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([("title", "text"), *pairs])
    try:
        found = read(buffer.getvalue().encode("utf-8"))
    except Unreadable:
        assert not any(cell.strip() for pair in pairs for cell in pair)
        return
    assert len(found) <= len(pairs)
    for item in found:
        (item.text if isinstance(item, Article) else item.reason).encode("utf-8")


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_bytes_under_a_header_give_articles_or_rejections(data):
    for item in read(b"title,text\nA,Words.\n" + data):
        assert isinstance(item, Article | Rejection)
