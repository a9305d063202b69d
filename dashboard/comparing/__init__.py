"""Two to eight articles or outlets side by side: what is compared, and the sections of the page."""
