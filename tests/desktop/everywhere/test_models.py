"""No model goes untested: each is put to Qt's model tester somewhere."""

import ast
from pathlib import Path

import pytest

import app.desktop

_KINDS = ("AbstractItem", "AbstractList", "AbstractTable", "SortFilterProxy", "StandardItem")
_QTS = {f"Q{kind}Model" for kind in _KINDS}
_OURS = Path(app.desktop.__file__).parent
MODELS = sorted(
    node.name
    for path in _OURS.rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.ClassDef) and _QTS & {base.id for base in node.bases if isinstance(base, ast.Name)}
)
TESTS = [path.read_text(encoding="utf-8") for path in Path(__file__).parents[1].rglob("test_*.py")]


@pytest.mark.parametrize("model", MODELS)
def test_a_test_puts_every_model_to_qts_tester(model):
    assert any("qtmodeltester.check" in test and model in test for test in TESTS)
