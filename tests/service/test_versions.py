from datetime import UTC, datetime

import pytest

from app.errors import ExportError
from app.model.document import Opening
from app.service.inspection import inspect_file
from app.service.reading import read
from app.service.resolve import changes_of
from app.service.versions import compare_documents, write_tracked

WHEN = datetime(2026, 11, 22, tzinfo=UTC)
OLD = ("Term of the licence", "The Provider may end this licence after thirty days.", "Notices go by post.")
NEW = ("Term of the licence", "The Provider may end this licence after ten days.", "Notices go by post.")


@pytest.fixture
def compared(make_docx, tmp_path):
    """Compare two texts, each a Word file or plain text."""

    def comparing(*kinds):
        documents = []
        for name, lines, kind in zip(("old", "new"), (OLD, NEW), kinds, strict=True):
            path = make_docx(*lines, name=f"{name}.docx") if kind == "docx" else tmp_path / f"{name}.txt"
            if kind == "text":
                path.write_text("\n\n".join(lines), encoding="utf-8")
            documents.append(read(path))
        return compare_documents(*documents)

    return comparing


def write(comparison, out, **fields):
    return write_tracked(comparison, out, author="Reviewer", when=WHEN, **fields)


def texts(path, view):
    paragraphs = read(path, Opening(view=view)).paragraphs
    return tuple(paragraph.text for paragraph in paragraphs if paragraph.story == "body")


@pytest.mark.parametrize("kinds", [("docx", "docx"), ("text", "text"), ("docx", "text"), ("text", "docx")])
def test_accepting_the_changes_gives_the_new_version_and_rejecting_them_the_old(compared, tmp_path, kinds):
    out = tmp_path / "tracked.docx"
    write(compared(*kinds), out)
    assert (texts(out, "original"), texts(out, "accepted")) == (OLD, NEW)


def test_two_texts_that_are_reconstructed_differ_in_nothing_else(compared, tmp_path):
    out = tmp_path / "tracked.docx"
    write(compared("text", "text"), out)
    assert {change.part for change in changes_of(out)} == {"word/document.xml"}


def test_what_was_compared_is_written_whatever_became_of_the_files(compared, tmp_path):
    comparison = compared("docx", "docx")
    comparison.old.path.unlink()
    comparison.new.path.write_bytes(b"other")
    write(comparison, tmp_path / "tracked.docx")
    assert texts(tmp_path / "tracked.docx", "accepted") == NEW


@pytest.mark.parametrize("which", ["old", "new"])
def test_neither_version_is_written_over(compared, which):
    comparison = compared("docx", "docx")
    path = getattr(comparison, which).path
    before = path.read_bytes()
    with pytest.raises(ExportError, match=f"{which}.docx: this is one of the two versions"):
        write(comparison, path)
    assert path.read_bytes() == before


def test_what_is_to_be_taken_out_is_not_in_the_file(compared, tmp_path):
    out = tmp_path / "tracked.docx"
    write(compared("docx", "docx"), out, remove=("properties",))
    assert "properties" not in {item.kind for item in inspect_file(out).items}


def test_a_name_that_word_would_not_open_is_refused(compared, tmp_path):
    with pytest.raises(ExportError, match=r"name it tracked\.docx"):
        write(compared("docx", "docx"), tmp_path / "tracked.txt")
    assert not (tmp_path / "tracked.txt").exists()


NUMBERED = (
    "1. Term",
    "The Provider may end this licence after thirty days, and tells the Customer why it does so.",
    "The Customer keeps copies of all reports that it received until then.",
    "2. Notices",
    "Notices go by post to the address on the first page, or by courier where the matter is urgent.",
)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda lines: [*lines[:2], *lines[3:]], id="removed"),
        pytest.param(
            lambda lines: [*lines[:3], "Fees that were paid in advance are refunded.", *lines[3:]], id="added"
        ),
        pytest.param(lambda lines: [*lines, "Electronic mail is not enough for this purpose."], id="added at the end"),
        pytest.param(lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], id="moved"),
        pytest.param(lambda lines: [lines[0], lines[1].replace("thirty", "ten"), *lines[2:]], id="edited"),
    ],
)
def test_a_word_file_shows_what_a_text_changes(make_docx, tmp_path, changed):
    old, new = make_docx(*NUMBERED, name="old.docx"), tmp_path / "new.txt"
    wanted = changed(list(NUMBERED))
    new.write_text("\n\n".join(wanted), encoding="utf-8")
    write(compare_documents(read(old), read(new)), tmp_path / "tracked.docx")
    assert [p.text for p in read(tmp_path / "tracked.docx").paragraphs] == [p.text for p in read(new).paragraphs]


def test_what_a_text_adds_before_all_else_is_told(make_docx, tmp_path):
    old, new = make_docx(*NUMBERED, name="old.docx"), tmp_path / "new.txt"
    new.write_text("\n\n".join(("Annex to the master agreement of last year", *NUMBERED)), encoding="utf-8")
    written = write(compare_documents(read(old), read(new)), tmp_path / "tracked.docx")
    assert written.left == ("what the new version adds before the first paragraph is not shown",)


def test_a_row_that_a_page_adds_is_a_row(tmp_path, word_file):
    def table(*rows):
        cells = ("".join(f"<w:tc><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:tc>" for each in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl><w:p/>"

    def page(*rows):
        cells = ("".join(f"<td>{each}</td>" for each in row) for row in rows)
        return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"

    rows = (("Service", "Fee for each month"), ("Hosting of the platform", "100 euros"))
    old, new, out = tmp_path / "old.docx", tmp_path / "new.html", tmp_path / "tracked.docx"
    old.write_bytes(word_file(".docx", table(*rows)))
    new.write_text(page(*rows, ("Support by telephone", "40 euros")))
    write(compare_documents(read(old), read(new)), out)
    assert [p.text for p in read(out).paragraphs if p.text] == [*rows[0], *rows[1], "Support by telephone", "40 euros"]
