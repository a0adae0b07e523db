from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.intake.pdf.columns import column_grids
from app.intake.pdf.grids import Grid, fields_of, grids_of
from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.rules import Rule, Rules

PLACES = st.integers(0, 12).map(lambda place: 30.0 * place)
WORDS = st.builds(
    lambda text, x, y, wide, high: PlacedWord(text, x, y, x + wide, y + high),
    st.sampled_from(["fee", "1.", "40", ".....", "By:", "a longer word", "x"]),
    st.one_of(PLACES, st.floats(0, 600)),
    st.one_of(PLACES, st.floats(0, 800)),
    st.floats(1, 90),
    st.floats(4, 40),
)
RULES = st.builds(lambda at, start, length: Rule(at, start, start + length), PLACES, PLACES, PLACES)


def is_filled(grid: Grid) -> bool:
    """Tell whether each field of a grid lies in just one cell."""
    fields = sum((cell.bottom - cell.top) * (cell.right - cell.left) for cell in grid.cells)
    return fields == len(fields_of(grid)) == (len(grid.xs) - 1) * (len(grid.ys) - 1)


@given(st.lists(RULES, max_size=30).map(sorted), st.lists(RULES, max_size=30).map(sorted))
def test_cells_between_any_rules_fill_their_grid(level, upright):
    grids = grids_of(Rules(tuple(level), tuple(upright)))
    assert all(is_filled(grid) for grid in grids)
    assert all(one < other for grid in grids for line in (grid.xs, grid.ys) for one, other in pairwise(line))


@given(st.lists(WORDS, max_size=60))
def test_cells_around_any_words_fill_their_grid(words):
    grids = column_grids(words)
    assert all(is_filled(grid) for grid in grids)
    assert all(one <= other for grid in grids for line in (grid.xs, grid.ys) for one, other in pairwise(line))
