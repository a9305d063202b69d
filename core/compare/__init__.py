"""What statements, speakers and days come to when articles are set side by side: each rule once, for whoever asks.

`agreement` says when statements agree, differ or have changed (`telling`: of what time and how meant; `courses`: what
can move; `reasons`: why, in a sentence), `times` what is past, present and future, `speech` who the leading speakers
are, `frame_shares` how much of a column's frame words each frame has, `keyness` which words one has more of
than the others, `wording` how each puts it, `namings` what each calls the same thing. `recurring` asks a library for
its indicators and judges them, `reporting` for who reports what, `distinctive` for the words that set columns apart.
"""
