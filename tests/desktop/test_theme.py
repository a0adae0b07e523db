import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton

from app.desktop import theme
from app.desktop.look import made_palette
from app.desktop.sheet import style_sheet
from app.desktop.theme import contrast

INKS = ("accent", "muted", "critical", "high", "medium", "low", "none", "inserted", "deleted", "moved")
GROUNDS = ("selected", "evidence", "note", "problem")
ROLE = QPalette.ColorRole
WORN = {
    "light": {"dark": False, "stark": False},
    "dark": {"dark": True, "stark": False},
    "light contrast": {"dark": False, "stark": True},
    "dark contrast": {"dark": True, "stark": True},
}


@pytest.fixture(params=[*WORN, "Fusion's own"])
def palette(request, qapp):
    return made_palette(**WORN[request.param]) if request.param in WORN else qapp.style().standardPalette()


@pytest.fixture
def enough(palette):
    """The least contrast of text."""
    return 7 if theme.is_stark(palette) else 4.5


@pytest.mark.parametrize("ground", [ROLE.Base, ROLE.Window, ROLE.AlternateBase])
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_is_legible_on_page_and_window(palette, enough, ink, ground):
    assert contrast(QColor(getattr(theme.colours(palette), ink)), palette.color(ground)) >= enough


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_legible_on_every_ground(palette, enough, ground):
    assert contrast(palette.text().color(), QColor(getattr(theme.colours(palette), ground))) >= enough


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_marked_text_is_legible_on_marked_ground(palette, enough, ink, ground):
    ours = theme.colours(palette)
    assert contrast(QColor(getattr(ours, ink)), QColor(getattr(ours, ground))) >= enough


@pytest.mark.parametrize("severity", ["critical", "high", "medium", "low", "none"])
def test_the_letter_of_a_badge_is_legible(palette, enough, severity):
    ours = theme.colours(palette)
    assert contrast(QColor(ours.of(severity)), QColor(ours.on_badge)) >= enough


@pytest.mark.parametrize("part", ["edge", "scroll", "accent"])
@pytest.mark.parametrize("ground", [ROLE.Base, ROLE.Window])
def test_edges_and_bars_can_be_told_from_their_ground(palette, part, ground):
    assert contrast(QColor(getattr(theme.colours(palette), part)), palette.color(ground)) >= 3


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (ROLE.WindowText, ROLE.Window),
        (ROLE.Text, ROLE.Base),
        (ROLE.ButtonText, ROLE.Button),
        (ROLE.ToolTipText, ROLE.ToolTipBase),
        (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.Link, ROLE.Base),
        (ROLE.PlaceholderText, ROLE.Base),
    ],
)
@pytest.mark.parametrize("worn", WORN)
def test_the_palettes_of_ours_are_legible(worn, ink, ground):
    palette = made_palette(**WORN[worn])
    assert contrast(palette.color(ink), palette.color(ground)) >= (7 if WORN[worn]["stark"] else 4.5)


@pytest.mark.parametrize("worn", WORN)
def test_a_palette_tells_what_it_is(worn):
    palette = made_palette(**WORN[worn])
    assert {"dark": theme.is_dark(palette), "stark": theme.is_stark(palette)} == WORN[worn]


def test_the_focus_has_a_wider_ring_in_high_contrast():
    stark, plain = made_palette(dark=True, stark=True), made_palette(dark=True, stark=False)
    assert (theme.colours(stark).ring, theme.colours(plain).ring) == (2, 1)


@pytest.mark.parametrize(("ink", "ground", "is_it"), [("#000000", "#ffffff", 21), ("#777777", "#777777", 1)])
def test_contrast_is_as_wcag_has_it(ink, ground, is_it):
    assert contrast(QColor(ink), QColor(ground)) == pytest.approx(is_it)


def test_contract_text_is_larger_than_the_controls(qapp):
    assert theme.reading_font(QFont(qapp.font())).pointSizeF() > qapp.font().pointSizeF()


def test_only_highlight_and_links_take_the_accent(palette):
    accents = theme.accents(palette)
    assert accents.color(QPalette.ColorRole.Link) == QColor(theme.colours(palette).accent)
    assert not accents.isBrushSet(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)


def colours_of(widget, palette):
    """Return the colours that a widget is drawn in, dressed as the window dresses it."""
    widget.setPalette(palette)
    widget.setStyleSheet(style_sheet(palette))
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_can_be_seen_with_and_without_its_tick(qtbot, palette, kind, checked):
    box = kind()
    qtbot.addWidget(box)
    box.setChecked(checked)
    window = palette.window().color()
    assert max(contrast(QColor(colour), window) for colour in colours_of(box, palette)) >= 3


@pytest.mark.parametrize("kind", [QCheckBox, QComboBox, QLineEdit, QPushButton])
def test_what_has_the_focus_has_a_ring(qtbot, palette, kind):
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(160, 40)
    accent = theme.colours(palette).accent
    without = colours_of(widget, palette)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
        widget.setFocus()
    assert accent not in without
    assert accent in colours_of(widget, palette)


def test_the_tick_is_drawn(qtbot, palette):
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    drawn = colours_of(box, palette)
    ours = theme.colours(palette)
    assert ours.accent in drawn
    assert max(contrast(QColor(colour), QColor(ours.accent)) for colour in drawn) >= 3


def test_the_ground_of_a_field_makes_no_palette_stark(qapp):
    given = qapp.style().standardPalette()
    given.setColor(ROLE.Window, QColor("white"))
    given.setColor(ROLE.Button, QColor("white"))
    given.setColor(ROLE.WindowText, QColor("black"))
    given.setColor(ROLE.ButtonText, QColor("black"))
    assert not theme.is_stark(given)
