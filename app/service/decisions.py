"""A review as it stands with what was decided on its findings: what is asked, in which words, and what is left out.

Nothing heavy is loaded for it, so that the window need not send a review to another process with every decision.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from app.model.clause import Position
from app.model.matter import ASKING, UNDECIDED, Decision, OwnWords, Redrafted
from app.model.redline import Comment, Note, Redline
from app.model.review import Finding, Review
from app.service.conflicts import conflicts
from app.service.own_words import fit, one_line, own_redline
from app.service.redrafting import redraft

Decisions = Mapping[str, Decision]
"""What was decided, by clause type; one that is not named is undecided."""


def decided(base: Review, decisions: Decisions, settled: Collection[str] = (), *, undecided: bool = True) -> Review:
    """Return `base` with redlines and notes that follow from `decisions`; its verdicts and facts stay.

    What is undecided is asked as proposed, or on the rung chosen, while `undecided` is true; else nothing is asked
    there. Nor is anything on the clause types `settled`, which another document of the matter gives, unless it was
    decided to ask all the same. A wording or a comment of the user's that has no place any more is told in `undrafted`.
    """
    drafted = proposed(base, decisions, settled, undecided=undecided)
    return in_own_words(drafted, decisions, settled, undecided=undecided)


def proposed(base: Review, decisions: Decisions, settled: Collection[str] = (), *, undecided: bool = True) -> Review:
    """Return `base` with redlines for what is asked, all of them in the library's words."""
    asking = _asking(base, decisions, settled, undecided=undecided)
    targets = {
        finding.clause.id: _target(finding, decisions.get(finding.clause.id, UNDECIDED), asking)
        for finding in base.findings
    }
    is_same = all(targets[finding.clause.id] == finding.target for finding in base.findings)
    return base if is_same else redraft(base, targets)


def in_own_words(
    drafted: Review, decisions: Decisions, settled: Collection[str] = (), *, undecided: bool = True
) -> Review:
    """Return what is `proposed` with the user's own wording, comments and notes where there are any."""
    asking = _asking(drafted, decisions, settled, undecided=undecided)
    return _with_notes(_in_own_words(drafted, decisions, asking), decisions)


def redrafted(base: Review, decisions: Decisions, settled: Collection[str]) -> Redrafted:
    """Return `base` as `decided`, with what is to know of its redlines."""
    drafted = proposed(base, decisions, settled)
    review = in_own_words(drafted, decisions, settled)
    own = [clause for clause, decision in decisions.items() if decision.words or decision.comment is not None]
    told: defaultdict[str, list[str]] = defaultdict(list)
    for conflict in conflicts(review) if own else ():
        told[conflict.first].append(conflict.why)
        told[conflict.second].append(conflict.why)
    for line in review.undrafted:
        if line not in drafted.undrafted:
            of = (each.clause.id for each in review.findings if line.startswith(f"{each.clause.title}: "))
            told[next(of, "")].append(line)
    redlines = {clause: drafted.redline_of(clause) or Redline(clause) for clause in own}
    return Redrafted(review, redlines, {clause: tuple(lines) for clause, lines in told.items()})


def _asking(found: Review, decisions: Decisions, settled: Collection[str], *, undecided: bool) -> frozenset[str]:
    """Return the clause types on which something is asked of the counterparty."""
    return frozenset(
        finding.clause.id
        for finding in found.findings
        if _asks(finding, decisions.get(finding.clause.id, UNDECIDED), settled, undecided=undecided)
    )


def _asks(finding: Finding, decision: Decision, settled: Collection[str], *, undecided: bool) -> bool:
    """Tell whether something is asked of the counterparty on `finding`."""
    return decision.verb in ASKING or (decision.verb is None and undecided and finding.clause.id not in settled)


def _target(finding: Finding, decision: Decision, asking: Collection[str]) -> Position | None:
    """Return the position to ask for; None where nothing is asked."""
    positions = finding.clause.positions
    if finding.clause.id not in asking:
        return None
    if decision.rung is not None and 0 <= decision.rung < len(positions):
        return positions[decision.rung]
    if decision.verb == "fallback":
        offered = (position for position in positions if position.level == "fallback" and position.has_wording)
        return next(offered, finding.target)
    return finding.target


def _in_own_words(drafted: Review, decisions: Decisions, asking: Collection[str]) -> Review:
    """Return `drafted` with the user's wording and comments where there are any, in the order of their places."""
    touched = {
        finding.clause.id: finding
        for finding in drafted.findings
        if finding.clause.id in asking and _is_reworded(decisions.get(finding.clause.id, UNDECIDED))
    }
    if not touched:
        return drafted
    redlines = [redline for redline in drafted.redlines if redline.clause not in touched]
    problems = [line for line in drafted.undrafted if not _is_answered(line, touched.values(), decisions)]
    for clause, finding in touched.items():
        redline = _reworded(drafted, finding, decisions[clause])
        if isinstance(redline, Redline):
            redlines.append(redline)
        elif redline:
            problems.append(f"{finding.clause.title}: {redline}.")
    order = {redline.clause: place for place, redline in enumerate(drafted.redlines)}
    redlines.sort(key=lambda redline: (*_place(redline), order.get(redline.clause, len(order))))
    not_checked = (*drafted.unread, *problems)
    return replace(drafted, redlines=tuple(redlines), undrafted=tuple(problems), not_checked=not_checked)


def _is_reworded(decision: Decision) -> bool:
    return decision.comment is not None or _words(decision) is not None


def _words(decision: Decision) -> OwnWords | None:
    """Return the user's wording where it counts: to accept or to fall back is to ask in the library's words."""
    return decision.words if decision.verb in (None, "edit") else None


def _reworded(drafted: Review, finding: Finding, decision: Decision) -> Redline | str:
    """Return the redline of `finding` in the user's words; else why there is none, "" where none is due."""
    clause, words = finding.clause.id, _words(decision)
    redline = drafted.redline_of(clause) or Redline(clause)
    if words is not None:
        if not fit(drafted.document, redline, words):
            return "your own wording was left out, because it was written for other words than those drafted now"
        redline = own_redline(drafted.document, redline, words)
    if decision.comment is not None:
        lines = "\n".join(one_line(line) for line in decision.comment.splitlines())
        redline = replace(redline, comment=Comment(lines) if lines.strip() else None)
    if redline.edits or redline.insertions:
        return redline
    if redline.comment is None:
        return ""
    anchor = redline.anchor
    if anchor is None and finding.reading.matches:
        anchor = finding.reading.clearest.paragraph
    if anchor is None:
        return "your comment was left out, because no words of the document are changed on which it could stand"
    return replace(redline, anchor=anchor)


def _is_answered(problem: str, touched: Collection[Finding], decisions: Decisions) -> bool:
    """Tell whether `problem` says that no wording could be drafted where the user gave one."""
    return any(
        problem.startswith((f"{finding.clause.title}: no ", f"{finding.clause.title}: only a comment was made"))
        for finding in touched
        if _words(decisions[finding.clause.id]) is not None
    )


def _place(redline: Redline) -> tuple[int, bool, int]:
    """Return where a redline begins, by which all are in order: new paragraphs follow changes to the one before."""
    if redline.edits:
        return redline.edits[0].paragraph, False, redline.edits[0].span.start
    if redline.insertions:
        return redline.insertions[0].after, True, 0
    return redline.anchor or 0, False, 0


def _with_notes(found: Review, decisions: Decisions) -> Review:
    """Return `found` with the user's notes in place of the library's, in the order of the findings."""
    if all(decision.note is None for decision in decisions.values()):
        return found
    return replace(found, notes=tuple(_notes(found, decisions)))


def _notes(found: Review, decisions: Decisions) -> Iterator[tuple[str, Note]]:
    notes = dict(found.notes)
    for clause in (finding.clause.id for finding in found.findings):
        own = decisions.get(clause, UNDECIDED).note
        note = notes.get(clause) if own is None else Note(own)
        if note is not None and note.text.strip():
            yield clause, note
