"""What can be chosen next, and what each choice would leave: counts by every side of the filters."""

from __future__ import annotations

from typing import Any

from core.library.questions.filters import Filters, Search, Side
from core.library.questions.queries import Query

MOST_NAMES = 300  # actors, and speakers, that are offered
RECENT = (7, 30, 365)  # days up to the newest article


def choices(filters: Filters, searches: tuple[Search, ...] = ()) -> Query:
    """Ask how many articles each choice of a side would leave: field, value, label, articles.

    All filters hold but those of the choice's own side, so that one outlet chosen doesn't take the others away. Fields
    are topic, search (one of `searches`), outlet, story, language, label, copies (a single row), and of dates year (of
    publication or, where `spoken`, of a day spoken of) and recent (value: days up to the newest article, label: its
    day).
    """
    values = _values(filters)
    selects = [_grouped(filters, "topic"), _grouped(filters, "outlet"), _grouped(filters, "language")]
    selects.append(
        "SELECT 'story', story, coalesce(any_value(named.name), "
        "arg_min(title_shown, (coalesce(published, DATE '9999-01-01'), key))), count(*) "
        "FROM judged LEFT JOIN (SELECT story, max(story_name) AS name FROM catalogue GROUP BY story) named "
        f"USING (story) WHERE {_others(filters, 'story')} GROUP BY story"
    )
    selects.append(
        "SELECT 'label', any_value(label), any_value(label), count(*) "
        "FROM (SELECT unnest(string_split(labels, ', ')) AS label FROM judged "
        f"WHERE {_others(filters, 'label')}) GROUP BY lower(label)"
    )
    selects.append(
        "SELECT 'copies', '', '', count(*) FROM judged "
        f"WHERE copy_of IS NOT NULL AND {_others(filters, 'copies')} HAVING count(*) > 0"
    )
    selects += _of_dates(filters)
    for search in searches:
        condition, given = search.filters.to_sql()
        selects.append(
            "SELECT 'search', ?, ?, count(*) FROM judged a "
            f"WHERE {_others(filters, 'topic')} AND {condition} HAVING count(*) > 0"
        )
        values += [search.name, search.name, *given]
    return Query(f"{_judged(filters)} {' UNION ALL '.join(selects)} ORDER BY field, articles DESC, label", values)


def people(filters: Filters) -> Query:
    """Ask who can be chosen: actors that articles name, and speakers they give words to; field, value, articles.

    Counted as `choices` are; the MOST_NAMES of each with most articles, and those that are chosen already.
    """
    actors = "(SELECT key, actor AS value FROM called)"
    speakers = "(SELECT key, actor AS value FROM said WHERE named AND speaker IS NOT NULL)"
    values, selects = _values(filters), []
    named: tuple[tuple[Side, str, tuple[str, ...]], ...] = (
        ("actor", actors, filters.actors),
        ("speaker", speakers, filters.speakers),
    )
    for side, source, kept in named:
        selects.append(
            f"SELECT '{side}' AS field, value, count(DISTINCT key) AS articles FROM {source} "
            f"JOIN (SELECT key FROM judged WHERE {_others(filters, side)}) USING (key) "
            f"GROUP BY value QUALIFY row_number() OVER (ORDER BY count(DISTINCT key) DESC, value) <= {MOST_NAMES} "
            "OR list_contains(?::VARCHAR[], value)"
        )
        values.append(list(kept))
    return Query(
        f"{_judged(filters)} {' UNION ALL '.join(selects)} ORDER BY field, articles DESC, value",
        values,
    )


def brought_back(filters: Filters) -> Query:
    """Ask how many articles taking one side of the filters away would leave: side, articles."""
    selects = [
        f"SELECT '{side}' AS side, count(*) AS articles FROM judged WHERE {_others(filters, side)}"
        for side in filters.sides()
    ] or ["SELECT '' AS side, 0 AS articles FROM judged WHERE FALSE"]
    return Query(f"{_judged(filters)} {' UNION ALL '.join(selects)}", _values(filters))


def span() -> Query:
    """Ask for the first and last day of publication, and the number of articles, in the whole library."""
    return Query("SELECT min(published) AS first, max(published) AS last, count(*) AS articles FROM catalogue", [])


def _judged(filters: Filters) -> str:
    """Return in SQL the catalogue with a column for each side: whether the article passes it."""
    columns = "".join(f", ({sql}) AS passes_{side}" for side, (sql, _) in filters.sides().items())
    return f"WITH judged AS MATERIALIZED (SELECT a.*{columns} FROM catalogue a)"


def _values(filters: Filters) -> list[Any]:
    return [value for _, values in filters.sides().values() for value in values]


def _others(filters: Filters, own: str) -> str:
    """Return in SQL that an article passes all sides but its own."""
    return " AND ".join(f"passes_{side}" for side in filters.sides() if side != own) or "TRUE"


def _grouped(filters: Filters, field: Side) -> str:
    return (
        f"SELECT '{field}' AS field, coalesce({field}, '') AS value, coalesce({field}, '') AS label, "
        f"count(*) AS articles FROM judged WHERE {_others(filters, field)} GROUP BY ALL"
    )


def _of_dates(filters: Filters) -> list[str]:
    others = _others(filters, "dates")
    if filters.spoken:
        years = f"""
            SELECT 'year', year::VARCHAR, year::VARCHAR, count(DISTINCT key)
            FROM (
                SELECT key, unnest(range(year(begin_day), year(end_day) + 1)) AS year
                FROM dates WHERE begin_day <= end_day
            ) JOIN (SELECT key FROM judged WHERE {others}) USING (key) GROUP BY year
        """
        return [years]
    newest = "(SELECT max(published) FROM catalogue)"
    years = f"""
        SELECT 'year', year(published)::VARCHAR, year(published)::VARCHAR, count(*) FROM judged
        WHERE published IS NOT NULL AND {others} GROUP BY year(published)
    """
    recent = f"""
        SELECT 'recent', days::VARCHAR, {newest}::VARCHAR, count(*) FROM judged
            JOIN (SELECT unnest({list(RECENT)}) AS days) ON published > {newest} - days::INTEGER
        WHERE {others} GROUP BY days
    """
    return [years, recent]
