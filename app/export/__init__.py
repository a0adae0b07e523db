"""A review to files."""
