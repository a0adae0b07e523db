"""What leaves with a Word file beside its words, and taking it out."""
