"""Two Word files compared element by element, and the differences written as tracked changes."""
