"""A cell and a column of a matrix as pages to read: the words with their place, facts, tests, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.desktop.detail_text import DetailText
from app.desktop.vendors import cell_words
from app.desktop.words import tr
from app.model.matrix import Matrix, MatrixColumn, MatrixRow, Quotation, Reason, Term, TermFact
from app.model.review import Finding
from app.model.span import Place, Span

_PLACE, _ROW = "place:", "row:"
"""What the addresses of links begin with: to words of a layer, to a row of the column."""


@dataclass(frozen=True, slots=True)
class CellText(DetailText):
    """Writes what is known of a cell or a column in the colours and the serif of the window."""

    def cell(self, row: MatrixRow, column: MatrixColumn, number: int) -> str:
        """Return the page of the cell of a row in the column with a number."""
        cell = row.cells[number]
        best = f" &nbsp;{self.accented(f'{cell_words.BEST} {cell_words.best_word(row)}')}" if number in row.best else ""
        parts = [
            f'<p style="margin:0"><b>{self.text(row.clause.title)}</b> &nbsp;{self.muted(column.title)}</p>',
            self._term(row, column, cell.term, best),
            "" if cell.points is None else f"<p>{self.muted(_cost_word(cell.points, row.weight))}</p>",
            self.part(tr("Best of this row"), self.text(row.best_why)),
        ]
        if cell.beside:
            others = "".join(self._term(row, column, term) for term in cell.beside)
            parts.append(self.part(tr("What the other layers say"), others))
        return "".join(parts)

    def column(self, matrix: Matrix, column: MatrixColumn) -> str:
        """Return the page of a column: its rank, the rows that decide it, and what it is made of."""
        ranked = f"{cell_words.rank_word(matrix, column)} · {cell_words.share_word(column.fit)}"
        parts = [
            f'<p style="margin:0"><b>{self.text(column.title)}</b> &nbsp;{self.muted(ranked)}</p>',
            f"<p>{self.text(column.verdict)}</p>",
            self.part(tr("Ahead of the next by"), self._reasons(column.ahead)),
            self.part(tr("Where the next is better"), self._reasons(column.behind)),
            self.part(tr("Costs it most"), self._reasons(column.costs)),
            self.part(tr("Layers, in their order of precedence"), self._layers(column)) if column.is_layered else "",
            self.part(tr("Not read"), self._not_read(column)),
            self.part(tr("To bear in mind"), "<br>".join(self.text(remark) for remark in matrix.remarks)),
        ]
        return "".join(parts)

    def _term(self, row: MatrixRow, column: MatrixColumn, term: Term, best: str = "") -> str:
        """Return what one layer says: its level, why, its words, facts and tests."""
        colour = self.colours.of(term.severity) if term.is_judged else self.colours.muted
        level = f"<b>{cell_words.level_glyph(term.level)} {self.text(cell_words.level_word(term.level))}</b>"
        rung = row.clause.positions[term.rung].name if term.rung is not None else ""
        held = f": {self.text(rung)}" if rung and rung not in term.why else ""
        finding = _finding_of(row, column, term)
        tests = self.tests(finding, short=False) if finding is not None and term.words else ""
        told = tr("From {0}, layer {1} of {2}")
        layer = told.format(column.layers[term.layer].title, term.layer + 1, len(column.layers))
        parts = [
            f'<p style="margin:8px 0 0 0"><b>{self.text(layer)}</b></p>' if column.is_layered else "",
            f'<p style="margin:4px 0 0 0"><span style="color:{colour}">{level}</span>{held}{best}</p>',
            f'<p style="margin:4px 0 0 0">{self.text(term.why)}</p>',
            f'<p style="margin:4px 0 0 0">{self.muted(term.standing_why)}</p>' if term.standing_why else "",
            self.part(tr("What it says"), _stacked(self._quote_of(term, quote) for quote in term.words)),
            self.part(tr("Facts"), self.table(self._facts_of(row, term))),
            self.part(tr("Tests of the preferred position"), tests),
        ]
        return "".join(parts)

    def _quote_of(self, term: Term, quote: Quotation) -> str:
        return f"{self.quoted(self.text(quote.words))} &nbsp;{self._lead(term, quote)}"

    def _facts_of(self, row: MatrixRow, term: Term) -> Iterable[tuple[str, str]]:
        facts = {fact.key: fact for fact in term.facts}
        for head in row.heads:
            if head.key in facts:
                yield f"{cell_words.head_word(head)}:", self._stated(term, facts[head.key])

    def _stated(self, term: Term, fact: TermFact) -> str:
        told = f"<b>{self.text(cell_words.stated_word(fact))}</b>"
        if fact.quote is not None:
            told += f" &nbsp;{self._lead(term, fact.quote)}"
        return f"{told}<br>{self.muted(fact.derivation)}" if fact.derivation else told

    def _lead(self, term: Term, quote: Quotation) -> str:
        span = quote.place.span
        address = f"{_PLACE}{term.layer}:{quote.place.paragraph}:{span.start}:{span.end}"
        return self._anchor(address, f"→ {quote.cited}".replace(" ", "\u00a0"))

    def _reasons(self, reasons: Iterable[Reason]) -> str:
        """Return rows that decide, each with a link to it and the points that count there."""
        told = []
        for reason in reasons:
            counted = _points_word(reason.points, is_known=reason.is_known)
            if reason.of_next is not None:
                of_next = _points_word(reason.of_next, is_known=reason.next_is_known)
                counted = tr("{0}; the next: {1}").format(counted, of_next)
            told.append(f"{self._anchor(f'{_ROW}{reason.clause}', reason.title)} &nbsp;{self.muted(counted)}")
        return "<br>".join(told)

    def _layers(self, column: MatrixColumn) -> str:
        return "<br>".join(f"{n}. {self.text(layer.title)}" for n, layer in enumerate(column.layers, start=1))

    def _not_read(self, column: MatrixColumn) -> str:
        said = [f"{layer.title}: {line}" for layer in column.layers for line in layer.not_read]
        return "<br>".join(self.text(line) for line in (*column.lost_layers, *said))


def followed_place(address: str) -> tuple[int, Place] | None:
    """Return the layer and the place that a link leads to; None where it leads elsewhere."""
    if not address.startswith(_PLACE):
        return None
    layer, paragraph, start, end = (int(part) for part in address.removeprefix(_PLACE).split(":"))
    return layer, Place(paragraph, Span(start, end))


def followed_row(address: str) -> str:
    """Return the id of the clause type whose row a link leads to; "" where it leads elsewhere."""
    return address.removeprefix(_ROW) if address.startswith(_ROW) else ""


def _cost_word(points: int, weight: int) -> str:
    """Return what a cell costs its column."""
    return tr("This counts {0} of {1} points against the column.").format(points, weight)


def _points_word(points: int, *, is_known: bool) -> str:
    """Return what counts against a column in a row."""
    told = tr("1 point against it") if points == 1 else tr("{0} points against it").format(points)
    return told if is_known else tr("{0}, for it is not known").format(told)


def _finding_of(row: MatrixRow, column: MatrixColumn, term: Term) -> Finding | None:
    findings = column.layers[term.layer].review.findings
    return next((finding for finding in findings if finding.clause.id == row.clause.id), None)


def _stacked(parts: Iterable[str]) -> str:
    return "".join(f'<p style="margin:4px 0 0 0">{part}</p>' for part in parts)
