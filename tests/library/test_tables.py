import pytest

from app.library import guidance_schema, schema
from app.library.tables import (
    ARGUMENTS,
    CLAIMS,
    CLAUSES,
    COMPARISONS,
    EXAMPLES,
    FACTS,
    LIBRARY,
    MEASURES,
    OBLIGATIONS,
    PACKS,
    POSITIONS,
    WORDING,
)

ELSEWHERE = {
    CLAUSES: {"id", "cues", "facts", "positions", "claims", "obligations", "examples", "applies"},
    POSITIONS: {"edits", "clause"},
    WORDING: set(schema.EditEntry.model_fields) - {"text", "unless"},
    COMPARISONS: {"columns", "rows", "ours", "when"},
    MEASURES: {"when"},
    ARGUMENTS: {"when"},
    LIBRARY: {"packs"},
}
"""Fields that say what a row is, or have tables or columns of their own."""


@pytest.mark.parametrize(
    ("table", "entry"),
    [
        (CLAUSES, schema.ClauseEntry),
        (POSITIONS, schema.PositionEntry),
        (WORDING, schema.EditEntry),
        (FACTS, schema.FactEntry),
        (EXAMPLES, schema.ExampleEntry),
        (CLAIMS, schema.ClaimEntry),
        (OBLIGATIONS, schema.ObligationEntry),
        (MEASURES, guidance_schema.MeasureEntry),
        (ARGUMENTS, guidance_schema.ArgumentEntry),
        (COMPARISONS, guidance_schema.TableEntry),
        (LIBRARY, guidance_schema.LibraryFile),
        (PACKS, guidance_schema.PackEntry),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_every_field_of_a_file_has_a_column(table, entry):
    fields = {info.alias or name for name, info in entry.model_fields.items()}
    columns = {column.field.split(".")[0] for column in table.columns}
    assert fields - columns - ELSEWHERE.get(table, set()) == set()


@pytest.mark.parametrize(
    ("table", "part", "entry"),
    [
        (CLAUSES, "applies", schema.AppliesEntry),
        (POSITIONS, "clause", schema.NewClauseEntry),
        (MEASURES, "when", guidance_schema.OccasionEntry),
    ],
    ids=["applies", "clause", "when"],
)
def test_every_field_of_a_part_has_a_column(table, part, entry):
    columns = {column.field for column in table.columns}
    assert {f"{part}.{info.alias or name}" for name, info in entry.model_fields.items()} <= columns
