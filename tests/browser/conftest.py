"""A running dashboard and a real Chromium that keeps count of errors and of requests that leave the machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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


_DRAWN = (
    "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning' && "
    "[...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))"
)


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
        page.set_default_timeout(20_000)
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._request(request.url))

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
        quiet = 0
        for _ in range(200):
            busy = page.query_selector("[data-testid=stStatusWidget], [data-stale=true], [data-testid=stSkeleton]")
            quiet = 0 if busy else quiet + 1
            if quiet >= 4 and page.evaluate(_DRAWN):
                return
            page.wait_for_timeout(100)
        raise TimeoutError("the page did not come to rest")

    def says(self, *wanted: str) -> str:
        """Wait until the page says all that is wanted, in tables and charts too; return all that it says."""
        self.page.wait_for_function(_SAYS, arg=list(wanted))
        return re.sub(r"\s+", " ", self.page.locator("[data-testid=stMain]").first.text_content() or "")

    def sound(self) -> None:
        """Assert that nothing went wrong, and nothing left the machine."""
        assert not self.page.query_selector("[data-testid=stException]")
        assert "Something went wrong" not in self.page.inner_text("[data-testid=stMain]")
        assert self.errors == []
        assert self.outside == []


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a browser profile; the same options get the same one, so that scripts and styles are loaded once."""
    opened: dict[str, BrowserContext] = {}

    def start(**options: object) -> BrowserContext:
        name = repr(sorted(options.items()))
        if name not in opened:
            opened[name] = browser.new_context(viewport={"width": 1440, "height": 900}, **options)  # type: ignore[arg-type]
        return opened[name]

    yield start
    for context in opened.values():
        context.close()


@pytest.fixture
def visit(profile: Callable[..., BrowserContext], serve: Callable[[Path], str]) -> Iterator[Callable[..., Visit]]:
    """Visit the dashboard over a library; every visit must end without an error or an outside request."""
    visits: list[Visit] = []

    def start(library: Path, **options: object) -> Visit:
        visits.append(Visit(profile(**options).new_page(), serve(library)))
        return visits[-1]

    yield start
    for made in visits:
        made.page.close()
    for made in visits:
        assert made.errors == []
        assert made.outside == []


def words(page: Page) -> str:
    """Return what the page says, white space folded."""
    return re.sub(r"\s+", " ", page.inner_text("[data-testid=stMain]"))
