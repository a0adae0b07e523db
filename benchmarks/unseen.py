"""Review contracts of CUAD that the model has not seen, through the whole product, and score them with `cuad_check.py`.

    python benchmarks/unseen.py [--fold N] [--models FOLDER]

A fifth of the contracts is left out of training (`training/train.py --leave-out`), and the command line of a copy of
this checkout with that model reviews them. `--models` takes what such a training has left instead of training anew.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from command import ROOT, shared_folder

sys.path.insert(0, str(ROOT / "training"))
from corpus import FOLDS, fold_of

_COPIED = ("app", "clause_library", "templates", "resources")


def main(arguments: Sequence[str]) -> int:
    """Print the figures of `cuad_check.py`; return its status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", type=int, choices=range(FOLDS), default=0)
    parser.add_argument("--models", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as work:
        checkout, contracts = Path(work, "checkout"), Path(work, "cuad")
        for name in _COPIED:
            shutil.copytree(ROOT / name, checkout / name)
        models = options.models or _train(options.fold, Path(work, "models"))
        for model in models.iterdir():
            shutil.copy(model, checkout / "resources" / "models")
        _write_contracts(options.fold, contracts)
        program = Path(work, "counterdraft")
        program.write_text(
            f'#!/bin/sh\nPYTHONPATH="{checkout}" exec "{sys.executable}" -m app "$@"\n', encoding="utf-8"
        )
        program.chmod(0o755)
        check = shared_folder("tools") / "cuad_check.py"
        environment = os.environ | {"COUNTERDRAFT": str(program)}
        return subprocess.run([sys.executable, check, contracts], check=False, env=environment, cwd=work).returncode


def _train(fold: int, out: Path) -> Path:
    """Train without one fold; return where the model lies."""
    command = [sys.executable, ROOT / "training" / "train.py", "--leave-out", str(fold), "--out", out]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return out


def _write_contracts(fold: int, folder: Path) -> None:
    """Write the contracts of one fold as the shared data has them."""
    cuad = shared_folder("corpus") / "cuad"
    (folder / "full_contract_txt").mkdir(parents=True)
    with gzip.open(cuad / "paragraphs.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = [line for line in file if fold_of(json.loads(line)["contract"]) == fold]
    with gzip.open(folder / "paragraphs.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(lines)
    for text in (cuad / "full_contract_txt").glob("*.txt"):
        if fold_of(text.stem) == fold:
            shutil.copy(text, folder / "full_contract_txt")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
