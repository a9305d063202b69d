"""What is asked to decide which figures tell one quantity: what else there is, and what tells the same number."""

from __future__ import annotations

from core.library.questions.queries import Query

_MOST = 300  # quantities to choose from


def of_article(key: str) -> Query:
    """Ask for the figures of an article with the quantity each tells, if any, in reading order.

    Columns: key, number, start, end, text, indicator, measure, articles.
    """
    sql = """
        SELECT f.key, f.number, f.start, f."end", f.text, i.indicator, i.measure, i.aside,
            (SELECT count(DISTINCT o.key) FROM indicators o WHERE o.indicator = i.indicator) AS articles
        FROM figures f LEFT JOIN indicators i USING (key, number)
        WHERE f.key = ? AND f.kind <> 'ordinal' ORDER BY f.start
    """
    return Query(sql, [key])


def others(figures: tuple[tuple[str, int], ...], keys: tuple[str, ...]) -> Query:
    """Ask for the other quantities that articles tell, beside that of some figures.

    Those with an equal value in an equal class of unit come first, `same` then, with the figure that tells it (`row`);
    forecasts of a quantity are no other quantity beside what came.
    """
    sql = f"""
        WITH own AS (
            SELECT f.key, f.number, f.kind, i.indicator, i.counterpart, coalesce(i.unit, f.unit) AS unit,
                coalesce(i.low, f.low) AS low, coalesce(i.high, f.high) AS high
            FROM figures f LEFT JOIN indicators i USING (key, number)
            WHERE list_contains(?::VARCHAR[], f.key || ':' || f.number)
        ),
        told AS (SELECT DISTINCT kind, CASE WHEN kind <> 'count' THEN unit END AS class, low, high FROM own),
        other AS (
            SELECT i.*, told.low IS NOT NULL AS equal
            FROM indicators i LEFT JOIN told ON i.kind = told.kind AND i.low = told.low AND i.high = told.high
                AND CASE WHEN i.kind <> 'count' THEN i.unit END IS NOT DISTINCT FROM told.class
            WHERE list_contains(?::VARCHAR[], i.key) AND NOT coalesce(i.aside, false)
                AND i.indicator NOT IN (
                    SELECT quantity FROM (SELECT unnest([indicator, counterpart]) AS quantity FROM own)
                    WHERE quantity IS NOT NULL
                )
        )
        SELECT indicator, any_value(measure) AS measure, any_value(unit) AS unit, any_value(kind) AS kind,
            min(low) AS low, max(high) AS high, count(DISTINCT key) AS articles, bool_or(equal) AS same,
            first(key || ':' || number ORDER BY NOT equal, key, number) AS row
        FROM other GROUP BY indicator
        ORDER BY same DESC, articles DESC, any_value(worth) DESC, indicator LIMIT {_MOST}
    """
    return Query(sql, [[f"{key}:{number}" for key, number in figures], list(keys)])
