"""The same bytes give the same review, in any process."""

import os
import subprocess
import sys

from app.paths import data_dir

SAMPLE = data_dir("resources") / "samples" / "community-model-licence.docx"


def reviewed(seed):
    done = subprocess.run(
        [sys.executable, "-m", "app", "review", SAMPLE, "--format", "json"],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_processes_with_other_seeds_of_hashes_print_the_same_review():
    assert reviewed("1") == reviewed("2")
