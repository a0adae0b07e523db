"""What docs/cost.md says of cost files is what cost files hold."""

from dataclasses import fields
from pathlib import Path

import pytest

from app.model.cost_inputs import FineTuning, Load, Machines, Month, Needs, Offer, Staff, Tooling
from app.service.cost import cost_worksheet, example_costs

GUIDE = (Path(__file__).parents[2] / "docs" / "cost.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "form"),
    [
        ("[month]", Month),
        ("[load]", Load),
        ("[machines]", Machines),
        ("[staff]", Staff),
        ("[fine_tuning]", FineTuning),
        ("[tooling]", Tooling),
        ("[needs]", Needs),
        ("[[offers]]", Offer),
    ],
)
def test_the_guide_names_every_field(table, form):
    rows = " ".join(line.split(" | ")[0] for line in GUIDE.splitlines() if line.startswith(f"| `{table}`"))
    assert {field.name for field in fields(form)} - {"source"} == {
        field.name for field in fields(form) if f"`{field.name}`" in rows and field.name != "source"
    }


def test_the_guide_tells_the_tolerance_in_use():
    assert f"within {cost_worksheet(None).tolerance.high} % of what" in GUIDE


def test_needs_of_the_example_can_be_uncommented(tmp_path):
    text = example_costs().read_text("utf-8")
    head, tail = text.split("[needs]\n")
    answers, rest = tail.split("\n\n", 1)
    path = tmp_path / "ours.toml"
    path.write_text(
        f"{head}[needs]\n{answers.replace('# ', '', 1).replace(chr(10) + '# ', chr(10))}\n\n{rest}", "utf-8"
    )
    assert [reason.demands for reason in cost_worksheet(path).reasons[2:]] == [True, True, True, True]
