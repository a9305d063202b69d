"""Precision and recall of people on passages written and labelled for this project (fictional and public names).

A gold line is `name: mentions`; every mention is listed as often as the passage has it, without title and "'s".
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from core.extract import actors
from core.extract.prepare import prepare


class Passage(NamedTuple):
    """A text and, under each person's canonical name, the mentions it has."""

    text: str
    people: dict[str, list[str]]


PASSAGES = [
    Passage(
        "Belarusian President Alexander Lukashenko flew to Astana on Monday. Lukashenko was met by Prime "
        "Minister Olzhas Bektenov. The photographs show Lukashenka on the left, Mr. Bektenov on the right.",
        {
            "Alexander Lukashenko": ["Alexander Lukashenko", "Lukashenko", "Lukashenka"],
            "Olzhas Bektenov": ["Olzhas Bektenov", "Bektenov"],
        },
    ),
    Passage(
        "Mayor Teresa Quill opened the new library in Dunmore. Her brother Anthony Quill, an architect, drew the "
        "plans. Ms. Quill thanked the builders; Mr. Quill kept quiet. On Friday Teresa will travel to Geneva.",
        {
            "Teresa Quill": ["Teresa Quill", "Quill", "Teresa"],
            "Anthony Quill": ["Anthony Quill", "Quill"],
        },
    ),
    Passage(
        "The bank's chief economist, Priya Raman, expects growth of 2%. Raman’s forecast is higher than that of "
        "the Ministry of Finance. “We are too careful,” said Ludovic Ferrand, 58, who teaches at the University "
        "of Lyon.",
        {
            "Priya Raman": ["Priya Raman", "Raman"],
            "Ludovic Ferrand": ["Ludovic Ferrand"],
        },
    ),
    Passage(
        "Harvest Festival Draws Record Crowd To Old Harbour\n\nThousands came to the Old Harbour on Saturday. "
        "Organiser Zdenka Hlavata said the weather had helped. Critics such as Oskar Brandvold were not so sure. "
        "March was wet, April was worse. “Nobody knows,” Hlavata added.",
        {
            "Zdenka Hlavata": ["Zdenka Hlavata", "Hlavata"],
            "Oskar Brandvold": ["Oskar Brandvold"],
        },
    ),
    Passage(
        "President Volodymyr Zelenskyy met Chancellor Olaf Scholz more than once. Zelensky’s office is in Kyiv. "
        "Scholz, who was mayor of Hamburg, went to Berlin. The Kremlin took no part. NATO and the European Union "
        "were represented.",
        {
            "Volodymyr Zelenskyy": ["Volodymyr Zelenskyy", "Zelensky"],
            "Olaf Scholz": ["Olaf Scholz", "Scholz"],
        },
    ),
    Passage(
        "George W. Bush and Sen. John McCain rarely agreed. McCain died in 2018. At the Affordable Care Act's "
        "tenth birthday, J. Robert Hale Jr. recalled their quarrels. Bush was not there.",
        {
            "George W. Bush": ["George W. Bush", "Bush"],
            "John McCain": ["John McCain", "McCain"],
            "J. Robert Hale Jr.": ["J. Robert Hale Jr."],
        },
    ),
    Passage(
        "Marta Oduya, head of the Lake Victoria Fisheries Agency:\n\n“We counted 14 boats near "
        "Kisumu.”\n\nIbrahim Sesay, Fisherman:\n\n“There were more.” Oduya will report to Parliament in May.",
        {
            "Marta Oduya": ["Marta Oduya", "Oduya"],
            "Ibrahim Sesay": ["Ibrahim Sesay"],
        },
    ),
    Passage(
        "In Paris, Paris Hilton met Jordan Baptiste. Jordan's king was in Washington. Hilton laughed. Virginia "
        "governor Glenn Youngkin visited Georgia, and Georgia Meadows from Texas asked him about taxes.",
        {
            "Paris Hilton": ["Paris Hilton", "Hilton"],
            "Jordan Baptiste": ["Jordan Baptiste"],
            "Glenn Youngkin": ["Glenn Youngkin"],
            "Georgia Meadows": ["Georgia Meadows"],
        },
    ),
    Passage(
        "Foreign Minister Sergei Lavrov, his deputy Andrei Rudenko and State Secretary of the Union State Sergei "
        "Glazyev took part. Lavrov and Glazyev then left for Minsk. First Deputy Prime Minister of Russia Denis "
        "Manturov stayed.",
        {
            "Sergei Lavrov": ["Sergei Lavrov", "Lavrov"],
            "Andrei Rudenko": ["Andrei Rudenko"],
            "Sergei Glazyev": ["Sergei Glazyev", "Glazyev"],
            "Denis Manturov": ["Denis Manturov"],
        },
    ),
    Passage(
        "Theresa May and Xi Jinping shook hands. May had come from London; Xi was at home. Kim Jong-un was absent, "
        "as was Crown Prince Mohammed bin Salman. The Treasury, the Bank of England and Deutsche Bank watched. Bin "
        "Salman was in Riyadh.",
        {
            "Theresa May": ["Theresa May", "May"],
            "Xi Jinping": ["Xi Jinping", "Xi"],
            "Kim Jong-un": ["Kim Jong-un"],
            "Mohammed bin Salman": ["Mohammed bin Salman", "Bin Salman"],
        },
    ),
    Passage(
        "Hurricane Clara missed Jamaica. Forecaster Desmond Achebe of the National Weather Service warned on "
        "Tuesday that Storm Edgar was next. “Stay at home,” Achebe told Radio Kingston. Christmas shoppers did "
        "not listen.",
        {
            "Desmond Achebe": ["Desmond Achebe", "Achebe"],
        },
    ),
    Passage(
        "The Ramirez family sued Walmart. Lawyer Cathleen O'Dowd called it a scandal. “It is not,” replied "
        "Walmart spokesman Bruno Saint-Clair. Judge Ito will rule in June. O’Dowd and Saint-Clair have met "
        "before.",
        {
            "Cathleen O'Dowd": ["Cathleen O'Dowd", "O’Dowd"],
            "Bruno Saint-Clair": ["Bruno Saint-Clair", "Saint-Clair"],
            "Ito": ["Ito"],
        },
    ),
    Passage(
        "WASHINGTON — House Speaker Nora Whitlock (R-Ohio) met members of the Senate Finance Committee. "
        "Whitlock, Rep. Luis Ayala (D-Texas) and Attorney General Dana Brooks spoke for an hour, CNN reported. "
        "Ms. Brooks left first.",
        {
            "Nora Whitlock": ["Nora Whitlock", "Whitlock"],
            "Luis Ayala": ["Luis Ayala"],
            "Dana Brooks": ["Dana Brooks", "Brooks"],
        },
    ),
    Passage(
        "Actress Lupita Nyong'o and director Wong Kar-wai will chair the jury in Venice. Nyong'o won an Oscar in "
        "2014. The Golden Lion went to Yorgos Lanthimos. Great Expectations was shown, too. Facebook streamed it.",
        {
            "Lupita Nyong'o": ["Lupita Nyong'o", "Nyong'o"],
            "Wong Kar-wai": ["Wong Kar-wai"],
            "Yorgos Lanthimos": ["Yorgos Lanthimos"],
        },
    ),
]


def _mentions(text: str) -> Counter[tuple[str, str]]:
    return Counter(
        (actor.name, span.of(text))
        for actor in actors.find(prepare(text))
        if actor.kind == "person"
        for span in actor.mentions
    )


def _scores() -> tuple[float, float]:
    right = found = wanted = 0
    for text, people in PASSAGES:
        gold = Counter((name, mention) for name, mentions in people.items() for mention in mentions)
        ours = _mentions(text)
        right += (gold & ours).total()
        found += ours.total()
        wanted += gold.total()
    return right / found, right / wanted


@pytest.mark.parametrize("number", range(len(PASSAGES)))
def test_every_named_mention_is_a_part_of_its_passage(number: int) -> None:
    text, people = PASSAGES[number]
    assert all(text.count(mention) for mentions in people.values() for mention in mentions)


def test_people_are_found_with_precision_and_recall_above_the_floors() -> None:
    precision, recall = _scores()
    assert precision >= 0.90
    assert recall >= 0.85
