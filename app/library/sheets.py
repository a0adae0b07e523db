"""Rows of a library as sheets of a workbook, and as chapters of a playbook."""

from collections.abc import Iterable, Sequence

from app.library.rows import in_tables
from app.library.tables import (
    CLAIMS,
    CLAUSES,
    CUES,
    EXAMPLES,
    FACTS,
    LIBRARY,
    OBLIGATIONS,
    PACKS,
    POSITIONS,
    TABLES,
    WORDING,
    Row,
    Table,
)
from app.model.sheets import Chapter, Sheet

_OF_THE_LIBRARY = (LIBRARY, PACKS)
_OF_A_CLAUSE = (CLAUSES, POSITIONS, WORDING, EXAMPLES, CLAIMS, OBLIGATIONS, FACTS, CUES)
"""As a reader wants them: what we hold and how it is worded before how it is found."""
_ID = "Clause type"


def sheets_of(rows: Iterable[Row]) -> tuple[Sheet, ...]:
    """Return one sheet a table, all of its columns."""
    found = in_tables(rows)
    return tuple(_sheet(table, found.get(table.name, ())) for table in TABLES)


def chapters_of(rows: Iterable[Row]) -> tuple[Chapter, ...]:
    """Return a chapter for the library, one a clause type in order of groups and titles, and one for the guidance."""
    rows = list(rows)
    found = in_tables(rows)
    guidance = [
        table for table in TABLES if table not in _OF_THE_LIBRARY and not table.is_of_clauses and table != CLAUSES
    ]
    claims = [row for row in found.get(CLAIMS.name, ()) if _ID not in row.cells]
    clauses = sorted(found.get(CLAUSES.name, ()), key=lambda row: (row.cells.get("Group", ""), _title(row)))
    chapters = [
        Chapter("Library", _filled(_OF_THE_LIBRARY, found)),
        *(_chapter(row, rows) for row in clauses),
        Chapter("Guidance", _filled((*guidance, CLAIMS), {**found, CLAIMS.name: claims})),
    ]
    return tuple(chapter for chapter in chapters if chapter.sheets)


def _chapter(clause: Row, rows: Sequence[Row]) -> Chapter:
    name = clause.cells["Id"]
    own = in_tables(row for row in rows if row.cells.get(_ID) == name)
    own[CUES.name] = _joined(own.get(CUES.name, ()))
    return Chapter(_title(clause), _filled(_OF_A_CLAUSE, {**own, CLAUSES.name: [clause]}))


def _joined(rows: Iterable[Row]) -> list[Row]:
    """Return cues with one row a kind, one phrase a line."""
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        kinds.setdefault(row.cells["Kind"], []).append(row)
    return [
        Row(CUES.name, {**some[0].cells, "Phrase": "\n".join(row.cells["Phrase"] for row in some)})
        for some in kinds.values()
    ]


def _filled(tables: Iterable[Table], found: dict[str, list[Row]]) -> tuple[Sheet, ...]:
    """Return the sheets that have rows, with the columns that have cells."""
    sheets = []
    for table in tables:
        rows = found.get(table.name, [])
        used = [column.label for column in table.columns if any(column.label in row.cells for row in rows)]
        labels = [label for label in used if label != _ID or table == CLAUSES]
        if rows:
            sheets.append(_sheet(table, rows, labels))
    return tuple(sheets)


def _sheet(table: Table, rows: Sequence[Row], labels: Sequence[str] = ()) -> Sheet:
    columns = [column for column in table.columns if not labels or column.label in labels]
    return Sheet(
        name=table.name,
        about=table.holds,
        heads=tuple(column.label for column in columns),
        widths=tuple(column.width for column in columns),
        rows=tuple(tuple(row.cells.get(column.label, "") for column in columns) for row in rows),
        are_cards=table.are_cards,
    )


def _title(row: Row) -> str:
    return row.cells.get("Title") or row.cells["Id"]
