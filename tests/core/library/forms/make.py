"""Make a small library with everything in it, to be kept as the form that this commit writes.

    python -m tests.core.library.forms.make

It writes `form-N.zip` (the articles, the library, what the library answers) and `form-N.json` (the columns of its
tables), N being `schema.FORM`. What is kept of a form that a release has written is never made anew.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

from core import by_hand, pipeline
from core.library import Library, schema, store
from core.library.edits import Change

HERE = Path(__file__).parent
PLACE = Path("/tmp/coverage-form")  # sources stand in the library with their whole path; tests put them elsewhere

ARTICLES = {
    "harbour/quay.txt": """Norhaven opens its new quay
Harbour Courier
12 March 2024

Norhaven opened its new quay on Monday, which cost 14 million euros. The town handled 210,000 tonnes of cargo in 2023.
"We waited nine years for this," said Mira Tolvaj, the mayor. Mayor Tolvaj said the quay would bring 120 jobs.
""",
    "harbour/ferry.txt": """Ferry to Ostrel runs again
Harbour Courier
14 March 2024

The ferry from Norhaven to Ostrel carried 900 passengers on Wednesday. The town handled 210,000 tonnes of cargo in
2023, the port authority said. "The boats are full," said Jonas Pell, who runs the line.
""",
    "harbour/fish.txt": """Fewer herring in the bay
Harbour Courier
15 March 2024

Fishers landed 3,400 tonnes of herring last year. The catch fell by 8 percent.
""",
    "harbour/empty.txt": "",
    "towns/school.txt": """Ostrel builds a school
20 March 2024

5 minutes read
Ostrel will build a school for 300 pupils. The council voted on Tuesday and gave 2.5 million euros. Critics fear that
the border of the town will move. "Our children need it," said Mira Tolvaj.
""",
    "towns/ferry.txt": """Ferry to Ostrel runs again
14 March 2024

The ferry from Norhaven to Ostrel carried 900 passengers on Wednesday. The town handled 210,000 tonnes of cargo in
2023, the port authority said. "The boats are full," said Jonas Pell, who runs the line.
""",
}
LATER = ARTICLES["harbour/quay.txt"].replace("14 million", "16 million").replace("on Monday", "at last on Monday")


def fill(articles: Path, library: Library) -> None:
    """Write the articles to a folder and do to a library all that can be done to one."""
    for name, text in ARTICLES.items():
        file = articles / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    pipeline.add([str(articles / "harbour")], library, topic="harbours", jobs=1)
    pipeline.add([str(articles / "towns")], library, outlet="Hill Gazette", jobs=1)
    (articles / "harbour" / "quay.txt").write_text(LATER, encoding="utf-8")
    pipeline.add([str(articles / "harbour")], library, topic="harbours", jobs=1)
    store.remove(library, source=str(articles / "harbour" / "fish.txt"))
    key = {
        Path(row.source).parent.name + "/" + Path(row.source).stem: row.key
        for row in library.articles().itertuples()
    }
    store.correct(library, "note", {key["harbour/quay"]: "Ask the port for the bill."})
    store.correct(library, "labels", {key["harbour/quay"]: "money, port", key["towns/school"]: "money"})
    store.correct(library, "story name", {key["harbour/quay"]: "The quay"})
    store.correct(library, "title", {key["harbour/ferry"]: "The ferry is back"})
    store.edit(
        library,
        [
            Change("actor", "Jonas Pell", "Jonas Pell (Ostrel Line)"),
            Change("group", "Mira Tolvaj", "towns"),
            Change("topic name", "harbours", "ports"),
            Change("search", "cargo", "?words=cargo"),
        ],
    )
    by_hand.judge(library, key["towns/school"], "5 minutes read", furniture=False)
    by_hand.correct(library, {"published": {key["towns/school"]: "2024-03-21"}})
    pipeline.link(library)


def answers(library: Library, articles: Path) -> dict[str, object]:
    """Return what a library answers, as JSON values; sources are told within the folder of the articles."""
    wanted = {
        "articles": "key title outlet published topic note labels corrected story_name copy_of words figures source",
        "figures": "key start end text low high unit measure period speaker sentence",
        "attributions": "key start end text speaker speaker_group",
        "dates": "key start end value begin_day end_day",
        "indicators": "measure unit articles statements",
        "actors": "actor kind articles mentions",
        "edits": "id made what key within before after in_force last",
        "rejections": "source reason batch",
        "batches": "batch added articles roots",
    }
    found: dict[str, object] = {}
    for table, columns in wanted.items():
        rows = getattr(library, table)()[columns.split()]
        found[table] = sorted(json.loads(rows.to_json(orient="records", date_format="iso")), key=json.dumps)
    found["known"] = library.snapshot.known()
    found["furniture"] = sorted(
        [row.key, *map(int, boilerplate[["start", "end"]].to_numpy().ravel())]
        for row in library.articles().itertuples()
        for boilerplate in [library.article(row.key).boilerplate]
    )
    written = json.dumps(found).replace(f"{articles}/", "").replace(str(articles), "")
    read: dict[str, object] = json.loads(written)
    return read


def main() -> None:
    """Keep the present form."""
    shutil.rmtree(PLACE, ignore_errors=True)
    library = Library(PLACE / "library")
    fill(PLACE / "articles", library)
    (PLACE / "answers.json").write_text(json.dumps(answers(library, PLACE / "articles"), indent=1))
    with zipfile.ZipFile(HERE / f"form-{schema.FORM}.zip", "w", zipfile.ZIP_DEFLATED) as kept:
        for file in sorted(path for path in PLACE.rglob("*") if path.is_file()):
            kept.write(file, file.relative_to(PLACE))
    shutil.rmtree(PLACE)
    (HERE / f"form-{schema.FORM}.json").write_text(json.dumps(described(), indent=1) + "\n")


def described() -> dict[str, dict[str, str]]:
    """Return the columns of all tables as they are written now."""
    return schema.describe({**schema.TABLES, **schema.LINK_TABLES, "edits": schema.EDITS})


if __name__ == "__main__":
    main()
