"""Office files that another program or a password opens."""
