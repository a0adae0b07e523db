"""Review the labelled documents and score the reviews against their labels.

    python benchmarks/scores.py [--per-clause] [--errors N]

Model licences and vendor documents are scored apart. The labels of both were at hand while the clause library was
written, and it was measured against those of the licences: their figures say how well it fits what its authors saw, not
how it does on a licence that they have not seen. Two labellings agreed with F1 0.952 and on level in 0.964 of cases;
above that a figure says nothing. The options go to `score_review.py`, which prints the figures.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from command import counterdraft, shared_folder

_FOLDERS = ("corpus/licences", "corpus/vendor_terms")


def main() -> int:
    """Print the figures of each folder; return 1 where the scorer failed on one."""
    statuses = [_score(folder) for folder in _FOLDERS]
    return 1 if any(statuses) else 0


def _score(name: str) -> int:
    """Review the labelled documents of one folder and run the scorer over the reviews; return its status."""
    folder, gold = shared_folder(name), shared_folder("gold")
    labelled = [labels.name.removesuffix(".gold.json") for labels in sorted(gold.glob("*.gold.json"))]
    print(f"== {name}", flush=True)
    with tempfile.TemporaryDirectory() as reviews:
        for document in (folder / document for document in labelled if (folder / document).is_file()):
            outcome = counterdraft("review", document, "--format", "json")
            sys.stderr.write(outcome.err)
            if outcome.out:
                Path(reviews, f"{document.name}.json").write_text(outcome.out, encoding="utf-8")
        scorer = shared_folder("tools") / "score_review.py"
        return subprocess.run([sys.executable, scorer, gold, reviews, *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
