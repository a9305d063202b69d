"""Rules that are data: currencies, units, number words, cue verbs, frames, furniture patterns."""
