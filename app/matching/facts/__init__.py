"""Typed facts with their span, one module a kind."""
