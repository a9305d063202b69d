"""Articles come in and go: looked at and corrected first, worked on in a process of its own, listed by batch."""
