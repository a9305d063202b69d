"""The Streamlit pages over a library: filters → one query → charts → evidence → table.

`views` are the pages, and these their rooms: `filtering` (what is looked at), `charts` and `tables` (how it is drawn),
`comparing`, `reading`, `correcting`, `adding`. Beside them stands what all pages share: `opened` (the library and its
answers), `drawings` (charts made once a choice), `evidence` (a place in a text, shown), `clicks`, `links`, `phrases`.
"""
