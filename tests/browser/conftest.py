"""A running dashboard and a real Chromium that keeps count of errors and of requests that leave the machine."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.served import FLAGS, chromium, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium was found: install `chromium` to run the browser tests")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a library; the same one is served once a session."""
    with ExitStack() as running:
        addresses: dict[Path, str] = {}

        def start(library: Path) -> str:
            if library not in addresses:
                addresses[library] = running.enter_context(serving(library))
            return addresses[library]

        yield start


SIZE: ViewportSize = {"width": 1440, "height": 900}
POLL = 100  # milliseconds between two looks at a page; Playwright's own is each frame, which keeps it drawing

# Nothing runs and every chart is drawn, at four looks in a row. The page looks itself: questions from outside cost.
_CALM = """() => {
  const there = selector => document.querySelector(selector)
  const drawn = chart => chart.querySelector(".main-svg")
  const calm = !there("[data-testid=stStatusWidget], [data-stale=true], [data-testid=stSkeleton]")
    && there("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
    && [...document.querySelectorAll("[data-testid=stPlotlyChart]")].every(drawn)
  window.calmLooks = calm ? (window.calmLooks || 0) + 1 : 0
  return window.calmLooks >= 4
}"""


_SAYS = (
    "wanted => { const said = document.querySelector('[data-testid=stMain]').textContent.replace(/\\s+/g, ' ');"
    " return wanted.every(words => said.includes(words)) }"
)


class Visit:
    """A browser's page on the dashboard, and what went wrong on it."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.errors: list[str] = []
        self.outside: list[str] = []
        self._heard: list[tuple[Any, Callable[[Any], object]]] = []
        page.set_default_timeout(20_000)
        self.hear("console", lambda said: self._console(said.type, said.text))
        self.hear("pageerror", lambda error: self.errors.append(str(error)))
        self.hear("request", lambda request: self._request(request.url))

    def hear(self, event: Any, handler: Callable[[Any], object]) -> None:
        """Have a handler called at each event of a kind until the visit ends."""
        self.page.on(event, handler)
        self._heard.append((event, handler))

    def end(self) -> Page:
        """Leave the dashboard; return the tab as it was found."""
        for event, handler in self._heard:
            self.page.remove_listener(event, handler)
        self.page.goto("about:blank")
        self.page.set_viewport_size(SIZE)
        return self.page

    def _console(self, kind: str, text: str) -> None:
        # Streamlit probes two addresses beside a deep link before it finds them at the root.
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.errors.append(text)

    def _request(self, url: str) -> None:
        if urlparse(url).hostname not in ("127.0.0.1", None):
            self.outside.append(url)

    def open(self, address: str) -> Page:
        """Open an address of the dashboard and wait until it is calm."""
        self.page.goto(self.base + address)
        self.calm()
        return self.page

    def calm(self) -> None:
        """Wait until content is there, nothing runs, and every chart is drawn."""
        page = self.page
        page.wait_for_selector("[data-testid=stAppViewContainer] h1")
        page.wait_for_selector('[data-testid=stApp][data-test-script-state="notRunning"]')
        page.evaluate("window.calmLooks = 0")
        page.wait_for_function(_CALM, polling=POLL)

    def says(self, *wanted: str) -> str:
        """Wait until the page says all that is wanted, in tables and charts too; return all that it says."""
        self.page.wait_for_function(_SAYS, arg=list(wanted), polling=POLL)
        return re.sub(r"\s+", " ", self.page.locator("[data-testid=stMain]").first.text_content() or "")

    def sound(self) -> None:
        """Assert that nothing went wrong, and nothing left the machine."""
        assert not self.page.query_selector("[data-testid=stException]")
        assert "Something went wrong" not in self.page.inner_text("[data-testid=stMain]")
        assert self.errors == []
        assert self.outside == []


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a browser profile; the same options get the same one, so that scripts and styles are loaded once.

    Animations are left out as for who asks for that: drawing them costs more than the pages.
    """
    opened: dict[str, BrowserContext] = {}

    def start(**options: object) -> BrowserContext:
        name = repr(sorted(options.items()))
        if name not in opened:
            opened[name] = browser.new_context(viewport=SIZE, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        return opened[name]

    yield start
    for context in opened.values():
        context.close()


@pytest.fixture(scope="session")
def tabs() -> dict[str, list[Page]]:
    """Tabs that no visit uses, by the options of their profile: a tab that has loaded the scripts keeps them."""
    return defaultdict(list)


@pytest.fixture
def visit(
    profile: Callable[..., BrowserContext], serve: Callable[[Path], str], tabs: dict[str, list[Page]]
) -> Iterator[Callable[..., Visit]]:
    """Visit the dashboard over a library; every visit must end without an error or an outside request."""
    visits: list[tuple[Visit, list[Page]]] = []

    def start(library: Path, **options: object) -> Visit:
        base = serve(library)
        unused = tabs[f"{base} {sorted(options.items())}"]
        visits.append((Visit(unused.pop() if unused else profile(**options).new_page(), base), unused))
        return visits[-1][0]

    yield start
    for made, unused in visits:
        unused.append(made.end())
    for made, _ in visits:
        assert made.errors == []
        assert made.outside == []


def words(page: Page) -> str:
    """Return what the page says, white space folded."""
    return re.sub(r"\s+", " ", page.inner_text("[data-testid=stMain]"))
