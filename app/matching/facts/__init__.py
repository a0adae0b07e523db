"""Typed facts with their span: numbers, quantities with a unit, and the readers that choose among them."""
