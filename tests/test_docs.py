"""What the documentation says is true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from core import __version__
from core.commands.command_line import main
from tests.reference import README, ROOT, made_anew


def test_the_command_reference_and_the_version_are_those_of_the_code():
    readme = README.read_text(encoding="utf-8")
    assert made_anew(readme) == readme, "write it anew: make reference"


def test_the_newest_version_in_the_changelog_is_that_of_the_code():
    heading = re.search(
        r"^## \[?([\d.]+)\]? (\S.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert heading[1] == __version__


def test_every_command_and_option_says_what_it_does():
    for command in main.all_commands().values():
        assert command.help
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help or option.hidden, option.name


def _required(file: str) -> list[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_dependency_is_bounded_and_stands_in_the_readme_with_its_licence():
    table = README.read_text(encoding="utf-8").split("## Dependencies")[1].split("\n## ")[0]
    for line in _required("requirements.txt"):
        name, bounds = re.match(r"([\w-]+)(.*)", line).groups()
        assert re.fullmatch(r">=[\d.]+,<[\d.]+", bounds), line
        assert re.search(rf"\b{name}\b", table), f"{name} is not in the README's table"


@pytest.mark.parametrize("file", ["README.md", "core/README.md", "seeds/README.md", "CHANGELOG.md"])
def test_links_between_documents_lead_somewhere(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / file).parent.joinpath(target).exists(), target


def test_the_readme_names_every_page():
    readme = README.read_text(encoding="utf-8")
    for page in (ROOT / "dashboard" / "views").glob("*.py"):
        assert f"**{page.stem.capitalize()}**" in readme


def test_every_room_of_core_stands_in_its_readme():
    readme = (ROOT / "core" / "README.md").read_text(encoding="utf-8")
    rooms = [path for path in (ROOT / "core").iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    extractors = [path for path in (ROOT / "core" / "extract").iterdir() if not path.name.startswith("_")]
    for path in [*rooms, *extractors]:
        assert Path(path).stem in readme, path


def test_the_notebook_of_cores_readme_runs_on_the_sample(tmp_path, monkeypatch):
    readme = (ROOT / "core" / "README.md").read_text(encoding="utf-8")
    lines = re.search(r"<!-- notebook -->\n```python\n(.*?)```", readme, re.DOTALL)[1]
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    made: dict[str, Any] = {}
    exec(lines, made)
    assert set(made["told"]["unit"]) == {"GBP"}
    assert made["recurring"]["conflict"].dtype == bool
    assert {"figure", "date", "speaker"} <= set(made["reported"]["kind"])
    assert len(made["quoted"]) == 5
    assert made["figures"]
    assert (tmp_path / "figures.csv").stat().st_size
