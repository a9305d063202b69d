"""Every page as a person sees it: wide and narrow, light and dark.

`python -m tests.look` writes build/look/PAGE.WIDTH.THEME.png and tells what went wrong on each; exit status 1 where
anything did. `python -m tests.look --readme` writes the pictures that the README shows, into dashboard/screenshots;
`python -m tests.look --hard [NAME ...]` those of collections that are hard on charts, into build/look/NAME.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from core import pipeline
from core.library import Library
from tests import hard_collections
from tests.browser.conftest import Visit
from tests.browser.served import FLAGS, ROOT, chromium, serving

WIDTHS, THEMES = (1440, 800), ("light", "dark")
README_WIDTH, README_HEIGHT = 1280, 860
# What the README shows of pages that are best seen on one subject, or with something chosen.
README_VIEWS = {
    "compare": "/compare?topic=Harrow+Vale+tram",
    "words": "/words?word=tram",
    "figures": "/figures?topic=Harrow+Vale+tram",
}
README_FROM = {"compare": "Who reports what"}  # the heading at the top of the picture
# What is looked at in hard collections beside each page as it opens.
HARD_VIEWS = (
    ("compare-articles", "/compare?columns=articles"),
    ("timeline-topics", "/timeline?bars=topic"),
    ("figures-every", "/figures?tab=Every+figure"),
    ("voices-groups", "/voices?by=groups+of+speakers"),
    ("words-tram", "/words?phrase=tram"),
)
LOOK = ROOT / "build" / "look"
_TALLEST = 12_000

Take = Callable[[Browser, str, Path], Iterator[list[str]]]


def main(arguments: list[str]) -> int:
    """Write the pictures; return the number of pages on which something went wrong."""
    path = chromium()
    if path is None:
        print("No Chromium was found: install `chromium` to look at the pages.")
        return 1
    if "--hard" in arguments:
        names = [name for name in arguments if name != "--hard"] or list(hard_collections.COLLECTIONS)
        made = ROOT / "build" / "hard"
        return sum(_taken(path, hard_collections.library(name, made), LOOK / name, _hard) for name in names)
    library = ROOT / "library" / "sample"  # that of `make run`, which welcomes a newcomer
    pipeline.add([str(ROOT / "seeds")], Library(library), jobs=1)
    if "--readme" in arguments:
        return _taken(path, library, ROOT / "dashboard" / "screenshots", _for_readme)
    return _taken(path, library, LOOK, _everywhere)


def _taken(chromium: str, library: Path, out: Path, take: Take) -> int:
    """Serve a library and take its pictures; return the number of pages on which something went wrong."""
    out.mkdir(parents=True, exist_ok=True)
    with serving(library) as base, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        wrong = sum(bool(problems) for problems in take(browser, base, out))
        browser.close()
    return wrong


def _everywhere(
    browser: Browser, base: str, out: Path, more: Sequence[tuple[str, str]] = ()
) -> Iterator[list[str]]:
    for width in WIDTHS:
        for theme in THEMES:
            for name, address in [*_pages(browser, base), *more]:
                yield _shoot(browser, base, address, out / f"{name}.{width}.{theme}.png", (width, None), theme)


def _hard(browser: Browser, base: str, out: Path) -> Iterator[list[str]]:
    views = HARD_VIEWS
    names = hard_collections.outlets(out.name)
    if len(names) > 1:
        views += (
            ("compare-two", "/compare?" + urlencode({"outlet": names[:2], "columns": "outlets"}, doseq=True)),
        )
    yield from _everywhere(browser, base, out, views)


def _for_readme(browser: Browser, base: str, out: Path) -> Iterator[list[str]]:
    for name, address in _pages(browser, base):
        wanted = README_VIEWS.get(name, address)
        size = README_WIDTH, README_HEIGHT
        yield _shoot(browser, base, wanted, out / f"{name}.png", size, "light", README_FROM.get(name))


def _pages(browser: Browser, base: str) -> list[tuple[str, str]]:
    """Return the name and address of every page the navigation leads to."""
    there = Visit(browser.new_page(), base)
    page = there.open("/")
    links = page.locator("[data-testid=stSidebarNavLink]").evaluate_all("all => all.map(link => link.pathname)")
    page.close()
    return [(link.strip("/") or "overview", link) for link in links]


def _shoot(
    browser: Browser,
    base: str,
    address: str,
    file: Path,
    size: tuple[int, int | None],
    theme: str,
    heading: str | None = None,
) -> list[str]:
    """Write one picture, of the whole page where no height is given; return what went wrong on the page.

    The page is scrolled to a heading, where one is named.
    """
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height or 900}, color_scheme=theme)
    there = Visit(page, base)
    start = time.monotonic()
    there.open(address)
    taken = time.monotonic() - start
    if height is None:
        _grow(page, width)
        there.calm()
    if heading:
        page.get_by_role("heading", name=heading).evaluate("place => place.scrollIntoView()")
        page.wait_for_timeout(500)
    page.screenshot(path=file)
    problems = [*there.errors, *(f"asked {request}" for request in there.outside)]
    if page.query_selector("[data-testid=stException]") or "Something went wrong" in page.inner_text("body"):
        problems.append("an error is shown on the page")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
        problems.append("the page scrolls sideways")
    page.close()
    print(f"{file.relative_to(ROOT)}: calm after {taken:.1f} s; {'; '.join(problems) or 'sound'}", flush=True)
    return problems


def _grow(page: Page, width: int) -> None:
    """Give the window the height of its content, since the page scrolls inside a container."""
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(900, height + 40), _TALLEST)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
