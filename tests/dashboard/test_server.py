"""The server speaks to this machine alone, asks nobody outside, and keeps its settings wherever it is started from."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from streamlit import config

ROOT = Path(__file__).parents[2]
APP = ROOT / "dashboard" / "app.py"
CONFIG = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

# Read by Python before anything else: writes down whom a process listens for or speaks to, and stops it from
# speaking to anybody outside.
GUARD = """
import os, sys

def watch(event, arguments):
    if event in ("socket.bind", "socket.connect", "socket.sendto", "socket.getaddrinfo"):
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        host = address[0] if isinstance(address, tuple) else address
        with open(os.environ["SOCKETS_SEEN"], "a", encoding="utf-8") as seen:
            seen.write(f"{event} {host}\\n")
        if event != "socket.bind" and host not in ("127.0.0.1", "localhost", "::1", None):
            raise PermissionError(f"{event}: {host} is outside")

sys.addaudithook(watch)
"""
EFFECTIVE = """
import json, sys
from streamlit import config
config._main_script_path = sys.argv[1]  # as `streamlit run` sets it
config.get_config_options(force_reparse=True)
print(json.dumps({name: config.get_option(name) for name in sys.argv[2:]}))
"""
WANTED = {
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.maxUploadSize": 50,
    "server.showEmailPrompt": False,
    "browser.gatherUsageStats": False,
    "browser.serverAddress": "127.0.0.1",
    "client.toolbarMode": "viewer",
    "client.showErrorLinks": False,
    "client.showErrorDetails": "none",
    "client.disableDataExport": True,
}


def guarded(folder: Path) -> dict[str, str]:
    """Return an environment in which Python processes can't speak to anybody outside, and write down attempts."""
    (folder / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    return settings | {"PYTHONPATH": str(folder), "SOCKETS_SEEN": str(folder / "seen"), "HOME": str(folder)}


def outside(folder: Path) -> list[str]:
    """Return whom the processes spoke to, or asked the name of, beside this machine."""
    seen = (folder / "seen").read_text(encoding="utf-8").split("\n") if (folder / "seen").exists() else []
    local = (" 127.0.0.1", " localhost", " ::1", " None")
    return [line for line in seen if line and not line.startswith("socket.bind") and not line.endswith(local)]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """A working directory that isn't the project's, where the guard lies."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def port(elsewhere, sample):
    """The port of a dashboard started headless, as on a server, from another working directory."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(number)]
    with (elsewhere / "said").open("wb") as said:
        server = subprocess.Popen(
            [*command, "--server.headless", "true"],
            cwd=elsewhere,
            env=guarded(elsewhere) | {"COVERAGE_LIBRARY": str(sample)},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        for _ in range(150):
            try:
                socket.create_connection(("127.0.0.1", number), timeout=1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield number
    finally:
        server.terminate()
        server.wait(10)


def status(port: int, method: str, path: str, host: str | None = None, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()} | ({"Host": host} if host else {})
    connection.request(method, path, headers=named)
    answered = connection.getresponse()
    connection.close()
    assert "access-control-allow-origin" not in {name.lower() for name, _ in answered.getheaders()}
    return answered.status


def session(port: int, host: str | None = None, **headers: str) -> int:
    """Return the answer to a browser that asks for a session, which carries everything a page shows."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13"}
    key = {"Sec_WebSocket_Key": "AAECAwQFBgcICQoLDA0ODw=="}
    return status(port, "GET", "/_stcore/stream", host, **upgrade, **key, **headers)


def test_it_listens_on_the_loopback_address_alone(port, elsewhere):
    assert status(port, "GET", "/_stcore/health") == 200
    bound = [line for line in (elsewhere / "seen").read_text(encoding="utf-8").split("\n") if "bind" in line]
    assert bound == ["socket.bind 127.0.0.1"]
    own = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, family=socket.AF_INET)}
    for address in {"127.0.0.2", *own} - {"127.0.0.1"}:  # whoever listens on every address answers there too
        with pytest.raises(OSError, match=r"refused|timed out|assign|unreachable"):
            socket.create_connection((address, port), timeout=1)


def test_it_starts_headless_without_asking_anybody_outside(port, elsewhere):
    assert status(port, "GET", "/") == 200
    assert outside(elsewhere) == []
    assert "outside" not in (elsewhere / "said").read_text(encoding="utf-8")


def test_a_session_is_given_to_its_own_page_and_to_no_other(port):
    assert session(port, Origin=f"http://127.0.0.1:{port}") == 101
    assert session(port, Origin="http://other.example") == 403
    assert (
        session(port, host="other.example", Origin="http://other.example") == 403
    )  # a name rebound to this machine


def test_nothing_can_be_uploaded_without_the_token_of_the_page(port):
    assert status(port, "PUT", "/_stcore/upload_file/session/file") == 403


def test_every_setting_holds_from_any_working_directory(elsewhere):
    command = [sys.executable, "-c", EFFECTIVE, str(APP), *WANTED]
    answer = subprocess.run(command, cwd=elsewhere, env=guarded(elsewhere), capture_output=True, check=True)
    assert json.loads(answer.stdout) == WANTED
    assert answer.stderr == b""


def test_no_setting_is_one_that_streamlit_ignores():
    known = set(config.get_config_options())
    themes = {f"theme.{mode}." for mode in ("light", "dark", "sidebar")}
    named = {f"{section}.{name}" for section, values in CONFIG.items() for name in values}
    assert {name for name in named - known if name + "." not in themes} == set()


def test_adding_articles_and_drawing_pages_asks_nobody_outside(tmp_path):
    (tmp_path / "one.txt").write_text(
        "The ferry carried 4,100 people last summer. “We lost money,” said Edda Norrby.", encoding="utf-8"
    )
    environment = guarded(tmp_path) | {"COVERAGE_LIBRARY": str(tmp_path / "library")}
    added = [
        sys.executable,
        "-m",
        "core",
        "add",
        str(tmp_path / "one.txt"),
        "--library",
        str(tmp_path / "library"),
    ]
    subprocess.run(added, cwd=ROOT, env=environment, check=True, capture_output=True)
    drawn = (
        "from streamlit.testing.v1 import AppTest\n"
        f"app = AppTest.from_file({str(APP)!r}, default_timeout=30).run()\n"
        "assert not app.exception and app.metric[0].value == '1'"
    )
    subprocess.run([sys.executable, "-c", drawn], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert outside(tmp_path) == []
