import pytest
from PySide6.QtCore import Qt

from app.desktop.profile.companies_model import CompaniesModel
from app.model.profile import GroupCompany

NAME, RELATION, VOTES, RELEASE, NOW = range(5)
GROUP = (
    GroupCompany("Heron GmbH", "licensee", users_at_release=300, users_now=1_500_000),
    GroupCompany("Joint Ltd", "joint venture", 50.0, users_now=40),
)


@pytest.fixture
def model():
    """A group of two companies."""
    model = CompaniesModel()
    model.show_companies(GROUP)
    return model


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, column).data(role)


def test_the_model_obeys_qts_contract(qtmodeltester, model):
    qtmodeltester.check(model)


def test_numbers_have_separators(model):
    assert cell(model, 0, NOW) == "1,500,000"


@pytest.mark.parametrize(
    ("row", "says"), [(0, "yes – the licensee itself"), (1, "no – joint venture, 50 % of the votes: no control")]
)
def test_each_company_says_whether_it_counts_and_why(model, row, says):
    assert cell(model, row, CompaniesModel.COUNTS) == says


def test_a_cell_is_spoken_with_its_company_and_column(model):
    assert cell(model, 0, NOW, Qt.ItemDataRole.AccessibleTextRole) == "Heron GmbH, Users today: 1,500,000"


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        (NAME, "Heron SE", "name", "Heron SE"),
        (RELATION, "subsidiary", "relation", "subsidiary"),
        (RELATION, "parent company", "relation", "parent"),
        (VOTES, "51.5", "control_percent", 51.5),
        (NOW, "2,000,000", "users_now", 2_000_000),
        (NOW, "", "users_now", 0),
    ],
)
def test_what_is_typed_is_taken(qtbot, model, column, typed, field, value):
    with qtbot.waitSignal(model.changed):
        assert model.setData(model.index(1, column), typed)
    assert getattr(model.companies()[1], field) == value


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [
        (NAME, "  ", "Company: words are due, not “”"),
        (RELATION, "cousin", "Relation: one of it takes the licence, parent company, subsidiary, "),
        (VOTES, "101", "Votes, %: a number from 0 to 100 is due, not “101”"),
        (RELEASE, "many", "Users in month before release: a number such as 1,500,000 is due, not “many”"),
        (NOW, "-1", "Users today: a number such as 1,500,000 is due, not “-1”"),
    ],
)
def test_what_a_cell_cannot_hold_is_refused_and_changes_nothing(qtbot, model, column, typed, words):
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(1, column), typed)
    assert words in refused.args[0]
    assert model.companies() == GROUP


def test_more_than_half_of_the_votes_makes_a_company_count(model):
    model.setData(model.index(1, VOTES), "51")
    assert cell(model, 1, CompaniesModel.COUNTS).startswith("yes – ")


def test_the_last_column_cannot_be_edited(model):
    assert not model.flags(model.index(0, CompaniesModel.COUNTS)) & Qt.ItemFlag.ItemIsEditable


def test_the_first_company_added_takes_the_licence():
    model = CompaniesModel()
    model.add()
    model.add()
    assert [company.relation for company in model.companies()] == ["licensee", "subsidiary"]


def test_companies_are_removed(model):
    model.remove([0])
    assert [company.name for company in model.companies()] == ["Joint Ltd"]


def test_lines_of_a_spreadsheet_become_companies(model):
    model.paste(2, NAME, "Tern AG\tsubsidiary\t100\t10,000\t20 000\nGull\tparent\t60\t1\t2\n")
    assert model.companies()[2:] == (
        GroupCompany("Tern AG", "subsidiary", 100.0, 10_000, 20_000),
        GroupCompany("Gull", "parent", 60.0, 1, 2),
    )


def test_a_line_of_headings_is_left_out(model):
    model.paste(2, NAME, "Company\tRelation\tVotes\nTern AG\tsubsidiary\t100\n")
    assert [company.name for company in model.companies()[2:]] == ["Tern AG"]


def test_cells_are_pasted_from_the_current_one_on(model):
    model.paste(0, RELEASE, "7\t8\n9\t10")
    assert [(each.users_at_release, each.users_now) for each in model.companies()] == [(7, 8), (9, 10)]


def test_a_paste_that_cannot_be_read_changes_nothing_and_names_line_and_column(qtbot, model):
    with qtbot.waitSignal(model.refused) as refused:
        model.paste(2, NAME, "Tern AG\tsubsidiary\t100\nGull\tcousin\tmost")
    assert refused.args[0].startswith("Nothing was pasted. line 2: Relation: ")
    assert "line 2: Votes, %: " in refused.args[0]
    assert model.companies() == GROUP
