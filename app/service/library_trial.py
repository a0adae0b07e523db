"""One entry of a library while it is written: its text checked, and tried on a document."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from app.drafting.draft import draft
from app.errors import LibraryError
from app.evaluation.evaluate import evaluate
from app.library.files import lines, parse
from app.library.lint import Mistake
from app.library.lints.cues import lint_cues
from app.matching.matcher import read_clauses
from app.model.authoring import EntryCheck, EntryMistake, EntryText, Trial, TrialOutcome
from app.model.clause import ClauseType, DocumentType
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.slots import parse_slot, slots_of
from app.service.jobs import Progress, Report, silent
from app.service.library_check import mistakes_in
from app.service.library_examples import check_examples
from app.service.library_overlay import library_with

_LINE = re.compile(r"[^:]*:(?P<line>\d+): (?:(?P<field>[\w.-]*): )?(?P<message>.*)", re.DOTALL)


def check_entry(entry: EntryText, report: Report = silent) -> EntryCheck:
    """Check the form of an entry, its examples, its wording, and what reads ill in it.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    library, problems = library_with(entry.folder, entry.texts)
    file = PurePath(entry.name).name
    own = [line for line in problems if line.startswith(f"{file}:")]
    elsewhere = tuple(line for line in problems if line not in own)
    if own:
        return EntryCheck(tuple(_mistake(line, is_warning=False) for line in own), elsewhere=elsewhere)
    clause = next((clause for clause in library.clauses if clause.id == entry.clause), None)
    if clause is None:
        left_out = EntryMistake(1, "", "library.yaml leaves this entry out; take it out of leave_out to use it")
        return EntryCheck((left_out,), elsewhere=elsewhere)
    report(Progress(0, 2, clause.title))
    failed = {mistake.field for mistake in check_examples(clause, library)}
    report(Progress(1, 2, clause.title))
    shared = (mistake for name, mistake in lint_cues(library) if name == clause.id)
    mistakes = dict.fromkeys((*mistakes_in(clause, library, is_bundled=False), *shared))
    return EntryCheck(
        mistakes=tuple(_placed(entry, mistakes)),
        examples=len(clause.examples),
        passed=len(clause.examples) - len(failed),
        clause=clause,
        elsewhere=elsewhere,
    )


def try_entry(
    document: Document,
    entry: EntryText,
    profile: DeploymentProfile,
    document_type: DocumentType | None = None,
    report: Report = silent,
) -> Trial:
    """Return what the text of an entry makes of `document`, beside what the saved entry makes of it.

    `document_type` is what the user says the document is, None to recognise it.

    Raises:
        LibraryError: The text has mistakes.
        Cancelled: `report` said that the user asked to stop.
    """
    edited, problems = library_with(entry.folder, entry.texts)
    own = [line for line in problems if line.startswith(f"{PurePath(entry.name).name}:")]
    if own or all(clause.id != entry.clause for clause in edited.clauses):
        raise LibraryError(own or [f"{entry.name}: the library leaves this entry out, so it cannot be tried"])
    after = _outcome(document, edited, entry.clause, profile, document_type, report)
    if not entry.texts:
        return Trial(after, after)
    saved, _ = library_with(entry.folder, {})
    is_new = all(clause.id != entry.clause for clause in saved.clauses)
    before = None if is_new else _outcome(document, saved, entry.clause, profile, document_type, report)
    return Trial(before, after)


def _outcome(
    document: Document,
    library: ClauseLibrary,
    name: str,
    profile: DeploymentProfile,
    document_type: DocumentType | None,
    report: Report,
) -> TrialOutcome:
    """Return what the entry `name` makes of a document; of the others only those that it is placed by are read."""
    clause = library.clause(name)
    needed = {name, *_neighbours(clause)}
    few = replace(library, clauses=tuple(each for each in library.clauses if each.id in needed), forms=(), families=())
    total = len(document.paragraphs)
    readings = read_clauses(document, few, lambda done: report(Progress(done, total, clause.title)))
    if document_type is not None:
        readings = replace(readings, document_type=document_type)
    findings = evaluate(document, few, readings, profile)
    asked = tuple(each if each.clause.id == name else replace(each, target=None) for each in findings)
    drafts = draft(document, asked, readings.document_type)
    return TrialOutcome(
        finding=next(each for each in findings if each.clause.id == name),
        redline=next((each for each in drafts.redlines if each.clause == name), None),
        problems=drafts.problems,
    )


def _neighbours(clause: ClauseType) -> Iterator[str]:
    """Yield the clause types beside which its new clauses go, and those that its wording cites."""
    texts = [clause.comment, clause.note]
    for position in clause.positions:
        texts += [rule.text for group in position.edits for rule in group]
        if position.clause is not None:
            yield from position.clause.after
            texts += [position.clause.heading, *position.clause.text]
    for source in (source for text in texts for source in slots_of(text)):
        slot = parse_slot(source)
        if slot.name == "section" and slot.argument:
            yield slot.argument


def _placed(entry: EntryText, mistakes: Iterable[Mistake]) -> list[EntryMistake]:
    """Return mistakes with the lines of the text, in its order; warnings of what it sets itself."""
    path, data = Path(entry.name), (entry.text or "").encode()
    set_here = parse(path, data)
    told = [mistake for mistake in mistakes if not mistake.is_warning or str(mistake.field[0]) in set_here]
    placed = [
        _mistake(line, is_warning=is_warning)
        for is_warning in (False, True)
        for line in lines(path, data, [mistake for mistake in told if mistake.is_warning == is_warning])
    ]
    return sorted(placed, key=lambda mistake: (mistake.line, mistake.is_warning))


def _mistake(line: str, *, is_warning: bool) -> EntryMistake:
    found = _LINE.fullmatch(line)
    if found is None:
        return EntryMistake(1, "", line, is_warning)
    return EntryMistake(int(found["line"]), found["field"] or "", found["message"], is_warning)
