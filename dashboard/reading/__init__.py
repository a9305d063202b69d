"""An article as it was read, with everything found in it, and what an analyst writes beside it."""
