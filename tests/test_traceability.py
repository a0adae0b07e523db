"""Every requirement is answered somewhere, and the page that says where is what the tool writes."""

import importlib.util
from pathlib import Path

import pytest

_TOOL = Path(__file__).parents[1] / "tools" / "traceability.py"


@pytest.fixture(scope="module")
def traceability():
    spec = importlib.util.spec_from_file_location("traceability", _TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_requirement_is_open(traceability):
    assert "**open**" not in traceability.page()


def test_every_place_that_is_named_exists(traceability):
    assert traceability.wrong_places(traceability.requirements()) == []


def test_a_place_that_does_not_exist_is_told(traceability):
    rows = traceability.requirements() | {"M99": {"title": "Nothing", "by": ["memo, Nowhere"]}}
    assert traceability.wrong_places(rows) == ["M99: memo, Nowhere"]


def test_the_page_is_what_the_tool_writes(traceability):
    assert traceability.TARGET.read_text("utf-8") == traceability.page()
