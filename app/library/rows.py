"""Files of a library to rows of its tables."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from app.errors import LibraryError
from app.library.files import parse
from app.library.loader import LIBRARY_FILE, clause_files, guidance_files
from app.library.parsed import ParsedFiles
from app.library.tables import (
    ARGUMENTS,
    CELLS,
    CLAIMS,
    CLAUSES,
    COMPARED,
    COMPARISONS,
    CUES,
    EXAMPLES,
    FACTS,
    LIBRARY,
    MEASURES,
    OBLIGATIONS,
    PACKS,
    POSITIONS,
    WAYS,
    WORDING,
    Row,
    Table,
)

Fields = Mapping[str, Any]


def rows_of(folder: Path, remembered: ParsedFiles) -> list[Row]:
    """Return the rows of the library in `folder`, clause type by clause type, then its guidance.

    What `remembered` knows of files that were loaded before is not parsed again.

    Raises:
        LibraryError: A file cannot be read as YAML.
    """
    rows: list[Row] = []
    head = folder / LIBRARY_FILE
    if head.is_file():
        fields = _parsed(head, remembered)
        rows.append(_row(LIBRARY, fields, {}))
        rows += (_row(PACKS, pack, {"Id": name}) for name, pack in fields.get("packs", {}).items())
    for path in clause_files(folder):
        pack = path.parent.name if path.parent != folder else ""
        rows += _of_clause(path.stem, pack, _parsed(path, remembered))
    for path in guidance_files(folder):
        rows += _of_guidance(path.stem, _parsed(path, remembered))
    return rows


def _parsed(path: Path, remembered: ParsedFiles) -> dict[str, Any]:
    data = path.read_bytes()
    fields = remembered.get(data) or parse(path, data)
    if isinstance(fields, str):
        raise LibraryError([fields])
    return fields


def _of_clause(name: str, pack: str, fields: Fields) -> Iterator[Row]:
    of = {"Clause type": name}
    yield _row(CLAUSES, fields, {"Id": name, "Pack": pack})
    for number, position in enumerate(fields.get("positions", ()), 1):
        yield _row(POSITIONS, position, {**of, "Position": str(number)})
    for number, position in enumerate(fields.get("positions", ()), 1):
        for group, rules in enumerate(position.get("edits", ()), 1):
            for rule in rules:
                yield _of_rule(rule, {**of, "Position": str(number), "Group": str(group)})
    for kind, phrases in fields.get("cues", {}).items():
        if kind != "definitions":
            yield from (Row(CUES.name, {**of, "Kind": kind, "Phrase": phrase}) for phrase in phrases)
    yield from (_row(FACTS, fact, {**of, "Fact": key}) for key, fact in fields.get("facts", {}).items())
    for kind, carries in (("carries", "yes"), ("does_not_carry", "no")):
        examples = fields.get("examples", {}).get(kind, ())
        yield from (_row(EXAMPLES, example, {**of, "Carries": carries}) for example in examples)
    yield from (_row(CLAIMS, claim, of) for claim in fields.get("claims", ()))
    yield from (_row(OBLIGATIONS, obligation, of) for obligation in fields.get("obligations", ()))


def _of_rule(rule: Fields, of: dict[str, str]) -> Row:
    action = next(name for name in rule if name not in ("text", "unless"))
    row = _row(WORDING, rule, {**of, "Do": action.replace("_", " ")})
    if rule[action]:
        row.cells["Phrase"] = rule[action]
    return row


def _of_guidance(file: str, fields: Fields) -> Iterator[Row]:
    of = {"File": file}
    for table, part in ((MEASURES, "measures"), (ARGUMENTS, "arguments"), (CLAIMS, "claims")):
        yield from (_row(table, piece, of) for piece in fields.get(part, ()))
    for piece in fields.get("tables", ()):
        yield _row(COMPARISONS, piece, of)
        of_table = {"Comparison": piece["id"]}
        codec = WAYS.columns[-1].codec
        ours = [[], *piece.get("ours", ())]
        for number, way in enumerate(piece["columns"]):
            tests = codec.write(ours[number]) if number < len(ours) else ""
            yield Row(WAYS.name, _filled({**of_table, "Column": way, "Ours if": tests}))
        for cells in piece["rows"]:
            yield Row(COMPARED.name, _filled({**of_table, **dict(zip(CELLS, cells, strict=False))}))


def _row(table: Table, fields: Fields, of: Mapping[str, str]) -> Row:
    """Return a row of `table` with the values of `fields`, and `of` saying to what it belongs."""
    cells = dict(of)
    for column in table.columns:
        value = _value(fields, column.field)
        if value is not None and value not in ("", [], {}):
            cells[column.label] = column.codec.write(value)
    return Row(table.name, _filled(cells))


def _value(fields: Fields, path: str) -> object:
    """Return what stands at `path` in `fields`; None where nothing does."""
    value: object = fields
    for step in path.split(".") if path else ():
        value = value.get(step) if isinstance(value, Mapping) else None
    return value if path else None


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {label: text for label, text in cells.items() if text}


def in_tables(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return `rows` by the name of their table."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.table, []).append(row)
    return found
