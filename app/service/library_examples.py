"""Whether the examples of an entry are read as they say."""

from collections.abc import Iterator

from app.library.lint import Mistake
from app.library.lints.entry import placed_examples
from app.model.clause import ClauseType, Example
from app.model.library import ClauseLibrary
from app.service.library_documents import EXAMPLE_PARTIES, document_of, example_profile, finding_on

_UNLIKE_SAID = {
    True: "is not found to carry the clause type; add a cue that finds its words",
    False: "is found to carry the clause type; narrow the cue that finds it, or put words of it under 'against'",
}


def check_examples(clause: ClauseType, library: ClauseLibrary) -> Iterator[Mistake]:
    """Yield in which ways the examples of `clause` are read otherwise than they say."""
    for place, example in placed_examples(clause):
        yield from (Mistake(place, message) for message in _messages(clause, example, library))


def _messages(clause: ClauseType, example: Example, library: ClauseLibrary) -> Iterator[str]:
    document = document_of([example.text], EXAMPLE_PARTIES, example.heading)
    finding = finding_on(clause, document, library, example_profile(example))
    if bool(finding.reading.matches) != example.carries:
        yield _UNLIKE_SAID[example.carries]
        return
    facts = {fact.key: fact.value for fact in finding.reading.facts}
    for key, value in example.facts:
        if facts.get(key) != value:
            yield f"{key} is read as {facts.get(key)!r}, not {value!r}"
    if example.level is not None and finding.level != example.level:
        yield f"it stands at {finding.level}, not at {example.level}"
    if example.rung is not None and (stands := len(finding.verdicts)) != example.rung:
        yield f"it stands on position {stands} ({clause.positions[stands - 1].name}), not on position {example.rung}"
