"""How the documents of a matter stand to one another."""

from app.evaluation.layers import standings

__all__ = ["standings"]
