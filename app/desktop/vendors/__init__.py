"""Terms of several vendors side by side: the window's parts."""
