import subprocess
import sys


def test_how_documents_stand_to_one_another_is_known_without_loading_spacy():
    code = "import app.service.layers, app.service.conflicts, sys; sys.exit(bool({'spacy', 'lxml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
