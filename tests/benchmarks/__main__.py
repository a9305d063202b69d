"""`make bench`: python -m tests.benchmarks [extraction] [numbers] [library] [pages]."""

import sys

from tests.benchmarks import extraction, library, numbers, pages

PARTS = {"extraction": extraction.main, "numbers": numbers.main, "library": library.main, "pages": pages.main}
for part in sys.argv[1:] or PARTS:
    print(f"== {part}")
    PARTS[part]()
    print()
