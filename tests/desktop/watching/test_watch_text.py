import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from app.desktop import theme
from app.desktop.watching.watch_text import WatchText, pieces_of


@pytest.fixture
def text(qapp):  # noqa: ARG001 - a page is set by it
    return WatchText(theme.colours(QApplication.palette()), "Serif")


def plain(html):
    page = QTextDocument()
    page.setHtml(html)
    return page.toPlainText()


def test_a_change_that_touches_a_use_tells_by_which_words_it_was_recognised(text, step):
    told = plain(text.change(step, step.changes[1]))
    assert "A new prohibition touches: output used for medical advice." in told
    assert "recognised by “New”; words from: Example use policy, 1.4" in told


def test_the_words_of_a_change_are_struck_and_underlined(step):
    changed = step.changes[4]
    assert [(piece.kind, piece.text) for piece in pieces_of(changed)] == [
        ("kept", ""),
        ("deleted", "Old"),
        ("inserted", "New"),
        ("kept", " words"),
    ]


def test_what_is_gone_is_struck_as_a_whole(step):
    assert [(piece.kind, piece.text) for piece in pieces_of(step.changes[3])] == [("deleted", "Old words")]


def test_what_moved_has_a_link_to_both_places(text, step):
    html = text.change(step, step.changes[5])
    assert 'href="old:13"' in html
    assert 'href="new:8"' in html


def test_an_effect_tells_levels_and_the_statements_that_do_it(text, step):
    told = plain(text.effect(step, step.judged.effects[0]))
    assert "Walk-away" in told
    assert "Gone · ▲ Better · clause 5 of the old version\nOld words" in told


def test_a_step_tells_names_that_changed_throughout_and_the_uses_that_were_looked_for(text, found, step):
    told = plain(text.step(found, step))
    assert "“trust team” is called “safety team” throughout" in told
    assert "output used for medical advice – Example use policy, 1.4" in told
