"""The library → what holds across articles: indicators, stories, actors, keyness."""
