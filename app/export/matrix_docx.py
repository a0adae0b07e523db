"""Documents side by side as a Word file in landscape, columns by rank; a wide matrix is parted. For our own house."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docx.document import Document
from docx.oxml.text.paragraph import CT_P

from app.export.landscape import WIDTH, Cell, add_grid, add_text, landscape_document, make_paragraph
from app.export.matrix_text import (
    INTERNAL,
    LEGEND,
    about_line,
    beside_lines,
    best_names,
    fact_lines,
    fit_phrase,
    level_phrase,
    reasons_phrase,
    source_phrase,
    unknown_lines,
)
from app.export.phrases import GROUPS, count_phrase, place_phrase, severity_phrase
from app.export.word_file import word_bytes
from app.model.clause import Severity
from app.model.matrix import Matrix, MatrixRow

_TITLE = "Documents side by side"
_CLAUSE = 2_300  # twentieths of a point that the column of clause types takes
_AT_A_GLANCE, _IN_FULL = 10, 4  # columns of documents beside one another
_STYLES: dict[Severity, str] = {
    "critical": "SeverityCritical",
    "high": "SeverityHigh",
    "medium": "SeverityMedium",
    "low": "SeverityLow",
    "none": "",
}
"""Styles of the memo for the words that say a level; what they say does not depend on them."""


def matrix_docx(matrix: Matrix) -> bytes:
    """Return the matrix as a Word file; the same matrix gives the same bytes."""
    document = landscape_document(f"{_TITLE}. {INTERNAL}")
    add_text(document, "Kicker", INTERNAL)
    add_text(document, "Title", _TITLE)
    add_text(document, "Tagline", about_line(matrix))
    _ranking(document, matrix)
    for columns in _parted(matrix.ranking, _AT_A_GLANCE):
        _heading(document, matrix, "Levels at a glance", columns)
        add_grid(document, _levels(matrix, columns), _widths(len(columns)))
    if matrix.apart:
        listed = ", ".join(row.clause.title for row in matrix.apart)
        add_text(document, "Small Print", f"Not applicable to any of them: {listed}.")
    _list(document, "Best term of each row", ("Clause", "Best", "Why"), (2_900, 3_900, 7_770), _best(matrix))
    for columns in _parted(matrix.ranking, _IN_FULL):
        _heading(document, matrix, "What each says", columns)
        add_grid(document, _terms(matrix, columns), _widths(len(columns)))
    _list(
        document,
        "What was not read, not judged or not covered",
        ("Column", "Of", "Said"),
        (3_000, 3_000, 8_570),
        _unread(matrix),
    )
    _list(document, "What this was made from", _RECEIPT, (2_700, 3_000, 2_000, 6_870), _receipts(matrix))
    _list(document, "What the words mean", ("Word", "Means"), (2_700, 11_870), LEGEND.items())
    return word_bytes(document, title=_TITLE, author="Counterdraft")


def _parted(columns: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """Yield columns in parts of about the same number, each of at most `most`."""
    parts = max(1, -(-len(columns) // most))
    ends = [round(len(columns) * part / parts) for part in range(parts + 1)]
    yield from (columns[first:end] for first, end in pairwise(ends))


def _heading(document: Document, matrix: Matrix, title: str, columns: Sequence[int]) -> None:
    whole = len(columns) == len(matrix.columns)
    first = matrix.ranking.index(columns[0]) + 1
    add_text(document, "Heading 1", title if whole else f"{title}: columns {first} to {first + len(columns) - 1}")


def _ranking(document: Document, matrix: Matrix) -> None:
    heads = ("Rank", "Column", "Fit", "Counts most against it", "Why it ranks here")
    rows = [
        (
            str(column.rank),
            "\n".join((column.title, *(f"– {layer.title}" for layer in column.layers if column.is_layered))),
            fit_phrase(column),
            reasons_phrase(column.costs, is_comparison=False),
            column.verdict,
        )
        for column in (matrix.columns[at] for at in matrix.ranking)
    ]
    _list(document, "Ranked by fit to the profile", heads, (700, 3_200, 1_300, 3_400, 5_970), rows)
    for remark in (*matrix.remarks, *(f"Left out: {line}" for line in matrix.left_out)):
        add_text(document, "Small Print", remark)


def _levels(matrix: Matrix, columns: Sequence[int]) -> Iterator[Sequence[Cell]]:
    """Yield a head, and for each clause type its levels; the titles of groups have a row of their own."""
    yield ("Clause", *(_title(matrix, at) for at in columns))
    for row in _grouped(matrix.rows):
        if isinstance(row, str):
            yield (row,)
        else:
            yield (row.clause.title, *([_level(row, at)] for at in columns))


def _grouped(rows: Sequence[MatrixRow]) -> Iterator[MatrixRow | str]:
    """Yield rows, the title of each group before its first."""
    group = ""
    for row in rows:
        if row.clause.group != group:
            group = row.clause.group
            yield GROUPS.get(group, group)
        yield row


def _title(matrix: Matrix, at: int) -> str:
    column = matrix.columns[at]
    return f"{column.rank}. {column.title}"


def _level(row: MatrixRow, at: int, source: str = "") -> CT_P:
    """Return the level of a cell, its severity, and where it comes from."""
    term = row.cells[at].term
    severity = "" if term.severity == "none" else f", {severity_phrase(term.severity).lower()}"
    style = _STYLES[term.severity] or ("Lead" if row.mark(at) else "")
    return make_paragraph("Cell", (level_phrase(row, at), style), severity + source)


def _best(matrix: Matrix) -> Iterator[Sequence[str]]:
    return ((row.clause.title, best_names(matrix, row), row.best_why) for row in matrix.rows)


def _terms(matrix: Matrix, columns: Sequence[int]) -> Iterator[Sequence[Cell]]:
    yield ("Clause", *(_title(matrix, at) for at in columns))
    for row in _grouped(matrix.rows):
        if isinstance(row, str):
            yield (row,)
        else:
            yield (row.clause.title, *(_term(matrix, row, at) for at in columns))


def _term(matrix: Matrix, row: MatrixRow, at: int) -> Sequence[CT_P]:
    """Return all that a cell says."""
    column, term = matrix.columns[at], row.cells[at].term
    return [
        _level(row, at, source_phrase(column, term)),
        make_paragraph("Cell", term.why),
        *(make_paragraph("Cell", line) for line in fact_lines(row, term)),
        *(make_paragraph("CellQuiet", f"“{said.words}” ({place_phrase(said.cited)})") for said in term.words),
        *(make_paragraph("CellQuiet", line) for line in beside_lines(column, row, at)),
    ]


def _unread(matrix: Matrix) -> Iterator[Sequence[str]]:
    for line in matrix.left_out:
        yield "", "Left out", line
    for column in (matrix.columns[at] for at in matrix.ranking):
        for name in column.lost_layers:
            yield column.title, name, "It belongs to this column and could not be read."
        for layer in column.layers:
            yield from ((column.title, layer.title, line) for line in layer.not_read)
            if number := len(layer.review.uncovered):
                many = count_phrase(number, "operative paragraph is", "operative paragraphs are")
                yield column.title, layer.title, f"{many} covered by no clause type; the workbook lists them."
    yield from unknown_lines(matrix)


_RECEIPT = ("Column", "Document", "Read as", "SHA-256")


def _receipts(matrix: Matrix) -> Iterator[Sequence[str]]:
    for column in (matrix.columns[at] for at in matrix.ranking):
        for layer in column.layers:
            receipt = layer.review.receipt
            yield column.title, layer.review.document.name, layer.review.document_type, receipt.document_sha256
    yield "", f"Library {matrix.library.version}", "", matrix.library.sha256
    if matrix.columns:
        receipt = matrix.columns[0].layers[0].review.receipt
        yield "", f"Profile “{matrix.profile.name}”", receipt.program, receipt.profile_sha256


def _list(
    document: Document,
    title: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
) -> None:
    """Add a titled table of words; nothing where it has no row."""
    listed = list(rows)
    if listed:
        add_text(document, "Heading 1", title)
        add_grid(document, [heads, *listed], widths)


def _widths(columns: int) -> list[int]:
    """Return the widths of a matrix: that of the clause types, and the rest in equal shares."""
    return [_CLAUSE, *[(WIDTH - _CLAUSE) // columns] * columns]
