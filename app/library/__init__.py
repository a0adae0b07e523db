"""Clause library files to a ClauseLibrary, or every mistake with file and line."""
