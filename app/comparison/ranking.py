"""Columns ranked by their fit, with the rows that decide.

The fit of a column is the share of weight that it keeps on the rows that apply to it. A row that is not known counts as
lost for the rank, so that what was not read never speaks for a column.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from app.comparison.stacks import Stack
from app.model.matrix import Fit, Layer, MatrixColumn, MatrixRow, Reason

_SHOWN = 5
_NAMED = 3


def ranked(stacks: Sequence[Stack], rows: Sequence[MatrixRow]) -> tuple[MatrixColumn, ...]:
    """Return a column for each stack, with its rank and why."""
    fits = [_fit(rows, column) for column in range(len(stacks))]
    ranks = [1 + sum(other.low > fit.low for other in fits) for fit in fits]
    return tuple(_column(stacks, rows, fits, ranks, column) for column in range(len(stacks)))


def _fit(rows: Sequence[MatrixRow], column: int) -> Fit:
    judged = [row for row in rows if row.cells[column].points is not None]
    unknown = [row for row in rows if row.cells[column].term.level == "unknown"]
    return Fit(
        lost=sum(row.cells[column].points or 0 for row in judged),
        judged=sum(row.weight for row in judged),
        unknown=sum(row.weight for row in unknown),
        rows=len(judged),
        unknown_rows=len(unknown),
        silent=sum(row.weight for row in judged if row.cells[column].term.is_silence),
    )


def _column(
    stacks: Sequence[Stack], rows: Sequence[MatrixRow], fits: Sequence[Fit], ranks: Sequence[int], column: int
) -> MatrixColumn:
    stack, titles = stacks[column], [each.title for each in stacks]
    ties = tuple(other for other, rank in enumerate(ranks) if rank == ranks[column] and other != column)
    following = min((rank for rank in ranks if rank > ranks[column]), default=None)
    after = None if following is None else ranks.index(following)
    reasons = [reason for row in rows if (reason := _reason(row, column)) is not None]
    costs = sorted((reason for reason in reasons if reason.points), key=lambda reason: -reason.points)
    ahead, behind = ([], []) if after is None else _differences(rows, column, after)
    said = [
        *_account(fits[column], len(rows)),
        *((f"Tied with {_listed([titles[other] for other in ties])}.",) if ties else ()),
        *(() if after is None else (_lead(titles[after], ahead),)),
        *(
            (f"Costs most: {_listed([f'{each.title} ({_against(each)})' for each in costs[:_NAMED]])}.",)
            if costs
            else ()
        ),
        *_doubts([titles[other] for other in range(len(fits)) if _may_pass(fits, ranks, column, other)]),
    ]
    return MatrixColumn(
        title=stack.title,
        layers=tuple(Layer(held.title, held.document.review, held.not_read) for held in stack.layers),
        rank=ranks[column],
        fit=fits[column],
        ties=ties,
        costs=tuple(costs[:_SHOWN]),
        ahead=tuple(ahead[:_SHOWN]),
        behind=tuple(behind[:_SHOWN]),
        verdict=" ".join(said),
        lost_layers=stack.lost,
    )


def _reason(row: MatrixRow, column: int, after: int | None = None) -> Reason | None:
    """Return what counts against `column` in a row, and against `after`; None where the row is not for both."""
    points = _counted(row, column)
    of_next = None if after is None else _counted(row, after)
    if points is None or (after is not None and of_next is None):
        return None
    return Reason(
        clause=row.clause.id,
        title=row.clause.title,
        points=points,
        is_known=_is_known(row, column),
        of_next=of_next,
        next_is_known=after is None or _is_known(row, after),
    )


def _counted(row: MatrixRow, column: int) -> int | None:
    """Return the points that count against a column: all of the weight where it is not known, None where none can."""
    return row.cells[column].points if _is_known(row, column) else row.weight


def _is_known(row: MatrixRow, column: int) -> bool:
    return row.cells[column].term.level != "unknown"


def _differences(rows: Sequence[MatrixRow], column: int, after: int) -> tuple[list[Reason], list[Reason]]:
    """Return the rows that speak for `column` against the one that follows, and those against it, most points first."""
    both = [reason for row in rows if (reason := _reason(row, column, after)) is not None]
    ahead = sorted((each for each in both if _lead_of(each) > 0), key=lambda each: -_lead_of(each))
    behind = sorted((each for each in both if _lead_of(each) < 0), key=_lead_of)
    return ahead, behind


def _lead_of(reason: Reason) -> int:
    return (reason.of_next or 0) - reason.points


def _may_pass(fits: Sequence[Fit], ranks: Sequence[int], column: int, other: int) -> bool:
    """Tell whether `other`, which follows, comes before `column` should all that is not known of it be as we want."""
    return ranks[other] > ranks[column] and fits[other].high > fits[column].low


def _account(fit: Fit, rows: int) -> Iterator[str]:
    """Yield how the fit is made up."""
    whole = fit.judged + fit.unknown
    yield f"Keeps {percent(fit.low)} of {whole} points; {fit.lost} are lost on the {fit.rows} of {rows} rows judged."
    if fit.silent:
        yield f"Of the points kept {fit.silent} rest on silence: no words that burden us were recognised."
    if fit.unknown_rows:
        count = "1 row is" if fit.unknown_rows == 1 else f"{fit.unknown_rows} rows are"
        yield f"{count} not known ({fit.unknown} points): {percent(fit.high)} if they are as we want."


def _lead(after: str, ahead: Sequence[Reason]) -> str:
    """Return by what a column is ahead of the one that follows."""
    if not ahead:
        return f"Ahead of {after} on no row that is for both: by the rows that are for one of them alone."
    named = [f"{each.title} ({_against(each)} against {_against_next(each)})" for each in ahead[:_NAMED]]
    return f"Ahead of {after} by {_listed(named)}."


def _against(reason: Reason) -> str:
    return f"{reason.points}" if reason.is_known else f"{reason.points}, not known"


def _against_next(reason: Reason) -> str:
    return f"{reason.of_next}" if reason.next_is_known else f"{reason.of_next}, not known"


def _doubts(rivals: Sequence[str]) -> Iterator[str]:
    """Yield that the rank may change once what is not known is read."""
    if rivals:
        more = [f"{len(rivals) - _NAMED} more"] if len(rivals) > _NAMED else []
        yield f"Not certain: {_listed([*rivals[:_NAMED], *more])} may come before it once all is read."


def remarks_on(columns: Sequence[MatrixColumn]) -> tuple[str, ...]:
    """Return what to bear in mind about a ranking: that documents of several kinds are judged on different rows."""
    kinds: dict[str, list[str]] = {}
    for column in columns:
        kind = " and ".join(dict.fromkeys(layer.review.document_type for layer in column.layers))
        kinds.setdefault(kind, []).append(column.title)
    if len(kinds) < 2:
        return ()
    listed = "; ".join(f"{kind}: {', '.join(titles)}" for kind, titles in kinds.items())
    remark = (
        f"The columns are of several kinds ({listed}). Each is ranked by the share of points that it keeps on the rows "
        "that are for its kind, so that columns of one kind compare best."
    )
    return (remark,)


def percent(share: Fraction) -> str:
    """Return a share in per cent with one decimal."""
    return f"{float(share * 100):.1f} %"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
