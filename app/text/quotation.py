"""Words quoted in messages and lists."""

_MOST = 60  # characters


def quoted(text: str) -> str:
    """Return the first words of `text` in quotation marks, its blanks made even."""
    words = " ".join(text.split())
    return f"“{words[:_MOST].rstrip()}…”" if len(words) > _MOST else f"“{words}”"
