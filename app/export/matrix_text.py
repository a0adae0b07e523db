"""What a matrix says, in the words that its workbook, its Word file and the terminal share."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from app.export.phrases import LEVELS, matters_phrase, place_phrase
from app.model.matrix import CellLevel, Layer, Mark, Matrix, MatrixColumn, MatrixRow, Reason, Term

CELL_LEVELS: Mapping[CellLevel, str] = {**dict(LEVELS.items()), "unknown": "Not known"}
_MARKS: Mapping[Mark, str] = {"best": "best", "tie": "best, tie", "least bad": "least bad"}
_MOST_NAMED = 3
_FIRST_WORDS = 150  # characters of a paragraph
INTERNAL = "Internal: do not send to the counterparty."
NOT_READ = "What was not read, not judged or not covered"
LEGEND: Mapping[str, str] = {
    "Preferred": "It stands as we want it, or is a burden on us that is not there.",
    "Fallback": "It stands on a position that we can accept if those named in the library agree.",
    "Walk-away": "It stands where we do not sign, or on none of our positions.",
    "Missing": "A protection that a document of this kind should give is not there. It is never the best term.",
    "Not known": "Nothing was found on it, and not all was read that could deal with it: a policy that the document "
    "links to, pages that could not be read, another language. It counts as lost in the ranking.",
    "Not applicable": "Documents of this kind do not deal with it, or our plans do not touch it. It is not weighed.",
    "(best), (best, tie)": "The best term of the row: the highest position, then the lowest severity, then the "
    "figures, where the positions say whether more or less of them is better and sums are of one currency.",
    "(least bad)": "The best of terms that all stand at our walk-away.",
    "Silent on": "The clause says nothing of it, which counts as “no” where nothing else is said.",
    "Not stated": "The clause gives no such figure or word, and that counts as nothing.",
    "Points": "By severity: critical 16, high 8, medium 4, low 2, in order 0; on a fallback half of them. The weight "
    "of a row is the most that a cell of it can lose: the protection missing, or the worst that stands in the row.",
    "Fit": "The share of the weight that a column keeps on the rows that are for it. What is not known counts as lost; "
    "the second figure counts it as kept. Columns are ranked by the first.",
    "Silence": "A burden of which no words were recognised counts as not there. Read the document where much rests on "
    "it; what no clause type covers is listed with what was not read.",
    "Layers": "Documents that belong together, the one that prevails first. A gap that another layer of the same party "
    "fills does not count, nor do words over which another prevails. Of the rest the worst binds us.",
    "Quotations": "Words of the document with some of their sentence; “…” marks where they are cut.",
}
"""What words and marks of a matrix mean."""


def about_line(matrix: Matrix) -> str:
    """Return for whom a matrix was made, and by what."""
    return f"Profile: {matrix.profile.name}. Library: {matrix.library.version}. {INTERNAL}"


def level_phrase(row: MatrixRow, column: int) -> str:
    """Return the level of a cell, and whether it is the best of its row."""
    mark = row.mark(column)
    return CELL_LEVELS[row.cells[column].term.level] + (f" ({_MARKS[mark]})" if mark else "")


def best_names(matrix: Matrix, row: MatrixRow) -> str:
    """Return the columns with the best term of a row by rank; where they are many, how many: their cells are marked."""
    if len(row.best) > _MOST_NAMED:
        return f"{len(row.best)} columns, marked"
    return titles_phrase(matrix, [column for column in matrix.ranking if column in row.best])


def term_lines(row: MatrixRow, term: Term) -> Iterator[str]:
    """Yield what a term is besides its level: its reason, its facts, its words."""
    yield term.why
    yield from fact_lines(row, term)
    for quotation in term.words:
        yield f"“{quotation.words}” ({place_phrase(quotation.cited)})"


def fact_lines(row: MatrixRow, term: Term) -> Iterator[str]:
    """Yield the facts of a term: those in words with their values, then what it is silent on."""
    pairs = list(zip(row.heads, term.facts, strict=False))
    stated = [f"{head.name}: {fact.shown}" for head, fact in pairs if fact.quote is not None]
    silent = [_silent(head.name, fact.shown, fact.value) for head, fact in pairs if fact.is_silent]
    absent = [head.name for head, fact in pairs if fact.value is None]
    for lead, listed in (("", stated), ("Silent on ", silent), ("Not stated: ", absent)):
        if listed:
            line = f"{lead}{', '.join(listed) if lead else '; '.join(listed)}."
            yield line[:1].upper() + line[1:]


def source_phrase(column: MatrixColumn, term: Term) -> str:
    """Return from which layer a term is: ", from X"; "" where there is but one, or nothing stands anywhere."""
    if not column.is_layered or term.level == "not-applicable" or term.is_silence:
        return ""
    return f", from {column.layers[term.layer].title}"


def _silent(name: str, shown: str, value: object) -> str:
    """Return what is not said, with what that counts as where it is no plain "no"."""
    return name if value is False else f"{name} (counts as {shown.removesuffix(' (silent)')})"


def beside_lines(column: MatrixColumn, row: MatrixRow, place: int) -> Iterator[str]:
    """Yield what the other layers of a column say: level, how they stand to the rest, words; silence is left out."""
    for term in row.cells[place].beside:
        if term.is_silence:
            continue
        said = term.standing_why or term.why
        quoted = f" “{term.words[0].words}” ({place_phrase(term.words[0].cited)})" if term.words else ""
        yield f"{column.layers[term.layer].title}: {CELL_LEVELS[term.level]}. {said}{quoted}"


def uncovered_lines(layer: Layer) -> Iterator[str]:
    """Yield the operative paragraphs of a document that no clause type covers: place, matter and first words."""
    document = layer.review.document
    for each in layer.review.uncovered:
        words = shorten(document.paragraphs[each.paragraph].text, _FIRST_WORDS, placeholder=" …")
        yield f"{place_phrase(document.place_of(each.paragraph))}, {matters_phrase(each.about).lower()}: “{words}”"


def reasons_phrase(reasons: Sequence[Reason], *, is_comparison: bool) -> str:
    """Return rows that decide with their points: "Cap on liability 1 against 8"."""
    return "\n".join(_reason(reason, is_comparison=is_comparison) for reason in reasons)


def _reason(reason: Reason, *, is_comparison: bool) -> str:
    own = f"{reason.points}" if reason.is_known else f"{reason.points} (not known)"
    if not is_comparison:
        return f"{reason.title}: {own}"
    other = f"{reason.of_next}" if reason.next_is_known else f"{reason.of_next} (not known)"
    return f"{reason.title}: {own} against {other}"


def fit_phrase(column: MatrixColumn) -> str:
    """Return the fit in per cent, and where not all is known the most that it can be: "58.2–66.8 %"."""
    low, high = (f"{float(share * 100):.1f}" for share in (column.fit.low, column.fit.high))
    return f"{low} %" if low == high else f"{low}–{high} %"


def titles_phrase(matrix: Matrix, columns: Sequence[int]) -> str:
    """Return the titles of columns in a row."""
    return ", ".join(matrix.columns[column].title for column in columns)


def unknown_lines(matrix: Matrix) -> Iterator[tuple[str, str, str]]:
    """Yield each cell that is not known: column, clause type and why."""
    for column in matrix.ranking:
        for row in matrix.rows:
            term = row.cells[column].term
            if term.level == "unknown":
                yield matrix.columns[column].title, row.clause.title, term.why
