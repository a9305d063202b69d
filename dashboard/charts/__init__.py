"""DataFrame → plotly Figure: no Streamlit, no queries.

Every mark carries in `customdata` what its evidence is found by, so that a click leads to the text. Lines and letters
take the page's own colours, so that one figure serves light and dark.
"""
