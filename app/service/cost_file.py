"""A cost file (TOML) made the typed inputs of a worksheet, or refused with every mistake in it.

What a field may hold is read off the type that it has in the model, so that there is one list of fields.
"""

import types
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar, get_args, get_origin, get_type_hints

from app.errors import CostError
from app.model.cost_units import (
    NEVER,
    DaysPerMonth,
    HoursPerMonth,
    Percent,
    Quantity,
    Replicas,
    RequestsPerDay,
    RequestsPerDayPerReplica,
)
from app.service.toml_files import is_line, listed, read_toml, shown, suggestion

_MOST = Decimal(10) ** 15
_LEAST = Decimal(10) ** -9
_NOT_NOTHING = (DaysPerMonth, HoursPerMonth, RequestsPerDay, RequestsPerDayPerReplica)
_CURRENCY_LETTERS = 3
_FormT = TypeVar("_FormT")


def read_cost_file(path: Path, form: type[_FormT]) -> _FormT:
    """Return what the file at `path` says, as a `form`: the inputs of a worksheet, or the claims of a source.

    Raises:
        CostError: The file cannot be read or holds mistakes; all are named.
    """
    entries = read_toml(path, "cost file", CostError, number=_figure)
    currency = entries.get("currency")
    if problems := list(_problems(entries, form, "the file")):
        raise CostError(f"{path.name}: {'; '.join(problems)}")
    return _built(entries, form, str(currency))


def _figure(digits: str) -> Decimal:
    """Return a number with a point exactly; one that no Decimal can hold is as good as endless."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        return NEVER


def _problems(entries: dict[str, object], form: type, place: str) -> Iterator[str]:
    """Yield what is wrong with a table whose fields are those of `form`."""
    kinds = get_type_hints(form)
    for key, value in entries.items():
        if key not in kinds:
            yield f'"{key}" is no field of {place}{suggestion(key, kinds)} (there are {listed(kinds)})'
        else:
            yield from _problems_of(key, value, _without_none(kinds[key]), place)
    for each in fields(form):
        if each.default is MISSING and each.name not in entries:
            yield f'{place} lacks "{each.name}"'


def _problems_of(key: str, value: object, kind: type, place: str) -> Iterator[str]:
    """Yield what is wrong with one entry."""
    if get_origin(kind) is tuple:
        yield from _problems_of_list(key, value, get_args(kind)[0], place)
    elif _is_table(kind):
        if isinstance(value, dict):
            yield from _problems(value, kind, f"[{key}]")
        else:
            yield f'"{key}" of {place} must be a table: a line [{key}], and its fields below'
    elif demand := _unmet(key, value, kind):
        yield f'"{key}" of {place} must be {demand}, not {shown(value)}'


def _problems_of_list(key: str, value: object, kind: type, place: str) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        how = f"one or more tables, each below a line [[{key}]]" if _is_table(kind) else "a list in square brackets"
        yield f'"{key}" of {place} must be {how}, not {shown(value)}'
        return
    for number, each in enumerate(value, 1):
        if _is_table(kind) and isinstance(each, dict):
            yield from _problems(each, kind, f"[[{key}]] {number}")
        elif _is_table(kind):
            yield f'"{key}" of {place} must be tables, each below a line [[{key}]]'
        elif demand := _unmet(key, each, kind):
            yield f'entry {number} of "{key}" of {place} must be {demand}, not {shown(each)}'


def _unmet(key: str, value: object, kind: type) -> str:
    """Return what a field of type `kind` demands, in words, where `value` does not meet it; "" where it does."""
    if kind is bool:
        return "" if isinstance(value, bool) else "true or false"
    if kind is date:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return "" if is_day else "a day without quotation marks, such as 2026-01-31"
    if kind is str and key == "currency":
        is_code = isinstance(value, str) and len(value) == _CURRENCY_LETTERS and value.isascii() and value.isupper()
        return "" if is_code else 'a code of three capital letters, such as "EUR"'
    if kind is str:
        return "" if is_line(value) and str(value).strip() else "words in quotation marks, on one line"
    return _unmet_by_range(value, kind)


def _unmet_by_range(value: object, kind: type) -> str:
    """Return what a quantity demands where `value` is no such figure or range."""
    ends = _ends(value)
    if not ends or not all(end == 0 or _LEAST <= end <= _MOST for end in ends):
        return "0, or a number from 1e-9 to 1e15, or a range such as [3, 8]"
    if ends[0] > ends[-1]:
        return "a range with its lesser figure first"
    if kind in _NOT_NOTHING and ends[0] == 0:
        return "more than 0"
    if kind is Percent and ends[-1] > 100:
        return "from 0 to 100"
    if kind is Replicas and (ends[0] < 1 or any(end % 1 for end in ends)):
        return "a whole number, 1 or more, or a range such as [2, 4]"
    return ""


def _ends(value: object) -> tuple[Decimal, ...]:
    """Return the ends of a figure or a range; nothing where it is neither."""
    figures = value if isinstance(value, list) and len(value) == 2 else [value]
    numbers = [each for each in figures if isinstance(each, int | Decimal) and not isinstance(each, bool)]
    ends = tuple(Decimal(each) for each in numbers)
    return ends if len(ends) == len(figures) and all(end.is_finite() for end in ends) else ()


def _built(entries: dict[str, object], form: type[_FormT], currency: str) -> _FormT:
    """Return checked entries as a `form`."""
    kinds = get_type_hints(form)
    return form(**{key: _value(value, _without_none(kinds[key]), currency) for key, value in entries.items()})


def _value(value: object, kind: type, currency: str) -> object:
    if get_origin(kind) is tuple:
        return tuple(_value(each, get_args(kind)[0], currency) for each in (value if isinstance(value, list) else ()))
    if isinstance(value, dict):
        return _built(value, kind, currency)
    if issubclass(kind, Quantity):
        low, *_, high = (ends := _ends(value))[0], ends[-1]
        return kind(low, high, currency if kind.is_money else "")
    return value


def _is_table(kind: type) -> bool:
    return hasattr(kind, "__dataclass_fields__") and not issubclass(kind, Quantity)


def _without_none(kind: object) -> type:
    """Return the type of a field that may be left out, without its None."""
    if isinstance(kind, types.UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    return kind  # type: ignore[return-value]
