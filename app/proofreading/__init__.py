"""Document to Flaws: what a careful reader would mark in its drafting."""
