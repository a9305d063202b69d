"""Whom names stand for, as views of a library: the one place that knows of links, corrections and new names.

`called`: the actors of each article by their names there, linked or corrected by hand; until links are made a name
stands for itself. `mentioned` and `attributed`: mentions and attributed words with the `actor` named; a name that no
actor bears, as of most speakers without one, may be renamed by hand, else it stands for itself. `said` are the
attributed words that pages and sums count: what the text tells as said, in a quotation or a clause. What is only spoken
of ("denounced the ad") and what is thought, wanted or planned are no statements.
"""

from __future__ import annotations


def _actor(name: str) -> str:
    """Return in SQL the actor that a name in a row `x` stands for; one name of two kinds may be linked twice."""
    return (
        f"coalesce((SELECT min(c.actor) FROM called c WHERE c.key = x.key AND c.name = {name}), "
        f"(SELECT min(r.actor) FROM renamed r WHERE r.name = {name}), {name})"
    )


# As linked, but for the names and actors an analyst corrected.
_CORRECTED = """
CREATE TABLE names_within AS
    SELECT current.key, named.name, arg_max(named.actor, named.place) AS actor
    FROM named JOIN current ON current.source = named.source GROUP BY ALL;
CREATE VIEW merged_actors AS
    WITH corrected AS (
        SELECT m.key, m.name, m.kind, coalesce(w.actor, e.actor, m.actor) AS actor, m.reason,
            coalesce(w.actor, e.actor) IS NOT NULL AS by_hand
        FROM linked_actors m LEFT JOIN names_within w USING (key, name)
            LEFT JOIN named e ON e.source IS NULL AND e.name = m.name
        UNION ALL
        SELECT key, name, NULL, actor, NULL, TRUE FROM names_within w
        WHERE NOT EXISTS (SELECT 1 FROM linked_actors m WHERE m.key = w.key AND m.name = w.name)
    )
    SELECT c.key, c.name, c.kind, coalesce(r.actor, c.actor) AS actor,
        CASE WHEN c.by_hand OR r.actor IS NOT NULL THEN 'by hand' ELSE c.reason END AS reason
    FROM corrected c LEFT JOIN renamed r ON r.name = c.actor;
"""

CALLED = f"""{_CORRECTED}
CREATE VIEW called AS
    SELECT key, name, actor, kind FROM merged_actors
    UNION ALL
    SELECT x.key, x.name, coalesce(r.actor, x.name), x.kind FROM actors x LEFT JOIN renamed r ON r.name = x.name
    WHERE NOT EXISTS (SELECT 1 FROM merged_actors);
CREATE VIEW mentioned AS SELECT x.*, {_actor("x.name")} AS actor FROM actors x;
CREATE VIEW attributed AS
    SELECT x.*, g.speaker_group
    FROM (SELECT x.*, {_actor("x.speaker")} AS actor FROM attributions x) x LEFT JOIN grouped g USING (actor);
CREATE VIEW said AS  -- parts that were written before presentations were told apart hold none
    SELECT * FROM attributed WHERE coalesce(presentation, 'speech') = 'speech';
"""
