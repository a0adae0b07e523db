"""What a matrix says, in words: levels, facts, ranks, and a cell as it is spoken."""

from app.desktop import words
from app.desktop.words import tr
from app.model.matrix import Cell, CellLevel, FactHead, Fit, Matrix, MatrixColumn, MatrixRow, Term, TermFact

BEST = "★"
"""The sign of the best term of a row; the word stands beside it."""


def level_word(level: CellLevel) -> str:
    """Return the name of a level."""
    return tr("Not known") if level == "unknown" else words.level_word(level)


def level_glyph(level: CellLevel) -> str:
    """Return the sign that stands before the name of a level."""
    return "?" if level == "unknown" else words.level_glyph(level)


def stated_word(fact: TermFact) -> str:
    """Return what is stated, with its unit, and whether it follows from silence."""
    if fact.value is None:
        return words.value_word(None)
    if isinstance(fact.value, bool):
        told = words.value_word(fact.value)
        return tr("{0} (silent)").format(told) if fact.is_silent else told
    return fact.shown


def head_word(head: FactHead) -> str:
    """Return the name of a fact as it begins a line."""
    return head.name[:1].upper() + head.name[1:]


def best_word(row: MatrixRow) -> str:
    """Return what is said of a cell that is the best of its row."""
    return tr("best") if len(row.best) == 1 else tr("best, tied")


def best_sign(row: MatrixRow) -> str:
    """Return the same as a cell shows it, with its sign."""
    return f"{BEST} {tr('best') if len(row.best) == 1 else tr('tied')}"


def share_word(fit: Fit) -> str:
    """Return how much of what we weigh is as we want it: "82.4 %", or "74.0–82.4 %" where not all is known."""
    low, high = f"{float(100 * fit.low):.1f}", f"{float(100 * fit.high):.1f}"
    return f"{high} %" if low == high else f"{low}–{high} %"


def rank_word(matrix: Matrix, column: MatrixColumn) -> str:
    """Return the rank of a column, and that others share it: "Rank 2 of 5, shared"."""
    told = tr("Rank {0} of {1}").format(column.rank, len(matrix.columns))
    return tr("{0}, shared").format(told) if column.ties else told


def layer_word(column: MatrixColumn, cell: Cell) -> str:
    """Return which layer of a layered column a cell comes from; "" for a single document."""
    return tr("from {0}").format(column.layers[cell.term.layer].title) if column.is_layered else ""


def beside_word(cell: Cell) -> str:
    """Return how many other layers speak; "" for none."""
    if not cell.beside:
        return ""
    more = tr("1 other layer speaks") if len(cell.beside) == 1 else tr("{0} other layers speak")
    return more.format(len(cell.beside))


def begins_word(term: Term) -> str:
    """Return the first words that a term rests on; "" where nothing stands there."""
    return " ".join(term.words[0].words.split()) if term.words else ""


def spoken_cell(row: MatrixRow, column: MatrixColumn, number: int) -> str:
    """Return what a screen reader says of a cell: "Termination, Vendor B: walk-away, cure period 10 days"."""
    cell = row.cells[number]
    names = {head.key: head.name for head in row.heads}
    stated = [f"{names[fact.key]} {stated_word(fact)}" for fact in cell.term.facts if fact.key in names]
    best = [best_word(row)] if number in row.best else []
    parts = (level_word(cell.term.level).lower(), *stated, *best, layer_word(column, cell), beside_word(cell))
    said = ", ".join(part for part in parts if part)
    return f"{row.clause.title}, {column.title}: {said}"


def spoken_column(matrix: Matrix, column: MatrixColumn) -> str:
    """Return what a screen reader says of the head of a column."""
    layers = tr("layers: {0}").format(", ".join(layer.title for layer in column.layers)) if column.is_layered else ""
    said = (column.title, rank_word(matrix, column), tr("fit {0}").format(share_word(column.fit)), layers)
    return ", ".join(part for part in said if part)
