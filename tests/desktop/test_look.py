import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from app.desktop import theme
from app.desktop.look import Look, Wardrobe, _palette_for, keep_look, kept_look, made_palette

LIGHT, DARK, UNKNOWN = Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown


@pytest.fixture
def wardrobe(qapp):
    """A wardrobe of the application, which gets back what it wore before."""
    font, palette = qapp.font(), qapp.palette()
    wardrobe = Wardrobe(qapp)
    yield wardrobe
    qapp.styleHints().unsetColorScheme()
    wardrobe.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def worn(palette):
    return theme.is_dark(palette), theme.is_stark(palette)


@pytest.mark.parametrize(
    ("chosen", "is_worn"),
    [("system", (False, False)), ("light", (False, False)), ("dark", (True, False)), ("contrast", (False, True))],
)
def test_a_theme_is_worn_at_once(qapp, wardrobe, chosen, is_worn):
    wardrobe.wear(Look(theme=chosen))
    assert worn(qapp.palette()) == is_worn


def test_back_to_the_system_is_as_it_was(qapp, wardrobe):
    wardrobe.wear(Look())
    before = qapp.palette()
    wardrobe.wear(Look(theme="dark"))
    wardrobe.wear(Look())
    assert qapp.palette() == before


def test_the_size_of_text_is_of_the_system_s_and_not_of_the_last_one(qapp, wardrobe):
    before = qapp.font().pointSizeF()
    wardrobe.wear(Look(text_size=200))
    wardrobe.wear(Look(text_size=150))
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * before)


def test_a_window_that_is_shown_takes_the_size(qtbot, wardrobe):
    wardrobe.wear(Look())
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Heron", window)
    with qtbot.waitExposed(window):
        window.show()
    before = button.sizeHint().width()
    wardrobe.wear(Look(text_size=200))
    assert button.sizeHint().width() > 1.5 * before


def test_a_change_is_told(qtbot, wardrobe):
    with qtbot.waitSignal(wardrobe.changed):
        wardrobe.wear(Look(theme="dark"))
    assert wardrobe.look == Look(theme="dark")


@pytest.mark.parametrize("look", [Look(), Look(theme="contrast")])
def test_the_system_s_own_change_is_followed(qtbot, qapp, wardrobe, look):
    wardrobe.wear(look)
    with qtbot.waitSignal(wardrobe.changed):
        qapp.styleHints().colorSchemeChanged.emit(DARK)
    with qtbot.waitSignal(wardrobe.changed):
        qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


def test_a_choice_does_not_follow_the_system(qtbot, qapp, wardrobe):
    wardrobe.wear(Look(theme="light"))
    with qtbot.assertNotEmitted(wardrobe.changed):
        qapp.styleHints().colorSchemeChanged.emit(DARK)


@pytest.mark.parametrize(
    ("look", "scheme", "wants_contrast", "is_worn"),
    [
        ("system", LIGHT, False, (False, False)),
        ("system", UNKNOWN, False, (False, False)),
        ("system", DARK, False, (True, False)),
        ("system", DARK, True, (True, True)),
        ("system", LIGHT, True, (False, True)),
        ("contrast", DARK, False, (True, True)),
        ("light", DARK, True, (False, False)),
        ("dark", LIGHT, True, (True, False)),
    ],
)
def test_the_system_is_followed_where_the_choice_leaves_it(qapp, look, scheme, wants_contrast, is_worn):
    given = qapp.style().standardPalette()
    assert worn(_palette_for(look, given, scheme, wants_contrast=wants_contrast)) == is_worn


def test_the_user_s_own_colours_of_high_contrast_are_kept():
    given = made_palette(dark=True, stark=True)
    given.setColor(QPalette.ColorRole.WindowText, QColor("#fffff0"))
    worn_palette = _palette_for("system", given, UNKNOWN, wants_contrast=False)
    assert worn_palette.color(QPalette.ColorRole.WindowText) == QColor("#fffff0")


def test_a_look_that_is_kept_is_found_again(settings):
    look = Look("contrast", "de", 150)
    keep_look(settings, look)
    assert kept_look(settings) == look


@pytest.mark.parametrize(
    ("key", "value"), [("look/theme", "pink"), ("look/language", "fr"), ("look/text", "big"), ("look/text", 7)]
)
def test_what_is_not_known_is_as_the_system_has_it(settings, key, value):
    settings.setValue(key, value)
    assert kept_look(settings) == Look()
