"""Whether the wording of a library does what its positions say.

Every clause that it would insert is filled in several styles and read back; every edit that it would make is made to
the examples that stand below its position, and the result is read again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from textwrap import shorten

from app.drafting.draft import draft
from app.drafting.vocabulary import Vocabulary, read_vocabulary
from app.drafting.wording import Wording
from app.library.lint import Field, Mistake
from app.library.lints.entry import placed_examples
from app.model.clause import DEVIATIONS, ClauseType, EditRule, Example, NewClause, Position
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.redline import Citation
from app.model.review import Finding
from app.service.library_documents import STYLES, Style, document_of, example_profile, finding_on, rung_of, style_of
from app.service.library_tests import profile_for, shortfall
from app.text.diff import TextEdit, apply_edits

_SHOWN = 400


def check_wording(clause: ClauseType, library: ClauseLibrary) -> Iterator[Mistake]:
    """Yield which wording of `clause` does not bring a document to the position it belongs to."""
    trials = [_trial(clause, place, example, library) for place, example in placed_examples(clause) if example.carries]
    for rung, position in enumerate(clause.positions):
        if position.clause is not None:
            yield from _clause_mistakes(clause, rung, position.clause, library)
        if position.edits:
            yield from _edit_mistakes(clause, rung, [trial for trial in trials if trial.stands > rung], library)


def _clause_mistakes(clause: ClauseType, rung: int, new: NewClause, library: ClauseLibrary) -> Iterator[Mistake]:
    """Yield what the text to insert is read as where that is not `rung` or better, each shortfall once."""
    place = ("positions", rung, "clause")
    profile = profile_for(clause.positions[rung])
    sections = {each.id: Citation("Section 9", "9", 0) for each in library.clauses}
    told: set[str] = set()
    for style in STYLES:
        wording = Wording(_vocabulary_of(style), sections)
        if any(wording.unfilled(text, clause.id) for text in (new.heading, *new.text)):
            return  # only a clause type that does not exist has no word in a style: `lint_references` tells it
        texts = [wording.sentence(text, clause.id) for text in new.text]
        document = document_of(texts, style.parties, wording.fill(new.heading, clause.id))
        message = _shortfall(finding_on(clause, document, library, profile), clause, rung)
        if message and message not in told:
            told.add(message)
            yield Mistake(place, f"written for “{style.name}” its text {message}: {_shown(' '.join(texts))}")


@cache
def _vocabulary_of(style: Style) -> Vocabulary:
    return read_vocabulary(document_of([], style.parties, style=style))


@dataclass(frozen=True, slots=True)
class _Trial:
    """A carrying example to which edits can be made.

    Attributes:
        place: Of the example in the file.
        document: Its paragraph, and after that the words of a style.
        found: What is found in its paragraph.
        stands: The number of its position, from 0; -1 where nothing is asked.
    """

    place: Field
    document: Document
    profile: DeploymentProfile
    found: Finding
    stands: int

    @property
    def level(self) -> str:
        """The level it stands on."""
        return self.found.level

    def with_edits(self, target: Position) -> str:
        """Return its text as drafted towards `target`; "" where no edit fits."""
        asked = replace(self.found, target=replace(target, clause=None))
        redlines = draft(self.document, (asked,)).redlines
        edits = [edit for redline in redlines for edit in redline.edits]
        ordered = sorted(
            (edit for edit in edits if edit.paragraph == 0), key=lambda edit: (edit.span.start, edit.span.end)
        )
        made = tuple(TextEdit(edit.span.start, edit.span.end, edit.text) for edit in ordered)
        return apply_edits(self.document.paragraphs[0].text, made) if edits else ""


def _trial(clause: ClauseType, place: Field, example: Example, library: ClauseLibrary) -> _Trial:
    style, profile = style_of(example.text), example_profile(example)
    alone = document_of([example.text], style.parties, example.heading)
    found = finding_on(clause, alone, library, profile)
    rung = rung_of(found)
    document = document_of([example.text], style.parties, example.heading, style=style)
    stands = len(clause.positions) if rung is None else rung
    return _Trial(place, document, profile, found, stands if found.level in DEVIATIONS else -1)


def _edit_mistakes(clause: ClauseType, rung: int, below: Sequence[_Trial], library: ClauseLibrary) -> Iterator[Mistake]:
    """Yield what the edits of position `rung` fail to do to the examples that stand below it."""
    place = ("positions", rung, "edits")
    position = clause.positions[rung]
    reachable = [trial for trial in below if profile_for(position, trial.profile) == trial.profile]
    if not reachable:
        yield Mistake(place, "no example stands below this position, so its edits are not tried; add one that carries")
        return
    for level in dict.fromkeys(trial.level for trial in reachable):
        failures: list[tuple[_Trial, str]] = []
        lifted = 0
        for trial in (each for each in reachable if each.level == level):
            text = trial.with_edits(position)
            message = _after_edits(trial, text, clause, rung, library)
            if message:
                failures.append((trial, message))
            lifted += not message
        if not lifted:
            told = next((pair for pair in failures if pair[1] != _NO_EDIT), failures[0])
            yield Mistake(place, f"no example on {level} is brought to this position: {_numbered(*told)}")
        for trial, message in failures:
            if lifted and message != _NO_EDIT:
                yield Mistake(
                    place, f"made to an example they fall short: {_numbered(trial, message)}", is_warning=True
                )
    for index, group in enumerate(position.edits):
        if not any(trial.with_edits(replace(position, edits=(group,))) for trial in reachable):
            message = f"no example is changed by these rules ({_first(group)}); add one that they fit, or drop them"
            yield Mistake((*place, index), message, is_warning=True)


_NO_EDIT = "no edit fits its words"


def _after_edits(trial: _Trial, text: str, clause: ClauseType, rung: int, library: ClauseLibrary) -> str:
    """Return in which way `text`, which `trial` became, falls short of position `rung`; "" where it does not."""
    if not text:
        return _NO_EDIT
    again = document_of([text], trial.document.parties, trial.document.title)
    found = finding_on(clause, again, library, trial.profile)
    if clause.nature == "burden" and not found.reading.matches:
        return ""
    message = _shortfall(found, clause, rung)
    return f"it {message}: {_shown(text)}" if message else ""


def _shortfall(found: Finding, clause: ClauseType, rung: int) -> str:
    """Return in which way what was found falls short of position `rung`; "" where it stands there or better."""
    if not found.reading.matches:
        return "is not found to carry the clause type; word it so that a cue finds it"
    stands = rung_of(found)
    if stands is not None and stands <= rung:
        return ""
    here = (
        f"stands on position {stands + 1} ({clause.positions[stands].name})" if stands is not None else "stands nowhere"
    )
    return f"{here}, because {shortfall(found, rung)}"


def _numbered(trial: _Trial, message: str) -> str:
    return f"{'.'.join(map(str, trial.place))}: {message}"


def _first(group: Sequence[EditRule]) -> str:
    rule = group[0]
    return f"{rule.action.replace('-', '_')}: {rule.pattern!r}" + (", …" if len(group) > 1 else "")


def _shown(text: str) -> str:
    return f"“{shorten(text, _SHOWN, placeholder=' …')}”"
