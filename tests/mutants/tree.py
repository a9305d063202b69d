"""Copies of the checkout that lie alone: no kit beside them, and free to be changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

PARTS = ("core", "dashboard", "tests", "seeds", "pyproject.toml", "README.md", "CHANGELOG.md", "requirements.txt")


def renew(root: Path, copy: Path) -> None:
    """Make a copy like the checkout again, keeping what is the same (and what Python compiled of it)."""
    wanted = {path.relative_to(root) for part in PARTS for path in _files(root / part)}
    for path in _files(copy):
        if path.relative_to(copy) not in wanted:
            path.unlink()
    for path in wanted:
        source, target = root / path, copy / path
        if not target.exists() or _stamp(source) != _stamp(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [
        Path(folder) / name
        for folder, _, names in os.walk(path)
        if "__pycache__" not in folder
        for name in names
        if not name.endswith(".pyc")
    ]


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def renew_one(root: Path, copy: Path, path: str) -> None:
    """Put one file back as it is in the checkout."""
    shutil.copy2(root / path, copy / path)
