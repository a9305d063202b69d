"""Whatever lies in a folder, reading and analysing it ends, names each problem and keeps the good articles."""

from __future__ import annotations

import json
import time

import pytest

from core.extract import analyze
from core.model import Article, Rejection
from core.read import read_articles, read_upload

GOOD = "The ferry carried 4,100 passengers last summer. “We lost money,” said Edda Norrby on 6 May 2025."
LENGTH = 50_000
HARD_TEXTS = {
    "digits": "1" * LENGTH,
    "grouped digits": "1," * (LENGTH // 2),
    "decimals": "1." * (LENGTH // 2),
    "brackets": "(" * LENGTH,
    "quotation marks": '"' * LENGTH,
    "opening quotation marks": "“" * LENGTH,
    "apostrophes": "'s " * (LENGTH // 3),
    "spaces": " " * LENGTH + "x",
    "newlines": "\n" * LENGTH + "x",
    "commas": "," * LENGTH,
    "dashes": "-" * LENGTH,
    "number words": "hundred " * (LENGTH // 8),
    "one word": "a" * LENGTH,
    "capitals": "Aa " * (LENGTH // 3),
    "currency": "$" * LENGTH,
    "months": "May " * (LENGTH // 4),
    "direction controls": "\u202e" * LENGTH,
    "emoji": "👩\u200d🚒" * (LENGTH // 3),
}


def test_a_folder_of_bad_files_keeps_its_good_ones(tmp_path):
    (tmp_path / "a-good.txt").write_text(GOOD)
    (tmp_path / "z-good.md").write_text(f"---\noutlet: Lantern\n---\n{GOOD}")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "video.mp4").write_bytes(bytes(100))
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + GOOD)
    (tmp_path / "broken.json").write_text('{"text": ')
    (tmp_path / "lines.jsonl").write_text('{"text": 1}\nnot json\n' + json.dumps({"text": GOOD}) + "\n")
    (tmp_path / "open-quote.csv").write_text('title,text\nA,"never closed\n' + f"B,{GOOD}\n")
    (tmp_path / "surrogate.jsonl").write_text('{"text": "' + GOOD.replace("“", "\\ud83d ") + '"}')
    found = list(read_articles(tmp_path))
    articles = [item for item in found if isinstance(item, Article)]
    assert sum("4,100" in article.text for article in articles) >= 4
    assert all(item.reason.endswith(".") for item in found if isinstance(item, Rejection))
    for article in articles:
        json.dumps(analyze(article).to_dict(), allow_nan=False).encode("utf-8")


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS.keys())
def test_a_long_run_of_anything_is_analysed_in_seconds(text):
    (item,) = read_upload("hard.txt", text.encode())
    assert isinstance(item, Article)
    begin = time.process_time()
    analysis = analyze(item)
    assert time.process_time() - begin < 5
    json.dumps(analysis.to_dict(), allow_nan=False)
