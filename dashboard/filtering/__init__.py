"""Which articles are looked at: the sidebar, the address, the sentence, searches that are kept."""
