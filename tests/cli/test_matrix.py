import json

import docx
import openpyxl
import pytest

from app.cli.review import DISCLAIMER


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "heron-policy.txt"
    path.write_text(
        "HERON ACCEPTABLE USE POLICY\n\nYou agree not to use the Model, or allow others to use the Model, to break the "
        "law.\n\nYou may not use any outputs of the Model to train another model.\n",
        encoding="utf-8",
    )
    return path


def levels(record, clause):
    row = next(row for row in record["rows"] if row["clause"] == clause)
    return [cell["level"] for cell in row["cells"]]


def test_the_ranking_and_the_levels_are_printed(run, licence, linked):
    done = run("matrix", licence, linked)
    assert (done.status, done.err) == (0, "")
    assert any("heron" in line and "%" in line for line in done.out.splitlines())
    assert any(line.strip().startswith("Governing law") and line.split()[2:] for line in done.out.splitlines())
    assert done.out.splitlines()[-1] == DISCLAIMER


def test_json_has_a_column_for_each_document(run, licence, linked):
    record = json.loads(run("matrix", licence, linked, "--format", "json").out)
    assert [column["title"] for column in record["columns"]] == ["heron", "osprey"]
    assert levels(record, "indemnity-by-customer") == ["walk-away", "preferred"]


def test_figures_stand_with_their_words(run, licence, linked):
    record = json.loads(run("matrix", licence, linked, "--format", "json").out)
    row = next(row for row in record["rows"] if row["clause"] == "mau-threshold")
    facts = [next(fact for fact in cell["facts"] if fact["key"] == "threshold") for cell in row["cells"]]
    assert [(fact["shown"], fact["quote"]["cited"]) for fact in facts] == [("10,000,000", "2"), ("3,000,000", "2")]


def test_the_workbook_and_the_word_file_are_written_and_named(run, licence, linked, tmp_path):
    for name in ("matrix.xlsx", "matrix.docx"):
        assert f"Written: {tmp_path / name}" in run("matrix", licence, linked, "--out", tmp_path / name).out
    assert openpyxl.load_workbook(tmp_path / "matrix.xlsx").sheetnames[0] == "Ranking"
    assert docx.Document(str(tmp_path / "matrix.docx")).tables


def test_layers_of_one_title_are_one_column(run, licence, linked, policy):
    done = run("matrix", linked, "--layer", f"Heron={licence}", "--layer", f"Heron={policy}", "--format", "json")
    record = json.loads(done.out)
    assert [column["title"] for column in record["columns"]] == ["osprey", "Heron"]
    assert [layer["title"] for layer in record["columns"][1]["layers"]] == ["heron", "heron-policy"]
    row = next(row for row in record["rows"] if row["clause"] == "model-training-restriction")
    assert (row["cells"][1]["level"], row["cells"][1]["layer"]) == ("walk-away", 1)


def test_a_document_that_cannot_be_read_is_named_and_loses_no_other(run, licence, tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no more")
    done = run("matrix", broken, licence, tmp_path / "absent.txt", "--format", "json")
    record = json.loads(done.out)
    assert done.status == 1
    assert [problem.split(":")[1].strip() for problem in done.problems] == ["absent.txt", "broken.docx"]
    assert [column["title"] for column in record["columns"]] == ["heron"]
    assert len(record["left_out"]) == 2


def test_a_layer_that_cannot_be_read_leaves_its_column_not_known_where_it_is_silent(run, licence, tmp_path):
    done = run("matrix", "--layer", f"A={licence}", "--layer", f"A={tmp_path / 'absent.txt'}", "--format", "json")
    record = json.loads(done.out)
    assert done.status == 1
    assert record["columns"][0]["lost_layers"] == ["absent.txt"]
    assert levels(record, "attribution") == ["unknown"]
    assert levels(record, "governing-law") == ["walk-away"]


def test_what_a_policy_behind_a_link_would_deal_with_is_not_known_until_it_is_a_layer(run, tmp_path, licence, policy):
    linking = tmp_path / "heron-2.txt"
    link = "6. Use. You must follow the Acceptable Use Policy at https://heron.example/use, which is incorporated by"
    linking.write_text(f"{licence.read_text(encoding='utf-8')}\n{link} reference.\n", encoding="utf-8")
    layers = ("--layer", f"Both={linking}", "--layer", f"Both={policy}")
    record = json.loads(run("matrix", linking, *layers, "--format", "json").out)
    assert levels(record, "model-training-restriction") == ["unknown", "walk-away"]
    assert levels(record, "geographic-restriction") == ["unknown", "preferred"]


def test_where_nothing_can_be_read_nothing_is_written(run, tmp_path):
    done = run("matrix", tmp_path / "absent.txt", "--out", tmp_path / "matrix.xlsx")
    assert (done.status, done.out) == (2, "")
    assert not (tmp_path / "matrix.xlsx").exists()


def test_no_document_is_an_error(run):
    done = run("matrix")
    assert (done.status, len(done.problems)) == (2, 1)
    assert "--layer TITLE=FILE" in done.err


@pytest.mark.parametrize("layer", ["terms.txt", "=terms.txt", "Azure=", " =x"])
def test_a_layer_without_a_title_or_a_file_is_refused(run, layer):
    done = run("matrix", "--layer", layer)
    assert (done.status, len(done.problems)) == (2, 1)
    assert "write TITLE=FILE" in done.err


@pytest.mark.parametrize("name", ["matrix.pdf", "matrix", "matrix.xls"])
def test_a_name_that_is_no_workbook_and_no_word_file_is_refused_before_the_work(run, licence, tmp_path, name):
    done = run("matrix", licence, "--out", tmp_path / name)
    assert (done.status, done.out) == (2, "")
    assert "end the name with .xlsx or .docx" in done.err


def test_no_document_is_ever_written_over(run, licence, make_docx):
    contract = make_docx("Fees fall due in thirty days.")
    before = contract.read_bytes()
    done = run("matrix", licence, contract, "--out", contract)
    assert done.status == 2
    assert contract.read_bytes() == before
    assert "never written over" in done.err


def test_a_file_that_is_no_document_is_not_written_over_either(run, licence, tmp_path):
    mistaken = tmp_path / "prices.xlsx"
    mistaken.write_bytes(b"not a document")
    done = run("matrix", licence, mistaken, "--out", mistaken)
    assert (done.status, mistaken.read_bytes()) == (2, b"not a document")


def test_documents_of_one_name_are_told_apart(run, licence, tmp_path):
    other = tmp_path / "b" / "heron.txt"
    other.parent.mkdir()
    other.write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")
    record = json.loads(run("matrix", licence, other, "--format", "json").out)
    assert [column["title"] for column in record["columns"]] == [f"{tmp_path.name}/heron.txt", "b/heron.txt"]
    assert [column["ties"] for column in record["columns"]] == [[1], [0]]


def test_the_same_documents_give_the_same_files(run, licence, linked, tmp_path):
    for name in ("a.xlsx", "b.xlsx", "a.docx", "b.docx"):
        run("matrix", licence, linked, "--out", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_file_with_a_hostile_name_writes_no_formula(run, licence, tmp_path):
    evil = tmp_path / "=HYPERLINK(1).txt"
    evil.write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")
    run("matrix", evil, licence, "--out", tmp_path / "matrix.xlsx")
    book = openpyxl.load_workbook(tmp_path / "matrix.xlsx")
    named = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)"]
    assert named
    assert {cell.data_type for cell in named} == {"s"}
