"""The Streamlit pages over a library: filters → one query → charts → evidence → table."""
