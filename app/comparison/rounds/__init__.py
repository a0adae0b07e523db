"""Rounds of a negotiation: what was sent held against what came back."""
