import pytest

from app.desktop.vendors import cell_words
from app.model.matrix import Fit, TermFact


@pytest.mark.parametrize(
    ("column", "spoken"),
    [
        (0, "Cure period, Vendor A: preferred, cure period 30 days, incorporated by link no (silent), best"),
        (1, "Cure period, Vendor B: walk-away, cure period 10 days, incorporated by link not stated"),
        (2, "Cure period, Cloud: fallback, cure period 15 days, from weights licence, 1 other layer speaks"),
    ],
)
def test_a_cell_is_spoken_with_its_row_its_column_level_and_facts(matrix, column, spoken):
    assert cell_words.spoken_cell(matrix.rows[0], matrix.columns[column], column) == spoken


def test_several_best_cells_are_told_as_tied(matrix):
    assert cell_words.spoken_cell(matrix.rows[1], matrix.columns[1], 1).endswith(": walk-away, best, tied")


def test_what_was_not_read_is_not_known(matrix):
    assert cell_words.spoken_cell(matrix.rows[2], matrix.columns[1], 1).endswith(": not known")


def test_a_column_is_spoken_with_its_rank_its_fit_and_its_layers(matrix):
    spoken = cell_words.spoken_column(matrix, matrix.columns[2])
    assert spoken == "Cloud, Rank 2 of 3, fit 50.0 %, layers: cloud terms, weights licence"


@pytest.mark.parametrize(
    ("fit", "share"),
    [(Fit(8, 24, 0, 3, 0), "66.7 %"), (Fit(16, 16, 8, 2, 1), "0.0–33.3 %"), (Fit(0, 0, 0, 0, 0), "0.0 %")],
)
def test_a_fit_is_a_range_where_not_all_is_known(fit, share):
    assert cell_words.share_word(fit) == share


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (TermFact("k", None, "not stated"), "not stated"),
        (TermFact("k", True, "yes"), "yes (silent)"),
        (TermFact("k", 30, "30 days"), "30 days"),
    ],
)
def test_a_fact_is_said_with_its_unit_and_whether_it_follows_from_silence(fact, said):
    assert cell_words.stated_word(fact) == said
