"""From the coordinates of a PDF page to points from the top left corner of the page as it is shown."""

from dataclasses import dataclass

import pypdfium2

_TURN = 90  # degrees


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible box of a page, in its own coordinates, and by how many degrees it is shown turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    def shown(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return the left, top, right and bottom at which a box of the page is shown."""
        if self.rotation == _TURN:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 2 * _TURN:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 3 * _TURN:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """Return the frame of `page`."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation())
