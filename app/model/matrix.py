"""Documents side by side: clause types as rows; columns are documents, or several that belong together as layers.

What a cell says is one `Term`. What was not read is "unknown": it is shown so, and never speaks for a column.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from app.model.clause import ClauseType, Severity, Value
from app.model.library import ClauseLibrary
from app.model.matter import StandingKind
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.model.span import Place

CellLevel = Literal["preferred", "fallback", "walk-away", "missing", "not-applicable", "unknown"]
"""The levels of a finding, and "unknown": it is silent as far as it was read, and not all of it was."""

Unit = Literal[
    "yes/no", "hours", "days", "months", "months of fees", "times a year", "number", "per cent", "money", "day", "words"
]
"""What a fact is measured in: the same for all cells of a row."""


Mark = Literal["best", "tie", "least bad", ""]
"""How the best term of a row is marked: alone, among equals, or best of what is all at our walk-away."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document.

    Attributes:
        place: Where they stand in the document of the layer, for a click to lead there.
        cited: That place as a reader cites it ("5(c)", "Termination", "paragraph 12"); a bare number is a section.
        words: The words with some of their sentence around them, cut between words.
    """

    place: Place
    cited: str
    words: str


@dataclass(frozen=True, slots=True)
class FactHead:
    """A fact that is compared in a row: what it is called and what it is measured in."""

    key: str
    name: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class TermFact:
    """A fact as one document states it.

    Attributes:
        value: None where the words do not state it.
        shown: The value with its unit ("30 days", "USD 100", "yes", "not stated"). "(silent)" is said where it follows
            from silence; with a figure of none stand the words that say so ("0 days (“without notice”)").
        currency: Of money, as its code, or "$" where the words do not say whose dollars; "" where they name none, and
            for all else.
        quote: The words; None where the value follows from silence, or there is none.
        derivation: How the value follows from the words, or that nothing is said of it; "" where they say it plainly.
    """

    key: str
    value: Value | None
    shown: str
    currency: str = ""
    quote: Quotation | None = None
    derivation: str = ""

    @property
    def is_silent(self) -> bool:
        """Whether the value follows from silence."""
        return self.value is not None and self.quote is None


@dataclass(frozen=True, slots=True)
class Term:
    """What one document says on a clause type, judged.

    Attributes:
        layer: Index into the layers of its column.
        rung: Index into the positions of the clause type of the one that is met; None where none is, or nothing stands
            there.
        why: One sentence.
        facts: One for each head of the row where the document carries the clause type; none elsewhere.
        words: What it rests on: where it could be better, the words for which it is not, then those that decided.
            None where nothing stands there.
        standing: How it stands to the other layers of its column; None where no other layer bears on it.
        standing_why: In one sentence; "" without a standing.
    """

    layer: int
    level: CellLevel
    severity: Severity
    rung: int | None
    why: str
    facts: tuple[TermFact, ...] = ()
    words: tuple[Quotation, ...] = ()
    standing: StandingKind | None = None
    standing_why: str = ""

    @property
    def is_judged(self) -> bool:
        """Whether it has a level that is ours to weigh."""
        return self.level not in ("not-applicable", "unknown")

    @property
    def is_silence(self) -> bool:
        """Whether nothing of the kind was recognised, which is as we want it."""
        return self.level == "preferred" and not self.words


@dataclass(frozen=True, slots=True)
class Cell:
    """A clause type in a column.

    Attributes:
        term: What holds for the column: of several layers the one that binds us worst.
        beside: What the other layers say, in their order; those to which it does not apply are left out.
        points: What it costs the column; None where it is not judged.
    """

    term: Term
    beside: tuple[Term, ...] = ()
    points: int | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """What holds, and what the other layers say."""
        return (self.term, *self.beside)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A clause type over all columns.

    Attributes:
        weight: What the worst level would cost: the most points that a cell can lose.
        heads: The facts that at least one column states in words.
        cells: One for each column, in their order.
        best: Indexes of the columns with the best term; several are a tie. None where nothing can be compared, or all
            that stands there is equally far from acceptable. What is missing is never the best.
        best_why: Why they are the best, or why none is.
    """

    clause: ClauseType
    weight: int
    heads: tuple[FactHead, ...]
    cells: tuple[Cell, ...]
    best: tuple[int, ...] = ()
    best_why: str = ""

    def mark(self, column: int) -> Mark:
        """Return how the cell of a column is marked; not at all where all that are judged are alike."""
        judged = sum(cell.term.is_judged for cell in self.cells)
        if column not in self.best or len(self.best) == judged:
            return ""
        if self.cells[column].term.level == "walk-away":
            return "least bad"
        return "best" if len(self.best) == 1 else "tie"


@dataclass(frozen=True, slots=True)
class Layer:
    """A document of a column, with its review.

    Attributes:
        not_read: What of it could not be read or judged, in words, less what other layers of the column hold.
    """

    title: str
    review: Review = field(repr=False)
    not_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a column meets our preferred positions, by the weights of the rows that apply to it.

    Attributes:
        lost: Points that its judged cells cost.
        judged: Weight of the rows that are judged.
        unknown: Weight of the rows that are unknown: they may cost nothing, or all of it.
        rows: How many rows are judged, and `unknown_rows` how many are unknown.
        silent: Of `judged`, the weight of the rows that are as we want them because nothing was recognised there.
    """

    lost: int
    judged: int
    unknown: int
    rows: int
    unknown_rows: int
    silent: int = 0

    @property
    def low(self) -> Fraction:
        """The share that is kept if all that is unknown is as bad as can be; columns are ranked by it."""
        whole = self.judged + self.unknown
        return Fraction(self.judged - self.lost, whole) if whole else Fraction(0)

    @property
    def high(self) -> Fraction:
        """The share that is kept if all that is unknown is as we want it."""
        whole = self.judged + self.unknown
        return Fraction(whole - self.lost, whole) if whole else Fraction(0)


@dataclass(frozen=True, slots=True)
class Reason:
    """A row that decides a rank.

    Attributes:
        clause: Id of the clause type.
        title: Its title.
        points: What counts against the column there: what it loses, or all of the weight where it is not known.
        is_known: Whether the column is known there.
        of_next: What counts against the column that follows in rank; None where the reason is no comparison.
        next_is_known: Whether that column is known there.
    """

    clause: str
    title: str
    points: int
    is_known: bool = True
    of_next: int | None = None
    next_is_known: bool = True


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A document, or documents that belong together.

    Attributes:
        title: As the user named it, else the name of the file; no two are the same.
        layers: In order of precedence; one for a document that stands alone.
        rank: From 1; columns with the same fit have the same rank.
        ties: Indexes of the other columns with the same rank.
        costs: The rows that count most against it, worst first.
        ahead: The rows that put it ahead of the column that follows in rank, most points first.
        behind: The rows on which that column is better all the same.
        verdict: Why it ranks where it does, in a few sentences.
        lost_layers: Documents that belong to it and could not be read, by name.
    """

    title: str
    layers: tuple[Layer, ...]
    rank: int
    fit: Fit
    ties: tuple[int, ...] = ()
    costs: tuple[Reason, ...] = ()
    ahead: tuple[Reason, ...] = ()
    behind: tuple[Reason, ...] = ()
    verdict: str = ""
    lost_layers: tuple[str, ...] = ()

    @property
    def is_layered(self) -> bool:
        """Whether several documents make it up."""
        return len(self.layers) > 1


@dataclass(frozen=True, slots=True)
class Matrix:
    """Documents side by side, for our own house only; a pure function of their bytes, library and profile.

    Attributes:
        columns: In the order given.
        rows: Clause types that at least one column is judged on or not known on, in the order of the library.
        apart: Clause types that apply to no column.
        left_out: Documents that could not be read, each with the reason in a line.
        remarks: What to bear in mind about the ranking, a sentence each.
    """

    profile: DeploymentProfile
    library: ClauseLibrary = field(repr=False)
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    apart: tuple[MatrixRow, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def ranking(self) -> tuple[int, ...]:
        """Indexes of the columns, best first; those of the same rank in the order given."""
        return tuple(sorted(range(len(self.columns)), key=lambda column: self.columns[column].rank))
