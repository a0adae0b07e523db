"""Write docs/traceability.md: where each row of docs/requirements.toml is answered."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from docx import Document

from app.model.questions import QUESTIONS
from app.service.cost import cost_worksheet
from app.service.settings import load_clause_library

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "docs" / "requirements.toml"
TARGET = ROOT / "docs" / "traceability.md"
_GROUPS = {
    "L": "The model licence",
    "V": "Vendor, cloud, customer and partner contracts",
    "Q": "Questions of the deployment profile",
    "P": "Pitfalls",
    "G": "Governance",
    "T": "Technical controls",
    "I": "Incident response",
    "N": "The four protections",
    "W": "Watching policies",
    "X": "External content",
    "R": "Recommendations to procurement",
    "F": "Figures of cost",
    "A": "Arguments",
    "M": "Sections and tables of the memo",
    "C": "Contradictions",
    "VM": "Version matrix",
}


@cache
def answers() -> dict[str, list[str]]:
    """Return for each row that something names where it is answered."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row, where in _named():
        if where not in found[row]:
            found[row].append(where)
    return found


def wrong_places(rows: dict[str, dict[str, object]]) -> list[str]:
    """Return the places that `by` names and that do not exist, and the rows that something names and nobody lists."""
    there = _places_of_program()
    missing = [f"{row}: {place}" for row, entry in rows.items() for place in _by(entry) if place not in there]
    return missing + [f"{row}: no such row" for row in answers() if row not in rows]


def page() -> str:
    """Return the page as text."""
    rows = requirements()
    found = answers()
    lines = [
        "# Where each requirement is answered",
        "",
        "Written by `python tools/traceability.py` from `docs/requirements.toml`, the clause library and the program.",
    ]
    group = ""
    for row, entry in rows.items():
        kind = row.rstrip("0123456789")
        if kind != group:
            group = kind
            lines += ["", f"## {_GROUPS[kind]}", "", "| row | what | answered by |", "|---|---|---|"]
        places = [*found.get(row, ()), *_by(entry)]
        lines.append(f"| {row} | {entry['title']} | {'; '.join(places) or '**open**'} |")
    return "\n".join(lines) + "\n"


def requirements() -> dict[str, dict[str, object]]:
    """Return the rows with their title, and `by` where the program itself answers."""
    return tomllib.loads(REQUIREMENTS.read_text(encoding="utf-8"))


def _by(entry: dict[str, object]) -> list[str]:
    by = entry.get("by", [])
    return [str(place) for place in by] if isinstance(by, list) else []


def _named() -> Iterator[tuple[str, str]]:
    library = load_clause_library(None)
    for clause in library.clauses:
        yield from ((row, f"entry `{clause.id}`") for row in clause.meets)
        yield from _of(clause.claims, f"claims of `{clause.id}`")
    yield from _of(library.claims, "claims of the library")
    for measure in library.measures:
        yield from ((row, f"measure “{measure.title}” ({measure.purpose})") for row in measure.meets)
    for argument in library.arguments:
        yield from ((row, f"argument “{argument.title}”") for row in argument.meets)
    for table in library.tables:
        yield from ((row, f"table “{table.title}”") for row in table.meets)
    for question in QUESTIONS:
        yield from ((row, f"question `{question.field}`") for row in question.meets)


def _of(pieces: Iterable[object], where: str) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        yield from ((row, where) for row in getattr(piece, "meets", ()))


@cache
def _places_of_program() -> frozenset[str]:
    """Return what `by` may name: headings of the memo, checked claims of the cost worksheet, families of licences."""
    memo = Document(str(ROOT / "templates" / "memo.docx"))
    cells = (paragraph for table in memo.tables for cell in table._cells for paragraph in cell.paragraphs)  # noqa: SLF001
    parts = (f"memo, {paragraph.text.strip()}" for paragraph in (*memo.paragraphs, *cells))
    claims = (f"cost worksheet, claim of {claim.source}" for claim in cost_worksheet(None).claims)
    families = (f"family `{family.id}`" for family in load_clause_library(None).families)
    return frozenset(("cost worksheet, offers", *parts, *claims, *families))


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
