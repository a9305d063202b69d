"""What the pages add up over articles, as SQL with its values: who speaks, who is named, what recurs.

Like `queries`, each function returns a `Query` for `Library.run`; the rows of evidence behind a sum come from there.
"""

from __future__ import annotations

import re

from core.library.filters import Filters
from core.library.queries import Query, chosen, evidence

# An actor's name in one article → the name that stands for it in all of them.
_ACTOR_NAMES = "(SELECT key, name, any_value(actor) AS actor FROM merged_actors GROUP BY key, name)"


def outlets() -> Query:
    """Ask how many articles each known outlet has in the whole library: value, articles."""
    return Query(
        "SELECT outlet AS value, count(*) AS articles FROM catalogue WHERE outlet IS NOT NULL GROUP BY outlet", []
    )


def speakers(filters: Filters) -> Query:
    """Ask who is given words, most first: speaker, named, words, direct_words, indirect_words, quotations, articles.

    Words of unknown speakers stand under a null speaker.
    """
    return chosen(
        filters,
        f"""
        SELECT coalesce(m.actor, x.speaker) AS speaker, bool_or(x.named) AS named,
            sum(x.words)::BIGINT AS words,
            coalesce(sum(x.words) FILTER (x.kind <> 'indirect'), 0)::BIGINT AS direct_words,
            coalesce(sum(x.words) FILTER (x.kind = 'indirect'), 0)::BIGINT AS indirect_words,
            count(*) AS quotations, count(DISTINCT key) AS articles, count(DISTINCT chosen.outlet) AS outlets
        FROM chosen JOIN attributions x USING (key)
            LEFT JOIN {_ACTOR_NAMES} m ON m.key = x.key AND m.name = x.speaker
        GROUP BY 1 ORDER BY words DESC, speaker
        """,
    )


def statements_of(indicators: tuple[str, ...], filters: Filters) -> Query:
    """Ask for every statement of several indicators, with the indicator's key."""
    return evidence(
        filters,
        "(SELECT f.*, i.indicator, i.least, i.most, i.reason FROM figures f JOIN indicators i USING (key, number) "
        "WHERE list_contains(?::VARCHAR[], i.indicator))",
        "x.key || ':' || x.number AS row, x.indicator, x.number, x.text, x.kind, x.low, x.high, x.unit, x.measure, "
        "x.modifier, x.change, x.status, x.period, x.period_begin, x.period_end, x.speaker, x.least, x.most, x.reason",
        [list(indicators)],
    )


def named(filters: Filters) -> Query:
    """Ask who and what each article names: the first mention as evidence, with actor, kind and mentions."""
    return evidence(
        filters,
        f"""(
            SELECT a.key, min_by(a.start, a.start) AS start, min_by(a."end", a.start) AS "end",
                min_by(a.sentence_start, a.start) AS sentence_start, min_by(a.sentence_end, a.start) AS sentence_end,
                coalesce(m.actor, a.name) AS actor, mode(a.kind) AS kind, count(*) AS mentions,
                list_sort(list(DISTINCT a.text)) AS written
            FROM actors a LEFT JOIN {_ACTOR_NAMES} m ON m.key = a.key AND m.name = a.name
            GROUP BY a.key, coalesce(m.actor, a.name)
        )""",
        "x.actor, x.kind, x.mentions, x.written",
    )


def linked(filters: Filters) -> Query:
    """Ask which indicator each figure belongs to, with the bounds its stated precision leaves its value."""
    return chosen(
        filters,
        "SELECT i.key, i.number, i.indicator, i.measure AS indicator_measure, i.least, i.most "
        "FROM chosen JOIN indicators i USING (key)",
    )


def cues(filters: Filters) -> Query:
    """Ask through which classes of cue each outlet gives words: outlet, cue_class, kind, named, words, quotations."""
    return chosen(
        filters,
        """
        SELECT chosen.outlet, coalesce(x.cue_class, 'no cue') AS cue_class, x.kind, x.named,
            sum(x.words)::BIGINT AS words, count(*) AS quotations
        FROM chosen JOIN attributions x USING (key) GROUP BY ALL ORDER BY ALL
        """,
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
