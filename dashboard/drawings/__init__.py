"""What pages show of the library's answers, made once a choice: tables as a reader sees them, and charts.

Each function is made of an `Asking` and what else it is given, knows nothing else, and draws nothing on a page.
"""
