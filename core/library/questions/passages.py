"""What a comparison asks about how texts are worded, as SQL with its values.

Like `queries`, each function returns a `Query` for `Library.run`.
"""

from __future__ import annotations

from core.library.questions.filters import Filters
from core.library.questions.queries import Query, chosen, evidence


def written(filters: Filters) -> Query:
    """Ask under which written forms each article names an actor, and where first.

    Columns: key, actor, kind, text, mentions, start, end.
    """
    return chosen(
        filters,
        """
        SELECT key, a.actor, mode(a.kind) AS kind, a.text,
            count(*) AS mentions, min(a.start) AS start, min_by(a."end", a.start) AS "end"
        FROM chosen JOIN mentioned a USING (key) GROUP BY key, a.actor, a.text ORDER BY ALL
        """,
    )


def bodies(filters: Filters) -> Query:
    """Ask for the texts with what in them isn't the writer's own: key, text, `left_out` (list of [start, end]).

    Left out are page furniture and quoted words.
    """
    return chosen(
        filters,
        """,
        not_own AS (
            SELECT key, start, "end" FROM boilerplate JOIN chosen USING (key)
            UNION ALL
            SELECT x.key, x.start, x."end" FROM attributions x JOIN chosen USING (key) WHERE x.kind <> 'indirect'
        )
        SELECT key, t.text, coalesce(list([f.start, f."end"]) FILTER (f.start IS NOT NULL), []) AS left_out
        FROM chosen JOIN texts t USING (key) LEFT JOIN not_own f USING (key) GROUP BY key, t.text ORDER BY key
        """,
    )


def divided(filters: Filters) -> Query:
    """Ask for the texts with the spans of their sentences: key, text, `sentences` (list of [start, end])."""
    return chosen(
        filters,
        """
        SELECT key, t.text, list([s.start, s."end"] ORDER BY s.start) AS sentences
        FROM chosen JOIN texts t USING (key) JOIN sentences s USING (key) GROUP BY key, t.text ORDER BY key
        """,
    )


def named(filters: Filters) -> Query:
    """Ask for every mention of an actor, in reading order: key, start, end, actor, kind."""
    return chosen(
        filters,
        """
        SELECT key, m.start, m."end", m.actor, m.kind FROM chosen JOIN mentioned m USING (key)
        ORDER BY key, m.start, m."end"
        """,
    )


def voiced(filters: Filters) -> Query:
    """Ask for every stretch of attributed words, in reading order: key, start, end, kind, speaker."""
    return chosen(
        filters,
        """
        SELECT key, s.start, s."end", s.kind, s.actor AS speaker FROM chosen JOIN said s USING (key)
        WHERE s.kind <> 'indirect' ORDER BY key, s.start, s."end"
        """,
    )


def places(keys: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], filters: Filters) -> Query:
    """Ask for the sentences of places in articles, given as three columns of one length."""
    return evidence(
        filters,
        """(
            SELECT p.key, p.start, p."end", s.start AS sentence_start, s."end" AS sentence_end
            FROM (SELECT unnest(?::VARCHAR[]) AS key, unnest(?::INTEGER[]) AS start, unnest(?::INTEGER[]) AS "end") p
                JOIN sentences s ON s.key = p.key AND s.start <= p.start AND s."end" >= p."end"
        )""",
        "NULL AS text",
        [list(keys), list(starts), list(ends)],
    )


def copies(filters: Filters) -> Query:
    """Ask which articles are copies, and of which: title, original, share (of its runs of words), exact."""
    return chosen(
        filters,
        """
        SELECT c.key, c.copy_of, chosen.title_shown AS title, chosen.outlet, o.title_shown AS original,
            o.outlet AS original_outlet, c.share, c.exact
        FROM chosen JOIN copies c USING (key) JOIN catalogue o ON o.key = c.copy_of
        ORDER BY c.share DESC, title, c.key
        """,
    )
