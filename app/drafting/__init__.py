"""Findings to Redlines, in the document's own terms."""
