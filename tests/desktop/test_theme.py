import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton

from app.desktop import theme

INKS = ("accent", "muted", "critical", "high", "medium", "low", "none", "inserted", "deleted")
GROUNDS = ("selected", "evidence", "note", "problem")


@pytest.fixture(params=[("#ffffff", "#000000"), ("#181b1f", "#e6e8ea")], ids=["light", "dark"])
def palette(request):
    base, text = request.param
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    return palette


def luminance(colour):
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ink", INKS)
def test_every_ink_is_legible_on_the_page(palette, ink):
    assert contrast(getattr(theme.colours(palette), ink), palette.base().color()) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_legible_on_every_ground(palette, ground):
    assert contrast(palette.text().color(), getattr(theme.colours(palette), ground)) >= 4.5


@pytest.mark.parametrize("ink", ["muted", "inserted", "deleted"])
@pytest.mark.parametrize("ground", ["selected", "evidence", "note"])
def test_marked_text_is_legible_on_marked_ground(palette, ink, ground):
    ours = theme.colours(palette)
    assert contrast(getattr(ours, ink), getattr(ours, ground)) >= 4.5


@pytest.mark.parametrize("severity", ["critical", "high", "medium", "low", "none"])
def test_the_letter_of_a_badge_is_legible(palette, severity):
    ours = theme.colours(palette)
    assert contrast(ours.of(severity), ours.on_badge) >= 4.5


def test_contract_text_is_larger_than_the_controls(qapp):
    assert theme.reading_font(QFont(qapp.font())).pointSizeF() > qapp.font().pointSizeF()


def test_only_highlight_and_links_take_the_accent(palette):
    accents = theme.accents(palette)
    assert accents.color(QPalette.ColorRole.Link) == QColor(theme.colours(palette).accent)
    assert not accents.isBrushSet(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_without_a_tick_can_be_seen(qtbot, palette, kind):
    box = kind()
    qtbot.addWidget(box)
    palette.setColor(QPalette.ColorRole.Window, palette.base().color())
    box.setPalette(palette)
    box.setStyleSheet(theme.style_sheet(palette))
    image = box.grab().toImage()
    drawn = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert max(contrast(colour, palette.base().color()) for colour in drawn) >= 3
