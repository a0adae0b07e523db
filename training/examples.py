"""Our own examples: those in `training/examples`, and those by which the entries of the clause library are proved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import words_of_texts

from app.matching.ngrams import Layout, uses
from app.matching.tokens import Words
from app.model.library import ClauseLibrary


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph that we wrote.

    Attributes:
        clauses: The clause types that it carries.
        about: The one clause type of which this is known; "" for all.
    """

    text: str
    heading: str
    lead_in: str
    clauses: frozenset[str]
    about: str = ""


def library_examples(library: ClauseLibrary) -> tuple[Example, ...]:
    """Return the examples of the entries of `library`, each of which speaks for its own entry only."""
    return tuple(
        Example(
            " ".join(example.text.split()),
            example.heading,
            "",
            frozenset({clause.id} if example.carries else ()),
            about=clause.id,
        )
        for clause in library.clauses
        for example in clause.examples
    )


def read_examples(folder: Path) -> tuple[Example, ...]:
    """Return the examples of the files (`*.jsonl`) in `folder`, in order of files and lines, each text once."""
    examples: dict[tuple[str, str, str], Example] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                key = row["text"], row.get("heading", ""), row.get("lead_in", "")
                examples.setdefault(key, Example(*key, frozenset(row["clauses"])))
    return tuple(examples.values())


def laid_out(examples: Sequence[Example]) -> tuple[Words, Layout]:
    """Return the words of `examples`, each as a paragraph of one document."""
    count = len(examples)
    texts = [text for one in examples for text in (one.text, one.heading, one.lead_in)]
    words = words_of_texts(texts)
    every = range(count)
    layout = Layout(
        count,
        uses((number, words.rows[3 * number]) for number in every),
        uses((number, words.rows[3 * number + 1]) for number in every if examples[number].heading),
        uses((number, words.rows[3 * number + 2]) for number in every if examples[number].lead_in),
    )
    return words, layout
