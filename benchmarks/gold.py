"""Review the labelled documents and score the reviews against their labels.

    python benchmarks/gold.py [--labels FOLDER] [--per-clause] [--errors N]

Scored together, and apart: model licences, vendor documents, and the three documents set aside, whose labels nobody
looked at while cues and thresholds were made. The others' labels were at hand: their figures say how well the product
fits what its authors saw. Two labellings agreed with F1 0.952 and on level in 0.964 of cases; above that a figure says
nothing. `--labels` names a folder of further labelled documents in the same form, whose originals lie in the shared
corpus. The other options go to `score_review.py`, which prints the figures.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from command import counterdraft, shared_folder

SET_ASIDE = ("together-ai--terms-of-service.md", "mistral-ai--developer-terms.md", "llama-4-LICENSE.txt")
_FOLDERS = ("licences", "vendor_terms", "docx", "pdf", "extra_txt")
_LABELS = ".gold.json"


def main() -> int:
    """Print the figures of each group; return 1 where the scorer failed on one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path)
    chosen, options = parser.parse_known_args()
    labels = chosen.labels or shared_folder("gold")
    sources = {path.name: path for name in _FOLDERS for path in shared_folder(f"corpus/{name}").iterdir()}
    documents = [path.name.removesuffix(_LABELS) for path in sorted(labels.glob(f"*{_LABELS}"))]
    groups = {"all labelled documents": documents}
    if chosen.labels is None:
        groups |= {
            "model licences": [name for name in documents if sources[name].parent.name == "licences"],
            "vendor documents": [name for name in documents if sources[name].parent.name == "vendor_terms"],
            "set aside": [name for name in documents if name in SET_ASIDE],
            "not set aside": [name for name in documents if name not in SET_ASIDE],
        }
    with tempfile.TemporaryDirectory() as work:
        reviews = Path(work)
        for name in documents:
            outcome = counterdraft("review", sources[name], "--format", "json")
            sys.stderr.write(outcome.err)
            if outcome.out:
                (reviews / f"{name}.json").write_text(outcome.out, encoding="utf-8")
        return max(_score(title, labels, names, reviews, options) for title, names in groups.items())


def _score(title: str, labels: Path, documents: Iterable[str], reviews: Path, options: list[str]) -> int:
    """Run the scorer over some of the labelled documents; return its status."""
    print(f"== {title}", flush=True)
    with tempfile.TemporaryDirectory() as some:
        for name in documents:
            for ending in (_LABELS, ".paras.txt"):
                shutil.copy(labels / f"{name}{ending}", some)
        scorer = shared_folder("tools") / "score_review.py"
        return subprocess.run([sys.executable, scorer, some, reviews, *options], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
