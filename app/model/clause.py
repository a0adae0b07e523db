"""The clause library as the engine sees it: clause types, cues, facts to read, positions and wording.

`app/library` makes these from YAML; the meaning of every field is written for library authors in
`docs/library.md`. A *pattern* is a phrase in the notation of `app/text/patterns.py`.
"""

from dataclasses import dataclass
from typing import Literal

Level = Literal["preferred", "fallback", "walk-away", "missing", "not-applicable"]
Severity = Literal["critical", "high", "medium", "low", "none"]
DEVIATIONS: tuple[Level, ...] = ("walk-away", "missing", "fallback")
"""The levels on which something is to be settled, worst first."""

SEVERITIES: tuple[Severity, ...] = ("critical", "high", "medium", "low", "none")
"""Worst first."""

DocumentType = Literal[
    "model-licence", "use-policy", "terms-of-service", "data-processing", "service-levels", "order-form", "unknown"
]
Value = bool | int | float | str
"""What a fact holds: a yes/no, a number, or words."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What announces a clause type in a paragraph.

    Attributes:
        strong: Patterns that each settle it alone, where training did not weigh the type (`app/matching/scoring.py`).
        weak: Patterns that settle it in pairs, with a heading, or where the classifier agrees.
        heading: Patterns read in the paragraph's heading, also in one run into it.
        against: Patterns in whose sentence no cue counts.
        definitions: Whether a definition paragraph can carry the type.
    """

    strong: tuple[str, ...]
    weak: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    definitions: bool = False


Reader = Literal[
    "flag",
    "choice",
    "duration",
    "notice",
    "term",
    "deadline",
    "multiple",
    "frequency",
    "count",
    "money",
    "amount",
    "percent",
    "who",
    "whom",
    "modality",
    "date",
    "condition",
    "exception",
    "words",
    "quote",
]
NUMBER_READERS: tuple[Reader, ...] = (
    *("duration", "notice", "term", "deadline"),
    *("multiple", "frequency", "count", "money", "amount", "percent"),
)
"""Readers of figures, which can be more or less."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value a fact may have (`choice`, `who`, `whom`), and the patterns that say so."""

    value: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactSpec:
    """How one fact of a clause type is read.

    Attributes:
        key: Name of the fact, as in the review JSON.
        reader: Kind of reading.
        patterns: flag: any of them makes it true; figures, dates, conditions and exceptions: they stand in the same
            sentence as one of them (anywhere when empty); who, whom, modality: the verb; words, quote: what follows
            one of them is taken.
        unless: flag: any of them makes it false, whatever `patterns` say; others: the sentence is not read.
        near: flag: only sentences with one of them are read; empty for all.
        options: choice: the values, first match wins; who, whom: the sides and what they are called.
        unit: duration, notice, term, deadline: "days", "months" or "hours", to which the figure is converted.
        pick: Which figure counts where several are stated: the "least", the "most" or the "first".
        silent: The value where the clause is present and says nothing; None leaves the fact unstated.
        scope: Whether it is read from the carrying paragraphs or from the whole document.
    """

    key: str
    reader: Reader
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    unit: Literal["hours", "days", "months"] = "days"
    pick: Literal["least", "most", "first"] = "first"
    silent: Value | None = None
    scope: Literal["clause", "document"] = "clause"


Comparison = Literal["is", "is_not", "one_of", "includes", "at_least", "at_most", "stated", "clear_of_profile"]


@dataclass(frozen=True, slots=True)
class Test:
    """One question a position asks of a fact of the clause or of the deployment profile.

    Attributes:
        subject: Where the value comes from.
        key: Name of the fact or of the profile's field.
        comparison: Which function of `model/tests.py` decides.
        operand: What the value is held against: a value; a tuple for `one_of`; for `includes` the values of which an
            answer with several must have one; for `clear_of_profile` the profile's field and a per cent
            ("monthly_active_users", 20).
    """

    __test__ = False  # pytest takes classes called Test for its own

    subject: Literal["fact", "profile"]
    key: str
    comparison: Comparison
    operand: Value | tuple[Value, ...]


EditAction = Literal["replace", "before", "after", "sentence-end", "sentence-after", "replace-sentence", "delete"]


@dataclass(frozen=True, slots=True)
class EditRule:
    """One way to change the words of a clause; the first of its group that fits is used.

    Attributes:
        action: "replace" the words matched by `pattern`, insert "before" or "after" them, insert at the
            "sentence-end" (before its full stop) or after the sentence ("sentence-after") that holds them,
            put another sentence in the place of it ("replace-sentence") or strike it (the same without a text),
            or delete the words ("delete").
        pattern: Where; "" means the whole paragraph for "sentence-end" and "sentence-after" (its last sentence).
        text: Wording with slots; "" for "delete" and for a sentence that is struck.
        unless: A pattern which, found in the paragraph, makes this rule not fit.
    """

    action: EditAction
    pattern: str
    text: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class NewClause:
    """Wording for a clause that the document lacks.

    Attributes:
        heading: Run-in heading, such as "Cure Period."
        text: Its paragraphs, with slots.
        after: Clause types beside which it goes, first found wins, one that stands under a title of its own before
            one that stands elsewhere. Where the clause itself stands but no edit fits, it goes after that.
        under: Patterns of the titles of sections it belongs to, best first: it goes to the end of such a section
            rather than beside another clause type. Without any of these it goes before the governing law at the end
            of the terms, else last.
    """

    heading: str
    text: tuple[str, ...]
    after: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One rung: what we hold on a clause type. `tests` must all pass for a clause to stand on it.

    Attributes:
        level: Preferred, fallback or walk-away.
        name: The rung in a few words ("30 days' cure after written notice").
        tests: All must pass; none means "anything else".
        edits: Groups of rules; of each group the first rule that fits is used. Empty where no edit is asked.
        clause: What to insert where the clause is missing, or no group of `edits` fits.
        approver: Who may accept a clause that stands here; "" for the preferred position, which needs nobody.
    """

    level: Literal["preferred", "fallback", "walk-away"]
    name: str
    tests: tuple[Test, ...] = ()
    edits: tuple[tuple[EditRule, ...], ...] = ()
    clause: NewClause | None = None
    approver: str = ""

    @property
    def has_wording(self) -> bool:
        """Whether it says how a clause is brought to it."""
        return bool(self.edits) or self.clause is not None


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """A severity that replaces the entry's own while all `tests` pass; the first that passes counts."""

    severity: Severity
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """When a clause type makes sense at all.

    Attributes:
        documents: Types of document whose silence on it means something.
        tests: Tests on the profile, all of which must pass.
        phrases: Patterns of which the document must hold one; none for no such condition.
        reason: Said where it does not apply, one sentence.
    """

    documents: tuple[DocumentType, ...]
    tests: tuple[Test, ...]
    reason: str
    phrases: tuple[str, ...] = ()


ClaimState = Literal["agreed", "disputed", "superseded", "inferred", "open"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source says about a licence: not a fact, so it has a source and a state.

    Attributes:
        statement: The claim.
        source: Who makes it, where.
        state: How far it holds.
        text_says: What the licence text itself says, where it was read; "" otherwise.
        about: A word that a document must hold for the claim to be about it ("Llama"); "" for any document.
        topic: What it is about in a few words, the same for claims that are to be held against one another; "" where
            it stands alone.
        meets: Rows of `docs/requirements.toml` that it answers.
    """

    statement: str
    source: str
    state: ClaimState
    text_says: str = ""
    about: str = ""
    topic: str = ""
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph of our own writing that proves the entry.

    Attributes:
        text: The paragraph.
        carries: Whether it carries the clause type.
        facts: Facts that must be read from it.
        level: The level that it must be given; None where that is not tested.
        heading: Heading it stands under; "" for none.
        rung: The position it must stand on, counted from 1; None where that is not tested.
        profile: Answers of the deployment profile that differ from the default one.
    """

    text: str
    carries: bool
    facts: tuple[tuple[str, Value], ...] = ()
    level: Level | None = None
    heading: str = ""
    rung: int | None = None
    profile: tuple[tuple[str, Value | tuple[Value, ...]], ...] = ()


Repeats = Literal["once", "each time", "monthly", "quarterly", "yearly", "always"]


@dataclass(frozen=True, slots=True)
class ObligationRule:
    """What somebody has to do, or keep to, where a document carries the clause type and all `tests` pass.

    Attributes:
        text: What is to be done, in one sentence that begins with a verb.
        who: The side that owes it.
        tests: On the facts of the clause and the profile.
        due: The fact that holds the time to do it; "" where there is none.
        trigger: From when that time runs, or what calls for it ("receipt of an invoice").
        repeats: How often.
    """

    text: str
    who: Literal["customer", "vendor"]
    tests: tuple[Test, ...] = ()
    due: str = ""
    trigger: str = ""
    repeats: Repeats = "each time"


@dataclass(frozen=True, slots=True)
class ClauseType:
    """One entry of the library: a clause type with all we know and hold on it.

    Attributes:
        id: Fixed id, the name of its file.
        group: Letter of its group.
        nature: What silence means: a "burden" that is absent is preferred, a "protection" that is absent is missing.
        inherits: Whether items of a list carry the type of their lead-in; "always": even those with a cue against it.
        severity: Of a walk-away or missing finding; a fallback finding weighs one step less.
        ask: What we ask of the counterparty, one sentence for the issues table.
        comment: To the counterparty, with slots.
        note: Internal.
        owner: Who looks after it in our house; who may accept a deviation stands with each position.
        negotiability: Whether the vendor is known to move.
        pack: The pack it belongs to; "" for none.
        obligations: What follows from it for those who have to keep to the contract.
        meets: Rows of `docs/requirements.toml` that it answers.
    """

    id: str
    title: str
    group: str
    nature: Literal["burden", "protection"]
    cues: Cues
    applies: Condition
    facts: tuple[FactSpec, ...]
    positions: tuple[Position, ...]
    severity: Severity
    severity_when: tuple[SeverityRule, ...]
    ask: str
    rationale: str
    comment: str
    note: str
    owner: str
    negotiability: Literal["fixed", "hard", "open"]
    sources: tuple[str, ...]
    claims: tuple[Claim, ...] = ()
    examples: tuple[Example, ...] = ()
    inherits: bool | Literal["always"] = False
    pack: str = ""
    obligations: tuple[ObligationRule, ...] = ()
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """Clause types that belong together, and the documents in which their absence can mean something.

    Attributes:
        id: The name of its folder.
        documents: A document of another type is not held to be silent on its clause types.
    """

    id: str
    title: str
    documents: tuple[DocumentType, ...]
