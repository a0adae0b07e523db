"""Bytes of a file to a Document."""
