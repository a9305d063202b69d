"""Small invented passages beside all that is to be found in them."""
