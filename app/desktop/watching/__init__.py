"""Versions of a policy watched: what touches the planned uses, in a window."""
