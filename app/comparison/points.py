"""What a level costs: points by severity, half of them on a fallback, so that anybody can check a fit by hand."""

from collections.abc import Iterable

from app.model.clause import ClauseType, Severity
from app.model.matrix import Cell, CellLevel, Term
from app.model.profile import DeploymentProfile
from app.model.tests import all_pass

_POINTS: dict[Severity, int] = {"critical": 16, "high": 8, "medium": 4, "low": 2, "none": 0}


def points_of(term: Term) -> int | None:
    """Return what `term` costs; None where it is not judged."""
    return _points(term.level, term.severity) if term.is_judged else None


def weight_of(clause: ClauseType, profile: DeploymentProfile, cells: Iterable[Cell]) -> int:
    """Return the most that a cell of `clause` can cost: the clause type missing, or the worst that stands there."""
    rule = next((rule for rule in clause.severity_when if all_pass(rule.tests, {}, profile)), None)
    missing = _POINTS[rule.severity if rule else clause.severity]
    return max((missing, *(cell.points for cell in cells if cell.points is not None)))


def _points(level: CellLevel, severity: Severity) -> int:
    points = _POINTS[severity]
    return points // 2 if level == "fallback" else points
