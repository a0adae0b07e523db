"""Colours and type: the system's palette, one accent, and what marks a finding."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from app.model.clause import Severity

GAP = 8
"""The rhythm, in pixels: every distance is a multiple or a half of it."""

_SERIFS = ("Charter", "Source Serif 4", "Georgia", "Cambria", "Noto Serif", "C059", "Liberation Serif", "DejaVu Serif")
_STARK = 20.0  # contrast of text and ground from which a palette is one of high contrast; 21 is black on white


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that the palette does not have, as "#rrggbb".

    Attributes:
        line: Between parts of the window; it carries no meaning.
        edge: Around what can be operated.
        ring: Width of the line around what has the focus, in pixels.
    """

    accent: str
    muted: str
    line: str
    edge: str
    scroll: str
    critical: str
    high: str
    medium: str
    low: str
    none: str
    on_badge: str
    selected: str
    evidence: str
    inserted: str
    deleted: str
    moved: str
    note: str
    problem: str
    ring: int = 1

    def of(self, severity: Severity) -> str:
        """Return the colour of a severity."""
        return {
            "critical": self.critical,
            "high": self.high,
            "medium": self.medium,
            "low": self.low,
            "none": self.none,
        }[severity]


_LIGHT = Colours(
    accent="#1d5f7a",
    muted="#56606b",
    line="#d8dce1",
    edge="#7b8490",
    scroll="#7b848f",
    critical="#98182f",
    high="#a83f14",
    medium="#785700",
    low="#47637f",
    none="#45634f",
    on_badge="#ffffff",
    selected="#e6f0f5",
    evidence="#fbe9a6",
    inserted="#0b5c8a",
    deleted="#a3263b",
    moved="#3b6420",
    note="#fbf3dc",
    problem="#fbe4e4",
)
_DARK = Colours(
    accent="#7cc3e0",
    muted="#b0b8c1",
    line="#41474f",
    edge="#87909b",
    scroll="#7b848f",
    critical="#f48fa0",
    high="#f3a673",
    medium="#e3c463",
    low="#a3bcd6",
    none="#9cc4a8",
    on_badge="#16191d",
    selected="#28333b",
    evidence="#463b0e",
    inserted="#7cc8f2",
    deleted="#f49aa8",
    moved="#a9d18a",
    note="#38321f",
    problem="#4a2529",
)
_STARK_LIGHT = Colours(
    accent="#003a52",
    muted="#333333",
    line="#000000",
    edge="#000000",
    scroll="#333333",
    critical="#7a0019",
    high="#752a00",
    medium="#523d00",
    low="#1f3d5c",
    none="#0f4726",
    on_badge="#ffffff",
    selected="#dff1fa",
    evidence="#ffeb99",
    inserted="#003a5e",
    deleted="#7a0022",
    moved="#1c4a0c",
    note="#fff6d6",
    problem="#ffe6e6",
    ring=2,
)
_STARK_DARK = Colours(
    accent="#6fd8ff",
    muted="#e2e2e2",
    line="#ffffff",
    edge="#ffffff",
    scroll="#ffffff",
    critical="#ffa3b0",
    high="#ffb780",
    medium="#ffe066",
    low="#bcd6ff",
    none="#a8f0b8",
    on_badge="#000000",
    selected="#003040",
    evidence="#332b00",
    inserted="#8fdfff",
    deleted="#ffb8c2",
    moved="#c2f29a",
    note="#2a2400",
    problem="#40000f",
    ring=2,
)


def is_dark(palette: QPalette) -> bool:
    """Return whether text of `palette` is lighter than its ground."""
    return palette.text().color().lightness() > palette.base().color().lightness()


def is_stark(palette: QPalette) -> bool:
    """Return whether `palette` is one of high contrast: windows and buttons as near to black and white as can be.

    A style sheet that gives a widget the ground of a field changes these in its palette, but not the ground of every
    other row: that has to be as stark.
    """
    active = QPalette.ColorGroup.Active
    pairs = (
        (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    )
    return all(contrast(palette.color(active, ink), palette.color(active, ground)) >= _STARK for ink, ground in pairs)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with `palette`."""
    light, dark = (_STARK_LIGHT, _STARK_DARK) if is_stark(palette) else (_LIGHT, _DARK)
    return dark if is_dark(palette) else light


def on_paper(palette: QPalette) -> Colours:
    """Return the colours for what is drawn on white paper in a window with `palette`, which may be dark."""
    ours = colours(palette)
    return {_DARK: _LIGHT, _STARK_DARK: _STARK_LIGHT}.get(ours, ours)


def accents(palette: QPalette) -> QPalette:
    """Return a palette that has only our accent, as highlight and link colour fit for `palette`."""
    ours = colours(palette)
    accented = QPalette()
    accented.setColor(QPalette.ColorRole.Highlight, QColor(ours.accent))
    accented.setColor(QPalette.ColorRole.HighlightedText, QColor(ours.on_badge))
    accented.setColor(QPalette.ColorRole.Accent, QColor(ours.accent))
    accented.setColor(QPalette.ColorRole.Link, QColor(ours.accent))
    return accented


def reading_font(base: QFont) -> QFont:
    """Return a serif for contract text, a little larger than `base`; `base` itself where no serif is installed."""
    installed = set(QFontDatabase.families())
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 1.25)
    font.setFamily(next((family for family in _SERIFS if family in installed), base.family()))
    return font
