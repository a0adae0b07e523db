"""The columns that are asked for, and what is done with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.model.review import Review


@dataclass(frozen=True, slots=True)
class VendorColumn:
    """A document, or documents that belong together.

    Attributes:
        id: Among the columns of a window; never given twice.
        reviews: In order of precedence.
        title: As the user named it; "" for the name of its file.
    """

    id: int
    reviews: tuple[Review, ...] = field(repr=False)
    title: str = ""


Columns = tuple[VendorColumn, ...]


def moved(columns: Columns, number: int, by: int) -> Columns:
    """Return the columns with the one at `number` moved to the right by so many places, if there are as many."""
    to = number + by
    if not 0 <= to < len(columns):
        return columns
    order = list(columns)
    order.insert(to, order.pop(number))
    return tuple(order)


def removed(columns: Columns, number: int) -> Columns:
    """Return the columns without the one at `number`."""
    return columns[:number] + columns[number + 1 :]


def renamed(columns: Columns, number: int, title: str) -> Columns:
    """Return the columns with another title of the one at `number`; "" for the name of its file."""
    return (*columns[:number], replace(columns[number], title=title), *columns[number + 1 :])


def layered(columns: Columns, number: int, under: int) -> Columns:
    """Return the columns with the documents of the one at `number` as the last layers of another."""
    reviews = (*columns[under].reviews, *columns[number].reviews)
    together = (*columns[:under], replace(columns[under], reviews=reviews), *columns[under + 1 :])
    return removed(together, number)


def parted(columns: Columns, number: int, ids: Sequence[int]) -> Columns:
    """Return the columns with each further layer of the one at `number` in a column of its own, which have `ids`."""
    column = columns[number]
    first = replace(column, reviews=column.reviews[:1])
    others = (VendorColumn(each, (review,)) for each, review in zip(ids, column.reviews[1:], strict=True))
    return (*columns[:number], first, *others, *columns[number + 1 :])
