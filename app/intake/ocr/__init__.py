"""Scanned pages to words."""
