import re

import pytest
from PySide6.QtGui import QColor, QIcon, QPalette

from app.desktop.icons import application_icon, icon
from app.paths import data_dir

OF_ACTIONS = sorted(path for path in (data_dir("resources") / "icons").glob("*.svg") if path.stem != "counterdraft")
STYLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" '
    'stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="[^"]+"/></svg>\n'
)


@pytest.mark.parametrize("path", OF_ACTIONS, ids=lambda path: path.stem)
def test_the_icons_of_actions_have_one_style(path):
    assert re.fullmatch(STYLE, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", OF_ACTIONS, ids=lambda path: path.stem)
@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_in_the_colour_of_the_text(path):
    palette = QPalette()
    palette.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText, QColor("#ff0000"))
    assert "#ffff0000" in colours(icon(path.stem, palette), 24)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_icon_of_the_program_shows_words_struck_and_words_added_at_every_size(size):
    assert {"#ffb3233d", "#ff0b78b8"} <= colours(application_icon(), size)


def colours(drawn: QIcon, size):
    picture = drawn.pixmap(size, size).toImage()
    return {
        picture.pixelColor(x, y).name(QColor.NameFormat.HexArgb)
        for x in range(picture.width())
        for y in range(picture.height())
    }
