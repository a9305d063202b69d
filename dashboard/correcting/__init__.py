"""What an analyst puts right by hand: articles, speakers, stories; its history, and how to undo it."""
