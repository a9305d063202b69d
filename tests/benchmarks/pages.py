"""How long a person waits: every page in a real Chromium, first opened and then switched to."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from core.library import Filters, Library
from core.library.questions import choices, passages, quality, queries, summaries
from dashboard.drawings.leading_figures import MOST_INDICATORS
from tests.benchmarks.library import build
from tests.browser.served import FLAGS, chromium, serving

_READY = ".js-plotly-plot .main-svg, [data-testid=stDataFrame]"
_PAGES = ("Overview", "Compare", "Figures", "Timeline", "Voices", "Readability", "Articles", "Data quality")


def _leading(filters: Filters) -> queries.Query:
    return queries.leading_indicators(filters, MOST_INDICATORS)


_STORY = (200, 800)  # articles, and words in each, of a large story to compare
WANTED = 0.3  # seconds; what a person takes for at once
_ASKED = (
    queries.articles,
    choices.choices,
    choices.people,
    _leading,
    queries.figures,
    queries.repeated,
    queries.dates,
    queries.attributions,
    queries.frames,
    summaries.speakers,
    summaries.voices,
    summaries.hardest,
    summaries.named,
    passages.copies,
    quality.dates,
    quality.furniture,
    quality.sizes,
)


def main(sizes: tuple[int, ...] = (1_000,)) -> None:
    """Print, for libraries of generated articles, how long a person waits on each page and the dearest queries.

    `python -m tests.benchmarks.pages 1000 100000` measures these sizes. Warm means that the page was seen before.
    """
    path = chromium()
    if path is None:
        print("No Chromium was found: install `chromium` to time the pages.")
        return
    for count in sizes:
        with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
            library, seconds = build(Path(name), count)
            print(f"{count:,} articles (added and linked in {seconds:.0f} s), seconds; wanted when warm: {WANTED}")
            with serving(library.path) as base:
                browser = play.chromium.launch(executable_path=path, args=FLAGS)
                _measure(browser.new_page(viewport={"width": 1440, "height": 900}), base)
                browser.close()
            _queries(library)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        library, _ = build(Path(name), *_STORY)
        with serving(library.path) as base:
            browser = play.chromium.launch(executable_path=path, args=FLAGS)
            _compare(browser.new_page(viewport={"width": 1440, "height": 900}), base)
            browser.close()


def _measure(page: Page, base: str) -> None:
    print(f"  first page, nothing cached: {_opened(page, base):.1f}")
    print(f"  the same, browser's cache warm: {_opened(page, base):.1f}")
    first = {title: _switched(page, title) for title in (*_PAGES[1:], _PAGES[0])}
    warm = {title: _median(lambda title=title: _to_and_back(page, title)) for title in _PAGES}
    print(f"  {'page':12} {'first visit':>12} {'warm switch':>12} {'new filter':>12} {'warm filter':>12}")
    for title in _PAGES:
        _switched(page, title)
        new, again = _filtered(page)
        marks = "".join(" *" if value > WANTED else "" for value in (warm[title], again))
        print(f"  {title:12} {first[title]:12.2f} {warm[title]:12.2f} {new:12.2f} {again:12.2f}{marks}")


def _compare(page: Page, base: str) -> None:
    page.goto(base)
    _rest(page)
    first = _switched(page, "Compare")
    warm = _median(lambda: _to_and_back(page, "Compare"))
    print(
        f"Compare over {_STORY[0]} articles of {_STORY[1]} words, seconds: {first:.2f} at first, {warm:.2f} warm"
    )


def _queries(library: Library) -> None:
    """Print what each of the pages' queries takes by itself, the dearest first."""
    taken = []
    for ask in _ASKED:
        start = time.perf_counter()
        library.run(ask(Filters()))
        taken.append((time.perf_counter() - start, ask.__name__))
    said = ", ".join(f"{name} {1000 * seconds:.0f}" for seconds, name in sorted(taken, reverse=True))
    print(f"  queries, ms: {said}")


def _median(task: Callable[[], float], times: int = 5) -> float:
    return sorted(task() for _ in range(times))[times // 2]


def _to_and_back(page: Page, title: str) -> float:
    """Return the seconds of a switch to a page from another one."""
    _switched(page, _PAGES[0] if title != _PAGES[0] else _PAGES[-1])
    return _switched(page, title)


def _filtered(page: Page) -> tuple[float, float]:
    """Return the seconds until a page has followed a filter it didn't know, and one it knows again."""
    field = page.get_by_role("textbox", name="Words in the text")
    taken = []
    for words in (_WORD, "", _WORD, ""):
        start = time.perf_counter()
        field.fill(words)
        field.press("Enter")
        page.wait_for_function(_SAYS_WORDS, arg=bool(words), timeout=120_000)
        _rest(page)
        taken.append(time.perf_counter() - start)
    return taken[0], taken[2]


_WORD = "council"
_SAYS_WORDS = (
    "wanted => document.querySelector('[data-testid=stMain]').textContent.includes('with the words') === wanted"
)


def _opened(page: Page, base: str) -> float:
    start = time.perf_counter()
    page.goto(base)
    page.wait_for_selector(_READY, timeout=120_000)
    return time.perf_counter() - start


def _switched(page: Page, title: str) -> float:
    start = time.perf_counter()
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_selector(f"h1:has-text('{title}')", timeout=60_000)
    page.wait_for_selector(_READY, timeout=120_000)
    _rest(page)
    return time.perf_counter() - start


def _rest(page: Page) -> None:
    """Wait until the page's script has run and nothing on it is old."""
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning' && "
        "!document.querySelector('[data-testid=stStatusWidget], [data-stale=true]')",
        timeout=120_000,
    )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or (1_000,))
