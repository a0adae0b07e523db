"""The letters that decide on a finding, while no text is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

KEYS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_F: "fallback",
    Qt.Key.Key_M: "edit",
    Qt.Key.Key_R: "accept-risk",
    Qt.Key.Key_S: "skip",
    Qt.Key.Key_U: "undecide",
    Qt.Key.Key_C: "comment",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_E: "evidence",
}
"""What a letter means while the keyboard is on the list of findings or on the detail."""


def asked_by(event: QKeyEvent) -> str | None:
    """Return what a key asks for, one of the values of `KEYS`; None for any other key."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
    return KEYS.get(Qt.Key(event.key())) if plain else None
