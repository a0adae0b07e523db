"""A matter and its file: one SQLite database."""
