from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox

from app.desktop.dialogs.profile_dialog import ProfileDialog
from app.desktop.profile.form import FIRST, topics
from app.model.profile import DeploymentProfile, GroupCompany
from app.service.profiles import load_profile, profile_toml, save_profile, saved_profiles

LEFT = Qt.MouseButton.LeftButton
GROUP = (GroupCompany("Heron", "licensee", users_at_release=300, users_now=3_000_000),)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    """Keep saved profiles of every test apart."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def dialog(qtbot, review):
    """The dialog over the built-in profile, shown."""
    dialog = ProfileDialog(None, DeploymentProfile(), review)
    qtbot.addWidget(dialog, before_close_func=lambda dialog: dialog.done(0))  # without a question about the answers
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def line(dialog, field):
    return dialog.findChild(QLineEdit, f"line-{field}")


def field(dialog, name):
    return dialog.form.rows[name].field


def shown_questions(dialog):
    return {name for name, row in dialog.form.rows.items() if row.isVisible()}


def test_every_field_of_a_profile_is_asked_once(dialog):
    asked = [question.field for questions in topics().values() for question in questions]
    assert sorted(asked) == sorted(each.name for each in fields(DeploymentProfile))
    assert list(dialog.form.rows) == asked


def test_first_only_what_decides_most_is_shown(dialog):
    assert shown_questions(dialog) == {question.field for question in topics()[FIRST]}


@pytest.mark.parametrize(
    "profile",
    [
        DeploymentProfile(),
        DeploymentProfile(
            name="Pilot", model="Example 2", modalities=("audio",), hosting="saas", residency=("UK",), engineers=1.5
        ),
        DeploymentProfile(group=GROUP, monthly_active_users=3_000_000),
    ],
)
def test_the_answers_shown_are_the_profile(qtbot, profile):
    dialog = ProfileDialog(None, profile)
    qtbot.addWidget(dialog)
    assert dialog.profile() == profile


def test_nothing_can_be_judged_again_before_an_answer_is_changed(dialog):
    assert not dialog.apply.isEnabled()


@pytest.mark.parametrize(
    ("name", "change", "answer"),
    [
        ("fine_tunes", lambda field: field.no.click(), False),
        ("audience", lambda field: field.buttons["partners"].click(), "partners"),
        ("modalities", lambda field: field.boxes["image"].click(), ("text",)),
    ],
)
def test_a_control_changes_its_answer(dialog, name, change, answer):
    change(field(dialog, name))
    assert dialog.profile() == replace(DeploymentProfile(), **{name: answer})
    assert dialog.apply.isEnabled()


@pytest.mark.parametrize(
    ("name", "typed", "answer"),
    [("name", "Pilot", "Pilot"), ("monthly_active_users", "1,200,000", 1_200_000), ("growth_percent", "12.5", 12.5)],
)
def test_what_is_typed_is_the_answer(qtbot, dialog, name, typed, answer):
    line(dialog, name).clear()
    qtbot.keyClicks(line(dialog, name), typed)
    assert getattr(dialog.profile(), name) == answer


def test_a_number_gets_its_separators_when_it_is_typed(qtbot, dialog):
    users = line(dialog, "monthly_active_users")
    users.setFocus()
    users.selectAll()
    qtbot.keyClicks(users, "1200000")
    qtbot.keyClick(users, Qt.Key.Key_Tab)
    assert users.text() == "1,200,000"


def test_what_is_no_answer_is_told_beside_the_field_and_cannot_be_applied(qtbot, dialog):
    users = line(dialog, "monthly_active_users")
    users.selectAll()
    qtbot.keyClicks(users, "many")
    problem = dialog.form.rows["monthly_active_users"].problem
    assert problem.isVisible()
    assert problem.text() == "A number is due, such as 50,000,000."
    assert not dialog.apply.isEnabled()


def test_a_list_that_needs_one_answer_says_so(dialog):
    for box in field(dialog, "modalities").boxes.values():
        box.setChecked(False)
    field(dialog, "modalities").changed.emit()
    assert dialog.form.rows["modalities"].problem.text() == "At least one is due."
    assert not dialog.apply.isEnabled()


def test_a_plan_without_a_name_is_told(qtbot, dialog):
    line(dialog, "name").selectAll()
    qtbot.keyClick(line(dialog, "name"), Qt.Key.Key_Backspace)
    assert dialog.form.rows["name"].problem.text() == "Words on one line are due."


def test_an_answer_that_is_changed_moves_no_other_question(dialog):
    below = dialog.form.rows[topics()[FIRST][-1].field]
    before = below.mapTo(dialog, QPoint())
    field(dialog, "fine_tunes").no.click()
    QApplication.processEvents()  # the layout is made anew
    assert dialog.form.rows["fine_tunes"].put_back.isVisible()
    assert below.mapTo(dialog, QPoint()) == before


def test_a_changed_answer_is_marked_and_can_be_put_back(qtbot, dialog):
    row = dialog.form.rows["fine_tunes"]
    field(dialog, "fine_tunes").no.click()
    assert row.before.isVisible()
    assert row.before.text().endswith("which says: yes")
    qtbot.mouseClick(row.put_back, LEFT)
    assert dialog.profile() == DeploymentProfile()
    assert not row.before.isVisible()


def test_a_heading_counts_what_is_changed(dialog):
    field(dialog, "fine_tunes").no.click()
    assert dialog.form.topics[FIRST].head.text().endswith("12 questions · 1 changed")


def test_a_pause_tells_the_answers_so_far(qtbot, dialog):
    with qtbot.waitSignal(dialog.changed) as told:
        field(dialog, "fine_tunes").no.click()
    assert told.args[0] == replace(DeploymentProfile(), fine_tunes=False)


def test_the_effect_is_shown(dialog):
    dialog.show_effect("3 findings would change.")
    assert dialog.effect.isVisible()
    assert dialog.effect.text() == "3 findings would change."


def test_a_search_shows_the_questions_of_all_topics_that_hold_the_words(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "personal data")
    assert shown_questions(dialog) == {"fine_tuning_data", "personal_data"}


def test_without_words_the_first_topic_is_back(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "personal data")
    dialog.search.clear()
    assert shown_questions(dialog) == {question.field for question in topics()[FIRST]}


def test_a_search_that_finds_nothing_says_so(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "zebra")
    assert dialog.form._nothing.isVisible()


def test_a_topic_that_is_chosen_is_opened(qtbot, dialog):
    dialog.topics.setCurrentRow(1)
    dialog.topics.setFocus()
    qtbot.keyClick(dialog.topics, Qt.Key.Key_Return)
    assert field(dialog, "weights_from").isVisible()


def test_companies_give_the_sum_in_place_of_a_number(dialog):
    field(dialog, "group").show_answer(GROUP)
    field(dialog, "group").changed.emit()
    assert dialog.profile().monthly_active_users == 3_000_000
    assert not field(dialog, "monthly_active_users").isEnabled()


def test_counting_by_company_begins_with_the_one_that_takes_the_licence(qtbot, dialog):
    qtbot.mouseClick(dialog.form.by_company, LEFT)
    assert [company.relation for company in dialog.profile().group] == ["licensee"]


def test_both_readings_stand_with_their_distance_to_the_threshold_of_the_document(dialog):
    field(dialog, "group").show_answer(GROUP)
    field(dialog, "group").changed.emit()
    lines = field(dialog, "group").readings.text().splitlines()
    assert lines[0].endswith("month before the release: 300 – below the threshold of 5,000,000 by 4,999,700")
    assert lines[1].endswith("All products, today: 3,000,000 – below the threshold of 5,000,000 by 2,000,000")


def test_cells_of_a_spreadsheet_are_pasted(qtbot, dialog):
    QGuiApplication.clipboard().setText("Heron\tlicensee\t100\t1\t2\nTern\tparent\t60\t3\t4\n")
    qtbot.mouseClick(field(dialog, "group").paste, LEFT)
    assert dialog.profile().monthly_active_users == 6


def test_a_saved_profile_is_shown_when_it_is_chosen(qtbot):
    pilot = DeploymentProfile(name="Pilot", hosting="saas")
    save_profile(pilot, "pilot")
    dialog = ProfileDialog(None, DeploymentProfile())
    qtbot.addWidget(dialog)
    names = dialog.saved_bar.names
    names.setCurrentIndex(names.findData("pilot"))
    names.activated.emit(names.currentIndex())
    assert dialog.profile() == pilot
    assert dialog.apply.isEnabled()


def test_answers_are_saved_under_a_name_and_no_longer_marked(dialog):
    field(dialog, "fine_tunes").no.click()
    dialog.saved_bar.save("pilot")
    assert saved_profiles() == ("pilot",)
    assert not dialog.form.rows["fine_tunes"].before.isVisible()


def test_a_name_that_no_file_can_have_is_refused_in_the_dialog(dialog):
    dialog.saved_bar.save("a/b")
    assert dialog.message.isVisible()
    assert "a profile is saved under letters" in dialog.message.text()


def test_a_saved_profile_is_removed(qtbot, dialog):
    dialog.saved_bar.save("pilot")
    qtbot.mouseClick(dialog.saved_bar.remove, LEFT)
    assert saved_profiles() == ()


def test_a_profile_goes_into_a_file_and_comes_back(dialog, tmp_path):
    field(dialog, "fine_tunes").no.click()
    dialog.saved_bar.export_to(tmp_path / "shared.toml")
    assert load_profile(tmp_path / "shared.toml") == dialog.profile()


def test_a_file_is_shown(dialog, tmp_path):
    shared = DeploymentProfile(name="Shared", use="research")
    (tmp_path / "shared.toml").write_text(profile_toml(shared), encoding="utf-8")
    dialog.saved_bar.import_from(tmp_path / "shared.toml")
    assert dialog.profile() == shared


def test_a_file_that_is_no_profile_is_refused_and_loses_no_answer(dialog, tmp_path):
    field(dialog, "fine_tunes").no.click()
    (tmp_path / "wrong.toml").write_text("use = 'nothing'", encoding="utf-8")
    dialog.saved_bar.import_from(tmp_path / "wrong.toml")
    assert dialog.message.text().startswith('wrong.toml: "use" must be one of')
    assert not dialog.profile().fine_tunes


def test_the_first_question_has_the_focus_and_what_stands_before_it_comes_before_it(qtbot, dialog):
    assert dialog.focusWidget() is line(dialog, "name")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is dialog.topics


def test_enter_in_a_field_does_not_end_the_form(qtbot, dialog):
    field(dialog, "fine_tunes").no.click()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)


def test_control_and_enter_apply_the_answers(qtbot, dialog):
    field(dialog, "fine_tunes").no.click()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_form_without_changes_closes_at_once(qtbot, dialog):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("answer", "is_open"), [("Cancel", True), ("Leave them", False)])
def test_answers_that_would_be_lost_are_asked_about(qtbot, dialog, answer, is_open):
    field(dialog, "fine_tunes").no.click()

    def choose():
        box = dialog.findChild(QMessageBox)
        qtbot.mouseClick(next(button for button in box.buttons() if button.text().replace("&", "") == answer), LEFT)

    QTimer.singleShot(0, choose)
    dialog.reject()
    assert dialog.isVisible() == is_open
    assert not dialog.profile().fine_tunes


def test_answers_that_are_saved_are_not_lost(dialog):
    field(dialog, "fine_tunes").no.click()
    assert dialog.loses_answers
    dialog.saved_bar.save("pilot")
    assert not dialog.loses_answers


def test_every_control_has_a_name_for_the_screen_reader(dialog):
    unnamed = [
        button.objectName()
        for button in dialog.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text()) and button.parent() not in dialog.findChildren(QLineEdit)
    ]
    assert [name for name in unnamed if not name.startswith("qt_")] == []


def test_the_whole_form_can_be_answered_by_keyboard(qtbot, dialog):
    dialog.form.rows["name"].field.setFocus()
    qtbot.keyClick(line(dialog, "name"), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is field(dialog, "audience").buttons["customers"]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.profile().audience == "employees"
