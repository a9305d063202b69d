"""Tables that lead somewhere: a row opens the reader or shows its evidence; each can be downloaded."""
