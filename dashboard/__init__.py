"""The Streamlit pages over a library: filters → one query → charts → evidence → table.

Rooms, each importing those above it only; a test holds it:

- `session`: which library is open, what the page that runs may ask (`Asking`), and what is kept between runs
- `showing`: what all pages share: evidence, clicks, links, downloads, words for values, the one module that makes HTML
- `charts`: tables → plotly figures
- `tables`: tables that lead somewhere; `drawings`: what pages show of the library's answers, made once a choice
- `filtering`: what is looked at; `reading`: an article and its words in their place
- `adding`: what comes in and goes; `comparing`: side by side, as a page and as a report
- `correcting`: what an analyst puts right by hand
- `views`: the pages, each of which takes from the session what it may ask, and hands it on

`app` is the frame around every page, `serve` and `__main__` start it.
"""
