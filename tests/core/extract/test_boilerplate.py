"""Page furniture: marked by name, never a sentence of the body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import boilerplate

SHARED = Path(__file__).parents[3].parent / "shared"
BODY = "The harbour reopened on Monday after a week of storms, the port authority said."


def marked(text):
    return {item.span.of(text): item.reason for item in boilerplate.find(text)}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("4.12 EUR", "market ticker"),
        ("USD 92.10 +0.35", "market ticker"),
        ("All news", "navigation"),
        ("Home | World | Sport", "navigation"),
        ("Share on Facebook", "share buttons"),
        ("Facebook Twitter WhatsApp", "share buttons"),
        ("12 comments", "share buttons"),
        ("6 minutes read", "reading time"),
        ("2 min read", "reading time"),
        ("17 mins ago", "time since publication"),
        ("Photo: Ada Lum / Harbour Press", "byline photo"),
        ("Fact-checking DMCA Report", "fact-check row"),
        ("Tags: ports, storms", "tags"),
        ("#ports #storms", "tags"),
        ("Related Articles", "related articles"),
        ("Read more: Storm closes harbour", "related articles"),
        ("ADVERTISEMENT", "advertisement"),
        ("Please disable your ad-blocker to read on.", "adblock notice"),
        ("Translation by QX12", "translation note"),
        ("Disclaimer: the text comes from an agency", "disclaimer"),
        ("Accept all cookies", "cookie notice"),
        ("Sign up for our daily newsletter", "newsletter sign-up"),
        ("© 2021 Harbour Press", "copyright"),
        ("Harbour Press. All rights reserved.", "copyright"),
    ],
)
def test_furniture_is_marked_with_its_rule(line, reason):
    text = f"{BODY}\n{line}\n{BODY}"
    assert marked(text) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 4.12 percent.",
        "Related to this is the question of who pays.",
        "He left 17 minutes ago, she said.",
        "Copyright law has changed little since then.",
        "Photographs of the harbour were shown to the court.",
        "“Report this to the police,” he told them.",
        "December 16 was the day the harbour closed.",
        "The views expressed by the minister were not shared by all.",
        "Who pays for the harbour",
    ],
)
def test_body_is_never_marked(line):
    assert marked(f"{BODY}\n{line}\n{BODY}") == {}


def test_an_inlaid_teaser_is_marked_with_its_time():
    text = f"A quiet headline of some words\n{BODY}\n14:05\n\nMinister to visit the harbour in spring\n\n{BODY}"
    assert marked(text) == {"14:05": "inlaid teaser", "Minister to visit the harbour in spring": "inlaid teaser"}


def test_a_time_above_the_title_leaves_the_title_alone():
    assert marked(f"14:05\nMinister to visit the harbour in spring\n{BODY}\n{BODY}") == {}


def test_a_time_before_a_sentence_is_no_teaser():
    assert marked(f"{BODY}\n14:05\n{BODY}") == {}


def test_links_at_the_end_are_marked():
    text = f"{BODY}\nRelated Articles\n\nStorm closes the harbour again\n\n5 mins ago\n\nFishermen ask for help in vain"
    assert set(marked(text)) == {
        "Related Articles",
        "Storm closes the harbour again",
        "5 mins ago",
        "Fishermen ask for help in vain",
    }


def test_links_amid_the_body_are_marked_only_beside_their_times():
    links = ["Related Articles", "Storm closes the harbour again", "5 mins ago"]
    assert list(marked("\n".join([BODY, *links, BODY, "What comes next for it", BODY]))) == links


@pytest.mark.parametrize("line", ["All news", "15:39", "3 minutes read", "Share", "© 2021 Harbour Press"])
def test_a_text_of_one_line_is_never_swallowed(line):
    assert boilerplate.find(line) == ()
    assert boilerplate.find(f"\n {line} \n\n") == ()


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["Tags", "15:39", "Related Articles", "5 mins ago", BODY, "Words of a link", "", " x"])
    )
)
def test_marks_are_whole_lines_in_order(lines):
    text = "\n".join(lines)
    spans = [item.span for item in boilerplate.find(text)]
    assert all(before.end < after.start for before, after in zip(spans, spans[1:], strict=False))
    stripped = {line.strip() for line in lines}
    assert all(span.of(text) in stripped for span in spans)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text):
    assert all(0 <= item.span.start < item.span.end <= len(text) for item in boilerplate.find(text))


@pytest.mark.parametrize("name", ["basil", "timebank", "aquaint", "polnear_dev"])
def test_clean_articles_have_next_to_no_furniture(name):
    path = SHARED / "eval" / "data" / f"{name}.jsonl"
    if not path.exists():
        pytest.skip("the evaluation data is not beside the checkout")
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").split("\n") if line]
    share = sum(item.span.end - item.span.start for text in texts for item in boilerplate.find(text))
    assert share < 0.003 * sum(map(len, texts))


def test_what_was_judged_by_hand_outranks_the_rules():
    text = f"{BODY}\n2  min read\nAll news\n{BODY}\n All news "
    assert marked(text) == {"2  min read": "reading time", "All news": "navigation"}
    judged = boilerplate.find(text, (("2 min read", False), (BODY, True)))
    assert [item.span.of(text) for item in judged] == [BODY, "All news", BODY, "All news"]
    assert [item.reason for item in judged] == [boilerplate.BY_HAND, "navigation"] * 2


@given(st.text(max_size=80), st.lists(st.tuples(st.text(max_size=8), st.booleans()), max_size=3), st.booleans())
def test_whatever_is_judged_by_hand_the_marks_are_whole_lines(text, judged, everything):
    judged += [(boilerplate.folded(span.of(text)), True) for span in boilerplate.lines(text) if everything]
    found = [item.span for item in boilerplate.find(text, judged)]
    assert set(found) <= set(boilerplate.lines(text))
    assert found == sorted(found)


SUBJECTS = ["video", "audio", "clip", "content"]
AROUND = [
    *(f"{kind} {what}, {who}" for kind in ("Image", "Photo", "Video", "Media") for what in ("source", "caption")
      for who in ("Getty Images", "A boat in the harbour in 2011")),
    *(f"This {kind} can not be {done}" for kind in SUBJECTS for done in ("played", "loaded", "shown")),
    *(f"To play this {kind} you need to enable JavaScript in your browser." for kind in SUBJECTS),
    *(f"Listen to this {kind}" for kind in ("article", "story", "podcast")),
    *(f"{ask} {what}? Email newsdesk@example.org" for ask in ("Got a", "Have a") for what in ("story", "tip")),
    "Share or comment on this article: Hospital row deepens",
    *(f"Subscribe now for {price} a week" for price in ("£1", "$2", "€3.50")),
    *(f"{count} {what}" for count in ("58", "1.2k") for what in ("shares", "comments", "likes")),
    "View image in fullscreen", "View comments", "Comments (23)", "Explore more on these topics", "Gift", "Save",
    "Related Internet Links", "The Elmport Post is not liable for contents of outside pages.",
    "Our Standards: The Agency Trust Principles.", "3 min read   12 comments",
    "Thank you for reading 5 articles this month",
    "Please enable JavaScript to view comments.",
]  # fmt: skip
SENTENCES = [
    "The mayor quit on Monday, she said.",
    "Video of the crash was shown in court.",
    "Image matters to the party, its leader said.",
    "Comments by the minister angered nurses.",
    "Share prices fell by 3% on Monday.",
    "Gift shops on the quay will close in May.",
    "Save for one boat, the harbour was empty.",
    "Listen to the sea, the old man said.",
    "The council is not responsible for the road.",
]


@pytest.mark.parametrize("line", AROUND)
def test_lines_around_an_article_are_furniture(line: str) -> None:
    text = f"Mayor quits\n\n{line}\n\nThe mayor quit on Monday, she said.\n\n{line}\n\nShe will be 70."
    assert {found.span.of(text) for found in boilerplate.find(text)} == {line}


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    assert boilerplate.find(f"Mayor quits\n\n{line}\n\nShe will be 70.") == ()
