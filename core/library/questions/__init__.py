"""What can be asked of a library: each question is a function that returns SQL with its values, apart from storage.

`filters` says which articles are looked at; `queries`, `summaries`, `choices`, `quality` and `passages` ask about them.
`kwic` and `already_there` ask in several steps.
"""
