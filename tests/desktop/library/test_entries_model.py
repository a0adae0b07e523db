import pytest

from app.desktop.library.entries_model import OWN, EntriesFilter, EntriesModel, EntryFilter

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def model(shelf):
    model = EntriesModel()
    model.show_shelf(shelf)
    return model


@pytest.fixture
def kept(model):
    proxy = EntriesFilter()
    proxy.setSourceModel(model)
    return proxy


def titles(model):
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(row, 0, group).data() for group in groups for row in range(model.rowCount(group))]


def test_the_models_obey_qts_contract(qtmodeltester, model, kept):
    qtmodeltester.check(model)
    qtmodeltester.check(kept)


def test_entries_stand_in_their_groups_with_those_that_cannot_be_read_last(model):
    groups = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert groups == ["Term and exit (2)", "Legal frame (1)", "Cannot be read (1)"]
    assert titles(model) == ["Audits", "Visits by the vendor", "Governing law", "quiet-hours"]


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("site-visits", "Visits by the vendor, Medium, Burden"),
        ("governing-law", "Governing law, Low, Protection, changed by us"),
        ("quiet-hours", "quiet-hours, cannot be used yet, ours"),
        ("audits", "Audits, Medium, Burden, left out"),
    ],
)
def test_a_screen_reader_says_what_an_entry_is(model, name, spoken):
    assert model.index_of(name).data(role=11) == spoken  # Qt.ItemDataRole.AccessibleTextRole


def test_an_id_that_is_not_there_has_no_row(model):
    assert not model.index_of("nothing").isValid()


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (EntryFilter("visit"), ["Audits", "Visits by the vendor", "Governing law"]),
        (EntryFilter("governing"), ["Governing law"]),
        (EntryFilter("QUIET-hours"), ["quiet-hours"]),
        (EntryFilter("Visits offices notice"), ["Audits", "Visits by the vendor", "Governing law"]),
        (EntryFilter("nobody says this"), []),
        (EntryFilter(marks=frozenset({"protection"})), ["Governing law"]),
        (EntryFilter(marks=frozenset({"low", "medium", "burden"})), ["Audits", "Visits by the vendor"]),
        (EntryFilter(pack="general"), ["Audits", "Visits by the vendor"]),
        (EntryFilter(pack=OWN), ["Governing law"]),
        (EntryFilter(changed=True), ["Audits", "Governing law", "quiet-hours"]),
    ],
)
def test_a_filter_keeps_what_fits_all_of_it(kept, wanted, left):
    kept.keep(wanted)
    assert titles(kept) == left
    assert kept.count == len(left)
