"""Judge the versions of real policies, terms and licences, and check what must be found of them.

    python benchmarks/versions.py [--reports FOLDER]

For the 18 pairs of `corpus/aup_history` it prints what the watch finds, and counts what must not happen: a statement
called new or gone although the other version holds the same words as often, and a statement of the new version that is
not in the old one and that nothing tells of. `--reports` writes each report as a Word file, to be read. Of the licences
it checks which clause types each step touches, and in which direction; these were read in the texts. The times are
those of two licences, reviewed and judged in a program that runs already. Ends with status 1 where something is missed.
"""

import argparse
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from command import SHARED

from app.comparison.meaning import compared_words
from app.comparison.renames import renamed
from app.comparison.statements import statements_of
from app.model.comparison import Direction, JudgedComparison
from app.model.profile import DeploymentProfile
from app.model.watch import PolicyStep
from app.service.judging import judge_files
from app.service.settings import library_in_use
from app.service.watch import Look, export_watch, watch_reviews

_LOOK = Look(date(2026, 1, 1))
_PROFILE = DeploymentProfile(
    regulated=("health", "legal", "finance", "employment", "defence", "critical-infrastructure", "children"),
    output_use=("content", "code", "customer-facing", "decisions", "analysis"),
    modalities=("text", "image", "audio", "video"),
)
_LONG = 6  # words of a statement that is no title
_SECONDS = 2.0
_LICENCES: tuple[tuple[str, str, tuple[tuple[str, Direction], ...]], ...] = (
    (
        "llama-2-LICENSE.txt",
        "llama-3-LICENSE.txt",
        (
            ("model-naming", "worse"),  # "Llama 3" at the beginning of names
            ("attribution", "worse"),  # "Built with Meta Llama 3"
            ("trademark-restriction", "worse"),  # brand guidelines by a link
            ("redistribution-passthrough", "worse"),  # products that use it
        ),
    ),
    (
        "llama-3-LICENSE.txt",
        "llama-3.1-LICENSE.txt",
        (
            ("redistribution-passthrough", "better"),  # "uses" to "contains"
            ("model-training-restriction", "better"),  # the bar on other models is gone
            ("model-naming", "worse"),  # models trained on outputs too
            ("attribution", "unclear"),  # other words to show
        ),
    ),
    ("llama-3.1-LICENSE.txt", "llama-3.2-LICENSE.txt", ()),  # names and addresses alone
    (
        "llama-3.1-USE_POLICY.md",
        "llama-3.2-USE_POLICY.md",
        (
            ("geographic-restriction", "worse"),  # the EU
            ("acceptable-use", "worse"),  # two prohibitions more
        ),
    ),
)


def main() -> int:
    """Print the measured lines; return 1 where something is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path)
    reports = parser.parse_args().reports
    if not (SHARED / "corpus").is_dir():
        print(f"skipped: {SHARED / 'corpus'} is not there", file=sys.stderr)
        return 0
    missed = _policies(reports) + _licences()
    print("nothing missed" if not missed else f"{missed} missed")
    return min(missed, 1)


def _policies(reports: Path | None) -> int:
    """Print what the watch finds of each pair of policies; return how much is missed."""
    missed = 0
    folders = sorted(path for path in (SHARED / "corpus" / "aup_history").iterdir() if path.is_dir())
    for folder in folders:
        judged = judge_files(folder / "old.md", folder / "new.md", library_in_use(None), _PROFILE)
        watched = watch_reviews([(judged.old, judged.new)], _LOOK)
        step = watched.steps[0]
        kinds = Counter(change.kind for change in step.changes)
        wrong, untold = _called_new(step), _untold(step)
        missed += len(wrong) + len(untold)
        directions = Counter(effect.direction for effect in judged.effects)
        print(f"{folder.name.rpartition('--')[0]}: {dict(kinds)}, {len(step.touching())} touch planned uses, ", end="")
        print(f"positions {dict(directions)}, {len(judged.uncovered)} changes of rules without a clause type")
        for line in (*wrong, *untold):
            print(f"  {line}")
        if reports is not None:
            reports.mkdir(parents=True, exist_ok=True)
            export_watch(watched, reports / f"{folder.name}.docx", author="Benchmark")
    print(f"{len(folders)} pairs")
    return missed


def _called_new(step: PolicyStep) -> list[str]:
    """Return the statements that are called new or gone although the other version has their words as often."""
    old, new, names = _texts(step)
    found = []
    for change in step.changes:
        if change.kind in ("added", "removed"):
            words = _words(change.after or renamed(change.before, names))
            more = new.count(words) - old.count(words)
            if len(words.split()) >= _LONG and (more <= 0 if change.kind == "added" else more >= 0):
                found.append(f"called {change.kind}: {change.after or change.before}")
    return found


def _untold(step: PolicyStep) -> list[str]:
    """Return the statements of the new version that the old one has not, and no change tells of."""
    old, _, _ = _texts(step)
    as_named = " ".join(_words(each.text) for each in step.judged.comparison.old.paragraphs)
    told = " ".join(change.after for change in step.changes)
    return [
        f"untold: {each.text}"
        for each in statements_of(step.judged.comparison.new)
        if not each.is_heading
        and each.text not in told
        and len(_words(each.text).split()) >= _LONG
        and _words(each.text) not in old
        and _words(each.text) not in as_named
    ]


def _texts(step: PolicyStep) -> tuple[str, str, dict[str, str]]:
    """Return all words of the old and of the new version, as they are compared, and the names that were changed."""
    names = dict(step.renamed)
    old = " ".join(_words(renamed(each.text, names)) for each in step.judged.comparison.old.paragraphs)
    return old, " ".join(_words(each.text) for each in step.judged.comparison.new.paragraphs), names


def _words(text: str) -> str:
    return " ".join(compared_words(text))


def _licences() -> int:
    """Print what each step of a licence touches; return how much of what it must touch is missed."""
    folder, missed = SHARED / "corpus" / "licences", 0
    library = library_in_use(None)
    judge_files(*(folder / name for name in _LICENCES[0][:2]), library, DeploymentProfile())  # what is loaded once
    for old, new, expected in _LICENCES:
        begun = time.perf_counter()
        judged = judge_files(folder / old, folder / new, library, DeploymentProfile())
        seconds = time.perf_counter() - begun
        print(f"{old} to {new}: {seconds:.2f} s")
        for effect in judged.effects:
            print(f"  {effect.direction:8}{effect.clause.id}: {effect.what}")
        found = _directions(judged)
        wrong = [
            f"{clause} {direction}, not {found.get(clause)}"
            for clause, direction in expected
            if found.get(clause) != direction
        ]
        wrong += [f"{clause} is named" for clause in found if not expected]
        wrong += [f"{seconds:.2f} s"] if seconds > _SECONDS else []
        missed += len(wrong)
        for line in wrong:
            print(f"  missed: {line}")
    return missed


def _directions(judged: JudgedComparison) -> dict[str, Direction]:
    return {effect.clause.id: effect.direction for effect in judged.effects}


if __name__ == "__main__":
    sys.exit(main())
