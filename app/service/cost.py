"""The cost worksheet: a file of inputs worked out, and written for people, programs and spreadsheets."""

from pathlib import Path

from app.costing.claims import check_claims
from app.costing.worksheet import work_out
from app.model.cost import CostWorksheet
from app.model.cost_claims import CostClaims
from app.model.cost_inputs import CostInputs
from app.paths import data_dir
from app.service.cost_file import read_cost_file


def example_costs() -> Path:
    """Return the bundled file of inputs, which is the one to start one's own from."""
    return data_dir("resources") / "costs" / "mid-size-70b.toml"


def cost_worksheet(path: Path | None) -> CostWorksheet:
    """Work out the cost file at `path`; without one, the bundled example.

    What the guides say about costs comes with it, recomputed from their own figures and not from those of `path`.

    Raises:
        CostError: The file cannot be used; every mistake is named.
    """
    example = read_cost_file(example_costs(), CostInputs)
    claims = read_cost_file(example_costs().with_name("claims.toml"), CostClaims)
    inputs = example if path is None else read_cost_file(path, CostInputs)
    return work_out(inputs, check_claims(claims, example), claims.tolerance_percent)
