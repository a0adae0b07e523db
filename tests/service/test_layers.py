import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["layers", "conflicts", "decisions"])
def test_what_the_window_asks_for_with_every_decision_loads_nothing_heavy(module):
    code = (
        f"import app.service.{module}, sys; sys.exit(bool({{'spacy', 'lxml', 'pydantic', 'numpy'}} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
