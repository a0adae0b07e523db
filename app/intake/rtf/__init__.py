"""Rich Text Format to blocks."""
