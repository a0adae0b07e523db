"""What the window that compares two versions is made of."""
