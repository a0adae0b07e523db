"""OpenDocument texts to blocks."""
