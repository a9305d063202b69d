"""Where things stand: the sample corpus, and the libraries that can be opened.

In a clone both stand beside the code. Installed, the sample comes with the package, and libraries stand in the folder
`library` of wherever the command was given, as those of `python -m core` do.
"""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parents[2]
_IN_CLONE = (_ROOT / "pyproject.toml").is_file()

HOME = _ROOT if _IN_CLONE else Path.cwd()
SHELF = HOME / "library"
SAMPLE = _ROOT / "seeds" if _IN_CLONE else _ROOT / "dashboard" / "sample"
SAMPLE_LIBRARY = SHELF / "sample"
