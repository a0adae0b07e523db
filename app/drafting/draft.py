"""From findings to redlines: edits in the clauses that stand, new clauses where one is missing, comments elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.drafting.insertion import new_paragraphs, pushed_on
from app.drafting.outline import Outline, outline_of
from app.drafting.placement import Site, find_site
from app.drafting.plan import Plan, plan_finding, settle
from app.drafting.titles import titled_for
from app.drafting.vocabulary import read_vocabulary
from app.drafting.wording import Wording
from app.model.clause import DEVIATIONS, DocumentType, NewClause
from app.model.document import Document
from app.model.redline import Citation, Comment, Edit, NewParagraph, Note, Redline
from app.model.review import Finding
from app.model.slots import KNOWN_SLOTS, parse_slot
from app.text.diff import TextEdit
from app.text.rewriting import rewrite_ratio

_ANNEXES = ("use-policy", "data-processing", "service-levels")
_ADDENDA = ("Addendum", "addendum", "Amendment", "amendment")
_GENERAL = "general-commercial"


@dataclass(frozen=True, slots=True)
class Drafts:
    """What is asked of the counterparty, what stays in the house, and what could not be written.

    Attributes:
        redlines: In the order of the places they change.
        notes: By id of clause type.
        problems: One sentence each, for the reader of the review.
    """

    redlines: tuple[Redline, ...]
    notes: tuple[tuple[str, Note], ...]
    problems: tuple[str, ...]


def draft(document: Document, findings: tuple[Finding, ...], kind: DocumentType = "unknown") -> Drafts:
    """Return the redlines and notes for `findings` in the words of `document`.

    A document of a `kind` that belongs to an agreement gets no new clause, nor a comment alone, on what that agreement
    deals with.

    Raises:
        ValueError: The wording of the library has a slot that does not exist.
    """
    vocabulary = read_vocabulary(document)
    outline = outline_of(document)
    wording = Wording(vocabulary, _citations(outline, findings, vocabulary.citation))
    deviations = [finding for finding in findings if finding.level in DEVIATIONS]
    asked = [(finding, finding.target) for finding in deviations if finding.target is not None]
    stray = {f.clause.id for f, _ in asked if not _is_at_home(f, kind, vocabulary.agreement)}
    plans = settle(
        [plan_finding(outline, wording, f, replace(t, clause=None) if f.clause.id in stray else t) for f, t in asked]
    )
    problems = [line for plan in plans if (line := _problem(outline, plan))]
    notes = []
    for clause in (finding.clause for finding in deviations):
        if unfilled := wording.unfilled(clause.note, clause.id):
            problems.append(f"{clause.title}: its internal note was left out, because {_lacking(unfilled)}.")
        elif clause.note:
            notes.append((clause.id, Note(wording.sentence(clause.note, clause.id))))
    written = [plan for plan in plans if plan.edits or plan.finding.clause.id not in stray]
    redlines = _redlines(outline, wording, written, findings)
    title_of = {finding.clause.id: finding.clause.title for finding in findings}
    problems += (line for redline in redlines for line in _broken_citations(outline, redline, title_of[redline.clause]))
    return Drafts(redlines, tuple(notes), tuple(problems))


def _is_at_home(finding: Finding, kind: DocumentType, name: str) -> bool:
    """Tell whether a clause on `finding` may stand in a document of this kind that calls itself `name`.

    What the agreement around it deals with has no place in an annex, nor what all contracts hold in an addendum.
    """
    if kind in _ANNEXES:
        return kind in finding.clause.applies.documents
    return not (name.endswith(_ADDENDA) and finding.level == "missing" and finding.clause.pack == _GENERAL)


def _citations(outline: Outline, findings: Sequence[Finding], noun: str) -> dict[str, Citation]:
    """Return the section where each clause type stands, as the document would cite it.

    Only what stands under a title of its own is cited: elsewhere the words found may be about it in passing.
    """
    places = {finding.clause.id: _cited_paragraph(outline, finding) for finding in findings}
    cited = {
        clause: _citation(outline.document, paragraph, noun)
        for clause, paragraph in places.items()
        if paragraph is not None
    }
    return {clause: citation for clause, citation in cited.items() if citation}


def _cited_paragraph(outline: Outline, finding: Finding) -> int | None:
    """Return the paragraph by which the clause of `finding` is cited: its own, or the first of a section it fills."""
    pairs = titled_for(outline, finding.paragraphs, finding.clause.cues.heading)
    if not pairs:
        return None
    first, home = pairs[0]
    return first if sum(section == home for _, section in pairs) == 1 else home.first


def _citation(document: Document, paragraph: int, noun: str) -> Citation | None:
    """Return "Section 5.c" for the place of a paragraph, its section's title where there is no number, else None."""
    there = document.paragraphs[paragraph]
    section = None if there.section is None else document.sections[there.section]
    label = there.label or (section.label if section else "")
    bearer = section.first if section and not there.label else paragraph
    if label:
        return Citation(label if " " in label else f"{noun} {label}", label.rsplit(maxsplit=1)[-1], bearer)
    return Citation(f"the section “{section.title}”", "", bearer) if section and section.title else None


def _problem(outline: Outline, plan: Plan) -> str:
    """Return why `plan` makes less than was asked for; "" where it makes all."""
    title = plan.finding.clause.title
    if plan.unfilled:
        return f"{title}: no change was drafted, because {_lacking(plan.unfilled)}."
    if plan.clause is not None and not outline.has_body:
        return f"{title}: no clause was drafted, because all text of the document stands outside its body."
    if plan.gives_way_to is not None:
        place = outline.document.place_of(plan.finding.paragraphs[0])
        other = plan.gives_way_to.clause.title
        return f"{title}: only a comment was made at {place}, because the change for {other} concerns the same words."
    return ""


def _broken_citations(outline: Outline, redline: Redline, title: str) -> Iterator[str]:
    """Yield what the new clause of `redline` does to typed citations of the automatic numbers that it pushes on."""
    pushed = {index: None for new in redline.insertions for index in pushed_on(outline, new)}
    for index in pushed:
        if citing := outline.citing(index):
            places = ", ".join(outline.document.place_of(paragraph) for paragraph in citing)
            number = outline.paragraphs[index].label
            yield f"{title}: the new clause changes the number {number}; correct it at {places}, or decline the clause."


def _lacking(slots: Sequence[str]) -> str:
    means = tuple(dict.fromkeys(KNOWN_SLOTS[parse_slot(slot).name].means for slot in slots))
    listed = " and ".join(part for part in (", ".join(means[:-1]), means[-1]) if part)
    return f"the document does not give {listed}"


def _redlines(
    outline: Outline, wording: Wording, plans: Sequence[Plan], findings: Sequence[Finding]
) -> tuple[Redline, ...]:
    """Return the redlines of `plans` in the order of their places; of new clauses at one place the deeper one first.

    Those with a heading on a line of their own come last, so that no other stands under it.
    """
    carriers = {finding.clause.id: finding.paragraphs for finding in findings}
    headings = {finding.clause.id: finding.clause.cues.heading for finding in findings}
    cited = {citation.number for plan in plans for citation in plan.citations}
    outline = replace(outline, cited=outline.cited | cited)  # what we cite ourselves keeps its number too
    sites: list[Site] = []
    placed: list[tuple[tuple[int, int, int], Redline]] = []
    for plan in plans:
        if plan.unfilled or (plan.clause is not None and not outline.has_body):
            continue
        clause = plan.finding.clause
        comment = Comment(wording.sentence(clause.comment, clause.id)) if clause.comment else None
        if plan.clause is not None:
            site = find_site(outline, (clause.id, *plan.clause.after), carriers, headings, plan.clause.under)
            insertions = _insertions(outline, wording, plan.clause, clause.id, site, sites)
            sites.append(site)
            place = (site.after, 1 if site.heading is None else 2, -outline.paragraphs[site.like].level)
            new = Redline(clause.id, insertions=insertions, comment=comment, citations=plan.citations)
            placed.append((place, new))
        elif plan.edits:
            place = (plan.edits[0].paragraph, 0, plan.edits[0].span.start)
            share = _rewritten(outline.document, plan.edits)
            changed = Redline(clause.id, edits=plan.edits, comment=comment, citations=plan.citations, rewritten=share)
            placed.append((place, changed))
        elif comment is not None and plan.finding.paragraphs and _is_asked(plan):
            anchor = plan.finding.reading.clearest.paragraph
            placed.append(((anchor, 0, 0), Redline(clause.id, comment=comment, anchor=anchor)))
    return tuple(redline for _, redline in sorted(placed, key=lambda pair: pair[0]))


def _rewritten(document: Document, edits: Sequence[Edit]) -> float:
    """Return the share of the words that `edits` strike and insert in the paragraphs they change."""
    by_paragraph: defaultdict[int, list[TextEdit]] = defaultdict(list)
    for edit in edits:
        by_paragraph[edit.paragraph].append(TextEdit(edit.span.start, edit.span.end, edit.text))
    return rewrite_ratio((document.paragraphs[index].text, tuple(made)) for index, made in by_paragraph.items())


def _is_asked(plan: Plan) -> bool:
    """Tell whether a comment is made where no words change: not on a clause that we can live with as it stands."""
    return plan.finding.level != "fallback" or plan.gives_way_to is not None


def _insertions(
    outline: Outline, wording: Wording, new: NewClause, clause: str, site: Site, earlier: Sequence[Site]
) -> tuple[NewParagraph, ...]:
    """Return the paragraphs of `new` at `site`, numbered on from the new clauses that stand there already."""
    texts = tuple(" ".join(wording.sentence(text, clause).split()) for text in new.text)
    heading = wording.fill(new.heading, clause)
    before = sum((other.after, other.number) == (site.after, site.number) for other in earlier)
    return new_paragraphs(outline, site, heading, texts, before)
