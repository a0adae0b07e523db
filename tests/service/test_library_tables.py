import shutil
from dataclasses import replace

import docx
import pytest
from openpyxl import load_workbook

from app.errors import ExportError, LibraryError
from app.library.loader import load_library
from app.paths import data_dir
from app.service.library_tables import export_library, import_library, other_files
from app.service.settings import load_clause_library, remembered_files

FORMATS = ("xlsx", "docx")
GUIDANCE = """\
arguments:
  - {id: one, title: One, text: Say it., clauses: [audit], sources: [practice], when: {findings: {audit: [walk-away]}}}
claims:
  - {says: Audits are rare., source: practice, state: open, meets: [C01]}
tables:
  - id: ways
    title: Ways
    columns: [What, Ours, Theirs]
    rows: [[Cost, "1,5", high], [Use, "", "=2"]]
    ours: [[{profile: hosting, one_of: [self-hosted, own-cloud]}], [{profile: hosting, is: saas}]]
    sources: [practice]
"""


def same(library, other):
    """Return `library` with what is not exported, and what is of the files, as `other` has it."""
    return replace(library, sha256=other.sha256, forms=other.forms, families=other.families)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_bundled_library_is_the_same_after_export_and_import(tmp_path, ending):
    folder = data_dir("clause_library")
    export_library(folder, tmp_path / f"library.{ending}")
    import_library(tmp_path / f"library.{ending}", tmp_path / "clause_library")
    before = load_clause_library(None)
    after = load_library(tmp_path / "clause_library", remembered=remembered_files())
    assert same(after, before) == before


@pytest.fixture
def exported(library_with, tmp_path):
    """Export the library of one entry, with replacements, and return the file."""

    def export(ending, *replacements):
        folder = library_with(*replacements)
        (folder / "guidance").mkdir(exist_ok=True)
        (folder / "guidance" / "cards.yaml").write_text(GUIDANCE, encoding="utf-8")
        export_library(folder, tmp_path / f"library.{ending}")
        return tmp_path / f"library.{ending}"

    return export


CASES = (
    "severity_when: [{severity: high, if: [{fact: yearly, is: false}, {profile: use, one_of: [internal, research]}]}]"
)
OPTIONS = '{read: choice, options: {"yes": [a], "2": [b, "c d"], none: []}, silent: "2"}'
SIZE = "{fact: notice_days, clear_of_profile: {engineers: 2.5}"
TESTS = f'{{profile: delivery, includes: [hosted]}}, {{fact: kind, is: "2"}}, {SIZE}'
REPLACEMENTS = (
    ("ask: Thirty days' notice of an audit.", 'ask: "=SUM(A1) is -1, +2 or @3"'),
    ("severity: low", f"severity: low\n{CASES}"),
    ("facts:\n", f"facts:\n  kind: {OPTIONS}\n"),
    ("at_least: 10}", f"at_least: 10}}, {TESTS}}}"),
)


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_hard_to_write_in_a_cell_is_read_as_it_was(exported, library_with, tmp_path, ending):
    file = exported(ending, *REPLACEMENTS)
    before = load_library(library_with(*REPLACEMENTS))
    import_library(file, tmp_path / "back")
    assert same(load_library(tmp_path / "back"), before) == replace(before, version="back", title="back")


def test_the_same_library_gives_the_same_bytes(exported):
    first = exported("xlsx").read_bytes()
    assert exported("xlsx").read_bytes() == first


def test_no_cell_of_a_workbook_is_a_formula(exported):
    book = load_workbook(exported("xlsx", *REPLACEMENTS))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def sheet_cell(sheet, label, row):
    heads = [cell.value for cell in sheet[3]]
    return sheet.cell(row, heads.index(label) + 1)


def test_an_edited_cell_changes_that_field_and_no_other(exported, library_with, tmp_path):
    file = exported("xlsx")
    book = load_workbook(file)
    sheet_cell(book["Clause types"], "Owner", 4).value = "Finance"
    book.save(file)
    import_library(file, tmp_path / "back")
    before = load_library(library_with()).clauses[0]
    assert load_library(tmp_path / "back").clauses == (replace(before, owner="Finance"),)


def test_numbers_that_a_program_made_of_texts_are_read_as_texts(exported, tmp_path):
    file = exported("xlsx")
    book = load_workbook(file)
    sheet_cell(book["Positions"], "Position", 4).value = 1.0
    sheet_cell(book["Facts"], "Silent", 5).value = False
    book.save(file)
    import_library(file, tmp_path / "back")
    assert load_library(tmp_path / "back").clauses[0].facts[1].silent is False


MISTAKES = (
    (
        "Clause types",
        "Severity",
        4,
        "dire",
        "sheet “Clause types”, row 4, column “Severity”: must be 'critical'",
    ),
    (
        "Positions",
        "If",
        4,
        "notice_days more than 3",
        "sheet “Positions”, row 4, column “If”: “notice_days more than 3” is",
    ),
    (
        "Positions",
        "If",
        5,
        "notice at least 3",
        "sheet “Positions”, row 5, column “If”: no fact 'notice' is read; there",
    ),
    ("Positions", "Clause", 4, "{custommer} pays.", "sheet “Positions”, row 4, column “Clause”: no slot {custommer}"),
    ("Positions", "Position", 5, "4", "sheet “Positions”, row 5, column “Position”: '4' stands where 2 is due"),
    ("Wording", "Position", 4, "7", "sheet “Wording”, row 4, column “Position”: audit has no position 7; give one"),
    ("Wording", "Do", 4, "rewrite", "sheet “Wording”, row 4, column “Do”: 'rewrite' is none of replace, before,"),
    ("Wording", "Phrase", 4, ".. x", "sheet “Wording”, row 4, column “Phrase”: not a phrase: '.. x' begins or ends"),
    ("Cues", "Phrase", 5, "ab*", "sheet “Cues”, row 5, column “Phrase”: not a phrase: 'ab*': 'ab*' is too short"),
    ("Cues", "Clause type", 4, "audits", "sheet “Cues”, row 4, column “Clause type”: there is no clause type 'audits'"),
    ("Facts", "Read", 4, "guess", "sheet “Facts”, row 4, column “Read”: must be 'flag'"),
    ("Examples", "Carries", 4, "maybe", "sheet “Examples”, row 4, column “Carries”: 'maybe' is none of yes, true, x"),
    ("Examples", "Facts", 6, "notice_days: 0", "sheet “Examples”, row 6, column “Facts”: “notice_days: 0” is no pair;"),
    ("Examples", "Text", 4, None, "sheet “Examples”, row 4, column “Text”: is missing"),
    ("Claims", "State", 4, "sure", "sheet “Claims”, row 4, column “State”: must be 'agreed'"),
    (
        "Arguments",
        "Findings",
        4,
        "audit",
        "sheet “Arguments”, row 4, column “Findings”: “audit” names no levels; write",
    ),
)


@pytest.mark.parametrize(
    ("sheet", "label", "row", "value", "problem"), MISTAKES, ids=[each[4][:50] for each in MISTAKES]
)
def test_a_mistake_is_named_with_sheet_row_and_column(exported, tmp_path, sheet, label, row, value, problem):
    file = exported("xlsx")
    book = load_workbook(file)
    sheet_cell(book[sheet], label, row).value = value
    book.save(file)
    with pytest.raises(LibraryError) as error:
        import_library(file, tmp_path / "back")
    assert any(line.startswith(problem) for line in error.value.problems), error.value.problems
    assert not (tmp_path / "back").exists()


def test_a_sheet_and_a_column_that_are_not_known_are_told(exported, tmp_path):
    file = exported("xlsx")
    book = load_workbook(file)
    book["Cues"]["C3"].value = "Phrases"
    book.create_sheet("Ideas")
    book.save(file)
    with pytest.raises(LibraryError) as error:
        import_library(file, tmp_path / "back")
    assert [line.split(";")[0] for line in error.value.problems] == [
        "sheet “Cues”, row 3: “Phrases” is no head of “Cues”",
        "sheet “Ideas”: is not known",
    ]


def test_a_mistake_in_a_playbook_is_named_with_chapter_table_and_row(exported, tmp_path):
    file = exported("docx")
    document = docx.Document(str(file))
    cards = [table for table in document.tables if table.cell(0, 0).text == "Position"]
    next(row for row in cards[1].rows if row.cells[0].text == "Level").cells[1].text = "good"
    document.save(str(file))
    with pytest.raises(LibraryError) as error:
        import_library(file, tmp_path / "back")
    assert error.value.problems[0].startswith("“Audit”, Positions table 2, row “Level”: must be 'preferred'")


def test_a_clause_typed_as_two_paragraphs_in_word_has_two(exported, tmp_path):
    file = exported("docx")
    document = docx.Document(str(file))
    card = next(table for table in document.tables if table.cell(0, 0).text == "Position")
    next(row for row in card.rows if row.cells[0].text == "Clause").cells[1].add_paragraph("{vendor} pays for it.")
    document.save(str(file))
    import_library(file, tmp_path / "back")
    clause = load_library(tmp_path / "back").clauses[0].positions[0].clause
    assert clause.text[1:] == ("{vendor} pays for it.",)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_that_is_none_is_told(tmp_path, ending):
    (tmp_path / f"library.{ending}").write_bytes(b"PK\x03\x04")
    with pytest.raises(LibraryError, match=f"library.{ending}: cannot be read as a "):
        import_library(tmp_path / f"library.{ending}", tmp_path / "back")


def test_a_workbook_without_rows_is_told(exported, tmp_path):
    file = exported("xlsx")
    book = load_workbook(file)
    for sheet in book.worksheets[1:]:
        sheet.delete_rows(4, 100)
    book.save(file)
    with pytest.raises(LibraryError, match="holds no rows of a clause library"):
        import_library(file, tmp_path / "back")


def test_files_that_are_there_are_written_over_only_when_forced(exported, tmp_path):
    file, out = exported("xlsx"), tmp_path / "back"
    import_library(file, out)
    with pytest.raises(ExportError, match="is there already; choose another folder, or write over it with --force"):
        import_library(file, out)
    assert len(import_library(file, out, is_forced=True)) == 3


def test_clause_files_that_the_import_does_not_have_are_told(exported, tmp_path):
    file, out = exported("xlsx"), tmp_path / "back"
    files = import_library(file, out)
    shutil.copy(out / "audit.yaml", out / "other.yaml")
    assert [path.name for path in other_files(out, files)] == ["other.yaml"]


def test_another_ending_is_refused(library_with, tmp_path):
    with pytest.raises(ExportError, match=r"library.pdf: a library is exported to, and imported from, .xlsx or .docx"):
        export_library(library_with(), tmp_path / "library.pdf")
