import pytest

from app.errors import CounterdraftError
from app.service.library_check import check_library
from app.service.library_shelf import begun_entry, changed_entry, read_shelf, rung_wording


def entry_of(shelf, name):
    return next(entry for entry in shelf.entries if entry.id == name)


@pytest.fixture
def house(tmp_path):
    """A folder that changes one entry, leaves one out, and has a file with a mistake."""
    (tmp_path / "library.yaml").write_text('title: House\nversion: "7"\nleave_out: [publicity]\n')
    (tmp_path / "assignment.yaml").write_text("severity: critical\nowner: General Counsel\n")
    (tmp_path / "site-visits.yaml").write_text("id: site-visits\n")
    return tmp_path


def test_the_bundled_library_stands_on_the_shelf_entry_by_entry():
    shelf = read_shelf(None)
    entry = entry_of(shelf, "assignment")
    assert entry.clause == entry.bundled
    assert (entry.path, entry.changed, shelf.folder) == (None, (), None)


def test_an_entry_says_which_fields_we_change(house):
    entry = entry_of(read_shelf(house), "assignment")
    assert (entry.changed, entry.path) == (("severity", "owner"), house / "assignment.yaml")
    assert entry.clause.severity == "critical" != entry.bundled.severity


def test_an_entry_that_is_left_out_can_still_be_read(house):
    entry = entry_of(read_shelf(house), "publicity")
    assert (entry.is_left_out, entry.clause) == (True, None)
    assert entry.shown.title == entry.bundled.title


def test_an_entry_of_our_own_with_mistakes_is_on_the_shelf_too(house):
    shelf = read_shelf(house)
    entry = entry_of(shelf, "site-visits")
    assert (entry.shown, entry.path) == (None, house / "site-visits.yaml")
    assert any(line.startswith("site-visits.yaml:1:") for line in shelf.problems)


def test_a_draft_that_was_never_saved_is_on_the_shelf(house):
    (house / "quiet-hours.yaml.draft").write_text("id: quiet")
    entry = entry_of(read_shelf(house), "quiet-hours")
    assert (entry.shown, entry.path) == (None, house / "quiet-hours.yaml")


def test_a_folder_that_is_gone_is_named_and_the_bundled_library_shown(tmp_path):
    shelf = read_shelf(tmp_path / "gone")
    assert entry_of(shelf, "assignment").clause is not None
    assert "there is no such folder" in shelf.problems[0]


def test_a_change_begins_with_what_the_bundled_entry_says(tmp_path):
    text = changed_entry("aup-change-notice", ("severity", "positions"))
    (tmp_path / "aup-change-notice.yaml").write_text(text)
    entry = entry_of(read_shelf(tmp_path), "aup-change-notice")
    assert entry.changed == ("severity", "positions")
    assert entry.clause.positions == entry.bundled.positions


def test_the_wording_of_a_rung_can_be_put_into_another():
    wording = rung_wording("aup-change-notice", 1)
    assert wording.startswith("edits:")
    assert "\nclause:" in wording
    assert "*at-once" not in wording


def test_a_new_entry_works_from_the_start(tmp_path):
    (tmp_path / "quiet-hours.yaml").write_text(begun_entry("quiet-hours", "Quiet hours", "C"))
    assert check_library(tmp_path).problems == ()


def test_a_new_entry_cannot_take_the_id_of_a_bundled_one():
    with pytest.raises(CounterdraftError, match="'assignment' is an entry of the bundled library"):
        begun_entry("assignment", "", "C")


def test_only_bundled_entries_can_be_changed_or_copied():
    with pytest.raises(CounterdraftError, match="'site-visits' is no entry of the bundled library"):
        changed_entry("site-visits", ("severity",))
