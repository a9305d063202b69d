"""The dictionary: written once, whole, private, and found without a network."""

from __future__ import annotations

import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import nltk
import pytest

from core.extract import pronunciation


@pytest.fixture
def fresh(monkeypatch, tmp_path):
    """Let `provide` start anew with a cache folder of its own."""
    pronunciation.provide.cache_clear()
    monkeypatch.setattr(nltk.data, "path", [])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    yield tmp_path
    pronunciation.provide.cache_clear()


@pytest.mark.skipif(sys.platform == "darwin", reason="the cache folder has a fixed place there")
def test_the_dictionary_is_written_where_nltk_finds_it(fresh):
    pronunciation.provide()
    folder = nltk.data.path[0]
    assert folder.startswith(str(fresh))
    assert "corpora/cmudict" in str(nltk.data.find("corpora/cmudict")).replace("\\", "/")
    lines = (fresh / "cache").rglob("cmudict")
    (written,) = [path for path in lines if path.is_file()]
    entries = written.read_text(encoding="utf-8").splitlines()
    assert len(entries) > 130_000
    assert "HARBOR 1 HH AA1 R B ER0" in entries
    assert not any("#" in entry for entry in entries)


@pytest.mark.skipif(sys.platform != "linux", reason="POSIX permissions and a cache folder set by the environment")
def test_folders_others_could_write_to_are_made_private(fresh):
    pronunciation.provide()
    (root,) = (fresh / "cache").glob("*/*")
    root.chmod(0o775)
    pronunciation.provide.cache_clear()
    pronunciation.provide()
    assert stat.S_IMODE(root.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="a cache folder set by the environment")
def test_a_cache_that_cannot_be_written_falls_back_to_the_temporary_folder(fresh, monkeypatch):
    (fresh / "file").write_text("no folder", encoding="utf-8")
    (fresh / "tmp").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(fresh / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(fresh / "tmp"))
    pronunciation.provide()
    assert nltk.data.path[0].startswith(str(fresh / "tmp"))


@pytest.mark.skipif(sys.platform == "darwin", reason="the cache folder has a fixed place there")
def test_starting_at_once_does_no_harm(fresh):
    def start(_):
        pronunciation.provide.__wrapped__()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, range(4)))
    (written,) = [path for path in (fresh / "cache").rglob("*") if path.is_file()]
    assert written.stat().st_size > 3_000_000
