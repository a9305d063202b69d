"""How long a person waits: every page in a real Chromium, first opened and then switched to."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.library import build
from tests.browser.conftest import FLAGS, chromium

ROOT = Path(__file__).parents[2]
_READY = ".js-plotly-plot .main-svg, [data-testid=stDataFrame]"
_PAGES = ("Overview", "Compare", "Figures", "Timeline", "Voices", "Readability", "Articles")


def main(count: int = 1_000) -> None:
    """Print the seconds to the first chart or table of each page over a library of `count` generated articles."""
    path = chromium()
    if path is None:
        print("No Chromium was found: install `chromium` to time the pages.")
        return
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        library, _ = build(Path(name), count)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", str(port)]
        server = subprocess.Popen(
            [*command, "--server.headless", "true"],
            cwd=ROOT,
            env=os.environ | {"COVERAGE_LIBRARY": str(library.path)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            base = f"http://127.0.0.1:{port}"
            _wait(base)
            browser = play.chromium.launch(executable_path=path, args=FLAGS)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            print(f"{count:,} articles, seconds")
            print(f"  first page, nothing cached: {_opened(page, base):.1f}")
            print(f"  the same, browser's cache warm: {_opened(page, base):.1f}")
            for turn in ("first visit", "again"):
                said = [f"{title} {_switched(page, title):.2f}" for title in (*_PAGES[1:], _PAGES[0])]
                print(f"  switching, {turn}: {', '.join(said)}")
            browser.close()
        finally:
            server.terminate()
            server.wait(10)


def _wait(base: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{base}/_stcore/health", timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return


def _opened(page: Page, base: str) -> float:
    start = time.perf_counter()
    page.goto(base)
    page.wait_for_selector(_READY, timeout=60_000)
    return time.perf_counter() - start


def _switched(page: Page, title: str) -> float:
    start = time.perf_counter()
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_selector(f"h1:has-text('{title}')", timeout=60_000)
    page.wait_for_selector(_READY, timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget], [data-stale=true]')")
    return time.perf_counter() - start
