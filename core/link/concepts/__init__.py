"""What an event's articles name: things, groups, actions and persons, each with all the phrases by which they do.

In order: `words` (what a word is by itself) → `tags` (what it is where it stands) → `named_phrases` and `reading` (an
article → what it names, and what the text sets side by side) → `heads` (one for each word by which something is named,
verbs with their nouns) → `alike` (what speaks for and against two of them naming one thing) → `weights` (and the
log-odds it comes to) → `clusters` → `persons` (descriptions that stand for a named person) → `finding` (the concepts).

Nothing here is asked of a library: what is compared is read when it is compared, some thousands of words at a time.
"""
