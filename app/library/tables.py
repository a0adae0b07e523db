"""The tables as which a library is given to people without an editor: what stands in which column."""

from dataclasses import dataclass

from app.library.cells import ANSWERS, CASES, LEVELS, LINES, NAMES, OPTIONS, PARAGRAPHS, SCALAR, TESTS, TEXT, Codec

NARROW, MIDDLE, WIDE = 12, 26, 60


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        label: Its head.
        field: Where its value stands among the fields of the entry, with dots between the steps; "" where it says to
            which entry or part a row belongs.
        width: In characters.
    """

    label: str
    field: str
    codec: Codec = TEXT
    width: int = MIDDLE


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        holds: What a row is, for the reader.
        columns: Those by which a row is told apart come first.
        are_cards: Whether in a playbook each row is a small table of its own, a line a column.
    """

    name: str
    holds: str
    columns: tuple[Column, ...]
    are_cards: bool = False

    def column(self, label: str) -> Column | None:
        """Return the column with this head; None where there is none."""
        return next((column for column in self.columns if column.label == label), None)

    @property
    def is_of_clauses(self) -> bool:
        """Whether its first column says to which clause type a row belongs."""
        return self.columns[0] == _OF_CLAUSE


_OF_CLAUSE = Column("Clause type", "", width=NARROW * 2)
_OF_FILE = Column("File", "", width=NARROW)
_MEETS = Column("Meets", "meets", NAMES, NARROW)
_SOURCES = Column("Sources", "sources", LINES)
_OCCASION = (
    Column("Documents", "when.documents", NAMES, NARROW * 2),
    Column("About", "when.about", width=NARROW),
    Column("If", "when.if", TESTS),
    Column("Findings", "when.findings", LEVELS),
)

LIBRARY = Table(
    "Library",
    "what the library is called and stands on",
    (
        Column("Title", "title"),
        Column("Version", "version", width=NARROW),
        Column("In force since", "effective", width=NARROW),
        Column("Extends", "extends", width=NARROW),
        Column("Left out", "leave_out", NAMES),
    ),
    are_cards=True,
)
PACKS = Table(
    "Packs",
    "clause types that belong together",
    (Column("Id", "", width=NARROW * 2), Column("Title", "title"), Column("Documents", "documents", NAMES)),
)
CLAUSES = Table(
    "Clause types",
    "one clause type a row",
    (
        Column("Id", "", width=NARROW * 2),
        Column("Pack", "", width=NARROW * 2),
        Column("Title", "title"),
        Column("Group", "group", width=NARROW),
        Column("Nature", "nature", width=NARROW),
        Column("Severity", "severity", width=NARROW),
        Column("Severity in cases", "severity_when", CASES),
        Column("Negotiability", "negotiability", width=NARROW),
        Column("Owner", "owner", width=NARROW),
        Column("What we ask", "ask", width=WIDE),
        Column("Rationale", "rationale", width=WIDE),
        Column("Comment to the other side", "comment", width=WIDE),
        Column("Internal note", "note", width=WIDE),
        Column("Applies to documents", "applies.documents", NAMES),
        Column("Applies with phrases", "applies.phrases", LINES),
        Column("Applies if", "applies.if", TESTS),
        Column("Otherwise", "applies.otherwise"),
        Column("Inherits", "inherits", SCALAR, NARROW),
        Column("In definitions", "cues.definitions", SCALAR, NARROW),
        _SOURCES,
        _MEETS,
    ),
    are_cards=True,
)
POSITIONS = Table(
    "Positions",
    "one rung a row, best first, with the clause to insert",
    (
        _OF_CLAUSE,
        Column("Position", "", width=NARROW),
        Column("Level", "level", width=NARROW),
        Column("Name", "name"),
        Column("If", "if", TESTS),
        Column("Approver", "approver", width=NARROW),
        Column("Heading", "clause.heading", width=NARROW * 2),
        Column("Clause", "clause.text", PARAGRAPHS, WIDE),
        Column("Under", "clause.under", LINES),
        Column("After", "clause.after", NAMES),
    ),
    are_cards=True,
)
WORDING = Table(
    "Wording",
    "one rule a row; of the rules of a group the first that fits is used",
    (
        _OF_CLAUSE,
        Column("Position", "", width=NARROW),
        Column("Group", "", width=NARROW),
        Column("Do", "", width=NARROW * 2),
        Column("Phrase", "", width=WIDE),
        Column("Text", "text", width=WIDE),
        Column("Unless", "unless"),
    ),
)
CUES = Table(
    "Cues",
    "one phrase a row",
    (_OF_CLAUSE, Column("Kind", "", width=NARROW), Column("Phrase", "", width=WIDE * 2)),
)
FACTS = Table(
    "Facts",
    "one fact a row",
    (
        _OF_CLAUSE,
        Column("Fact", "", width=NARROW * 2),
        Column("Read", "read", width=NARROW),
        Column("Known", "known", width=NARROW),
        Column("Yes", "yes", LINES),
        Column("No", "no", LINES),
        Column("Near", "near", LINES),
        Column("Not near", "not_near", LINES),
        Column("After", "after", LINES),
        Column("Options", "options", OPTIONS),
        Column("Unit", "unit", width=NARROW),
        Column("Pick", "pick", width=NARROW),
        Column("Silent", "silent", SCALAR, NARROW),
        Column("Scope", "scope", width=NARROW),
    ),
)
EXAMPLES = Table(
    "Examples",
    "one paragraph a row that carries the clause type, or does not",
    (
        _OF_CLAUSE,
        Column("Carries", "", width=NARROW),
        Column("Text", "text", width=WIDE),
        Column("Heading", "heading"),
        Column("Facts", "facts", ANSWERS),
        Column("Level", "level", width=NARROW),
        Column("Rung", "rung", SCALAR, NARROW),
        Column("Profile", "profile", ANSWERS),
    ),
)
CLAIMS = Table(
    "Claims",
    "what a source says, of a clause type or in a file of guidance",
    (
        _OF_CLAUSE,
        _OF_FILE,
        Column("Says", "says", width=WIDE),
        Column("Source", "source"),
        Column("State", "state", width=NARROW),
        Column("The text says", "text_says", width=WIDE),
        Column("About", "about", width=NARROW),
        Column("Topic", "topic"),
        _MEETS,
    ),
)
OBLIGATIONS = Table(
    "Obligations",
    "what somebody has to do, one a row",
    (
        _OF_CLAUSE,
        Column("What", "text", width=WIDE),
        Column("Who", "who", width=NARROW),
        Column("If", "if", TESTS),
        Column("Due", "due", width=NARROW * 2),
        Column("Trigger", "trigger"),
        Column("Repeats", "repeats", width=NARROW),
    ),
)
MEASURES = Table(
    "Measures",
    "something to do in our own house, one a row",
    (
        _OF_FILE,
        Column("Id", "id", width=NARROW * 2),
        Column("Purpose", "purpose", width=NARROW),
        Column("Title", "title"),
        Column("What", "text", width=WIDE),
        Column("Why", "why", width=WIDE),
        Column("Owner", "owner", width=NARROW),
        Column("Due", "due", width=NARROW),
        *_OCCASION,
        Column("Clause types", "clauses", NAMES),
        _SOURCES,
        _MEETS,
    ),
    are_cards=True,
)
ARGUMENTS = Table(
    "Arguments",
    "a card for the negotiation, one a row, for our own side only",
    (
        _OF_FILE,
        Column("Id", "id", width=NARROW * 2),
        Column("Title", "title"),
        Column("How to use it", "text", width=WIDE),
        Column("Words", "words", width=WIDE),
        Column("Caution", "caution", width=WIDE),
        *_OCCASION,
        Column("Clause types", "clauses", NAMES),
        _SOURCES,
        _MEETS,
    ),
    are_cards=True,
)
COMPARISONS = Table(
    "Comparisons",
    "a table of ways of deployment, one a row; its columns and rows follow in tables of their own",
    (
        _OF_FILE,
        Column("Id", "id", width=NARROW * 2),
        Column("Title", "title"),
        Column("Note", "note", width=WIDE),
        *_OCCASION,
        _SOURCES,
        _MEETS,
    ),
    are_cards=True,
)
WAYS = Table(
    "Comparison columns",
    "a column of a comparison, and for all but its first when it is our way",
    (Column("Comparison", "", width=NARROW * 2), Column("Column", "", width=MIDDLE), Column("Ours if", "", TESTS)),
)
CELLS = tuple(f"Cell {number}" for number in range(1, 9))
COMPARED = Table(
    "Comparison rows",
    "a row of a comparison",
    (Column("Comparison", "", width=NARROW * 2), *(Column(label, "", width=MIDDLE) for label in CELLS)),
)

TABLES = (
    *(LIBRARY, PACKS, CLAUSES, POSITIONS, WORDING, CUES, FACTS, EXAMPLES, CLAIMS, OBLIGATIONS),
    *(MEASURES, ARGUMENTS, COMPARISONS, WAYS, COMPARED),
)
"""All tables, in the order in which they are written and read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by the head of their column, and where it stands, for the reader.

    Blank cells are left out.

    Attributes:
        cell: What a cell is called after `place`: under a head in its "column", or as a line of a card in its "row".
    """

    table: str
    cells: dict[str, str]
    place: str = ""
    cell: str = "column"

    def at(self, label: str) -> str:
        """Return where the cell under `label` stands."""
        return f"{self.place}, {self.cell} “{label}”"
