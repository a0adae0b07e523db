"""Review the labelled documents and score the reviews against their labels.

    python benchmarks/scores.py [--vendor] [--per-clause] [--errors N]

Scores the model licences and policies; with --vendor the vendor documents too. What else is given goes to
`score_review.py`, which prints the figures.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from command import counterdraft, shared_folder


def main() -> int:
    """Write one review a labelled document, then run the scorer over them."""
    folders = [shared_folder("corpus/licences")]
    if "--vendor" in sys.argv:
        folders.append(shared_folder("corpus/vendor_terms"))
    gold = shared_folder("gold")
    scorer = [sys.executable, str(shared_folder("tools") / "score_review.py"), str(gold)]
    options = [argument for argument in sys.argv[1:] if argument != "--vendor"]
    with tempfile.TemporaryDirectory() as reviews:
        for labels in sorted(gold.glob("*.gold.json")):
            name = labels.name.removesuffix(".gold.json")
            for document in (folder / name for folder in folders if (folder / name).is_file()):
                outcome = counterdraft("review", document, "--format", "json")
                sys.stderr.write(outcome.err)
                if outcome.out:
                    Path(reviews, f"{name}.json").write_text(outcome.out, encoding="utf-8")
        return subprocess.run([*scorer, reviews, *options], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
