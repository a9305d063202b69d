"""Mentions of one quantity in several articles: found by evidence inside a wall, each with the reason it belongs there.

In order: `mention` (what a figure is compared by) → `candidates` (which pairs are looked at) → `pair_evidence` (what
speaks for and against a pair) → `judgement` (the weights, and the log-odds they come to) → `constraints` (what never
meets) → `grouping` (pairs to quantities) → `counterparts` (what was forecast beside what came) → `naming`, `grounds`
and `prominence` (what the reader sees).
"""
