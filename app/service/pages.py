"""The pages of a document as they look, for documents that have some.

They are drawn on a thread of the caller's choice; PDFium serves one thread at a time, so that drawing waits while a PDF
is read in the same process.
"""

from collections.abc import Callable
from time import monotonic
from typing import Literal

from app.intake.pdf.drawing import PageImage, draw_page
from app.intake.pdf.drawing import PageProblem as FileProblem

__all__ = ["PageImage", "PageProblem", "render_page"]

PageProblem = Literal[FileProblem, "slow"]
"""Why a page cannot be shown; slow: drawing it takes longer than a page of a document can need."""

_BUDGET_S = 20


def render_page(
    data: bytes,
    number: int,
    pixels_per_point: float,
    *,
    turn: int = 0,
    password: str = "",
    is_wanted: Callable[[], bool] = lambda: True,
) -> PageImage | PageProblem | None:
    """Return a page of the PDF `data`, its numbers from 1, or why it cannot be shown.

    Nothing is fetched and nothing that the file holds is run. None is returned once `is_wanted`, asked meanwhile,
    answers no.
    """
    begun = monotonic()
    late = False

    def goes_on() -> bool:
        nonlocal late
        late = monotonic() - begun > _BUDGET_S
        return is_wanted() and not late

    drawn = draw_page(data, number, pixels_per_point, turn=turn, password=password, is_wanted=goes_on)
    return "slow" if drawn is None and late else drawn
