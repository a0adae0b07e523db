"""What a review found: matches, facts, findings, each with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.model.clause import Claim, ClauseType, DocumentType, Level, Position, Severity, Test, Value
from app.model.document import Document
from app.model.forms import Recognition
from app.model.kind import DocumentKind
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.redline import Note, Redline
from app.model.span import Place, Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed value read from words; `place` is None where the text is silent and the value says so.

    Attributes:
        derivation: How the value follows from the words, where they do not say it plainly ("one month counts as 30
            days"); "" where they do.
    """

    key: str
    value: Value
    place: Place | None
    derivation: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a pattern of an edit rule was found, and the sentence around it (its full stop included)."""

    pattern: str
    place: Place
    sentence: Span


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph that carries a clause type.

    Attributes:
        clause: Id of the clause type.
        score: Between 0 and 1, made of `parts`.
        parts: Named parts of the score, each between 0 and 1: what the "cues", the "classifier", the "heading", the
            "definition", the "position" or the "lead-in" say of the paragraph.
        evidence: The words that produced it; empty for a list item that follows its lead-in.
        threshold: The score from which a paragraph carries this clause type.
    """

    clause: str
    paragraph: int
    score: float
    parts: tuple[tuple[str, float], ...]
    evidence: tuple[Span, ...]
    threshold: float = 0.5


RelatedKind = Literal["lead-in", "item", "exception", "definition", "reference"]
"""How words elsewhere bear on a clause: the lead-in of its list, an item of it, a carve-out, the definition of a term
that it turns on, a section that it cites."""


@dataclass(frozen=True, slots=True)
class Related:
    """Words elsewhere that bear on a paragraph which carries a clause type.

    Attributes:
        place: The words.
        paragraph: The carrying paragraph that they bear on.
        why: What ties the two, in a few words ("defines “Affiliate”").
    """

    kind: RelatedKind
    place: Place
    paragraph: int
    why: str


Subject = Literal["duty", "money", "termination", "liability", "rights", "data"]
"""What an operative paragraph is about, by its words."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """An operative paragraph that no clause type of the library explains.

    Attributes:
        about: What its words are about.
        evidence: Those words.
    """

    paragraph: int
    about: tuple[Subject, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """All that was read of one clause type in a document.

    Attributes:
        related: Words elsewhere that bear on the carrying paragraphs, in reading order of those.
        concerned: Whether the document holds what the clause type is about (`Condition.phrases`).
    """

    clause: str
    matches: tuple[Match, ...]
    facts: tuple[Fact, ...]
    located: tuple[Located, ...]
    concerned: bool = True
    related: tuple[Related, ...] = ()

    @property
    def clearest(self) -> Match:
        """The match with the highest score, the first of several; there must be one."""
        return max(self.matches, key=lambda match: match.score)

    def deciding(self, verdicts: "Sequence[Verdict]") -> Match:
        """Return the match that gave the last fact that was tested on words; without one, the clearest."""
        carrying = {match.paragraph: match for match in reversed(self.matches)}
        read_at = {fact.key: fact.place.paragraph for fact in self.facts if fact.place is not None}
        for verdict in reversed(verdicts):
            for result in verdict.results:
                if result.test.subject == "fact" and read_at.get(result.test.key) in carrying:
                    return carrying[read_at[result.test.key]]
        return self.clearest

    def clearest_few(self, number: int) -> tuple[Match, ...]:
        """Return the `number` matches with the highest scores, the first of several, in reading order."""
        ranked = sorted(range(len(self.matches)), key=lambda place: -self.matches[place].score)
        return tuple(self.matches[place] for place in sorted(ranked[:number]))


@dataclass(frozen=True, slots=True)
class Readings:
    """All that matching made of a document: its type, and a reading for each clause type of the library.

    Attributes:
        uncovered: Operative paragraphs that none of the readings explains, in reading order.
        recognised: The standard forms that it follows; None where it follows none that is known.
        kind: By which words its type was recognised; None where that was not read.
    """

    document_type: DocumentType
    clauses: tuple[ClauseReading, ...]
    uncovered: tuple[Uncovered, ...] = ()
    recognised: Recognition | None = None
    kind: DocumentKind | None = None


@dataclass(frozen=True, slots=True)
class TestResult:
    """A test of a position, the value it saw (None: not stated), and whether it passed."""

    __test__ = False  # pytest takes classes called Test for its own

    test: Test
    value: Value | None
    passed: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one position fared: all its tests with what they saw."""

    position: Position
    results: tuple[TestResult, ...]

    @property
    def holds(self) -> bool:
        """Whether every test passed."""
        return all(result.passed for result in self.results)


@dataclass(frozen=True, slots=True)
class Finding:
    """What holds for one clause type, and why: words, facts, tests, level.

    Attributes:
        reading: The words and facts it rests on.
        verdicts: Every position that was tried, in order; the last that holds gave the level.
        target: The position to ask for; None where nothing is asked.
        why: One sentence.
        claims: What sources say on it, of this document or of any.
    """

    clause: ClauseType
    level: Level
    severity: Severity
    reading: ClauseReading
    verdicts: tuple[Verdict, ...]
    target: Position | None
    why: str
    claims: tuple[Claim, ...] = ()

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Indexes of the carrying paragraphs, in reading order."""
        return tuple(match.paragraph for match in self.reading.matches)

    @property
    def held(self) -> Position | None:
        """The position that gave the level; None where none holds."""
        return next((verdict.position for verdict in reversed(self.verdicts) if verdict.holds), None)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What made this review, so that the same again can be proved.

    Attributes:
        library: Its version.
        library_effective: From when this version is in force; None where it does not say.
    """

    document_sha256: str
    library: str
    library_sha256: str
    profile_sha256: str
    program: str
    library_effective: date | None = None

    @property
    def library_line(self) -> str:
        """The version of the library and the day from which it is in force."""
        since = f", in force since {self.library_effective.isoformat()}" if self.library_effective else ""
        return f"{self.library}{since}"


@dataclass(frozen=True, slots=True)
class Review:
    """The whole result, a pure function of document bytes, library and profile.

    Attributes:
        findings: One for every clause type of the library, in its order.
        redlines: For those findings that ask for a change of words.
        notes: Internal remarks by clause id; no counterparty file takes them.
        not_checked: What could not be read or judged, in words.
        uncovered: Operative paragraphs that no clause type explains, so that none passes in silence.
        undrafted: Those of `not_checked`, its last, that say why a change was not drafted.
        recognised: The standard forms that the document follows, and every place that differs.
        kind: By which words the type of the document was recognised.
        aim: Whether the redlines ask for the preferred positions or for the least that we may accept.
    """

    document: Document
    document_type: DocumentType
    profile: DeploymentProfile
    library: ClauseLibrary
    findings: tuple[Finding, ...]
    redlines: tuple[Redline, ...]
    notes: tuple[tuple[str, Note], ...]
    not_checked: tuple[str, ...]
    receipt: Receipt
    uncovered: tuple[Uncovered, ...] = ()
    undrafted: tuple[str, ...] = ()
    aim: Literal["preferred", "fallback"] = "preferred"
    recognised: Recognition | None = None
    kind: DocumentKind | None = None

    @property
    def unread(self) -> tuple[str, ...]:
        """What could not be read or judged: `not_checked` without what was not drafted."""
        return self.not_checked[: len(self.not_checked) - len(self.undrafted)]

    def redline_of(self, clause: str) -> Redline | None:
        """Return the redline for the finding on `clause`; None without one."""
        return next((redline for redline in self.redlines if redline.clause == clause), None)
