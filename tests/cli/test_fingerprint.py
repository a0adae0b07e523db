import pytest

TEXT = "The recipient keeps what the discloser tells it about kites to itself for two years.\n"


@pytest.fixture
def nda(tmp_path):
    path = tmp_path / "nda.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_fingerprint_writes_a_form_file_and_says_what_it_holds(run, nda, tmp_path):
    out = tmp_path / "nda.yaml"
    outcome = run(
        *("library", "fingerprint", nda, "--id", "nda", "--title", "Our NDA", "--publisher", "Heron", "--out", out),
        *("--kind", "unknown", "--effective", "2024-05-01"),
    )
    assert (outcome.status, outcome.out) == (0, f"Written: {out}\n")
    assert outcome.problems == ["counterdraft: Our NDA: 1 sentence, 15 words, read as unknown"]
    assert "effective: '2024-05-01'" in out.read_text()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--id", "Our NDA"),
        ("--kind", "poem"),
        ("--effective", "May"),
        ("--released", "2024"),
        ("--title", " "),
        ("--publisher", "Heron\nand Sons"),
    ],
)
def test_what_cannot_be_is_refused(run, nda, tmp_path, option, value):
    given = {"--id": "nda", "--title": "Our NDA", "--publisher": "Heron", "--out": tmp_path / "nda.yaml", option: value}
    outcome = run("library", "fingerprint", nda, *(part for pair in given.items() for part in pair))
    assert outcome.status == 2
    assert not (tmp_path / "nda.yaml").exists()


def test_a_document_that_cannot_be_read_is_named(run, tmp_path):
    outcome = run(
        *("library", "fingerprint", tmp_path / "none.docx", "--id", "a", "--title", "A", "--publisher", "B"),
        *("--out", tmp_path / "a.yaml"),
    )
    assert outcome.status == 2
    assert "none.docx" in outcome.err
