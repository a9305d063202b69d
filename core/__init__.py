"""Read articles, extract what can be shown in their text, link it, keep it in a library, and ask it questions.

The public face, in the order of the flow: read → extract → write → link → query → compare → export. `core/README.md`
shows it in ten lines. What isn't named here is found in the room that makes it, and may change with any version.

    import core

    library = core.Library("library/sample")
    core.add("seeds", library)
    core.indicators(library.ask, core.Filters(outlets=("Harrow Vale Courier",)))
"""

from __future__ import annotations

import importlib

__version__ = "0.2.0"

# Each name with its room, which is loaded when the name is first asked for: to analyse an article shall not wait for
# the library's engines (DuckDB, Arrow, pandas). `__init__.pyi` says the same to whatever checks types.
_ROOMS = {
    # read: a file or folder → articles, or rejections that say why
    "Article": "core.model",
    "Rejection": "core.model",
    "read_articles": "core.read",
    # extract: an article → its analysis, every find with its place in the text
    "analyze": "core.extract",
    "Analysis": "core.model",
    "Span": "core.model",
    "Publication": "core.model",
    "Counts": "core.model",
    "Readability": "core.model",
    "Boilerplate": "core.model",
    "DateMention": "core.model",
    "Figure": "core.model",
    "Attribution": "core.model",
    "Actor": "core.model",
    "Frame": "core.model",
    # the same as a line of JSON, and back: from one machine to another
    "to_json": "core.exchange",
    "from_json": "core.exchange",
    # write and link: a folder that keeps analyses, and what recurs across them
    "Library": "core.library",
    "add": "core.pipeline",
    "keep": "core.pipeline",
    "refresh": "core.pipeline",
    "remove": "core.pipeline",
    "Report": "core.pipeline",
    # query: tables of what a choice of articles holds, by the library's methods
    "Filters": "core.library",
    "Search": "core.library",
    "StoredArticle": "core.library",
    # compare: whether what articles state can all be right, and who reports what
    "indicators": "core.compare.recurring",
    "side_by_side": "core.compare.reporting",
    # export: the same tables as files
    "export_tables": "core.export",
}

__all__ = [*_ROOMS]  # noqa: PLE0604 - names are strings


def __getattr__(name: str) -> object:
    """Load a name of the face from its room."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'core' has no attribute {name!r}")
    found = globals()[name] = getattr(importlib.import_module(_ROOMS[name]), name)
    return found


def __dir__() -> list[str]:
    """List the face's names, loaded or not."""
    return sorted({*globals(), *_ROOMS})
