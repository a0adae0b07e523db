"""The form of a clause file: what a lawyer writes in YAML, checked by pydantic.

Every field is explained for library authors in `docs/library.md`.
"""

from dataclasses import fields
from typing import Annotated, Literal, Self, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from app.library.known import CHOICES, Known
from app.model.clause import NUMBER_READERS, ClaimState, DocumentType, Reader, Repeats, Value
from app.model.profile import DeploymentProfile
from app.model.slots import slot_problems
from app.text.patterns import PatternError, parse_pattern

_KINDS = get_type_hints(DeploymentProfile)
_PROFILE = {field.name for field in fields(DeploymentProfile) if field.name != "group"} | {"multimodal"}
_PROFILE_NUMBERS = {name for name, kind in _KINDS.items() if kind in (int, float)}
_PROFILE_LISTS = {name for name, kind in _KINDS.items() if get_origin(kind) is tuple and name in _PROFILE}


def _phrase(text: str) -> str:
    try:
        parse_pattern(text)
    except PatternError as error:
        hint = "; quotation marks must be straight" if {"“", "”", "„"} & set(text) else ""
        raise ValueError(f"not a phrase: {error}{hint}") from error
    return text


def _phrase_or_nothing(text: str) -> str:
    return _phrase(text) if text else text


def _wording(text: str) -> str:
    if problems := slot_problems(text):
        raise ValueError("; ".join(problems))
    return text


def _profile_field(name: str) -> str:
    if name not in _PROFILE:
        raise ValueError(f"the profile has no {name!r}; it has {', '.join(sorted(_PROFILE))}")
    return name


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Pattern = Annotated[str, AfterValidator(_phrase)]
PatternOrNothing = Annotated[str, AfterValidator(_phrase_or_nothing)]
Patterns = list[Pattern]
Wording = Annotated[str, AfterValidator(_wording)]
LevelName = Literal["preferred", "fallback", "walk-away"]
SeverityName = Literal["critical", "high", "medium", "low"]


class Strict(BaseModel):
    """Fields that are known, of the kinds that are stated, and never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class CuesEntry(Strict):
    """What announces the clause type."""

    strong: Annotated[Patterns, Field(min_length=1)]
    weak: Patterns = []
    heading: Patterns = []
    against: Patterns = []
    definitions: bool = False


_FIELD: dict[Reader, str] = {"flag": "yes", "choice": "options", "words": "after", "quote": "after"}
"""The field that says where a fact is read; `near` for the others."""
_VERBS = ("who", "whom", "modality")


class FactEntry(Strict):
    """How a fact is read."""

    read: Reader
    known: Known | None = None
    yes: Patterns = []
    no: Patterns = []
    near: Patterns = []
    not_near: Patterns = []
    after: Patterns = []
    options: dict[str, Patterns] = {}
    unit: Literal["hours", "days", "months"] = "days"
    pick: Literal["least", "most", "first"] = "first"
    silent: Value | None = None
    scope: Literal["clause", "document"] = "clause"

    @model_validator(mode="after")
    def _fits_its_reader(self) -> Self:
        wanted = _FIELD.get(self.read, "near")
        given = {name for name in ("yes", "near", "after", "options") if getattr(self, name)}
        others = given - {wanted, "near" if self.read == "flag" else ""}
        if others:
            raise ValueError(f"a {self.read} is read with '{wanted}', not with '{min(others)}'")
        if self.known and self.read != ("choice" if self.known in CHOICES else "flag"):
            raise ValueError(f"{self.known!r} is known as a {'choice' if self.known in CHOICES else 'flag'}")
        if (wanted != "near" or self.read in _VERBS) and wanted not in given and not self.known:
            raise ValueError(f"a {self.read} needs '{wanted}'")
        kinds: tuple[type, ...] = (bool,) if self.read == "flag" else (str,)
        if self.read in NUMBER_READERS:
            kinds = (int, float)
        if self.silent is not None and type(self.silent) not in kinds:
            raise ValueError(f"{self.silent!r} is nothing a {self.read} can be read as")
        return self


class TestEntry(Strict):
    """One test: of a `fact` or of the `profile`, with one comparison."""

    __test__ = False

    fact: str = ""
    profile: Annotated[str, AfterValidator(_profile_field)] = ""
    is_: Annotated[Value | None, Field(alias="is")] = None
    is_not: Value | None = None
    one_of: list[Value] | None = None
    includes: list[str] | None = None
    at_least: float | None = None
    at_most: float | None = None
    stated: bool | None = None
    clear_of_profile: dict[str, float] | None = None

    def comparison(self) -> tuple[str, object]:
        """Return the name of the one comparison that is given, and its operand."""
        return next((name.rstrip("_"), value) for name, value in self._comparisons())

    def _comparisons(self) -> list[tuple[str, object]]:
        return [(n, v) for n in _COMPARISONS if (v := getattr(self, n)) is not None]

    @model_validator(mode="after")
    def _asks_one_thing(self) -> Self:
        if bool(self.fact) == bool(self.profile):
            raise ValueError("a test is of a 'fact' or of the 'profile', one of the two")
        if len(self._comparisons()) != 1:
            raise ValueError(f"a test has one of {', '.join(n.rstrip('_') for n in _COMPARISONS)}")
        if self.clear_of_profile is not None and (len(self.clear_of_profile) != 1 or self._unknown_numbers()):
            raise ValueError(f"clear_of_profile takes one of {', '.join(sorted(_PROFILE_NUMBERS))} and its per cent")
        if self.profile and self.profile not in _PROFILE_NUMBERS and self.comparison()[0] in _SIZES:
            raise ValueError(f"the profile's {self.profile!r} is no number that could be more or less")
        if (self.includes is not None) != (self.profile in _PROFILE_LISTS):
            raise ValueError(f"'includes' is asked of {', '.join(sorted(_PROFILE_LISTS))}, and nothing else of these")
        if self.profile and (wrong := self._impossible_answers()):
            there_are = ", ".join(map(str, _answers(self.profile)))
            raise ValueError(f"{wrong[0]!r} is no answer to {self.profile!r}; there are {there_are}")
        return self

    def _impossible_answers(self) -> list[Value]:
        """Return the values that the field of the profile can never hold."""
        allowed = _answers(self.profile)
        asked = [*(self.one_of or ()), *(self.includes or ()), *(v for v in (self.is_, self.is_not) if v is not None)]
        return [value for value in asked if allowed and value not in allowed]

    def _unknown_numbers(self) -> set[str]:
        return set(self.clear_of_profile or ()) - _PROFILE_NUMBERS


def _answers(name: str) -> tuple[Value, ...]:
    """Return what the field `name` of the profile can hold; () for a number or words."""
    kind = bool if name == "multimodal" else _KINDS[name]
    if kind is bool:
        return (True, False)
    return get_args(get_args(kind)[0] if get_origin(kind) is tuple else kind)


def _can_hold(name: str, answer: Value | list[Value]) -> bool:
    """Return whether the field `name` of the profile can be answered so."""
    allowed = _answers(name)
    if isinstance(answer, list):
        return name in _PROFILE_LISTS and all(each in allowed for each in answer)
    if allowed:
        return name not in _PROFILE_LISTS and answer in allowed
    return isinstance(answer, str) == (_KINDS[name] is str) and not isinstance(answer, bool)


_SIZES = ("at_least", "at_most", "clear_of_profile")
_COMPARISONS = ("is_", "is_not", "one_of", "includes", "at_least", "at_most", "stated", "clear_of_profile")
_ACTIONS = ("replace", "before", "after", "sentence_end", "sentence_after", "replace_sentence", "delete")


class EditEntry(Strict):
    """One way to change the clause's words."""

    replace: Pattern | None = None
    before: Pattern | None = None
    after: Pattern | None = None
    sentence_end: PatternOrNothing | None = None
    sentence_after: PatternOrNothing | None = None
    replace_sentence: Pattern | None = None
    delete: Pattern | None = None
    text: Wording = ""
    unless: PatternOrNothing = ""

    def action(self) -> tuple[str, str]:
        """Return the name of the action and its pattern."""
        return next((name.replace("_", "-"), value) for name in _ACTIONS if (value := getattr(self, name)) is not None)

    @model_validator(mode="after")
    def _does_one_thing(self) -> Self:
        given = [name for name in _ACTIONS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"an edit has one of {', '.join(_ACTIONS)}")
        if given[0] != "replace_sentence" and (given[0] == "delete") == bool(self.text):
            raise ValueError("an edit has a 'text', unless it deletes")
        return self


class NewClauseEntry(Strict):
    """Wording for a clause that the document lacks."""

    heading: Annotated[Wording, Field(min_length=1)]
    text: Annotated[list[Wording], Field(min_length=1)]
    after: list[str] = []
    under: Patterns = []


class PositionEntry(Strict):
    """One rung, best first."""

    level: LevelName
    name: Annotated[str, Field(min_length=1)]
    if_: Annotated[list[TestEntry], Field(alias="if")] = []
    edits: list[list[EditEntry]] = []
    clause: NewClauseEntry | None = None
    approver: str = ""


class SeverityEntry(Strict):
    """A severity for particular facts or uses."""

    severity: SeverityName
    if_: Annotated[list[TestEntry], Field(alias="if", min_length=1)]


def _of_profile(test: TestEntry) -> TestEntry:
    if not test.profile:
        raise ValueError("whether a clause type applies is asked of the 'profile' only")
    return test


ProfileTest = Annotated[TestEntry, AfterValidator(_of_profile)]


class AppliesEntry(Strict):
    """Whose silence on the clause type means something."""

    documents: list[DocumentType] = []
    phrases: Patterns = []
    if_: Annotated[list[ProfileTest], Field(alias="if")] = []
    otherwise: Annotated[str, Field(min_length=1)]


class ClaimEntry(Strict):
    """What a source says, and how far it holds."""

    says: str
    source: str
    state: ClaimState
    text_says: str = ""
    about: str = ""
    topic: str = ""
    meets: list[str] = []


class ObligationEntry(Strict):
    """What somebody has to do because of the clause."""

    text: Annotated[str, Field(min_length=1)]
    who: Literal["customer", "vendor"]
    if_: Annotated[list[TestEntry], Field(alias="if")] = []
    due: str = ""
    trigger: str = ""
    repeats: Repeats = "each time"


class ExampleEntry(Strict):
    """A paragraph of the author's own writing that proves the entry."""

    text: Annotated[str, Field(min_length=1)]
    heading: str = ""
    facts: dict[str, Value] = {}
    level: LevelName | None = None
    rung: Annotated[int, Field(ge=1)] | None = None
    profile: dict[Annotated[str, AfterValidator(_profile_field)], Value | list[Value]] = {}

    @model_validator(mode="after")
    def _answers_as_a_profile_can(self) -> Self:
        for name, answer in self.profile.items():
            if name == "multimodal" or not _can_hold(name, answer):
                raise ValueError(f"{answer!r} is no answer to {name!r} of the profile")
        return self


class ExamplesEntry(Strict):
    """Paragraphs that carry the type, and near misses."""

    carries: Annotated[list[ExampleEntry], Field(min_length=1)]
    does_not_carry: Annotated[list[ExampleEntry], Field(min_length=1)]


class ClauseEntry(Strict):
    """One clause file."""

    id: Id
    title: Annotated[str, Field(min_length=1)]
    group: Annotated[str, Field(pattern=r"^[A-H]$")]
    nature: Literal["burden", "protection"]
    severity: SeverityName
    severity_when: list[SeverityEntry] = []
    negotiability: Literal["fixed", "hard", "open"]
    owner: Annotated[str, Field(min_length=1)]
    applies: AppliesEntry
    inherits: bool | Literal["always"] = False
    cues: CuesEntry
    facts: dict[str, FactEntry] = {}
    positions: Annotated[list[PositionEntry], Field(min_length=1)]
    ask: Annotated[str, Field(min_length=1)]
    rationale: Annotated[str, Field(min_length=1)]
    comment: Annotated[Wording, Field(min_length=1)]
    note: Annotated[Wording, Field(min_length=1)]
    sources: Annotated[list[str], Field(min_length=1)]
    claims: list[ClaimEntry] = []
    obligations: list[ObligationEntry] = []
    meets: list[str] = []
    examples: ExamplesEntry
