"""Which library is open, what it answers, and what is kept between runs of a page."""
