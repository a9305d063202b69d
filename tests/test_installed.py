"""The package is whole: what a wheel holds, and that it works where nothing of the clone is."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
import venv
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

import core

ROOT = Path(__file__).parents[1]
SAID = "The bridge at Elmsford cost $4 million in 2020, Mayor Ada Lowe said."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation", "-w", place, ROOT]
    subprocess.run(build, check=True)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as archive:
        yield archive


def _tracked(*folders):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *folders],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name for name in listed.stdout.splitlines() if (ROOT / name).exists()}


def test_a_wheel_holds_the_packages_with_their_data_and_the_sample_and_nothing_else(wheel):
    wanted = {name for name in _tracked("core", "dashboard") if "/screenshots/" not in name}
    wanted |= {name.replace("seeds/", "dashboard/sample/", 1) for name in _tracked("seeds")}
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == wanted


def test_its_version_and_what_it_needs_have_one_home(wheel):
    (metadata,) = (name for name in wheel.namelist() if name.endswith("METADATA"))
    said = HeaderParser().parsestr(wheel.read(metadata).decode())
    assert said["Name"] == "news-coverage"
    assert said["Version"] == core.__version__
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    required = [re.match(r"[\w-]+", line)[0] for line in lines if line and not line.startswith("#")]
    needed = [re.match(r"[\w-]+", line)[0] for line in said.get_all("Requires-Dist")]
    assert sorted(needed) == sorted(name.replace("_", "-") for name in required)
    assert not {"version", "dependencies"} & tomllib.loads((ROOT / "pyproject.toml").read_text())["project"].keys()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answer(address, process, patience=120):
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.3)
    raise AssertionError("the dashboard didn't start")


@pytest.mark.outside
def test_installed_into_an_environment_of_its_own_it_analyses_and_opens_the_dashboard(tmp_path):
    """It starts in an empty folder, so that nothing of the clone is found by chance."""
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-qq", ROOT], check=True)
    here = tmp_path / "here"
    here.mkdir()
    command = programs / "news-coverage"

    def run(*arguments, **options):
        return subprocess.run(
            [command, *arguments], cwd=here, capture_output=True, text=True, check=True, **options
        ).stdout

    assert run("--version").strip() == core.__version__
    (found,) = map(json.loads, run("analyze", "-", input=json.dumps({"id": 1, "text": SAID})).splitlines())
    assert [item["speaker"] for item in found["attributions"]] == ["Ada Lowe"]
    port = _free_port()
    dashboard = subprocess.Popen([command, "run", "--port", str(port)], cwd=here, start_new_session=True)
    try:
        assert _answer(f"http://127.0.0.1:{port}/_stcore/health", dashboard) == b"ok"
        assert "articles     1" in run("info", "--library", "library/sample")
    finally:
        os.killpg(dashboard.pid, signal.SIGINT)
        dashboard.wait(30)
