"""What the window and its worker send each other: values, without what both hold already.

A clause library and a document are sent once; afterwards a parcel names them, and what belongs to a library too. So a
review of three hundred pages weighs what is new in it, and is unpacked while the window answers.
"""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from itertools import count
from operator import attrgetter

from app.model.document import Document
from app.model.library import ClauseLibrary

_MOST = 12
_Ref = tuple[int, int]
"""The number of what is held, and which part of it is meant; 0 is the whole."""

_Fields = Callable[[object], tuple[object, ...]]


class Parcels:
    """One side of the exchange: what it packs the other unpacks, in the same order.

    The side that is `asking` says what both may forget; the other only answers.
    """

    def __init__(self, *, asking: bool) -> None:
        self._asking = asking
        self._numbers = count(0 if asking else 1, 2)
        self._held: OrderedDict[int, tuple[object, ...]] = OrderedDict()  # the one used last is the last
        self._refs: dict[int, _Ref] = {}

    def pack(self, value: object) -> bytes:
        """Return `value` as bytes for the other side."""
        forgotten = tuple(self._held)[: max(0, len(self._held) - _MOST)] if self._asking else ()
        self._forget(forgotten)
        new: list[tuple[int, int, bytes]] = []
        body = BytesIO()
        try:
            _Packer(body, lambda thing: self._ref_of(thing, new)).dump(value)
        except Exception:  # the other side will not hear of what is new
            self._forget(tuple(number for number, _, _ in new))
            raise
        return pickle.dumps((forgotten, new, body.getvalue()), pickle.HIGHEST_PROTOCOL)

    def unpack(self, data: bytes) -> object:
        """Return what the other side packed."""
        forgotten, new, body = pickle.loads(data)  # noqa: S301 - from our own process, by a pipe of its own
        self._forget(forgotten)
        for number, size, packed in new:
            parts = self._hold(number, _Unpacker(BytesIO(packed), self._part).load())
            if len(parts) != size:
                raise RuntimeError("the window and its worker hold different things under one number")
        return _Unpacker(BytesIO(body), self._part).load()

    def _ref_of(self, thing: object, new: list[tuple[int, int, bytes]]) -> _Ref | None:
        """Return the reference to what is held; hold it from now on if it is a library or a document."""
        ref = self._refs.get(id(thing))
        if ref is None and isinstance(thing, ClauseLibrary | Document):
            number = next(self._numbers)
            packed = BytesIO()
            _Packer(packed, lambda _: None).dump(thing)
            new.append((number, len(self._hold(number, thing)), packed.getvalue()))
            return number, 0
        if ref is not None:
            self._held.move_to_end(ref[0])
        return ref

    def _part(self, ref: _Ref) -> object:
        self._held.move_to_end(ref[0])
        return self._held[ref[0]][ref[1]]

    def _hold(self, number: int, thing: object) -> tuple[object, ...]:
        parts = tuple(_parts_of(thing)) if isinstance(thing, ClauseLibrary) else (thing,)
        self._held[number] = parts
        self._refs.update({id(part): (number, place) for place, part in enumerate(parts)})
        return parts

    def _forget(self, numbers: tuple[int, ...]) -> None:
        for number in numbers:
            for part in self._held.pop(number):
                self._refs.pop(id(part), None)


class _Packer(pickle.Pickler):
    """Packs our dataclasses by their fields, which are packed and unpacked in half the time, and errors whole."""

    def __init__(self, file: BytesIO, ref_of: Callable[[object], _Ref | None]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._ref_of = ref_of
        self._fields: dict[type, _Fields | None] = {}

    def persistent_id(self, thing: object) -> _Ref | None:
        """Return the reference to what the other side holds."""
        return self._ref_of(thing) if self._fields_of(thing) is not None else None

    def reducer_override(self, thing: object) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Return how `thing` is made again."""
        if isinstance(thing, BaseException):
            return _error, (type(thing), thing.args, thing.__dict__)
        values = self._fields_of(thing)
        return NotImplemented if values is None else (type(thing), values(thing))

    def _fields_of(self, thing: object) -> _Fields | None:
        kind = type(thing)
        if kind not in self._fields:
            self._fields[kind] = _fields_of(kind)
        return self._fields[kind]


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: BytesIO, part: Callable[[_Ref], object]) -> None:
        super().__init__(file)
        self._part = part

    def persistent_load(self, ref: _Ref) -> object:
        """Return what is held under a reference."""
        return self._part(ref)


def _fields_of(kind: type) -> _Fields | None:
    """Return what gives the fields of our dataclass `kind`, in the order in which it takes them; None for others."""
    if not is_dataclass(kind) or not kind.__module__.startswith("app."):
        return None
    taken = fields(kind)
    if not taken or not all(each.init and not each.kw_only for each in taken):
        return None
    values = attrgetter(*(each.name for each in taken))
    return values if len(taken) > 1 else lambda thing: (values(thing),)


def _parts_of(thing: object) -> Iterator[object]:
    """Yield `thing` and the dataclasses in it, each once, in the same order on both sides."""
    seen: set[int] = set()
    waiting = [thing]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting.extend(reversed(part))
        elif is_dataclass(part) and id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting.extend(getattr(part, each.name) for each in reversed(fields(part)))


def _error(kind: type[BaseException], given: tuple[object, ...], state: dict[str, object]) -> BaseException:
    """Return an error with its message and attributes, whatever its constructor asks for."""
    error = kind.__new__(kind, *given)
    error.args = given
    error.__dict__.update(state)
    return error
