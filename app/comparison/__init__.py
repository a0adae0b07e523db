"""Two or more documents beside one another: versions, vendors, rounds of a negotiation, policies over time."""
