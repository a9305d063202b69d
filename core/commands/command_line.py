"""The command line: `python -m core …`.

Exit status: 0 all done, 1 something was turned away and the rest done, 2 nothing could be done.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import IO, Any

import click

from core import __version__


class _RefusedError(click.ClickException):
    exit_code = 2


class _Commands(click.Group):
    """Commands that say in one line what the system refused: a full disk, a folder that may not be written.

    What a command works with is loaded when it is asked for: the library's engines (DuckDB, Arrow, pandas) take longer
    than to analyse hundreds of articles, and the rules of analysis longer than to tell a version.
    """

    def all_commands(self) -> MutableMapping[str, click.Command]:
        """Return the commands by name, those on a library too."""
        from core.commands import on_library  # noqa: PLC0415 - see above

        for command in on_library.COMMANDS:
            self.add_command(command)
        return self.commands

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in self.commands:
            self.all_commands()
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in order."""
        self.all_commands()
        return super().list_commands(ctx)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read the output has seen enough; click ends quietly
            raise
        except OSError as error:
            raise _RefusedError(f"{error.filename or 'The system'}: {error.strerror or error}") from error


@click.version_option(__version__, message="%(version)s")
@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Read news articles, analyse them, keep them in a library and take them out again.

    Exit status: 0 all done; 1 something was turned away, and the rest was done; 2 nothing could be done.
    """


@main.command()
@click.argument("source", metavar="INPUT", type=click.File("rb"))
@click.option(
    "--output", type=click.File("w", encoding="utf-8"), default="-", help="JSON Lines; - is the terminal."
)
@click.option("--whole", is_flag=True, help="Write all of each analysis, as `keep` takes it into a library.")
def analyze(source: IO[bytes], output: IO[str], whole: bool) -> None:
    """Analyse INPUT (JSON Lines, an article each; - is standard input), one line of JSON an article."""
    from core import workers  # noqa: PLC0415 - see `_Commands`
    from core.commands import json_lines  # noqa: PLC0415

    with workers.fewer_collections():
        _write_lines(output, json_lines.analyses(_articles(source), whole=whole))


@main.command()
@click.argument("source", metavar="INPUT", type=click.File("rb"))
@click.option(
    "--output", type=click.File("w", encoding="utf-8"), default="-", help="JSON Lines; - is the terminal."
)
def stories(source: IO[bytes], output: IO[str]) -> None:
    """Tell which articles of INPUT (JSON Lines) are on the same event: they share a story."""
    from core.commands import json_lines  # noqa: PLC0415 - see `_Commands`

    _write_lines(output, json_lines.stories(_articles(source)))


def _articles(source: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the input, with a line on standard error for each that is none."""
    from core.commands import json_lines  # noqa: PLC0415 - see `_Commands`

    name = getattr(source, "name", "standard input")
    for item in json_lines.rows(source):
        if isinstance(item, str):
            click.echo(f"{name}, {item}", err=True)
        else:
            yield item


def _write_lines(output: IO[str], rows: Iterator[str]) -> None:
    for row in rows:
        output.write(row + "\n")
