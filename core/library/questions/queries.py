"""Every question a page asks of the library, as SQL with its values.

Each function returns a `Query`; `Library` runs it. The rows of the catalogue that the filters let pass are called
`chosen`.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from core.library import schema
from core.library.questions.filters import Filters

EVIDENCE_LIMIT = 20_000  # rows; more can't be read or drawn


class Query(NamedTuple):
    """A statement and the values of its parameters; where `limited`, the last is the most rows to answer with."""

    sql: str
    values: list[Any]
    limited: bool = False

    def whole(self) -> Query:
        """Return the query without a limit, for exports."""
        return self._replace(values=[*self.values[:-1], None]) if self.limited else self


def articles(filters: Filters) -> Query:
    """Ask for the articles, earliest first, undated last."""
    return chosen(filters, "SELECT * FROM chosen ORDER BY published NULLS LAST, title_shown, key")


def article(key: str) -> Query:
    """Ask for one article with its text."""
    sql = """
        SELECT c.title, c.title_shown, c.outlet, c.published, c.published_from, c.published_reason, c.topic,
            c.topic_derived, c.story, c.copy_of, c.note, c.labels,
            a.* EXCLUDE (title, outlet, published, published_from, published_reason, topic, published_start),
            CASE WHEN c.published IS NOT DISTINCT FROM c.published_as_read THEN a.published_start END
                AS published_start
        FROM catalogue c JOIN articles a USING (key) WHERE c.key = ?
    """
    return Query(sql, [key])


def layer(table: str, key: str) -> Query:
    """Ask for what was found in one article, in reading order."""
    return Query(f'SELECT * EXCLUDE (key) FROM {table} WHERE key = ? ORDER BY start, "end" DESC', [key])


def indicators(filters: Filters) -> Query:
    """Ask which figures measure the same thing, those in most articles first."""
    return chosen(filters, f"{_EVERY_INDICATOR} SELECT * FROM every {_RANK}")


def leading_indicators(filters: Filters, most: int, also: str = "") -> Query:
    """Ask for the `most` indicators in most articles, and `also` for one by its key; the rest is as in `indicators`.

    Two columns more: `all_told`, how many there are, and `recurring`, how many of them are in two articles or more.
    """
    asked = chosen(
        filters,
        f"""{_EVERY_INDICATOR},
        first AS (SELECT indicator FROM every {_RANK} LIMIT ?)
        SELECT *, (SELECT count(*) FROM every) AS all_told,
            (SELECT count(*) FILTER (articles > 1) FROM every) AS recurring
        FROM every WHERE indicator IN (FROM first) OR indicator = ? {_RANK}""",  # windows would take ten times as long
    )
    return Query(asked.sql, [*asked.values, most, also])


# By how many tell it and what it is worth; what an analyst set aside and what one article tells stand last.
_RANK = "ORDER BY aside, articles > 1 DESC, ln(1 + greatest(outlets, 1)) * worth DESC, articles DESC, indicator"
_EVERY_INDICATOR = """,
        every AS MATERIALIZED (
            SELECT indicator, any_value(i.measure) AS measure, any_value(i.unit) AS unit, any_value(i.kind) AS kind,
                count(DISTINCT key) AS articles, count(DISTINCT chosen.outlet) AS outlets, count(*) AS statements,
                min(i.low) AS low, max(i.high) AS high, any_value(i.worth) AS worth,
                any_value(i.counterpart) AS counterpart, any_value(i.aside) AS aside,
                array_to_string(list_sort(list(DISTINCT i.reason))[:5], ' ') AS reason
            FROM chosen JOIN indicators i USING (key) JOIN figures f USING (key, number) GROUP BY indicator
        )
        """


# What of a figure tells whether it agrees with another.
_JUDGED = ", ".join(
    f"f.{name}"
    for name in (
        *("kind", "measure", "modifier", "status", "period_begin", "period_end", "predicate", "aspect"),
        *("partial", "owner", "move", "unit AS unit_told"),
    )
)


def compared(filters: Filters, indicators: tuple[str, ...] | None = None) -> Query:
    """Ask for what the statements of indicators (None: of all) are judged by, with the indicator as `quantity`.

    Columns: quantity, key, published, outlet, least, most, and of the figure what its value, unit, status and time are.
    """
    those = "" if indicators is None else "JOIN (SELECT unnest(?::VARCHAR[]) AS indicator) USING (indicator)"
    asked = chosen(
        filters,
        f"""
        SELECT i.indicator AS quantity, key, chosen.published, chosen.outlet, i.least, i.most, i.low, i.high, i.unit,
            {_JUDGED}
        FROM chosen JOIN indicators i USING (key) {those} JOIN figures f USING (key, number)
        """,
    )
    return Query(asked.sql, [*asked.values, *([] if indicators is None else [list(indicators)])])


def statements(indicator: str, filters: Filters) -> Query:
    """Ask for every statement of an indicator."""
    return evidence(
        filters,
        "(SELECT f.*, i.least, i.most, i.reason FROM figures f JOIN indicators i USING (key, number) "
        "WHERE i.indicator = ?)",
        f"{told('figures')}, x.least, x.most, x.reason",
        [indicator],
    )


def figures(filters: Filters) -> Query:
    """Ask for every figure."""
    return evidence(filters, "figures", told("figures"))


def dates(filters: Filters) -> Query:
    """Ask for every expression of time; `begin_day` and `end_day` are None while it is relative."""
    return evidence(filters, "dates", told("dates"))


def spoken(every: bool) -> str:
    """Return in SQL the words given to a source that count: what is said or, where `every`, what is thought too."""
    return "attributed" if every else "said"


def attributions(filters: Filters, every: bool = True) -> Query:
    """Ask for words given to a source: every one, or what is said alone; `words` is how many."""
    return evidence(
        filters,
        spoken(every),
        "x.text, x.words, x.kind, x.actor AS speaker, x.speaker_group, "
        "x.speaker AS speaker_written, x.speaker_start, x.speaker_end, x.cue, x.cue_start, x.cue_end, "
        "x.cue_class, x.presentation, x.named",
    )


def frames(filters: Filters) -> Query:
    """Ask for every frame word, with the frame's share in its article."""
    return evidence(filters, "frames", told("frames"))


def mentions(actor: str, filters: Filters) -> Query:
    """Ask where an actor, under any of its names, is mentioned."""
    return evidence(
        filters, "(SELECT * FROM mentioned WHERE actor = ?)", "x.text, x.name, x.kind, x.role", [actor]
    )


def actors(filters: Filters) -> Query:
    """Ask which people, organisations and places occur, those in most articles first."""
    return chosen(
        filters,
        """
        SELECT a.actor, mode(a.kind) AS kind, count(DISTINCT key) AS articles,
            count(*) AS mentions, count(DISTINCT chosen.outlet) AS outlets,
            list_sort(list(DISTINCT a.text)) AS written
        FROM chosen JOIN mentioned a USING (key)
        GROUP BY 1 ORDER BY articles DESC, mentions DESC, actor
        """,
    )


def repeated(filters: Filters) -> Query:
    """Ask which numbers stand identically in two articles or more, with what they count.

    Up to twelve, where the same number is mostly chance, the same unit must stand behind it; `unit` is None where
    figures of several units are told together.
    """
    return chosen(
        filters,
        """,
        told AS (
            SELECT f.*, chosen.outlet,
                CASE WHEN f.kind <> 'count' OR abs(f.high) <= 12 THEN f.unit END AS unit_told
            FROM chosen JOIN figures f USING (key)
            WHERE f.kind <> 'ordinal' AND (f.unit IS NOT NULL OR abs(f.high) > 12)
        )
        SELECT low, high, kind, unit_told AS unit, mode(text ORDER BY length(text)) AS text,
            count(DISTINCT key) AS articles, count(DISTINCT outlet) AS outlets, count(*) AS statements,
            list_sort(list(DISTINCT coalesce(measure, told.unit)) FILTER (coalesce(measure, told.unit) IS NOT NULL))
                AS counted
        FROM told GROUP BY low, high, kind, unit_told HAVING count(DISTINCT key) > 1
        ORDER BY articles DESC, statements DESC, low
        """,
    )


def terms(filters: Filters, by: Literal["article", "outlet"]) -> Query:
    """Ask how often each word occurs in each article or outlet: group, term, count, articles."""
    group = {"article": "chosen.key", "outlet": "coalesce(chosen.outlet, '')"}[by]
    return chosen(
        filters,
        f"""
        SELECT {group} AS "group", t.term, sum(t.count)::BIGINT AS count, count(*) AS articles
        FROM chosen JOIN terms t USING (key) GROUP BY 1, 2 ORDER BY 1, count DESC, 2
        """,
    )


def summary() -> Query:
    """Ask for the number of articles, outlets, figures and quotations, and the first and last day."""
    return Query(
        "SELECT count(*) AS articles, count(DISTINCT outlet), sum(figures)::BIGINT, sum(quotations)::BIGINT, "
        "min(published), max(published) FROM catalogue",
        [],
    )


def groups() -> Query:
    """Ask which speakers an analyst put in which group: actor, speaker_group."""
    return Query("SELECT actor, speaker_group FROM grouped ORDER BY actor", [])


def batches() -> Query:
    """Ask what each `add` brought in, the latest first."""
    return Query(
        "SELECT batch, min(added) AS added, count(DISTINCT key) AS articles, "
        "list(DISTINCT root ORDER BY root) AS roots FROM current GROUP BY batch ORDER BY added DESC",
        [],
    )


def rejections() -> Query:
    """Ask for what was turned away, the latest first, unless its source was read well since."""
    return Query(
        "SELECT source, reason, batch, added FROM all_rejections r WHERE NOT EXISTS "
        "(SELECT 1 FROM current c WHERE c.source = r.source AND c.added > r.added) ORDER BY added DESC, source",
        [],
    )


def told(table: str) -> str:
    """Return in SQL the columns that say what was found, of a table called x: a new one comes to every answer."""
    return ", ".join(f"x.{name}" for name in schema.told(table))


def chosen(filters: Filters, rest: str) -> Query:
    """Ask something of the chosen articles; `rest` is what follows their definition in SQL."""
    condition, values = filters.to_sql()
    return Query(f"WITH chosen AS (SELECT * FROM catalogue a WHERE {condition}) {rest}", values)


def evidence(filters: Filters, source: str, columns: str, values: list[Any] | None = None) -> Query:
    """Ask for rows found in the text, each with its article and its sentence, cut from the text as it was read."""
    condition, chosen_values = filters.to_sql()
    sql = f"""
        WITH chosen AS (SELECT * FROM catalogue a WHERE {condition}),
        found AS (
            SELECT c.key, c.title_shown AS title, c.outlet, c.published, c.story, x.start, x."end",
                x.sentence_start, x.sentence_end, {columns}
            FROM chosen c JOIN {source} x USING (key)
            ORDER BY c.published NULLS LAST, c.title_shown, c.key, x.start LIMIT ?
        )
        SELECT found.*, substring(t.text, sentence_start + 1, sentence_end - sentence_start) AS sentence
        FROM found JOIN texts t USING (key) ORDER BY published NULLS LAST, title, key, start
    """
    return Query(sql, [*chosen_values, *(values or []), EVIDENCE_LIMIT], limited=True)
