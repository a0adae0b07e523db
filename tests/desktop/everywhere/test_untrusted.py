"""Text of others, wherever it shows: it is text, fetches nothing, and hides nothing."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, Qt, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QListView, QTextBrowser, QTextEdit, QWidget

import app.desktop
from app.desktop.plain_text import tip, unseen, visible
from app.desktop.words import unmarked

MARKUP = (
    '<img src="http://example.invalid/x.png"><a href="file:///etc/passwd">link</a><b>bold</b>'
    " javascript:alert(1) &lt;script&gt; {0} %1 & [*]"
)
TURNED = "\u202egnp.exe\u202c\u2066a\u2069"
PARTED = "in\u200bdem\u2060ni\ufeffty"
CONTROLS = "a\x00b\x07c\x1b[31md\x9f"
LONG = "W" * 400
HOSTILE = f"{MARKUP} {TURNED} {PARTED} {CONTROLS} {LONG}"
UNSEEN = "\x00\x07\x1b\x9f\u202e\u202c\u2066\u2069\u2060\ufeff"
"""Of these none may reach a reader; U+200B is ours too: it lets long words break."""

SOURCES = sorted(Path(app.desktop.__file__).parent.rglob("*.py"))


def rows_of(view):
    """Yield every index of a view's model."""
    model, left = view.model(), [view.rootIndex()]
    while left and model is not None:
        parent = left.pop()
        for row in range(model.rowCount(parent)):
            for column in range(1 if isinstance(view, QListView) else model.columnCount(parent)):
                index = model.index(row, column, parent)
                yield index
            left.append(model.index(row, 0, parent))


def read_tip(told):
    """Return a tooltip as Qt shows it."""
    if not Qt.mightBeRichText(told):
        return told
    page = QTextDocument()
    page.setHtml(told)
    return page.toPlainText().replace("\u200b", "")  # ours, where long words may break


def told_by(shown):
    """Yield where and what each part of a window says, as a reader or a screen reader gets it."""
    yield "title", shown.windowTitle()
    for widget in (shown, *shown.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield f"{name} name", widget.accessibleName()
        yield f"{name} description", widget.accessibleDescription()
        yield f"{name} tip", read_tip(widget.toolTip())
        if isinstance(widget, QLabel):
            yield name, read_tip(widget.text()) if widget.textFormat() == Qt.TextFormat.RichText else widget.text()
        elif isinstance(widget, QTextBrowser):
            yield name, widget.toPlainText()
        elif isinstance(widget, QComboBox):
            yield from ((name, widget.itemText(row)) for row in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            for index in rows_of(widget):
                yield f"{name} row", str(index.data() or "")
                yield f"{name} row spoken", str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
                yield f"{name} row tip", read_tip(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
    for action in shown.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()} tip", read_tip(action.toolTip())


def test_no_label_guesses_whether_its_text_is_markup(filled):
    guessing = [
        (label.objectName(), label.text()[:60])
        for label in filled(HOSTILE).findChildren(QLabel)
        if label.text() and label.textFormat() not in (Qt.TextFormat.PlainText, Qt.TextFormat.RichText)
    ]
    assert guessing == []


def test_markup_is_shown_as_it_is_written(filled):
    eaten = [
        (where, said[:120])
        for where, said in told_by(filled(MARKUP))
        if "javascript:" in said and not ('<img src="http' in said.replace("\u200b", "") and "&lt;script" in said)
    ]
    assert eaten == []


def test_no_tip_is_taken_for_markup(filled):
    shown = filled(MARKUP)
    tips = [widget.toolTip() for widget in shown.findChildren(QWidget)]
    tips += [action.toolTip() for action in shown.findChildren(QAction)]
    for view in shown.findChildren(QAbstractItemView):
        tips += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in rows_of(view)]
    assert [told for told in tips if Qt.mightBeRichText(told) and ("<img" in told or "<a " in told)] == []


def test_nothing_that_is_not_seen_reaches_a_reader(filled):
    hidden = [(where, ascii(said[:160])) for where, said in told_by(filled(HOSTILE)) if set(UNSEEN) & set(said)]
    assert hidden == []


def test_rich_text_holds_no_image_and_leads_nowhere_outside(filled):
    shown = filled(HOSTILE)
    pages = [browser.toHtml() for browser in shown.findChildren(QTextBrowser)]
    pages += [label.text() for label in shown.findChildren(QLabel) if label.textFormat() == Qt.TextFormat.RichText]
    assert [
        page for page in pages for bad in ("<img", 'href="file', 'href="http', 'href="javascript') if bad in page
    ] == []


def test_nothing_opens_by_itself(filled):
    shown = filled(HOSTILE)
    browsers = [browser for browser in shown.findChildren(QTextBrowser) if browser.openLinks()]
    labels = [
        label
        for label in shown.findChildren(QLabel)
        if label.openExternalLinks() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert browsers + labels == []


def test_no_page_loads_what_its_text_names(filled, tmp_path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    address = QUrl.fromLocalFile(str(tmp_path / "secret.txt"))
    pages = filled(HOSTILE).findChildren(QTextEdit)
    assert [page.objectName() for page in pages if page.loadResource(2, address)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_module_can_open_an_address_or_reach_the_network(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    named |= {alias.name.split(".")[0] for node in imports for alias in node.names}
    allowed = {"QDesktopServices"} if path.name == "news.py" else set()  # for the folder of an export
    assert named & {"QDesktopServices", "QNetworkAccessManager", "setOpenExternalLinks", "webbrowser"} <= allowed


def test_menus_show_an_ampersand_as_it_is():
    assert unmarked("Terms & <b>Conditions</b>\u202e") == "Terms && <b>Conditions</b>\u25af"


def test_what_is_not_seen_is_shown_by_a_sign_and_the_length_stays():
    assert visible(f"{TURNED} {CONTROLS}") == "▯gnp.exe▯▯a▯ a␀b␇c␛[31md▯"
    assert len(visible(HOSTILE)) == len(HOSTILE)


def test_letters_that_scripts_need_are_left_alone():
    persian = "می\u200cخواهم \U0001f468\u200d\U0001f469"
    assert visible(persian) == persian
    assert unseen(persian) == ()


def test_what_is_not_seen_has_a_name():
    assert unseen("a\u202eb") == ((1, "U+202E"),)


def test_a_tip_is_shown_as_it_is_written_and_folds():
    assert read_tip(tip(MARKUP)) == MARKUP
    assert tip(LONG).startswith("<p>")
    assert tip("Next finding (F7)") == "Next finding (F7)"
