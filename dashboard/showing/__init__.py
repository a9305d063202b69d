"""What all pages share: evidence, clicks, links, downloads, and the words things are said in."""
