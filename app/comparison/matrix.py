"""Reviews side by side: a row for each clause type of the library, a column for each document or stack of documents."""

from collections.abc import Sequence

from app.comparison.best_terms import best_of
from app.comparison.cells import cell_of
from app.comparison.points import weight_of
from app.comparison.ranking import ranked, remarks_on
from app.comparison.stacks import Stack
from app.comparison.term_facts import heads_of
from app.comparison.terms import term_of
from app.model.clause import ClauseType
from app.model.library import ClauseLibrary
from app.model.matrix import Matrix, MatrixRow
from app.model.profile import DeploymentProfile


def make_matrix(
    stacks: Sequence[Stack], library: ClauseLibrary, profile: DeploymentProfile, left_out: Sequence[str] = ()
) -> Matrix:
    """Return the matrix of `stacks`, whose documents were reviewed by this library and for this profile."""
    rows = [_row(stacks, place, clause, profile) for place, clause in enumerate(library.clauses)]
    rows.sort(key=lambda row: row.clause.group)  # stable: the order of the library within a group
    compared = tuple(row for row in rows if _applies(row))
    columns = ranked(stacks, compared)
    return Matrix(
        profile=profile,
        library=library,
        columns=columns,
        rows=compared,
        apart=tuple(row for row in rows if not _applies(row)),
        left_out=tuple(left_out),
        remarks=remarks_on(columns),
    )


def _row(stacks: Sequence[Stack], place: int, clause: ClauseType, profile: DeploymentProfile) -> MatrixRow:
    """Return the row of the clause type at `place` in the library, which is that of its findings too."""
    found = [[held.document.review.findings[place] for held in stack.layers] for stack in stacks]
    heads = heads_of(clause, (finding for findings in found for finding in findings))
    cells = tuple(
        cell_of([term_of(stack, layer, finding, heads) for layer, finding in enumerate(findings)])
        for stack, findings in zip(stacks, found, strict=True)
    )
    best, why = best_of(clause, heads, cells, [stack.title for stack in stacks])
    return MatrixRow(
        clause=clause, weight=weight_of(clause, profile, cells), heads=heads, cells=cells, best=best, best_why=why
    )


def _applies(row: MatrixRow) -> bool:
    return any(cell.term.level != "not-applicable" for cell in row.cells)
