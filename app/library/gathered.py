"""Rows of tables back to files of a library, with the place of each field in the tables for what is wrong with it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.library.cells import CellError
from app.library.loader import GUIDANCE_FOLDER, LIBRARY_FILE
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
    TABLES,
    WAYS,
    WORDING,
    Column,
    Row,
    Table,
)

_CUE_KINDS = ("strong", "weak", "heading", "against")
_ACTIONS = ("replace", "before", "after", "sentence end", "sentence after", "replace sentence", "delete")
_YES, _NO = ("yes", "true", "x"), ("no", "false")


@dataclass(slots=True)
class File:
    """One file of a library as the tables say it.

    Attributes:
        fields: Its fields.
        places: Of a field, with dots between the steps, where the tables say it.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def place_of(self, path: str) -> str:
        """Return where the tables say the field at `path`, or what it belongs to."""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return self.places.get(path, "")


@dataclass(slots=True)
class GatheredFiles:
    """The files of a library by their path in its folder, and what is wrong in the tables."""

    files: dict[str, File] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def gather(rows: Iterable[Row]) -> GatheredFiles:
    """Return the files that `rows` describe."""
    return _Gatherer().gather(rows)


class _Gatherer:
    """Puts rows together, table by table."""

    def __init__(self) -> None:
        self._found = GatheredFiles()
        self._clauses: dict[str, File] = {}
        self._packs: dict[str, str] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        self._groups: dict[tuple[str, int], dict[str, int]] = {}
        self._comparisons: dict[str, tuple[File, str, dict[str, Any]]] = {}

    def gather(self, rows: Iterable[Row]) -> GatheredFiles:
        adders: dict[str, Callable[[Row], object]] = {
            LIBRARY.name: self._add_head,
            PACKS.name: self._add_pack,
            CLAUSES.name: self._add_clause,
            POSITIONS.name: self._add_position,
            WORDING.name: self._add_rule,
            CUES.name: self._add_cue,
            FACTS.name: self._add_fact,
            EXAMPLES.name: self._add_example,
            CLAIMS.name: self._add_claim,
            OBLIGATIONS.name: self._add_obligation,
            MEASURES.name: lambda row: self._add_piece(MEASURES, "measures", row),
            ARGUMENTS.name: lambda row: self._add_piece(ARGUMENTS, "arguments", row),
            COMPARISONS.name: self._add_comparison,
            WAYS.name: self._add_way,
            COMPARED.name: self._add_compared,
        }
        in_order = {table.name: place for place, table in enumerate(TABLES)}
        for row in sorted(rows, key=lambda row: in_order[row.table]):
            adders[row.table](row)
        for _, _, piece in self._comparisons.values():
            if not any(piece.get("ours", ())):
                piece.pop("ours", None)
        for name, file in self._clauses.items():
            pack = self._packs.get(name, "")
            self._found.files[f"{pack}/{name}.yaml" if pack else f"{name}.yaml"] = file
        return self._found

    def _add_head(self, row: Row) -> None:
        file = self._file(LIBRARY_FILE, row)
        self._fill(file, "", file.fields, LIBRARY, row)

    def _add_pack(self, row: Row) -> None:
        name = self._needed(row, "Id")
        if name:
            file = self._file(LIBRARY_FILE, row)
            self._fill(file, f"packs.{name}", file.fields.setdefault("packs", {}).setdefault(name, {}), PACKS, row)

    def _add_clause(self, row: Row) -> None:
        name = self._needed(row, "Id")
        if name in self._clauses:
            self._tell(row, "Id", f"{name!r} stands in another row too; give each clause type one row")
        elif name:
            file = self._clauses[name] = File(places={"": row.place})
            file.fields["id"] = name
            self._packs[name] = row.cells.get("Pack", "")
            self._fill(file, "", file.fields, CLAUSES, row)

    def _add_position(self, row: Row) -> None:
        file, name = self._clause(row)
        number = self._needed(row, "Position")
        if file is None or not number:
            return
        positions = file.fields.setdefault("positions", [])
        known = self._numbers.setdefault(name, {})
        if number != str(len(positions) + 1):
            due = len(positions) + 1
            self._tell(
                row, "Position", f"{number!r} stands where {due} is due; number the rows of a clause type from 1"
            )
        known[number] = len(positions)
        position: dict[str, Any] = {}
        positions.append(position)
        self._fill(file, f"positions.{len(positions) - 1}", position, POSITIONS, row)

    def _add_rule(self, row: Row) -> None:
        file, name = self._clause(row)
        number, group = self._needed(row, "Position"), self._needed(row, "Group")
        action = self._one_of(row, "Do", _ACTIONS)
        if file is None or not number or not group or not action:
            return
        rung = self._numbers.get(name, {}).get(number)
        if rung is None:
            self._tell(row, "Position", f"{name} has no position {number}; give one of the table “{POSITIONS.name}”")
            return
        groups = file.fields["positions"][rung].setdefault("edits", [])
        known = self._groups.setdefault((name, rung), {})
        if group not in known:
            known[group] = len(groups)
            groups.append([])
        rules = groups[known[group]]
        rule: dict[str, Any] = {action.replace(" ", "_"): row.cells.get("Phrase", "")}
        path = f"positions.{rung}.edits.{known[group]}.{len(rules)}"
        rules.append(rule)
        self._fill(file, path, rule, WORDING, row)
        file.places[f"{path}.{action.replace(' ', '_')}"] = row.at("Phrase")

    def _add_cue(self, row: Row) -> None:
        file, _ = self._clause(row)
        kind, lines = self._one_of(row, "Kind", _CUE_KINDS), self._needed(row, "Phrase").splitlines()
        if file is None or not kind:
            return
        for phrase in lines:
            phrases = file.fields.setdefault("cues", {}).setdefault(kind, [])
            file.places[f"cues.{kind}.{len(phrases)}"] = row.at("Phrase")
            phrases.append(phrase.strip())

    def _add_fact(self, row: Row) -> None:
        file, _ = self._clause(row)
        key = self._needed(row, "Fact")
        if file is not None and key:
            facts = file.fields.setdefault("facts", {})
            if key in facts:
                self._tell(row, "Fact", f"{key!r} stands in another row too; give each fact of a clause type one row")
            self._fill(file, f"facts.{key}", facts.setdefault(key, {}), FACTS, row)

    def _add_example(self, row: Row) -> None:
        file, _ = self._clause(row)
        carries = self._one_of(row, "Carries", (*_YES, *_NO))
        if file is not None and carries:
            kind = "carries" if carries in _YES else "does_not_carry"
            self._append(file, ("examples", kind), EXAMPLES, row)

    def _add_claim(self, row: Row) -> None:
        if "Clause type" in row.cells or "File" not in row.cells:
            file, _ = self._clause(row)
        else:
            file = self._file(f"{GUIDANCE_FOLDER}/{row.cells['File']}.yaml", row)
        if file is not None:
            self._append(file, ("claims",), CLAIMS, row)

    def _add_obligation(self, row: Row) -> None:
        file, _ = self._clause(row)
        if file is not None:
            self._append(file, ("obligations",), OBLIGATIONS, row)

    def _add_piece(self, table: Table, part: str, row: Row) -> tuple[File, str, dict[str, Any]] | None:
        name = self._needed(row, "File")
        if not name:
            return None
        file = self._file(f"{GUIDANCE_FOLDER}/{name}.yaml", row)
        path = f"{part}.{len(file.fields.get(part, ()))}"
        return file, path, self._append(file, (part,), table, row)

    def _add_comparison(self, row: Row) -> None:
        piece = self._add_piece(COMPARISONS, "tables", row)
        name = self._needed(row, "Id")
        if piece is not None and name:
            self._comparisons[name] = piece

    def _add_way(self, row: Row) -> None:
        found = self._comparison(row)
        if found is None:
            return
        file, path, piece = found
        columns, ours = piece.setdefault("columns", []), piece.setdefault("ours", [])
        if columns:
            file.places[f"{path}.ours.{len(ours)}"] = row.at("Ours if")
            ours.append(self._read(row, WAYS.columns[-1]) or [])
        file.places[f"{path}.columns.{len(columns)}"] = row.at("Column")
        columns.append(row.cells.get("Column", ""))

    def _add_compared(self, row: Row) -> None:
        found = self._comparison(row)
        if found is not None:
            file, path, piece = found
            rows = piece.setdefault("rows", [])
            file.places[f"{path}.rows.{len(rows)}"] = row.place
            rows.append([row.cells.get(label, "") for label in CELLS[: len(piece.get("columns", ()))]])

    def _comparison(self, row: Row) -> tuple[File, str, dict[str, Any]] | None:
        name = self._needed(row, "Comparison")
        if name and name not in self._comparisons:
            self._tell(row, "Comparison", f"there is no comparison {name!r}; give it a row in “{COMPARISONS.name}”")
        return self._comparisons.get(name)

    def _clause(self, row: Row) -> tuple[File | None, str]:
        """Return the file of the clause type that `row` belongs to, and its id."""
        name = self._needed(row, "Clause type")
        if name and name not in self._clauses:
            self._tell(row, "Clause type", f"there is no clause type {name!r}; give it a row in “{CLAUSES.name}”")
        return self._clauses.get(name), name

    def _file(self, path: str, row: Row) -> File:
        return self._found.files.setdefault(path, File(places={"": row.place}))

    def _append(self, file: File, steps: tuple[str, ...], table: Table, row: Row) -> dict[str, Any]:
        """Return the fields of `row`, put at the end of the list to which `steps` lead."""
        owner = file.fields
        for step in steps[:-1]:
            owner = owner.setdefault(step, {})
        members = owner.setdefault(steps[-1], [])
        member: dict[str, Any] = {}
        members.append(member)
        self._fill(file, f"{'.'.join(steps)}.{len(members) - 1}", member, table, row)
        return member

    def _fill(self, file: File, path: str, fields: dict[str, Any], table: Table, row: Row) -> None:
        """Put the cells of `row` into `fields`, which stand at `path` in `file`."""
        file.places.setdefault(path, row.place)
        for column in table.columns:
            whole = ".".join(step for step in (path, column.field) if step)
            if column.field:
                file.places[whole] = row.at(column.label)
                value = self._read(row, column)
                if value is not None:
                    _put(fields, column.field, value)

    def _read(self, row: Row, column: Column) -> object:
        """Return what a cell says; None where it is blank, or says it wrongly, which is told."""
        text = row.cells.get(column.label)
        if text is None:
            return None
        try:
            return column.codec.read(text)
        except CellError as error:
            self._tell(row, column.label, str(error))
            return None

    def _needed(self, row: Row, label: str) -> str:
        text = row.cells.get(label, "").strip()
        if not text:
            self._tell(row, label, "is blank; fill it in, or delete the row")
        return text

    def _one_of(self, row: Row, label: str, words: tuple[str, ...]) -> str:
        text = " ".join(self._needed(row, label).lower().replace("_", " ").split())
        if text and text not in words:
            self._tell(row, label, f"{text!r} is none of {', '.join(words)}")
            return ""
        return text

    def _tell(self, row: Row, label: str, message: str) -> None:
        self._found.problems.append(f"{row.at(label)}: {message}")


def _put(fields: dict[str, Any], path: str, value: object) -> None:
    *steps, last = path.split(".")
    for step in steps:
        fields = fields.setdefault(step, {})
    fields[last] = value


def told_places(problems: Iterable[str], gathered: GatheredFiles) -> Iterator[str]:
    """Yield problems "file:line: field: message" with the place in the tables instead of file and line."""
    by_name = {path.rpartition("/")[2]: file for path, file in gathered.files.items()}
    for problem in problems:
        where, _, rest = problem.partition(": ")
        path, _, message = rest.partition(": ")
        file = by_name.get(where.partition(":")[0])
        place = file.place_of("" if path == "file" else path) if file is not None else ""
        yield f"{place}: {message or rest}" if place else problem
