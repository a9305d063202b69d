"""Learn what evidence of two words naming one thing weighs, and score what comes of it with events left out."""
