"""`make bench`: python -m tests.benchmarks [extraction] [library] [pages]."""

import sys

from tests.benchmarks import extraction, library, pages

PARTS = {"extraction": extraction.main, "library": library.main, "pages": pages.main}
for part in sys.argv[1:] or PARTS:
    print(f"== {part}")
    PARTS[part]()
    print()
