"""Run the command line as `python -m core`."""

from __future__ import annotations

from core.commands.command_line import main

if __name__ == "__main__":  # worker processes import this module too
    main()
