"""What tests of every room share: the sample corpus as a library, and the folder of real articles where it is there."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from core import pipeline
from core.library import Library

ROOT = Path(__file__).parents[1]
# The same examples at every run: what passed here passes there. `--hypothesis-profile=search` looks for new ones.
settings.register_profile("repeatable", derandomize=True)
settings.register_profile("search", max_examples=2_000)
settings.load_profile("repeatable")
REAL_ARTICLES = ROOT.parent / "shared" / "seeds"


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Put back `__main__`, which a page run in this process replaces: a worker process imports it to begin with."""
    kept = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = kept


@pytest.fixture(scope="session", autouse=True)
def components() -> Iterator[None]:
    """Ask the installed packages once which components they bring: pages run in this process ask each time."""
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit" in sys.modules:  # a test of pages is among the tests
            scanner = importlib.import_module("streamlit.components.v2.manifest_scanner")
            patch.setattr(scanner, "scan_component_manifests", cache(scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus, analysed into a library of its own."""
    folder = tmp_path_factory.mktemp("sample") / "sample"
    pipeline.add([str(ROOT / "seeds")], Library(folder), jobs=1)
    return folder


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real articles beside the checkout, analysed; skips where they aren't there."""
    if not REAL_ARTICLES.is_dir():
        pytest.skip("the folder of real articles is not beside the checkout")
    folder = tmp_path_factory.mktemp("real") / "real"
    pipeline.add([str(REAL_ARTICLES)], Library(folder), jobs=1)
    return folder
