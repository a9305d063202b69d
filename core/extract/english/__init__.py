"""English: what its words are, how they change, where its phrases and clauses begin and end."""
