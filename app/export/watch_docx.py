"""A policy watch as a Word file in landscape, in the styles of the memo; for our own house."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from typing import cast

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.paragraph import CT_P
from markupsafe import Markup

from app.export.landscape import WIDTH, Cell, add_grid, add_text, landscape_document, make_paragraph
from app.export.phrases import LEVELS, date_phrase, profile_phrase, severity_phrase
from app.export.tracked_text import TrackedText, plain_runs
from app.export.watch_text import (
    DIRECTIONS,
    KINDS,
    change_place,
    clause_titles,
    duty_line,
    step_title,
    summary_line,
    touched_line,
    unread_lines,
)
from app.export.word_file import word_bytes
from app.model.clause import Severity
from app.model.comparison import Effect
from app.model.redline import Edit
from app.model.span import Span
from app.model.watch import PolicyChange, PolicyStep, PolicyWatch
from app.text.diff import word_edits

_TITLE = "Policy watch"
_INTERNAL = "Internal: do not send to the counterparty."
_STYLES: dict[Severity, str] = {
    "critical": "SeverityCritical",
    "high": "SeverityHigh",
    "medium": "SeverityMedium",
    "low": "SeverityLow",
    "none": "",
}
_WITH_USES = (600, 1_200, 4_200, 6_470, 2_100)
_WITHOUT = (600, 1_200, 3_000, 6_470, 3_300)
_EFFECTS = (1_200, 1_300, 3_200, 2_800, 6_070)


def watch_docx(found: PolicyWatch, *, author: str) -> bytes:
    """Return the report as a Word file dated the day of the look; the same watch gives the same bytes.

    Words that changed stand in it as tracked changes by `author`.
    """
    document = landscape_document(f"{_TITLE}. {_INTERNAL}")
    tracked = TrackedText(author, found.looked_on)
    profile = found.steps[-1].judged.new.profile
    add_text(document, "Kicker", _INTERNAL)
    add_text(document, "Title", _TITLE)
    add_text(document, "Tagline", f"Looked at on {date_phrase(found.looked_on)}. {duty_line(found)}")
    add_text(document, "Small Print", f"Profile “{profile.name}”: {profile_phrase(profile)}.")
    for step in found.steps:
        _add_step(document, step, tracked)
    _add_list(document, "Planned uses that were looked for", ("Planned use", "Words after"), _uses(found))
    _add_list(document, "What was not read or not compared", ("Remark",), ((line,) for line in unread_lines(found)))
    _add_list(document, "What this was made from", ("Of", "SHA-256"), _receipts(found))
    when = datetime.combine(found.looked_on, time(), tzinfo=UTC)
    return word_bytes(document, title=f"{_TITLE}: {step_title(found.steps[-1])}", author=author, when=when)


def _add_step(document: Document, step: PolicyStep, tracked: TrackedText) -> None:
    add_text(document, "Heading 1", step_title(step))
    add_text(document, "Verdict", touched_line(step))
    add_text(document, "Normal", summary_line(step))
    for old, new in step.renamed:
        add_text(document, "Small Print", f"“{old}” is called “{new}” throughout; that alone is no change below.")
    touching = step.touching()
    if touching:
        add_text(document, "Heading 2", "What touches the planned uses")
        rows = [_changed(step, change, tracked, change.what) for change in touching]
        add_grid(document, [("No.", "For us", "What", "Words", "Place"), *rows], _WITH_USES)
    _add_effects(document, step)
    rest = [change for change in step.changes if change.matters and not change.uses]
    if rest:
        add_text(document, "Heading 2", "What else holds otherwise")
        rows = [_changed(step, change, tracked, change.what, with_clauses=True) for change in rest]
        add_grid(document, [("No.", "For us", "What", "Words", "Place and clause types"), *rows], _WITHOUT)
    same = step.of_kind("reworded", "moved")
    if same:
        add_text(document, "Heading 2", "Only reworded or moved")
        rows = [_changed(step, change, tracked, KINDS[change.kind]) for change in same]
        add_grid(document, [("No.", "For us", "What", "Words", "Place"), *rows], _WITHOUT)


def _add_effects(document: Document, step: PolicyStep) -> None:
    """Add what the changes do to our positions; those that stay as they are in one line."""
    effects = [effect for effect in step.judged.effects if effect.direction != "same"]
    if effects:
        add_text(document, "Heading 2", "What it does to our positions")
        heads = ("For us", "Severity", "Clause", "Level", "What")
        add_grid(document, [heads, *map(_effect, effects)], _EFFECTS)
    same = [effect.clause.title for effect in step.judged.effects if effect.direction == "same"]
    if same:
        add_text(document, "Small Print", f"Words changed, and our position is the same: {', '.join(same)}.")


def _effect(effect: Effect) -> Sequence[Cell]:
    style = _STYLES[effect.severity]
    levels = dict.fromkeys((LEVELS[effect.old_level], LEVELS[effect.new_level]))
    return (
        DIRECTIONS[effect.direction],
        [make_paragraph("Cell", (severity_phrase(effect.severity), style))],
        effect.clause.title,
        " → ".join(levels),
        effect.what,
    )


def _changed(
    step: PolicyStep, change: PolicyChange, tracked: TrackedText, what: str, *, with_clauses: bool = False
) -> Sequence[Cell]:
    place = change_place(step, change)
    clauses = clause_titles(step, change) if with_clauses else ""
    return (
        str(change.number),
        DIRECTIONS[change.direction],
        what,
        list(_words(change, tracked)),
        f"{place}\n{clauses}" if clauses else place,
    )


def _words(change: PolicyChange, tracked: TrackedText) -> Iterator[CT_P]:
    """Yield the words before and after as tracked changes, with the lead-in of the list that they stand in."""
    if change.lead_in:
        yield _paragraph("CellQuiet", plain_runs(change.lead_in))
    if change.kind == "moved":
        yield _paragraph("Cell", plain_runs(change.after))
    else:
        edits = [Edit(0, Span(each.start, each.end), each.text) for each in word_edits(change.before, change.after)]
        yield _paragraph("Cell", tracked.edited(change.before, edits))


def _paragraph(style: str, runs: Markup) -> CT_P:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return cast("CT_P", parse_xml(f"<w:p {nsdecls('w')}>{properties}{runs}</w:p>"))


def _add_list(document: Document, title: str, heads: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    """Add a titled table of one or two columns; nothing where it has no row."""
    listed = list(rows)
    if listed:
        add_text(document, "Heading 1", title)
        widths = (WIDTH,) if len(heads) == 1 else (5_500, WIDTH - 5_500)
        add_grid(document, [heads, *listed], widths)


def _uses(found: PolicyWatch) -> Iterator[Sequence[str]]:
    return ((use.title, use.source) for use in found.uses)


def _receipts(found: PolicyWatch) -> Iterator[Sequence[str]]:
    documents = {
        review.document.sha256: review.document.name
        for step in found.steps
        for review in (step.judged.old, step.judged.new)
    }
    yield from ((name, sha256) for sha256, name in documents.items())
    receipt = found.steps[-1].judged.new.receipt
    yield f"Library {receipt.library_line}", receipt.library_sha256
    yield f"Profile, by {receipt.program}", receipt.profile_sha256
