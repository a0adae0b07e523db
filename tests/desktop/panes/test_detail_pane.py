from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton

from app.desktop.panes.detail_pane import DetailPane
from app.desktop.sheet import style_sheet
from app.model.clause import NewClause
from app.model.matter import Decision, JournalEntry, OwnWords, Standing
from app.model.redline import Edit, Redline
from app.model.review import Fact
from app.model.span import Place, Span


@pytest.fixture
def pane(qtbot, qapp):
    pane = DetailPane()
    pane.setStyleSheet(style_sheet(qapp.palette()))
    qtbot.addWidget(pane)
    pane.resize(430, 800)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.fixture
def cure(findings):
    """The missing cure period, whose fallback has wording."""
    fallback = replace(findings[2].clause.positions[1], clause=NewClause("Cure.", ("Fifteen days.",)))
    positions = (findings[2].clause.positions[0], fallback, findings[2].clause.positions[2])
    verdicts = tuple(
        replace(verdict, position=position) for verdict, position in zip(findings[2].verdicts, positions, strict=True)
    )
    return replace(findings[2], clause=replace(findings[2].clause, positions=positions), verdicts=verdicts)


@pytest.fixture
def decided(pane):
    """The decisions that the pane told of."""
    told = []
    pane.decided.connect(told.append)
    return told


def click(qtbot, pane, name):
    qtbot.mouseClick(pane.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def typed_words(pane):
    return pane.page.redline.fields[0].edit


def test_nothing_is_shown_before_a_finding_is_chosen(pane):
    assert not pane.page.isVisibleTo(pane)
    assert not pane.bar.isVisibleTo(pane)


def test_the_head_tells_severity_level_and_place(pane, review, cure):
    pane.show_finding(review, cure)
    assert pane.page.head.level.accessibleName().replace("\u00a0", " ").split() == [
        "H",
        "High",
        "·",
        "✗",
        "Walk-away",
        "·",
        "5",
    ]


def test_accepting_is_told_and_shown(qtbot, pane, review, cure, decided):
    pane.show_finding(review, cure)
    click(qtbot, pane, "move-accept")
    assert decided == [Decision("accept")]
    assert pane.page.head.state.text() == "✓ Decided: ask for what is proposed – 30 days to cure after written notice"
    assert pane.bar.buttons["accept"].isChecked()


def test_a_fallback_is_told_with_its_rung(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.take_fallback()
    assert decided == [Decision("fallback", rung=1)]
    assert pane.page.head.state.text() == "◐ Decided: fallback – 15 days to cure after written notice"


def test_skipping_is_told_and_the_comment_is_gone(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.skip()
    assert decided == [Decision("skip")]
    assert not pane.page.comment.isVisibleTo(pane)


def test_a_decision_is_taken_back(pane, review, cure, decided):
    pane.show_finding(review, cure, Decision("accept-risk", reason="We use it once.", note="Ours."))
    pane.undecide()
    assert decided == [Decision(note="Ours.")]


def test_the_risk_is_accepted_for_a_reason_that_is_shown_afterwards(qtbot, pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.accept_risk()
    qtbot.keyClicks(pane.bar.reason.edit, "We use it once.")
    qtbot.keyClick(pane.bar.reason.edit, Qt.Key.Key_Return)
    assert decided == [Decision("accept-risk", reason="We use it once.")]
    assert pane.page.head.state.text() == "△ Decided: risk accepted – We use it once."


def test_choosing_a_rung_asks_for_it_undecided(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.page.ladder.rungs[1].radio.click()
    assert decided == [Decision(rung=1)]


@pytest.mark.parametrize("move", ["accept", "take_fallback", "modify", "accept_risk", "skip", "undecide"])
def test_nothing_can_be_decided_where_all_is_in_order(pane, review, findings, decided, move):
    pane.show_finding(review, findings[5])
    getattr(pane, move)()
    assert decided == []
    assert not pane.bar.reason.isVisibleTo(pane)
    assert pane.bar.buttons["accept"].toolTip() == "Nothing is to be decided: this is in order."


@pytest.mark.parametrize("slot", ["accept", "modify", "accept_risk", "edit_comment", "edit_note", "show_evidence"])
def test_keys_do_nothing_before_a_finding_is_shown(pane, decided, slot):
    getattr(pane, slot)()
    assert decided == []


def test_own_words_are_previewed_while_they_are_typed(qtbot, pane, review, cure):
    pane.show_finding(review, cure)
    pane.modify()
    field = typed_words(pane)
    assert field.hasFocus()
    with qtbot.waitSignal(pane.previewed) as previewed:
        field.setPlainText(field.text.replace("thirty (30)", "ten (10)"))
    assert "ten (10)" in previewed.args[0].text_of(13, review.document.paragraphs[13].text)


def test_own_words_are_kept_and_named_so(qtbot, pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.modify()
    typed_words(pane).setPlainText("You mend it in ten days.")
    click(qtbot, pane, "keepWords")
    assert decided == [Decision("edit", words=OwnWords(((13, "You mend it in ten days."),)))]
    assert pane.page.redline.origin.text() == "Your words"


def test_words_being_typed_are_kept_when_another_finding_is_chosen(pane, review, cure, findings, decided):
    pane.show_finding(review, cure)
    told_on = []
    pane.decided.connect(lambda _: told_on.append(pane.shown.finding.clause.id))
    pane.modify()
    typed_words(pane).setPlainText("You mend it in ten days.")
    assert pane.has_unsaved
    pane.show_finding(review, findings[1])
    assert [decision.verb for decision in decided] == ["edit"]
    assert told_on == ["cure-period"]
    assert not pane.has_unsaved


def test_accepting_while_words_are_typed_keeps_them(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.modify()
    typed_words(pane).setPlainText("You mend it in ten days.")
    pane.accept()
    assert decided == [Decision("edit", words=OwnWords(((13, "You mend it in ten days."),)))]


def test_skipping_while_words_are_typed_keeps_them_first(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.modify()
    typed_words(pane).setPlainText("You mend it in ten days.")
    pane.skip()
    assert [decision.verb for decision in decided] == ["edit", "skip"]
    assert not pane.has_unsaved


def test_words_that_are_open_but_untouched_follow_another_draft(pane, review, cure):
    pane.show_finding(review, cure)
    pane.modify()
    pane.show_finding(review, cure, drafted=Redline("cure-period", edits=(Edit(13, Span(0, 3), "No"),)))
    pane.modify()
    assert typed_words(pane).text.startswith("No Provider")


def test_words_being_typed_stay_on_their_draft(qtbot, pane, review, findings):
    pane.show_finding(review, findings[4])
    pane.modify()
    typed_words(pane).setPlainText("The Provider may license the Weights.")
    pane.show_finding(review, findings[4], drafted=Redline("warranty"))
    with qtbot.waitSignal(pane.previewed) as previewed:
        typed_words(pane).appendPlainText("")
    assert [new.text for new in previewed.args[0].insertions] == ["The Provider may license the Weights."]


def test_a_comment_being_typed_goes_with_the_decision(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.page.comment.edit.setPlainText("Please agree.")
    pane.accept()
    assert decided == [Decision("accept", comment="Please agree.")]


def test_a_comment_that_is_left_is_kept_once(qtbot, pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.edit_comment()
    qtbot.keyClicks(pane.page.comment.edit, "Dear all, ")
    pane.edit_note()
    pane.edit_comment()
    assert decided == [Decision(comment="Dear all, A cure period lets both sides mend a mistake.")]


def test_a_note_is_kept_and_given_up_for_the_librarys(qtbot, pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.edit_note()
    pane.page.note.edit.setPlainText("Ask Kim.")
    pane.settle()
    pane.show_finding(review, cure, decided[-1])
    click(qtbot, pane, "detailNoteBack")
    assert decided == [Decision(note="Ask Kim."), Decision()]


def test_a_reason_being_typed_is_kept_without_a_decision(qtbot, pane, review, cure, findings, decided):
    pane.show_finding(review, cure)
    pane.accept_risk()
    qtbot.keyClicks(pane.bar.reason.edit, "Only tests")
    pane.show_finding(review, findings[1])
    assert decided == [Decision(reason="Only tests")]


def test_what_is_typed_survives_that_the_same_finding_is_shown_again(pane, review, cure, decided):
    pane.show_finding(review, cure)
    pane.modify()
    typed_words(pane).setPlainText("You mend it.")
    pane.page.comment.edit.setPlainText("Please.")
    pane.show_finding(review, cure, Decision(note="Ours."))
    assert typed_words(pane).text == "You mend it."
    assert pane.page.comment.edit.text == "Please."
    assert decided == []


def test_the_place_in_the_detail_is_kept_while_the_same_finding_is_shown(qtbot, pane, review, cure, findings):
    pane.show_finding(review, cure)
    bar = pane.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    pane.show_finding(review, cure, Decision("accept"))
    assert bar.value() == 100
    pane.show_finding(review, findings[1])
    assert bar.value() == 0


def test_the_library_words_are_named_with_their_entry_and_version(pane, review, cure):
    pane.show_finding(review, cure)
    assert pane.page.redline.origin.text() == "Library wording: cure-period, library 2026.11"


def test_a_paragraph_left_out_before_can_be_put_back(qtbot, pane, review, findings, decided):
    drafted = review.redline_of("warranty")
    without = replace(review, redlines=tuple(each for each in review.redlines if each.clause != "warranty"))
    left_out = Decision("edit", words=OwnWords(additions=("",)))
    pane.show_finding(without, findings[4], left_out, drafted=drafted)
    pane.modify()
    typed_words(pane).setPlainText("The Provider may license the Weights.")
    click(qtbot, pane, "keepWords")
    assert decided == [Decision("edit", words=OwnWords(additions=("The Provider may license the Weights.",)))]


def test_a_finding_without_a_draft_offers_the_clearest_paragraph(pane, review, findings):
    pane.show_finding(review, findings[3])
    pane.modify()
    assert typed_words(pane).text == review.document.paragraphs[8].text


def test_a_silent_finding_without_a_draft_has_no_words_to_edit(pane, review, findings):
    pane.show_finding(replace(review, redlines=()), findings[4])
    assert not pane.bar.buttons["edit"].isEnabled()
    assert "no clause was drafted" in pane.bar.buttons["edit"].toolTip()


def test_the_two_channels_stand_on_grounds_of_their_own(pane, review, cure):
    pane.show_finding(review, cure)
    grounds = {
        frame.findChild(QLabel).text(): frame.objectName()
        for frame in pane.page.findChildren(QFrame)
        if frame.objectName() in ("noteGround", "outgoingGround")
    }
    assert grounds == {
        "Our positions – internal, never leaves the house": "noteGround",
        "To the counterparty": "outgoingGround",
        "Internal note – never leaves the house": "noteGround",
    }


def test_nothing_internal_stands_on_the_ground_of_the_counterparty(pane, review, cure):
    pane.show_finding(review, cure)
    outgoing = pane.findChild(QFrame, "outgoingGround")
    assert outgoing.isAncestorOf(pane.page.comment)
    assert not outgoing.isAncestorOf(pane.page.note)
    assert not outgoing.isAncestorOf(pane.page.ladder)


def test_how_it_stands_to_another_document_is_told(pane, review, cure):
    standing = Standing("overridden", 2, 4, "The order form prevails, section 3.")
    pane.show_finding(review, cure, standing=standing)
    assert pane.page.head.standing.text() == "▽ The order form prevails, section 3."


def test_what_another_document_gives_is_not_asked_for(pane, review, findings):
    pane.show_finding(review, findings[4], standing=Standing("covered", 2, 4, "The order form gives it."))
    assert pane.page.redline.origin.text() == "Nothing is asked; you can still ask in your own words."
    assert not pane.page.comment.isVisibleTo(pane)


def test_the_history_opens_with_the_last_change_first(pane, review, cure):
    when = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
    entries = (
        JournalEntry(1, 1, "cure-period", Decision(), Decision("accept"), when),
        JournalEntry(2, 1, "cure-period", Decision("accept"), Decision("skip"), when, undone=True),
    )
    pane.show_finding(review, cure, history=entries)
    assert not pane.page.history.lines.isVisibleTo(pane)
    pane.page.history.button.click()
    first, second = pane.page.history.lines.text().splitlines()
    assert first.endswith("Decided: skipped, nothing is asked (undone)")
    assert second.endswith("Decided: ask for what is proposed – 30 days to cure after written notice")


def test_the_evidence_opens_and_takes_the_focus(pane, review, cure):
    pane.show_finding(review, cure)
    pane.show_evidence()
    assert pane.page.reasoning.says.body.hasFocus()
    assert "Score" in pane.page.reasoning.says.body.text()


def test_the_redline_strikes_and_underlines(pane, review, cure):
    pane.show_finding(review, cure)
    assert "<s> at any time</s>" in pane.page.redline.body.text()
    assert "<u> and do not cure the breach" in pane.page.redline.body.text()


def test_a_claim_is_shown_with_its_source_and_state(pane, review, findings):
    pane.show_finding(review, findings[0])
    assert "Trade survey 2025 (disputed)" in pane.page.sources.body.text()


def test_a_link_leads_to_its_place(qtbot, pane, review, findings):
    pane.show_finding(review, findings[0])
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        pane.page.reasoning.facts.body.linkActivated.emit("place:6:24:33")
    assert chosen.args == [Place(6, Span(24, 33))]


def test_tab_goes_through_the_detail_from_top_to_bottom(pane, review, cure):
    pane.show_finding(review, cure)
    pane.modify()
    order = (
        pane.page.reasoning.more,
        pane.page.ladder.rungs[0].radio,
        pane.page.redline.fields[0].edit,
        pane.page.redline.keep,
        pane.page.comment.edit,
        pane.page.note.edit,
        pane.bar.buttons["accept"],
        pane.bar.buttons["skip"],
    )
    chain = [pane.title]
    while chain[-1].nextInFocusChain() is not pane.title:
        chain.append(chain[-1].nextInFocusChain())
    places = [chain.index(widget) for widget in order]
    assert places == sorted(places)


def test_text_of_the_document_cannot_act(pane, review, cure):
    paragraphs = tuple(replace(each, text=f"<b>{each.text}</b>") for each in review.document.paragraphs)
    hostile = replace(review, document=replace(review.document, paragraphs=paragraphs), redlines=())
    pane.show_finding(hostile, cure)
    assert "<b>The Provider" not in pane.page.reasoning.says.body.text()


@pytest.mark.parametrize("factor", [1, 2])
def test_nothing_is_wider_than_a_narrow_pane(pane, review, cure, factor):
    fact = Fact("counted_under_common_control", "the parent and its affiliates together", Place(6, Span(24, 33)))
    font = pane.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    pane.setFont(font)
    pane.resize(280, 600)
    pane.show_finding(review, replace(cure, reading=replace(cure.reading, facts=(fact,))), Decision("accept-risk"))
    pane.modify()
    pane.accept_risk()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert pane.page.minimumSizeHint().width() <= pane.area.viewport().width()
    assert pane.minimumSizeHint().width() <= 280


def test_every_control_has_a_name_that_holds_its_text(pane, review, cure):
    pane.show_finding(review, cure)
    labels = [label for label in pane.findChildren(QLabel) if label.text() and label.objectName().startswith("detail")]
    assert labels
    assert all(len(label.accessibleName()) > 1 for label in labels)


def test_without_a_redline_nothing_is_made_up(pane, review, findings):
    pane.show_finding(replace(review, redlines=()), findings[1])
    assert pane.page.redline.origin.text() == "No change of words is drafted; you can edit the words."
    assert pane.page.redline.body.text() == ""
    assert Redline("indemnity").comment is None


def test_letters_decide_where_no_text_is_typed(qtbot, pane, review, cure):
    pane.show_finding(review, cure)
    with qtbot.waitSignal(pane.key_pressed) as signal:
        qtbot.keyClick(pane.bar.buttons["accept"], Qt.Key.Key_S)
    assert signal.args == ["skip"]


def test_letters_typed_into_the_comment_decide_nothing(qtbot, pane, review, cure):
    pane.show_finding(review, cure)
    with qtbot.assertNotEmitted(pane.key_pressed):
        qtbot.keyClick(pane.page.comment.edit, Qt.Key.Key_S)
