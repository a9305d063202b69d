"""What an analyst should know of the articles before trusting sums over them, as SQL with its values.

Like `queries`, each function returns a `Query` for `Library.run`.
"""

from __future__ import annotations

from core.library.questions.filters import Filters
from core.library.questions.queries import Query, chosen, evidence

# How the date of publication is known, from the surest to the least sure.
ORIGINS = ("by hand", "given", "metadata", "text", "inferred", "unknown")

_ORIGIN = (
    "CASE WHEN chosen.published_as_read IS DISTINCT FROM chosen.published THEN 'by hand' ELSE published_from END"
)


def dates(filters: Filters) -> Query:
    """Ask how each article's date is known: one of `ORIGINS`, why, and the place in the text that shows it.

    Columns: key, title, outlet, published, origin, reason, start, end; those least sure first.
    """
    order = ", ".join(f"'{origin}'" for origin in ORIGINS)
    shown = "origin IN ('text', 'inferred')"
    return chosen(
        filters,
        f""",
        known AS (SELECT *, {_ORIGIN} AS origin FROM chosen)
        SELECT k.key, k.title_shown AS title, k.outlet, k.published, k.origin, k.published_reason AS reason,
            CASE WHEN {shown} THEN a.published_start END AS start,
            CASE WHEN {shown} THEN a.published_end END AS "end"
        FROM known k JOIN articles a USING (key)
        ORDER BY list_position([{order}], k.origin) DESC, k.published, title, k.key
        """,
    )


def furniture(filters: Filters) -> Query:
    """Ask what was marked as page furniture, by rule: rule, lines, articles, characters; most characters first."""
    return chosen(
        filters,
        """
        SELECT b.reason AS rule, count(*) AS lines, count(DISTINCT key) AS articles,
            sum(b."end" - b.start)::BIGINT AS characters
        FROM chosen JOIN boilerplate b USING (key) GROUP BY b.reason ORDER BY characters DESC, rule
        """,
    )


def sizes(filters: Filters) -> Query:
    """Ask how many characters the texts have, and how many articles hold page furniture: characters, furnished."""
    return chosen(
        filters,
        """
        SELECT coalesce(sum(length(t.text)), 0)::BIGINT AS characters,
            (SELECT count(DISTINCT key) FROM chosen JOIN boilerplate USING (key)) AS furnished
        FROM chosen JOIN texts t USING (key)
        """,
    )


def furniture_lines(rule: str, filters: Filters) -> Query:
    """Ask for the lines that a rule marked as page furniture; a line is its own evidence."""
    return evidence(
        filters,
        '(SELECT key, start, "end", start AS sentence_start, "end" AS sentence_end, reason '
        "FROM boilerplate WHERE reason = ?)",
        "x.reason AS rule",
        [rule],
    )
