"""What an `add` makes once in a process, made by importing this: processes forked afterwards begin with the work."""

from __future__ import annotations

from core import pipeline, rules
from core.model import Article

pipeline.analyze(Article("The ferry carried five cars. It was late."))
rules.link_version()
