"""What the pages add up over articles, as SQL with its values: who speaks, who is named, what recurs.

Like `queries`, each function returns a `Query` for `Library.run`; the rows of evidence behind a sum come from there.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from core.library.questions.filters import Filters
from core.library.questions.queries import Query, chosen, evidence, spoken, told


def outlets() -> Query:
    """Ask how many articles each known outlet has in the whole library: value, articles."""
    return Query(
        "SELECT outlet AS value, count(*) AS articles FROM catalogue WHERE outlet IS NOT NULL GROUP BY outlet", []
    )


def speakers(filters: Filters, every: bool = False) -> Query:
    """Ask who is given words, most first: what is said or, where `every`, what is thought, wanted or planned too.

    Columns: speaker, speaker_group, named, words, direct_words, indirect_words, quotations, articles, outlets. Words of
    unknown speakers stand under a null speaker; what is only partly quoted is reported, and so indirect.
    """
    return chosen(
        filters,
        f"""
        SELECT x.actor AS speaker, any_value(x.speaker_group) AS speaker_group,
            bool_or(x.named) AS named,
            sum(x.words)::BIGINT AS words,
            coalesce(sum(x.words) FILTER (x.kind = 'direct'), 0)::BIGINT AS direct_words,
            coalesce(sum(x.words) FILTER (x.kind <> 'direct'), 0)::BIGINT AS indirect_words,
            count(*) AS quotations, count(DISTINCT key) AS articles, count(DISTINCT chosen.outlet) AS outlets
        FROM chosen JOIN {spoken(every)} x USING (key)
        GROUP BY 1 ORDER BY words DESC, speaker
        """,
    )


def voices(filters: Filters, by: Literal["article", "outlet"] = "outlet", every: bool = False) -> Query:
    """Ask who is given how many words, how and where: a row for each different combination; `every` as in `speakers`.

    Columns: key and title (None by outlet), outlet, speaker, speaker_group, named, kind, cue_class ("no cue" where
    there is none), words, statements.
    """
    article = {"article": "chosen.key, chosen.title_shown", "outlet": "NULL::VARCHAR, NULL::VARCHAR"}[by]
    return chosen(
        filters,
        f"""
        SELECT {article.partition(", ")[0]} AS key, {article.partition(", ")[2]} AS title, chosen.outlet,
            x.actor AS speaker, x.speaker_group, x.named, x.kind,
            coalesce(x.cue_class, 'no cue') AS cue_class, sum(x.words)::BIGINT AS words, count(*) AS statements
        FROM chosen JOIN {spoken(every)} x USING (key)
        GROUP BY ALL ORDER BY ALL
        """,
    )


def said(
    filters: Filters,
    speakers: tuple[str, ...] | None = None,
    named: bool | None = None,
    kinds: tuple[str, ...] = (),
    cue_classes: tuple[str, ...] = (),
    every: bool = False,
) -> Query:
    """Ask for words given to a source, as `queries.attributions` does, of some speakers or said in some way alone.

    `speakers` may hold "" for words of unknown speakers; `every` is as in `speakers` the query.
    """
    conditions = ["TRUE"]
    values: list[Any] = []
    for column, wanted in (
        ("coalesce(actor, '')", speakers),
        ("kind", kinds or None),
        ("cue_class", cue_classes or None),
    ):
        if wanted is not None:
            conditions.append(f"list_contains(?::VARCHAR[], {column})")
            values.append(list(wanted))
    if named is not None:
        conditions.append(f"named = {named}")
    source = f"""(
        SELECT * FROM (
            SELECT * REPLACE (coalesce(cue_class, 'no cue') AS cue_class) FROM {spoken(every)}
        ) WHERE {" AND ".join(conditions)}
    )"""
    columns = "x.text, x.words, x.kind, x.actor AS speaker, x.named, x.cue, x.cue_class"
    return evidence(filters, source, columns, values)


def statements_of(indicators: tuple[str, ...], filters: Filters) -> Query:
    """Ask for every statement of several indicators, with the indicator's key."""
    return evidence(
        filters,
        "(SELECT f.*, i.indicator, i.least, i.most, i.reason FROM figures f JOIN indicators i USING (key, number) "
        "WHERE list_contains(?::VARCHAR[], i.indicator))",
        f"x.key || ':' || x.number AS row, x.indicator, {told('figures')}, x.least, x.most, x.reason",
        [list(indicators)],
    )


def named(filters: Filters) -> Query:
    """Ask who and what each article names: the first mention as evidence, with actor, kind and mentions."""
    return evidence(
        filters,
        """(
            SELECT a.key, min_by(a.start, a.start) AS start, min_by(a."end", a.start) AS "end",
                min_by(a.sentence_start, a.start) AS sentence_start, min_by(a.sentence_end, a.start) AS sentence_end,
                a.actor, mode(a.kind) AS kind, count(*) AS mentions, list_sort(list(DISTINCT a.text)) AS written
            FROM mentioned a GROUP BY a.key, a.actor
        )""",
        "x.actor, x.kind, x.mentions, x.written",
    )


def linked(filters: Filters) -> Query:
    """Ask which indicator each figure belongs to, its name, and which bounds its precision leaves its value."""
    return chosen(
        filters,
        "SELECT i.key, i.number, i.indicator, i.measure AS indicator_measure, i.least, i.most, i.aside "
        "FROM chosen JOIN indicators i USING (key)",
    )


def word(term: str, filters: Filters) -> Query:
    """Ask for the sentences a word stands in, with its first place in each; straight and curly apostrophes are one."""
    return evidence(
        filters,
        r"""(
            SELECT key, sentence_start + length(before) AS start, sentence_start + length(before) + ? AS "end",
                sentence_start, sentence_end
            FROM (
                SELECT *, regexp_extract(sentence, '(?is)^(.*?)\b' || pattern || '\b', 1) AS before
                FROM (
                    SELECT s.key, s.start AS sentence_start, s."end" AS sentence_end, ? AS pattern,
                        substring(t.text, s.start + 1, s."end" - s.start) AS sentence
                    FROM sentences s JOIN texts t USING (key)
                )
                WHERE regexp_matches(sentence, '(?i)\b' || pattern || '\b')
            )
        )""",
        "NULL AS text",
        [len(term), re.escape(term).replace("'", "['’]")],
    )


def hardest(filters: Filters) -> Query:
    """Ask for the hundred sentences that are hardest to read by their own Flesch–Kincaid grade, with what it is."""
    rows = evidence(
        filters,
        """(
            SELECT key, start, "end", start AS sentence_start, "end" AS sentence_end, grade
            FROM sentences WHERE key IN (SELECT key FROM chosen) AND grade IS NOT NULL
            ORDER BY grade DESC, key, start LIMIT 100
        )""",
        "x.grade, printf('grade %.1f', x.grade) AS said",
    )
    return Query(f"SELECT * FROM ({rows.sql}) ORDER BY grade DESC, key, start", rows.values)
