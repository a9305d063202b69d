"""Write learnt weights into a table of evidence in the lexicon."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path


def write(name: str, columns: Mapping[str, Mapping[str, float]]) -> None:
    """Write columns of weights by evidence, 0 where there is none; the table's comments and meanings are kept."""
    path = Path(str(files("core.lexicon").joinpath(name)))
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    for row in rows:
        for column, weights in columns.items():
            row[column] = f"{weights.get(row['evidence'], 0.0):g}"
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text("\n".join(head) + "\n" + out.getvalue(), encoding="utf-8")
