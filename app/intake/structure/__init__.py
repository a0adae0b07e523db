"""Blocks to paragraphs, and what they say of the document."""
