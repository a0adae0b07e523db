"""The icons: those of the actions are SVG files drawn in the text colour of the window."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPalette, QPixmap

from app.paths import data_dir


def icon(name: str, palette: QPalette) -> QIcon:
    """Return the icon called `name`, for enabled and disabled actions."""
    drawing = (data_dir("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText).name()
        # a picture of twice the size stays sharp on a dense screen
        large = drawing.replace("currentColor", colour).replace('width="24" height="24"', 'width="48" height="48"')
        picture = QPixmap()
        picture.loadFromData(QByteArray(large.encode()), "SVG")
        made.addPixmap(picture, mode)
    return made


def application_icon() -> QIcon:
    """Return the icon of the program, in its own colours."""
    return QIcon(str(data_dir("resources") / "icons" / "counterdraft.svg"))
