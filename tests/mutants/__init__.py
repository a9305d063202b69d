"""How firmly the tests hold the rules."""
