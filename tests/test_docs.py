"""What the documentation says of the program is what the program does."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from app.model.profile import DeploymentProfile
from app.service.profiles import profile_toml

ROOT = Path(__file__).parents[1]
GUIDES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_guide_shows_the_default_profile():
    assert f"```toml\n{profile_toml(DeploymentProfile())}```" in (ROOT / "docs" / "profile.md").read_text("utf-8")


@pytest.mark.parametrize("field", [field.name for field in fields(DeploymentProfile)])
def test_the_guide_names_every_value_of_a_profile_field(field):
    row = next(
        line for line in (ROOT / "docs" / "profile.md").read_text("utf-8").splitlines() if f"| `{field}`" in line
    )
    kind = get_type_hints(DeploymentProfile)[field]
    kind = get_args(kind)[0] if get_origin(kind) is tuple else kind
    allowed = get_args(kind) if get_origin(kind) is Literal else ()
    assert all(f"`{value}`" in row for value in allowed)


@pytest.mark.parametrize(
    "command",
    [
        "review",
        "explain",
        "library",
        "profile",
        "desktop",
        "doctor",
        "redline",
        "read",
        "inspect",
        "cost",
        "plan",
        "matrix",
        "compare",
        "watch",
        "rounds",
    ],
)
def test_the_guide_names_every_option_of_a_command(run, command):
    guide = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    options = set(re.findall(r"--[a-z-]+", run(command, "--help").out)) - {"--help"}
    assert f"## `counterdraft {command}" in guide
    assert {option for option in options if f"{option}" not in guide} == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(guide):
    links = re.findall(r"\]\(([^)#:]+)\)", guide.read_text("utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []
