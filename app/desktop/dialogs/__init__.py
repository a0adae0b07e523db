"""Questions to the user; each is asked with its class method `ask`."""
