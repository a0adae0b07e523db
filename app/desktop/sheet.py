"""The style sheet of the window: edges that can be seen, a ring around the focus, and what has a role."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics, QPalette

from app.desktop.theme import Colours, colours, is_dark, is_stark, reading_font
from app.paths import data_dir


@dataclass(frozen=True, slots=True)
class _Means:
    """What the rules are written with.

    Attributes:
        drawings: Folder of the drawings in controls.
        ink: Which of them go on the ground of a field ("black" or "white").
        on_badge: Which of them go on the accent.
        faint: Text of what is disabled.
        points: Size of text.
        serif: The family that contract text is set in.
        box: Width and height of a check box, in pixels: that of the text beside it.
        off: How the edge of what is disabled is drawn; in high contrast not by colour alone.
    """

    ours: Colours
    drawings: str
    ink: str
    on_badge: str
    faint: str
    points: float
    serif: str
    box: int
    off: str


def style_sheet(palette: QPalette) -> str:
    """Return the style sheet that goes with `palette` and with the font of the application."""
    ink, on_badge = ("white", "black") if is_dark(palette) else ("black", "white")
    means = _Means(
        ours=colours(palette),
        drawings=(data_dir("resources") / "icons" / "controls").as_posix(),
        ink=ink,
        on_badge=on_badge,
        faint=palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name(),
        points=QFont().pointSizeF(),
        serif=reading_font(QFont()).family(),
        box=QFontMetrics(QFont()).height() // 2 * 2,
        off="dashed" if is_stark(palette) else "solid",
    )
    return "".join(part(means) for part in (_bars, _views, _fields, _boxes, _buttons, _grounds))


def _bars(means: _Means) -> str:
    """Return the rules for menus, bars, tabs and tips."""
    ours = means.ours
    return f"""
        QToolBar {{ border: 0; border-bottom: 1px solid {ours.line}; padding: 4px 8px; spacing: 4px; }}
        QToolButton {{ padding: 4px 8px; border: {ours.ring}px solid transparent; border-radius: 4px; }}
        QToolButton:hover {{ background: {ours.selected}; }}
        QToolButton:focus {{ border-color: {ours.accent}; }}
        QToolButton:checked {{ background: {ours.selected}; border-color: {ours.accent}; color: {ours.accent}; }}
        QToolButton:checked:focus {{ border-color: palette(text); }}
        QToolButton:checked:disabled {{ background: transparent; border-color: transparent;
            color: {means.faint}; }}
        QToolButton[role="fold"], QToolButton[role="fold"]:checked {{ border: 0; border-bottom: 1px solid {ours.line};
            border-radius: 0; background: transparent; color: palette(window-text); font-weight: 600; }}
        QToolButton[role="fold"]::right-arrow {{ image: url({means.drawings}/right-{means.ink}.svg); }}
        QToolButton[role="fold"]::down-arrow {{ image: url({means.drawings}/down-{means.ink}.svg); }}
        QToolButton[role="fold"]:hover {{ background: {ours.selected}; }}
        QToolButton[role="fold"]:focus {{ border: 2px solid {ours.accent}; border-radius: 4px; padding: 3px 7px; }}
        QStatusBar {{ border-top: 1px solid {ours.line}; }}
        QStatusBar::item {{ border: 0; }}
        QStatusBar QLabel {{ padding: 0 8px; }}
        QTabWidget::pane {{ border: 1px solid {ours.line}; }}
        QTabBar::tab {{ padding: 5px 12px; border: 1px solid transparent; border-bottom: 3px solid transparent; }}
        QTabBar::tab:selected {{ border-bottom-color: {ours.accent}; font-weight: 600; }}
        QTabBar::tab:focus {{ border: {ours.ring}px solid {ours.accent}; border-bottom-width: 3px; }}
        QTabBar::tab:disabled {{ color: {ours.muted}; }}
        QMenu {{ padding: 4px; border: 1px solid {ours.edge}; background: palette(base); }}
        QMenu::item {{ padding: 5px 24px; border-radius: 3px; }}
        QMenu::item:selected {{ background: {ours.accent}; color: {ours.on_badge}; }}
        QMenu::item:disabled {{ color: {ours.muted}; background: transparent; }}
        QMenu::separator {{ height: 1px; margin: 4px 8px; background: {ours.line}; }}
        QMenuBar {{ border: 0; background: palette(window); }}
        QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
        QMenuBar::item:selected {{ background: {ours.accent}; color: {ours.on_badge}; border-radius: 3px; }}
        QSplitter::handle {{ background: {ours.line}; }}
        QSplitter::handle:horizontal {{ width: 1px; }}
        QSplitter::handle:vertical {{ height: 1px; }}
        QScrollBar {{ background: transparent; border: 0; }}
        QScrollBar:vertical {{ width: 12px; }}
        QScrollBar:horizontal {{ height: 12px; }}
        QAbstractScrollArea::corner {{ border: 0; background: transparent; }}
        QScrollBar::handle {{ background: {ours.scroll}; border-radius: 4px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: 32px; }}
        QScrollBar::handle:horizontal {{ min-width: 32px; }}
        QScrollBar::handle:hover {{ background: {ours.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QToolTip {{ padding: 4px 8px; border: 1px solid {ours.edge}; background: palette(tool-tip-base);
            color: palette(tool-tip-text); }}
    """


def _views(means: _Means) -> str:
    """Return the rules for lists, trees, tables and text."""
    ours = means.ours
    return f"""
        QTreeView::item {{ padding: 3px 8px 3px 0; }}
        QTreeView::item:selected {{ background: {ours.selected}; color: palette(text);
            border: {ours.ring - 1}px solid {ours.accent}; border-width: {ours.ring - 1}px 0; }}
        QTreeView::branch:selected {{ background: {ours.selected}; }}
        QPlainTextEdit, QTextEdit {{ border: {ours.ring}px solid {ours.edge}; border-radius: 4px;
            background: palette(base); }}
        QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {ours.accent}; }}
        QTextBrowser {{ border-radius: 0; }}
        QTreeView, QListView, QTableView, QTextBrowser, QScrollArea {{ border: {ours.ring}px solid transparent; }}
        QTreeView:focus, QListView:focus, QTableView:focus, QTextBrowser:focus, QScrollArea:focus {{
            border-color: {ours.accent}; }}
        QTableView {{ border-color: {ours.line}; gridline-color: {ours.line}; }}
        QTableView#ledgerTable::item {{ padding: 4px 0; }}
        QTableView#ledgerTable::item:selected {{ background: {ours.selected}; color: palette(text);
            border: {ours.ring - 1}px solid {ours.accent}; border-width: {ours.ring - 1}px 0; }}
        QTableCornerButton::section {{ border: 0; background: palette(window); }}
        QListWidget::item {{ padding: 4px 8px; }}
        QListWidget::item {{ border-left: 3px solid transparent; }}
        QListWidget::item:selected {{ background: {ours.selected}; color: palette(text);
            border-left-color: {ours.accent}; }}
        QHeaderView::section {{ padding: 4px 8px; border: 0; border-right: 1px solid {ours.line};
            border-bottom: 1px solid {ours.edge}; background: palette(window); }}
    """


def _fields(means: _Means) -> str:
    """Return the rules for what is typed into or chosen from."""
    ours = means.ours
    return f"""
        QLineEdit {{ padding: 3px 6px; border: 1px solid {ours.edge}; border-radius: 4px;
            background: palette(base); }}
        QLineEdit:focus {{ padding: 2px 5px; border: 2px solid {ours.accent}; }}
        QLineEdit:disabled, QLineEdit:read-only {{ border-color: {ours.line}; border-style: {means.off};
            background: palette(window); }}
        QTableView QLineEdit {{ padding: 0 4px; border-radius: 0; }}
        QComboBox, QAbstractSpinBox {{ padding: 3px 6px; border: 1px solid {ours.edge}; border-radius: 4px;
            background: palette(base); selection-background-color: {ours.accent};
            selection-color: {ours.on_badge}; }}
        QComboBox:focus, QAbstractSpinBox:focus {{ padding: 2px 5px; border: 2px solid {ours.accent}; }}
        QComboBox:disabled, QAbstractSpinBox:disabled {{ border-color: {ours.line}; border-style: {means.off};
            background: palette(window); }}
        QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ padding: 0 4px; border: 0; background: transparent; }}
        QComboBox::drop-down, QDateTimeEdit::drop-down, QAbstractSpinBox::up-button,
        QAbstractSpinBox::down-button {{ width: 1.8em; border: 0; }}
        QComboBox::down-arrow, QDateTimeEdit::down-arrow, QAbstractSpinBox::down-arrow {{
            image: url({means.drawings}/down-{means.ink}.svg);
            width: 0.8em; height: 0.8em; }}
        QAbstractSpinBox::up-arrow {{ image: url({means.drawings}/up-{means.ink}.svg); width: 0.8em; height: 0.8em; }}
        QComboBox QAbstractItemView {{ border: 1px solid {ours.edge}; background: palette(base); }}
        QGroupBox {{ margin-top: 1.4em; padding: 4px; border: 1px solid {ours.line}; border-radius: 4px; }}
        QGroupBox::title {{ subcontrol-origin: margin; left: 4px; }}
        #qt_calendar_calendarview {{ border: 0; }}
        #qt_calendar_navigationbar {{ background: palette(window); }}
        #qt_calendar_navigationbar QToolButton {{ color: palette(window-text); }}
        #qt_calendar_prevmonth {{ qproperty-icon: url({means.drawings}/left-{means.ink}.svg); }}
        #qt_calendar_nextmonth {{ qproperty-icon: url({means.drawings}/right-{means.ink}.svg); }}
        QFileDialog QToolButton {{ padding: 2px; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QProgressBar {{ border: 1px solid {ours.edge}; border-radius: 4px; background: palette(base);
            text-align: center; }}
        QProgressBar::chunk {{ background: {ours.accent}; border-radius: 3px; }}
    """


def _boxes(means: _Means) -> str:
    """Return the rules for check boxes and radio buttons."""
    ours = means.ours
    return f"""
        QCheckBox::indicator, QGroupBox::indicator, QListView::indicator, QTreeView::indicator,
        QTableView::indicator {{ width: {means.box}px; height: {means.box}px; border: 1px solid {ours.edge};
            border-radius: 3px; background: palette(base); }}
        QCheckBox::indicator:checked, QGroupBox::indicator:checked, QListView::indicator:checked,
        QTreeView::indicator:checked, QTableView::indicator:checked {{ border-color: {ours.accent};
            background: {ours.accent}; image: url({means.drawings}/tick-{means.on_badge}.svg); }}
        QCheckBox::indicator:indeterminate, QListView::indicator:indeterminate,
        QTreeView::indicator:indeterminate {{ border-color: {ours.accent}; background: {ours.accent};
            image: url({means.drawings}/dash-{means.on_badge}.svg); }}
        QCheckBox::indicator:disabled {{ border-color: {ours.line}; }}
        QCheckBox::indicator:checked:disabled {{ background: {ours.muted}; }}
        QRadioButton::indicator {{ width: {means.box}px; height: {means.box}px; border: 1px solid {ours.edge};
            border-radius: {means.box // 2 + 1}px; background: palette(base); }}
        QRadioButton::indicator:checked {{ border-color: {ours.accent}; background: {ours.accent};
            image: url({means.drawings}/dot-{means.on_badge}.svg); }}
        QRadioButton::indicator:disabled {{ border-color: {ours.line}; }}
        QCheckBox, QRadioButton {{ padding: 2px; border: 2px solid transparent; border-radius: 4px; spacing: 6px; }}
        QCheckBox:focus, QRadioButton:focus {{ border-color: {ours.accent}; }}
    """


def _buttons(means: _Means) -> str:
    """Return the rules for buttons, by their role."""
    ours = means.ours
    return f"""
        QPushButton {{ min-width: 4em; padding: 5px 14px; border: 1px solid {ours.edge}; border-radius: 4px;
            background: palette(button); }}
        QPushButton:hover {{ border-color: {ours.accent}; }}
        QPushButton:pressed {{ background: {ours.selected}; }}
        QPushButton:default {{ border: 2px solid {ours.edge}; padding: 4px 13px; }}
        QPushButton:focus {{ border: 2px solid {ours.accent}; padding: 4px 13px; }}
        QPushButton:disabled {{ color: {ours.muted}; border-color: {ours.line}; border-style: {means.off}; }}
        QPushButton[role="chip"] {{ min-width: 0; padding: 3px 9px; border: 1px solid {ours.edge}; border-radius: 11px;
            background: transparent; }}
        QPushButton[role="chip"]:hover {{ border-color: {ours.accent}; }}
        QPushButton[role="chip"]:checked {{ background: {ours.accent}; border-color: {ours.accent};
            color: {ours.on_badge}; }}
        QPushButton[role="chip"]:focus {{ border: 2px solid {ours.accent}; padding: 2px 8px; }}
        QPushButton[role="chip"]:checked:focus {{ border-color: palette(text); }}
        QPushButton[role="chip"]:disabled {{ color: {ours.muted}; border: 1px {means.off} {ours.line}; }}
        QPushButton[role="primary"] {{ padding: 7px 18px; border: 1px solid {ours.accent}; border-radius: 4px;
            background: {ours.accent}; color: {ours.on_badge}; font-weight: 600; }}
        QPushButton[role="primary"]:hover {{ border-color: palette(text); }}
        QPushButton[role="primary"]:focus {{ border: 2px solid palette(text); padding: 6px 17px; }}
        QPushButton[role="primary"]:disabled {{ background: transparent; border: 1px {means.off} {ours.line};
            color: {ours.muted}; }}
        QPushButton[role="secondary"] {{ padding: 7px 18px; background: transparent; }}
        QPushButton[role="secondary"]:focus {{ padding: 6px 17px; }}
        QPushButton[role="decision"] {{ min-width: 0; padding: 4px 9px; }}
        QPushButton[role="decision"]:focus {{ padding: 3px 8px; }}
        QPushButton[role="decision"]:checked {{ background: {ours.accent}; border-color: {ours.accent};
            color: {ours.on_badge}; }}
        QPushButton[role="decision"]:checked:focus {{ border-color: palette(text); }}
    """


def _grounds(means: _Means) -> str:
    """Return the rules for labels and grounds, by what they say."""
    ours = means.ours
    return f"""
        QLabel[role="heading"] {{ color: {ours.muted}; font-weight: 600; }}
        QLabel[role="brand"] {{ font-family: "{means.serif}"; font-size: {2.4 * means.points:g}pt; }}
        QLabel[role="prompt"] {{ font-size: {1.4 * means.points:g}pt; }}
        QLabel[role="title"] {{ font-size: {1.2 * means.points:g}pt; font-weight: 600; }}
        QLabel[role="muted"] {{ color: {ours.muted}; }}
        QLabel[role="problem"] {{ color: {ours.critical}; }}
        QFrame[role="dropZone"] {{ background: palette(base); border: 2px dashed {ours.edge}; border-radius: 12px; }}
        QFrame[role="dropZone"][pointed="true"] {{ background: {ours.selected}; border: 3px solid {ours.accent}; }}
        QFrame[role="dropZone"] QLabel {{ font-size: {1.4 * means.points:g}pt; }}
        QFrame#decisionBar {{ border-top: 1px solid {ours.line}; }}
        QFrame#outgoingGround {{ background: palette(base); border-left: 3px solid {ours.accent}; }}
        QFrame#noteGround {{ background: {ours.note}; border-left: 3px solid {ours.medium}; }}
        QFrame#sourceBar {{ background: {ours.selected}; border-bottom: 1px solid {ours.line}; }}
        QFrame#faceBar, QFrame#findBar {{ border-bottom: 1px solid {ours.line}; }}
        QFrame#messageBar {{ background: {ours.note}; border-bottom: 1px solid {ours.line}; }}
        QFrame#messageBar[kind="problem"] {{ background: {ours.problem}; }}
    """
