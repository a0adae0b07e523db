"""Whether the examples of a library are read the same when they are put in other words that mean the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import shorten

from app.library.lint import Field, Mistake
from app.library.lints.entry import placed_examples
from app.library.recasts import RECASTS
from app.library.variants import VARIANTS, Change
from app.model.clause import ClauseType, Example, Value
from app.model.library import ClauseLibrary
from app.model.review import Finding
from app.service.library_documents import EXAMPLE_PARTIES, document_of, example_profile, finding_on, rung_of
from app.text.sentences import sentences_of
from app.text.words import plain

SHARE_DUE = 0.95
"""How many of the changed examples must be read as before."""
_SHOWN = 300
_NEUTRAL = (
    "This page is set in black on white.",
    "The manual has twelve chapters and an index.",
    "The words in bold are there for the eye alone.",
)
"""Sentences that hardly any clause type is about."""
_LEAD_IN = "The following is agreed:"


@dataclass(frozen=True, slots=True)
class _Changed:
    """An example in other words.

    Attributes:
        texts: Its paragraphs.
        parent: The one of them whose list the others are; None for none.
        heading: The heading it stands under.
    """

    texts: tuple[str, ...]
    parent: int | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Mutations:
    """How changed examples fared.

    Attributes:
        tried: By kind of change, how many examples it changes.
        lost: Likewise, how many of those are then read otherwise.
        remarks: Each of these, at the place of its example.
    """

    tried: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    remarks: tuple[Mistake, ...] = ()

    @property
    def share(self) -> float:
        """The share of the changed examples that are read as before; 1 where none is changed."""
        tried = self.tried.total()
        return 1 - self.lost.total() / tried if tried else 1.0

    def with_those(self, other: "Mutations") -> "Mutations":
        """Return these and `other` together."""
        return Mutations(self.tried + other.tried, self.lost + other.lost, (*self.remarks, *other.remarks))


def mutate(clause: ClauseType, library: ClauseLibrary) -> Mutations:
    """Return how the examples that carry `clause` fare in other words."""
    found = Mutations()
    for place, example in placed_examples(clause):
        if example.carries:
            for kind, changed, message in _fates(clause, example, library):
                remarks = (_remark(place, kind, changed, message),) if message else ()
                found = found.with_those(Mutations(Counter([kind]), Counter([kind] if message else []), remarks))
    return found


def _remark(place: Field, kind: str, changed: _Changed, message: str) -> Mistake:
    shown = shorten(" ¶ ".join(changed.texts), _SHOWN, placeholder=" …")
    return Mistake(place, f"changed ({kind}) {message}: “{shown}”", is_warning=True)


def _fates(clause: ClauseType, example: Example, library: ClauseLibrary) -> Iterator[tuple[str, _Changed, str]]:
    """Yield the kinds of change that apply to `example`, what it becomes, and how it is then read otherwise."""
    text = " ".join(example.text.split())
    profile = example_profile(example)

    def read(changed: _Changed) -> Finding:
        document = document_of(changed.texts, EXAMPLE_PARTIES, changed.heading, changed.parent)
        return finding_on(clause, document, library, profile)

    before = read(_Changed((text,), heading=example.heading))
    if not before.reading.matches:
        return  # a mistake of its own
    for kind, change in {**VARIANTS, **RECASTS}.items():
        other = change(text)
        if other != text:
            changed = _Changed((other,), heading=change(example.heading))
            yield kind, changed, _difference(before, read(changed), change)
    neutral = next((one for one in _NEUTRAL if not read(_Changed((one,))).reading.matches), "")
    for kind, changed in _rearranged(text, neutral, example.heading):
        yield kind, changed, _difference(before, read(changed), lambda words: words)


def _rearranged(text: str, neutral: str, heading: str) -> Iterator[tuple[str, _Changed]]:
    """Yield an example in several paragraphs, with a sentence beside it, or as an item of a list."""
    sentences = [text[each.start : each.end] for each in sentences_of(text)]
    if len(sentences) > 1:
        yield "split in two", _Changed((sentences[0], text[len(sentences[0]) :].strip()), heading=heading)
    if neutral:
        yield "a sentence before", _Changed((f"{neutral} {text}",), heading=heading)
        yield "a sentence after", _Changed((f"{text} {neutral}",), heading=heading)
    yield "item of a list", _Changed((_LEAD_IN, text), parent=0, heading=heading)


def _difference(before: Finding, after: Finding, change: Change) -> str:
    """Return in which way `after` is read otherwise than `before`; "" where it is not."""
    if not after.reading.matches:
        return "it is not found to carry the clause type"
    facts, now = _facts(before, change), _facts(after, lambda words: words)
    for key in (*facts, *(key for key in now if key not in facts)):
        if facts.get(key) != now.get(key):
            return f"{key} is read as {now.get(key)!r}, not {facts.get(key)!r}"
    if rung_of(before) != rung_of(after):
        return f"it stands on position {len(after.verdicts)}, not on position {len(before.verdicts)}"
    return ""


def _facts(finding: Finding, change: Change) -> dict[str, Value]:
    """Return the facts by key, words in one dress after `change`."""
    return {fact.key: _in_one_dress(fact.value, change) for fact in finding.reading.facts}


def _in_one_dress(value: Value, change: Change) -> Value:
    if not isinstance(value, str):
        return value
    return " ".join(plain(change(value)).replace("\N{SOFT HYPHEN}", "").casefold().split())
