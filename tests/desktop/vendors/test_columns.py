import pytest

from app.desktop.vendors.columns import VendorColumn, layered, moved, parted, removed, renamed


@pytest.fixture
def columns(review):
    return tuple(VendorColumn(number, (review,)) for number in (1, 2, 3))


def ids(columns):
    return [column.id for column in columns]


@pytest.mark.parametrize(
    ("number", "by", "order"),
    [(0, 1, [2, 1, 3]), (2, -1, [1, 3, 2]), (0, 2, [2, 3, 1]), (0, -1, [1, 2, 3]), (2, 1, [1, 2, 3])],
)
def test_a_column_moves_as_far_as_there_are_places(columns, number, by, order):
    assert ids(moved(columns, number, by)) == order


def test_a_column_is_taken_out(columns):
    assert ids(removed(columns, 1)) == [1, 3]


def test_a_column_gets_another_title(columns):
    assert [column.title for column in renamed(columns, 1, "Ours")] == ["", "Ours", ""]


@pytest.mark.parametrize(("number", "under", "left"), [(2, 0, [1, 2]), (0, 2, [2, 3])])
def test_documents_put_under_another_column_are_its_last_layers(columns, number, under, left):
    together = layered(columns, number, under)
    assert ids(together) == left
    assert [len(column.reviews) for column in together if column.id == columns[under].id] == [2]


def test_layers_taken_apart_are_columns_again(columns):
    apart = parted(layered(columns, 2, 0), 0, (7,))
    assert (ids(apart), [len(column.reviews) for column in apart]) == ([1, 7, 2], [1, 1, 1])
