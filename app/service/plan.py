"""What follows from a review, and the workbook of it."""

from pathlib import Path

from app.export.plan_json import plan_json
from app.export.plan_xlsx import plan_xlsx
from app.model.plan import Plan
from app.model.review import Review
from app.planning.plan import make_plan
from app.service.files import put_in_place

__all__ = ["export_plan", "make_plan", "plan_json"]


def export_plan(review: Review, plan: Plan, folder: Path) -> Path:
    """Write STEM.plan.xlsx, which is for our own house, into `folder`; return its path.

    Raises:
        ExportError: The file cannot be written.
    """
    path = folder / f"{review.document.stem}.plan.xlsx"
    put_in_place({path: plan_xlsx(review, plan)}, source=review.document.path)
    return path
