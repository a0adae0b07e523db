"""Where the keyboard is: seen on every control, reached by Tab and left by it."""

from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_MOST = 300  # presses of Tab; more is a trap


def takes_tab(widget):
    return (
        widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.width() > 1
    )


def reached_otherwise(widget):
    """Whether arrows lead to a button from the one of its group that Tab stops at."""
    return isinstance(widget, QAbstractButton) and (widget.group() or widget.autoExclusive())


def walked(shown):
    """Yield the widgets that Tab leads through, until it comes round; some have several places to stop at."""
    first = next(widget for widget in shown.findChildren(QWidget) if takes_tab(widget))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(_MOST):
        focused = QApplication.focusWidget()
        if focused not in seen:
            seen.append(focused)
            yield focused
        elif focused is not seen[-1]:
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not leave {focused.objectName()}")


def test_tab_leads_to_every_control_and_out_of_each(filled):
    shown = filled()
    seen = list(walked(shown))
    missed = [
        (type(widget).__name__, widget.objectName())
        for widget in shown.findChildren(QWidget)
        if takes_tab(widget) and widget not in seen and not reached_otherwise(widget) and widget.window() is shown
    ]
    assert missed == []


def test_shift_tab_leads_back_the_same_way(filled):
    shown = filled()
    before, after = islice(walked(shown), 2)
    QTest.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is before


def test_every_control_shows_that_the_keyboard_is_on_it(filled):
    shown = filled()
    unseen = []
    for widget in walked(shown):
        on = shown.grab().toImage()
        widget.clearFocus()
        if shown.grab().toImage() == on:
            unseen.append((type(widget).__name__, widget.objectName(), widget.accessibleName()))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert unseen == []
