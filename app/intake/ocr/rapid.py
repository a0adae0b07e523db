"""Text recognition with RapidOCR: PaddleOCR's models, which come in its wheel, run by ONNX Runtime.

It finds the lines of a picture and reads each as a row of letters with how sure it is of each. What lies on its side or
head, and words, are made out here. Its own classifier of direction is left out: it turns long lines that are upright
(F1 falls from 0.996 to 0.974).
"""

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from app.intake.ocr.scans import page_picture, turn_page
from app.intake.ocr.skew import levelled
from app.intake.pdf.placed import PlacedWord

_DPI = 200
_SEARCH_DPI = 82  # at which lines are looked for: memory and time grow with its square
_SEARCH_SIDE = 1600  # pixels at most
_THREADS = 4  # each sum is made by one of them, so that their number changes no word
_MARGIN = 1.3  # of a line around its letters; with the usual 1.6 the next line shows and F1 falls by 0.002 to 0.006
_SMALLEST = 4  # pixels of a line's height
_SAMPLE = 5  # lines that tell whether a page is upright
_UPRIGHT = 0.85  # lines the right way up are read with 0.97 and more, upside down with 0.4 to 0.75
_STANDS = 2.5  # times as high as wide
_LOST_SPACE = re.compile(r"[^\W\d_]{4,}(?=\d)")  # "ARTICLE1" at the beginning of a line

Pixels = NDArray[np.uint8]
Corners = NDArray[np.float32]
"""Of a line as it is read: top left, top right, bottom right, bottom left, in pixels."""


class Letter(NamedTuple):
    """A letter of a line, the middle of which lies at the share `place` of the line's length."""

    text: str
    place: float
    confidence: float


class Line(NamedTuple):
    """A line of print as read, without blanks; `breaks` are the numbers of letters before which a word begins."""

    corners: Corners
    letters: tuple[Letter, ...]
    breaks: frozenset[int]

    @property
    def confidence(self) -> float:
        """How sure its letters are in the mean."""
        return mean(letter.confidence for letter in self.letters) if self.letters else 0.0


def load_rapid() -> "RapidEngine | None":
    """Return the engine; None where it is not installed, or not whole."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    try:
        return RapidEngine()
    except (ImportError, OSError):  # such as a system library that ONNX Runtime or OpenCV needs
        return None


class RapidEngine:
    """RapidOCR with the models of its wheel: naming them keeps it from ever downloading one."""

    name = "RapidOCR"

    def __init__(self) -> None:
        import onnxruntime  # noqa: PLC0415 - slow to import, and only once a page needs it
        import rapidocr  # noqa: PLC0415

        onnxruntime.disable_telemetry_events()
        models = Path(rapidocr.__file__).parent / "models"
        self._rapid = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,
                "Global.max_side_len": 1_000_000,  # pictures are handed over in the size in which they are to be read
                "Det.model_path": _model(models, "det"),
                "Det.limit_type": "max",
                "Det.limit_side_len": _SEARCH_SIDE,
                "Det.unclip_ratio": _MARGIN,
                "Rec.model_path": _model(models, "rec"),
                "Rec.rec_batch_num": 1,
                "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def read_page(self, page: pypdfium2.PdfPage) -> list[PlacedWord]:
        """Return the words of `page`, as `Engine` says."""
        picture, found = self._look_at(page)
        if _lie(found):
            turn_page(page, 90)
            picture, found = self._look_at(page)
        lines = [self._best(picture, corners) for corners in found]
        if self._is_upside_down(picture, lines):
            turn_page(page, 180)
            picture, found = self._look_at(page)
            lines = [self._best(picture, corners) for corners in found]
        scale = page.get_width() / picture.shape[1]
        return levelled([list(words_of(line, scale)) for line in lines])

    def _look_at(self, page: pypdfium2.PdfPage) -> tuple[Pixels, list[Corners]]:
        """Return the picture of `page` and the corners of its lines."""
        import cv2  # noqa: PLC0415 - as above

        shown = page_picture(page, _DPI)
        grey = np.frombuffer(shown.dots, dtype=np.uint8).reshape(shown.height, shown.width)
        shrink = min(_SEARCH_DPI / _DPI, _SEARCH_SIDE / max(grey.shape))
        size = max(1, round(shown.width * shrink)), max(1, round(shown.height * shrink))
        small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
        found = self._rapid(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_rec=False, use_cls=False).boxes
        corners = [] if found is None else [np.asarray(box / shrink, dtype=np.float32) for box in found]
        return cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), corners

    def _is_upside_down(self, picture: Pixels, lines: Sequence[Line]) -> bool:
        """Tell whether the longest lines are read with doubt, and with less the other way up."""
        longest = sorted(lines, key=lambda line: _length(line.corners))[-_SAMPLE:]
        sureness = mean(line.confidence for line in longest) if longest else 1.0
        if sureness >= _UPRIGHT:
            return False
        return sureness < mean(self._read(picture, _turned(line.corners, 2)).confidence for line in longest)

    def _best(self, picture: Pixels, corners: Corners) -> Line:
        """Return the line there; one that stands on a page of others is read downwards and upwards."""
        if not _stands(corners):
            return self._read(picture, corners)
        return max((self._read(picture, _turned(corners, way)) for way in (3, 1)), key=lambda line: line.confidence)

    def _read(self, picture: Pixels, corners: Corners) -> Line:
        """Return what stands between `corners`."""
        import cv2  # noqa: PLC0415 - as above

        width, height = round(_length(corners)), round(float(np.linalg.norm(corners[0] - corners[3])))
        if min(width, height) < _SMALLEST:
            return Line(corners, (), frozenset())
        straight = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
        line = cv2.warpPerspective(
            picture,
            cv2.getPerspectiveTransform(corners, straight),
            (width, height),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
        read = self._rapid(line, use_det=False, use_rec=True, use_cls=False, return_word_box=True)
        if not read.txts or not read.txts[0].strip():
            return Line(corners, (), frozenset())
        found = read.word_results[0]
        columns = [column for word in found.word_cols for column in word]
        return line_of(corners, read.txts[0], found.confs, [(column + 0.5) / found.line_txt_len for column in columns])


def line_of(corners: Corners, text: str, confidences: Sequence[float], places: Sequence[float]) -> Line:
    """Return the line that reads `text`, with the confidence of each letter and the place of each that is no blank."""
    letters: list[Letter] = []
    breaks: set[int] = set()
    place = iter(places)
    for letter, confidence in zip(text, confidences, strict=True):
        if letter.isspace():
            breaks.add(len(letters))
        else:
            letters.append(Letter(letter, next(place), confidence))
    lost = _LOST_SPACE.match(text.lstrip())
    return Line(corners, tuple(letters), frozenset(breaks | {lost.end()} if lost else breaks))


def words_of(line: Line, scale: float) -> Iterator[PlacedWord]:
    """Yield the words of `line`; `scale` turns its pixels into points."""
    edges = sorted({0, len(line.letters), *line.breaks})
    gaps = [after.place - before.place for before, after in pairwise(line.letters)]
    half = median(gaps) / 2 if gaps else 0.5
    for start, end in pairwise(edges):
        word = line.letters[start:end]
        box = _box(line.corners, max(0.0, word[0].place - half), min(1.0, word[-1].place + half)) * scale
        left, top, right, bottom = box.tolist()
        confidence = min(letter.confidence for letter in word)
        turn = _turn_of(line.corners)
        yield PlacedWord(
            "".join(letter.text for letter in word), left, top, right, bottom, confidence=confidence, turn=turn
        )


def _box(corners: Corners, start: float, end: float) -> NDArray[np.float32]:
    """Return the left, top, right and bottom of what lies between two shares of the length of a line."""
    top_left, top_right, bottom_right, bottom_left = corners
    points = np.array(
        [
            point
            for share in (start, end)
            for point in (
                top_left + share * (top_right - top_left),
                bottom_left + share * (bottom_right - bottom_left),
            )
        ]
    )
    return np.concatenate([points.min(axis=0), points.max(axis=0)])


def _turn_of(corners: Corners) -> int:
    """Return by how many quarters of a turn, in degrees, a line is shown turned clockwise."""
    along, down = (corners[1] - corners[0]).tolist()
    if abs(along) >= abs(down):
        return 0 if along >= 0 else 180
    return 90 if down > 0 else 270


def _turned(corners: Corners, quarters: int) -> Corners:
    """Return `corners` for a line that is read a number of quarters of a turn further, anticlockwise."""
    return np.roll(corners, quarters, axis=0)


def _lie(lines: Sequence[Corners]) -> bool:
    """Tell whether most lines of a page stand, so that the page lies on its side."""
    standing = sum(float(np.linalg.norm(corners[0] - corners[3])) for corners in lines if _stands(corners))
    return standing > sum(_length(corners) for corners in lines if not _stands(corners))


def _stands(corners: Corners) -> bool:
    return float(np.linalg.norm(corners[0] - corners[3])) > _STANDS * _length(corners)


def _length(corners: Corners) -> float:
    return float(np.linalg.norm(corners[0] - corners[1]))


def _model(folder: Path, task: str) -> str:
    """Return the path of the model for `task` in the wheel.

    Raises:
        FileNotFoundError: There is none.
    """
    found = sorted(folder.glob(f"*_{task}_*.onnx"))
    if not found:
        raise FileNotFoundError(f"{folder} holds no model for {task}")
    return str(found[0])
