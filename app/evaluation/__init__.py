"""Matches, profile and positions to Findings."""
