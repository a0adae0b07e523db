"""A review with other redlines: light enough for the window to ask for with every decision."""

from collections.abc import Mapping
from dataclasses import replace

from app.drafting.draft import draft
from app.model.clause import Position
from app.model.review import Review


def redraft(found: Review, targets: Mapping[str, Position | None]) -> Review:
    """Return `found` with redlines towards other positions: by clause id the one to ask for, None to ask for nothing.

    Clause types that `targets` does not name keep what is asked.
    """
    findings = tuple(
        replace(finding, target=targets.get(finding.clause.id, finding.target)) for finding in found.findings
    )
    drafted = draft(found.document, findings, found.document_type)
    return replace(
        found,
        findings=findings,
        redlines=drafted.redlines,
        notes=drafted.notes,
        not_checked=(*found.unread, *drafted.problems),
        undrafted=drafted.problems,
    )
