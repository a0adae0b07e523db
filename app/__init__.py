"""Counterdraft: reviews a contract against a clause library, offline."""
