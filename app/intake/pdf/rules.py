"""The straight lines drawn on a PDF page, upright and level, joined where they run on.

Lines, thin bars and the sides of boxes all count: programs draw the rules of a table in each of these ways. Read from
PDFium's path objects, because pdfplumber takes 40 times as long as PDFium for a page (see `tables`).
"""

from collections.abc import Iterator, Sequence
from ctypes import PYFUNCTYPE, byref, c_float, c_int, c_uint, c_void_p, cast
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.pdf.frames import Frame, frame_of

# Plain addresses in place of ctypes' objects for them: a page has hundreds of objects, few of which are lines.
_object_of_page = PYFUNCTYPE(c_void_p, c_void_p, c_int)(cast(pdfium.FPDFPage_GetObject, c_void_p).value or 0)
_object_of_form = PYFUNCTYPE(c_void_p, c_void_p, c_int)(cast(pdfium.FPDFFormObj_GetObject, c_void_p).value or 0)
_type_of = PYFUNCTYPE(c_int, c_void_p)(cast(pdfium.FPDFPageObj_GetType, c_void_p).value or 0)

_MOST_OBJECTS = 50_000  # of a page, those in its forms included; so many are a drawing
_MOST_PATHS = 4_000
_MOST_SEGMENTS = 5_000
_LONGEST_PATH = 1_000  # segments
_DEEPEST = 8  # forms in forms
_THIN = 3.0  # points: a bar up to this is a line
_SNAP = 2.5  # points: lines so near are one
_SHORT = 5.0  # points: what stays shorter is no rule
_NEARLY_WHITE = 250


class Rule(NamedTuple):
    """A straight line: where it lies across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page in points from its top left corner, each kind in order.

    Attributes:
        level: `at` counts from the top of the page, `start` and `end` from its left.
        upright: The other way round.
    """

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        xs, ys = zip(*(self.point(x, y) for x in (left, right) for y in (bottom, top)), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


_AS_IT_IS = _Matrix(1, 0, 0, 1, 0, 0)


def page_rules(page: pypdfium2.PdfPage) -> Rules:
    """Return the rules of `page`: none where it has no lines, or so many that it is a drawing."""
    paths = list(_paths(page))
    if not paths or len(paths) > _MOST_PATHS:
        return Rules()
    level: list[Rule] = []
    upright: list[Rule] = []
    frame = frame_of(page)
    for left, top, right, bottom in _strokes(paths, frame):
        if bottom - top <= _THIN:
            level.append(Rule((top + bottom) / 2, left, right))
        if right - left <= _THIN:
            upright.append(Rule((left + right) / 2, top, bottom))
    return Rules(tuple(_joined(level)), tuple(_joined(upright)))


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[object, _Matrix]]:
    """Yield the path objects of the page and of the forms drawn on it, each with the matrix of its form."""
    seen = 0
    waiting: list[tuple[c_void_p | None, _Matrix, int]] = [(None, _AS_IT_IS, 0)]
    while waiting:
        form, matrix, depth = waiting.pop()
        count = pdfium.FPDFPage_CountObjects(page.raw) if form is None else pdfium.FPDFFormObj_CountObjects(form)
        seen += max(count, 0)
        if seen > _MOST_OBJECTS:
            return
        get = _object_of_page if form is None else _object_of_form
        holder = cast(page.raw if form is None else form, c_void_p).value
        for place in range(count):
            address = get(holder, place)
            kind = _type_of(address)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield cast(address, pdfium.FPDF_PAGEOBJECT), matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                drawn = cast(address, pdfium.FPDF_PAGEOBJECT)
                waiting.append((drawn, _within(_matrix_of(drawn), matrix), depth + 1))


def _matrix_of(drawn: object) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, byref(matrix)):
        return _AS_IT_IS
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _within(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Return the matrix that applies `inner` first and then `outer`."""
    a, b = inner.a * outer.a + inner.b * outer.c, inner.a * outer.b + inner.b * outer.d
    c, d = inner.c * outer.a + inner.d * outer.c, inner.c * outer.b + inner.d * outer.d
    return _Matrix(a, b, c, d, *outer.point(inner.e, inner.f))


def _strokes(paths: Sequence[tuple[object, _Matrix]], frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """Yield the thin boxes, as shown, that the paths are or consist of."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    places = byref(left), byref(bottom), byref(right), byref(top)
    budget = _MOST_SEGMENTS
    for path, matrix in paths:
        if not pdfium.FPDFPageObj_GetBounds(path, *places):
            continue
        bounds = (left.value, bottom.value, right.value, top.value)
        box = frame.shown(*(bounds if matrix is _AS_IT_IS else matrix.box(*bounds)))
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            if _is_seen(path):
                yield box
            continue
        count = pdfium.FPDFPath_CountSegments(path)
        if count > _LONGEST_PATH or not _is_seen(path):
            continue
        budget -= count
        if budget >= 0:
            yield from _sides(path, _within(_matrix_of(path), matrix), frame, count)


def _is_seen(path: object) -> bool:
    """Tell whether a path is stroked, or filled with more than white."""
    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) or stroke.value:
        return bool(stroke.value)
    if fill.value == pdfium.FPDF_FILLMODE_NONE:
        return False
    colours = [c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(path, *map(byref, colours)):
        return True
    *shades, opacity = (colour.value for colour in colours)
    return opacity > 0 and min(shades) < _NEARLY_WHITE


def _sides(path: object, matrix: _Matrix, frame: Frame, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Yield the level and upright sides of a path as boxes without thickness."""
    x, y = c_float(), c_float()
    start = last = (0.0, 0.0)
    for place in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        here = matrix.point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _side(last, here, frame)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _side(here, start, frame)
        last = here


def _side(
    one: tuple[float, float], other: tuple[float, float], frame: Frame
) -> Iterator[tuple[float, float, float, float]]:
    """Yield the line between two points where it is level or upright."""
    (x0, y0), (x1, y1) = one, other
    if min(abs(x1 - x0), abs(y1 - y0)) < 1:
        yield frame.shown(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules with those that lie on one another or run on made one."""
    for row in _rows(sorted(rules)):
        at = sum(rule.at for rule in row) / len(row)
        start, end = 0.0, -_SNAP
        runs: list[tuple[float, float]] = []
        for rule in sorted(row, key=lambda rule: (rule.start, rule.end)):
            if runs and rule.start <= runs[-1][1] + _SNAP:
                start, end = runs.pop()
                runs.append((start, max(end, rule.end)))
            else:
                runs.append((rule.start, rule.end))
        yield from (Rule(at, *run) for run in runs if run[1] - run[0] >= _SHORT)


def _rows(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules, which are in order, in groups that lie on one line."""
    rows: list[list[Rule]] = []
    for rule in rules:
        if rows and rule.at - rows[-1][0].at <= _SNAP:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return rows
