"""Read articles, extract what can be shown in their text, link it, keep it in a library."""
