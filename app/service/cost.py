"""The cost worksheet: a file of inputs worked out, and written for people, programs and spreadsheets."""

from pathlib import Path

from app.costing.claims import check_claims
from app.costing.profiles import with_profile
from app.costing.worksheet import work_out
from app.errors import CostError
from app.export.cost_json import cost_json
from app.export.cost_text import cost_text
from app.export.cost_xlsx import cost_xlsx
from app.model.cost import CostWorksheet
from app.model.cost_claims import CostClaims
from app.model.cost_inputs import CostInputs
from app.model.profile import DeploymentProfile
from app.paths import data_dir
from app.service.cost_file import read_cost_file
from app.service.files import put_in_place

__all__ = ["cost_file_text", "cost_json", "cost_text", "cost_worksheet", "cost_xlsx", "example_costs", "write_costs"]


def example_costs() -> Path:
    """Return the bundled file of inputs, which is the one to start one's own from."""
    return data_dir("resources") / "costs" / "mid-size-70b.toml"


def cost_worksheet(path: Path | None, profile: DeploymentProfile | None = None) -> CostWorksheet:
    """Work out the cost file at `path`; without one, the bundled example under the load of the profile.

    The profile answers what the file leaves open. What the guides say about costs comes with it, recomputed from their
    own figures and not from those of `path` or `profile`.

    Raises:
        CostError: The file cannot be used; every mistake is named.
    """
    example = read_cost_file(example_costs(), CostInputs)
    claims = read_cost_file(example_costs().with_name("claims.toml"), CostClaims)
    inputs = example if path is None else _own(path)
    if profile is not None:
        inputs = with_profile(inputs, profile, takes_load=path is None)
    return work_out(inputs, check_claims(claims, example), claims.tolerance_percent)


def _own(path: Path) -> CostInputs:
    """Read the inputs at `path`, whose offers are told apart by their names."""
    inputs = read_cost_file(path, CostInputs)
    names = [offer.name for offer in inputs.offers]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise CostError(f'{path.name}: two offers are called "{twice}"; give each a name of its own')
    return inputs


def cost_file_text(path: Path | None) -> str:
    """Return the text of the cost file at `path`, or of the bundled example, to start one's own from."""
    return (path or example_costs()).read_text(encoding="utf-8-sig").rstrip("\n")


def write_costs(out: Path, data: bytes, *, source: Path | None) -> None:
    """Write a worksheet to the file `out`.

    Raises:
        ExportError: It cannot be written, or is the cost file `source` itself.
    """
    put_in_place({out: data}, source=source or example_costs())
