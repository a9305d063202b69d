"""What the README says of commands and the version, made from these themselves: `make reference` writes it anew."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_PLACE = re.compile(r"(<!-- commands -->\n).*?(<!-- /commands -->)", re.DOTALL)
_VERSION = re.compile(r"(<!-- version -->).*?(<!-- /version -->)")

sys.path.insert(0, str(ROOT))
from core import __version__  # noqa: E402
from core.commands.command_line import main  # noqa: E402


def commands() -> str:
    """Return the reference: each command with what it does and its options."""
    parts = []
    for name, command in sorted(main.all_commands().items()):
        context = click.Context(command, info_name=f"python -m core {name}")
        usage = " ".join(command.get_usage(context).removeprefix("Usage: ").split())
        parts.append(f"**`{usage}`**  \n{' '.join((command.help or '').split())}\n")
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                record = option.get_help_record(context)
                if record:
                    parts.append(f"- `{record[0]}`: {' '.join(record[1].split())}")
        parts.append("")
    return "\n".join(parts)


def made_anew(readme: str) -> str:
    """Return the README with the reference and the version in their places."""
    told = _PLACE.sub(lambda found: found[1] + commands() + found[2], readme)
    return _VERSION.sub(rf"\g<1>{__version__}\g<2>", told)


if __name__ == "__main__":
    README.write_text(made_anew(README.read_text(encoding="utf-8")), encoding="utf-8")
