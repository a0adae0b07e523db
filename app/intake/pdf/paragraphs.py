"""The lines of a PDF, in reading order, to paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.intake.joining import is_broken, starts_item
from app.intake.pdf.lines import Line
from app.intake.pdf.setting import INDENT, SAME_LEFT, Margins, Setting, ends_sentence, is_same_column
from app.intake.structure.markers import split_marker

_GOES_ON = re.compile(r"(?:,|[-–—&/(]|\b(?:and|or|of|the|for|to|by|in|with|between|a|an))$", re.IGNORECASE)
_NO_WORDS = re.compile(r"[\W_]*")
_LOOSE = 1.3  # times the usual step between lines
_VERY_LOOSE = 2.2
_OTHER_SIZE = 1.15  # by so much do the boxes of words differ anyway
_FAR_OTHER_SIZE = 1.3
_SHORT = 0.45  # of the width of a column


@dataclass(frozen=True, slots=True)
class _Seam:
    """The place between the lines of a paragraph so far and the line after them.

    Attributes:
        full: Whether the last line ends at the margin.
        ends: Whether it ends as a sentence does.
        lower: Whether the line after it begins with a small letter.
    """

    group: Sequence[Line]
    following: Line
    setting: Setting
    margins: Margins
    full: bool
    ends: bool
    lower: bool

    @property
    def line(self) -> Line:
        """The last line."""
        return self.group[-1]

    @property
    def is_numbered(self) -> bool:
        """Whether the paragraph begins with a number or bullet."""
        return split_marker(self.group[0].text) is not None

    @property
    def is_other_size(self) -> bool:
        """Whether the letters change their size: after the end of a sentence a small change counts too."""
        low, high = sorted((self.line.height, self.following.height))
        return not self.lower and high > (_OTHER_SIZE if self.ends else _FAR_OTHER_SIZE) * low


def split_paragraphs(lines: Sequence[Line], setting: Setting) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of `lines`, which are in reading order; a table is one by itself."""
    group: list[Line] = []
    for line in lines:
        if group and _breaks(group, line, setting):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(group: Sequence[Line], following: Line, setting: Setting) -> bool:
    """Tell whether `following` begins a new paragraph after those of `group`."""
    line = group[-1]
    if line.table is not None or following.table is not None:
        return True
    margins = setting.margins_of(line)
    seam = _Seam(
        group,
        following,
        setting,
        margins,
        full=margins.is_full(line, following),
        ends=ends_sentence(line),
        lower=following.text[:1].islower(),
    )
    if line.page != following.page or not is_same_column(line, following):
        return _breaks_page(seam)
    return _is_apart(seam) or _breaks_column(seam)


def _is_apart(seam: _Seam) -> bool:
    """Tell whether a line stands apart from those above it: by space, by its size, or by a rule of dashes."""
    line, following = seam.line, seam.following
    step, usual = following.base - line.base, _usual_step(seam)
    if not 0 < step <= _VERY_LOOSE * usual:
        return True
    if step > _LOOSE * usual and not (seam.lower and seam.full and not seam.ends and len(seam.group) == 1):
        return True
    if seam.is_other_size:
        return True
    return any(_NO_WORDS.fullmatch(each.text) for each in (line, following))


def _usual_step(seam: _Seam) -> float:
    """Return the step to the next line to expect, in points: as inside the paragraph, else as in the document."""
    above = seam.group[-2:-1]
    if above and above[0].page == seam.line.page and above[0].base < seam.line.base:
        return seam.line.base - above[0].base
    return seam.setting.step * seam.line.height


def _breaks_column(seam: _Seam) -> bool:
    """Tell whether a paragraph begins with a line right under the one before it."""
    line, following = seam.line, seam.following
    goes_on = seam.lower and not seam.ends
    if goes_on and is_broken(line.text):
        return False
    if line.is_entry and not seam.lower:
        return True
    if split_marker(following.text) is not None:
        hangs_out = len(seam.group) > 1 and following.left < line.left - SAME_LEFT
        return hangs_out or starts_item(following.text, line.text, is_full=seam.full)
    if seam.full or _is_wrapped_title(seam):
        return seam.full and _breaks_indent(seam)
    if seam.margins.is_centred(line):
        wrapped = seam.margins.is_centred(following) and _GOES_ON.search(line.text) is not None
        return not (wrapped or goes_on)
    return not (goes_on and _is_long(seam))


def _is_wrapped_title(seam: _Seam) -> bool:
    """Tell whether a centred line goes on in the next one, which looks the same: its first word did not fit."""
    line, following = seam.line, seam.following
    room = seam.margins.width - (line.right - line.left)
    in_middle = seam.margins.is_in_middle(line) and seam.margins.is_in_middle(following)
    alike = line.is_bold == following.is_bold and line.text.isupper() == following.text.isupper()
    return in_middle and alike and not seam.ends and following.first_word_width > room


def _is_long(seam: _Seam) -> bool:
    """Tell whether a line that ends early may still go on in one that begins with a small letter."""
    line = seam.line
    widest = max(each.right for each in (*seam.group, seam.following))
    fits_no_more = line.right + seam.following.first_word_width >= widest
    return fits_no_more or line.right - seam.margins.left > _SHORT * seam.margins.width


def _breaks_indent(seam: _Seam) -> bool:
    """Tell whether a paragraph begins after a full line, by where the line after it begins."""
    moved = seam.following.left - seam.line.left
    alone = len(seam.group) == 1
    if moved > INDENT:
        return seam.ends and not seam.is_numbered if alone else seam.ends or (seam.setting.indented and not seam.lower)
    if moved < -INDENT and alone:
        return seam.ends and not (seam.lower or seam.setting.indented or seam.is_numbered)
    return moved < -INDENT and (seam.ends or not seam.lower)


def _breaks_page(seam: _Seam) -> bool:
    """Tell whether a paragraph begins on a new page or column.

    A line without a number goes on with a numbered clause, even after the end of a sentence.
    """
    line, following = seam.line, seam.following
    under = seam.setting.margins_of(following)
    if seam.is_other_size:
        return True
    if split_marker(following.text) is not None:
        return seam.ends or not seam.full or starts_item(following.text, line.text, is_full=seam.full)
    if not seam.ends and seam.lower:
        return False
    is_headed = line.is_bold and not following.is_bold
    if not seam.full or is_headed or seam.margins.is_centred(line) or under.is_centred(following):
        return True
    if not seam.ends or following.is_bold != line.is_bold:
        return seam.ends
    return following.left - under.left > INDENT if seam.setting.indented else not seam.is_numbered
