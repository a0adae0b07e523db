"""Plain text and Markdown to blocks."""
