"""Messages to the documents attached to them."""
