"""A source → articles, or rejections that say why."""
