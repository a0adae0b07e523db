"""Compare real Word files with new versions of them by `counterdraft compare`, and judge what it writes.

    python benchmarks/comparing.py [FOLDER_OR_FILE ...] [--seed N] [--limit N] [--only NAME] [--changes KIND,...]
        [--tracked yes|no|both] [--office N] [--keep FOLDER] [--shrink]

Every file of the folders (without one: the real documents of the shared data) is compared with a version that seeded
changes were made to (seeding.py), once as it is and once with tracked changes of another side in it (tracking.py).
By a resolver and a judge of their own (resolving.py, judging.py; lxml alone), and by the shared `redline_check.py`
where it is there: rejecting our changes must give the old file and accepting all the new one with its changes accepted,
character by character, with all properties, in every story; no part may be lost; moves stand in pairs. The SDK
validator ($OOXML_VALIDATOR) must find nothing that is in neither version; `--office N` has LibreOffice open N results.

    ratio       characters that are marked, for one that was changed: at most 1.3
    moves       seeded moves that are written as moves: at least 90 %
    borders     seeded splits and merges that are written by marks of paragraphs alone

Ends with status 1 where a bar is missed. $COUNTERDRAFT names another command. `--keep` leaves the files, `--shrink`
finds the fewest changes with which a pair still fails.
"""

import argparse
import collections
import importlib.util
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from zipfile import BadZipFile

from command import SHARED, shared_folder
from judging import author_of, judge
from lxml import etree
from seeded_changes import PLANS
from seeding import Pair, Seeded, make_pair
from tracking import add_changes
from word_files import open_word

_RATIO, _MOVES, _BORDERS = 1.3, 0.9, 0.9
_AUTHOR = "Bench Mark"
_TRACKED = " (tracked)"
_SHOWN = 12  # the worst ratios
_TIMEOUT = 180
Errors = collections.Counter[tuple[str, str, str]]


@dataclass
class Outcome:
    """What became of one pair."""

    name: str
    pair: Pair | None = None
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marked: int = 0
    missed: Sequence[Seeded] = ()
    seconds: float = 0.0

    @property
    def changes(self) -> Sequence[Seeded]:
        """The changes that were made."""
        return self.pair.changes if self.pair else ()

    @property
    def characters(self) -> int:
        """How many characters were changed."""
        return sum(each.characters for each in self.changes)

    @property
    def ratio(self) -> float:
        """Characters marked for one changed."""
        return self.marked / max(1, self.characters)


@dataclass(frozen=True)
class Job:
    """One pair to make, in a folder of its own."""

    path: Path
    tracked: bool
    folder: Path
    options: argparse.Namespace

    @property
    def name(self) -> str:
        """What the pair is called in the report."""
        return f"{self.path.stem}{_TRACKED if self.tracked else ''}"


def main(arguments: Sequence[str]) -> int:
    """Print what went wrong, and a summary; return 1 where a bar is missed."""
    options = _options(arguments)
    keep = options.keep or Path(tempfile.mkdtemp())
    jobs = list(_jobs(options, keep))
    with ProcessPoolExecutor(max_workers=options.workers) as pool:
        outcomes = [outcome for outcome in pool.map(_measure, jobs) if outcome.pair is not None]
    if options.office:
        _open_some(keep, jobs, outcomes, options.office)
    status = _report(outcomes)
    if options.keep is None:
        shutil.rmtree(keep)
    return status


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="*", type=Path, help="Word files, or folders of them")
    parser.add_argument("--seed", default="8")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--only", default="", help="files with this in their name")
    parser.add_argument("--changes", help="kinds of changes to make: " + ", ".join(kind for kind, _ in PLANS))
    parser.add_argument("--tracked", choices=("yes", "no", "both"), default="both")
    parser.add_argument("--validator", default=os.environ.get("OOXML_VALIDATOR"), help="see the shared bench")
    parser.add_argument("--office", type=int, default=0, help="how many results LibreOffice opens too")
    parser.add_argument("--keep", type=Path, help="leave old, new and result of each pair here")
    parser.add_argument("--shrink", action="store_true", help="find the fewest changes of each pair that fails")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    return parser.parse_args(arguments)


def _jobs(options: argparse.Namespace, keep: Path) -> Iterable[Job]:
    places = options.places or [shared_folder("corpus/docx")]
    files = [path for place in places for path in (sorted(place.glob("*.docx")) if place.is_dir() else [place])]
    wanted = [path for path in files if options.only in path.name][: options.limit]
    for number, path in enumerate(wanted):
        for tracked in (False, True):
            if options.tracked in ("both", "yes" if tracked else "no"):
                yield Job(path, tracked, keep / f"{number:04d}{'t' if tracked else ''}-{path.stem}", options)


def _measure(job: Job) -> Outcome:
    outcome = _judged(job, None)
    if outcome.faults and job.options.shrink and outcome.pair is not None:
        outcome.notes.append(f"the fewest changes: {_fewest(job, outcome)}")
    return outcome


def _judged(job: Job, only: Collection[int] | None) -> Outcome:
    """Make a pair, of these changes only, compare it and judge the result."""
    outcome = Outcome(job.name)
    try:
        outcome.pair = _pair(job, only)
    except (BadZipFile, etree.XMLSyntaxError, KeyError, StopIteration):
        return outcome  # no Word file
    old, new, out = (job.folder / name for name in ("old.docx", "new.docx", "out.docx"))
    job.folder.mkdir(parents=True, exist_ok=True)
    old.write_bytes(outcome.pair.old)
    new.write_bytes(outcome.pair.new)
    out.unlink(missing_ok=True)
    try:
        _compare(outcome, old, new, out)
        if out.exists():
            _judge(outcome, old, new, out, job.options.validator)
    except Exception:  # noqa: BLE001 - what cannot be judged is a fault too
        outcome.faults.append(f"crash: {traceback.format_exc(limit=-3)}")
    return outcome


def _pair(job: Job, only: Collection[int] | None) -> Pair:
    options, seed = job.options, f"{job.options.seed}:{job.path.name}:{job.tracked}"
    data = job.path.read_bytes()
    if job.tracked:
        data = add_changes(data, seed)
    wanted = options.changes.split(",") if options.changes else [kind for kind, _ in PLANS]
    return make_pair(data, seed, [each for each in PLANS if each[0] in wanted], only)


def _compare(outcome: Outcome, old: Path, new: Path, out: Path) -> None:
    """Call the product as a user does."""
    program = shlex.split(os.environ.get("COUNTERDRAFT", "")) or [str(Path(sys.executable).with_name("counterdraft"))]
    command = [*program, "compare", str(old), str(new), "--out", str(out), "--author", _AUTHOR, "--date", "2026-01-01"]
    start = time.perf_counter()
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=_TIMEOUT
        )
    except subprocess.TimeoutExpired:
        outcome.faults.append(f"command: no answer in {_TIMEOUT} s")
        return
    outcome.seconds = time.perf_counter() - start
    if not out.exists():
        outcome.faults.append(f"command: status {done.returncode}, {done.stderr.strip()[-200:]}")


def _judge(outcome: Outcome, old: Path, new: Path, out: Path, validator: str | None) -> None:
    words = open_word(old), open_word(new), open_word(out)
    author = author_of(words[0], words[2]) or _AUTHOR
    verdict = judge(*words, outcome.changes, author)
    outcome.faults += verdict.faults
    outcome.notes += verdict.notes
    outcome.marked, outcome.missed = verdict.marked, verdict.missed
    checker = _checker()
    if checker is not None:
        faults, _ = checker.check(str(old), str(out), author, comparison=True)
        known = (f"parts: {words[0].main} changed",)  # it knows only main parts called document.xml as such
        outcome.faults += [f"redline_check: {fault}" for fault in faults if not fault.startswith(known)][:3]
    if validator:
        before, after, ours = (_errors(validator, path) for path in (old, new, out))
        outcome.faults += [f"validator: {each[0]} in {each[2]}: {each[1]}" for each in ours - before - after]
        outcome.notes += [f"seed: the new version has {each}" for each in after - before if not before[each]]


@cache
def _checker() -> ModuleType | None:
    """Return the shared data's own check of a redline; None where it is not there."""
    source = SHARED / "tools" / "redline_check.py"
    spec = importlib.util.spec_from_file_location("redline_check", source) if source.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _errors(validator: str, path: Path) -> Errors:
    """Return what the validator finds: rule, description and part."""
    done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["errors"]
    return collections.Counter((each["id"], each["description"][:200], each["path"]) for each in found)


def _fewest(job: Job, outcome: Outcome) -> list[str]:
    """Take changes away as long as the pair fails in the same way; return those that are left, in words."""
    kind = outcome.faults[0].split(":")[0]
    left = [each.number for each in outcome.changes]
    size = max(1, len(left) // 2)
    while left:
        for start in range(0, len(left), size):
            fewer = left[:start] + left[start + size :]
            if any(fault.startswith(kind) for fault in _judged(job, fewer).faults):
                left = fewer
                break
        else:
            if size == 1:
                break
            size = max(1, size // 2)
    last = _judged(job, left)
    changes = [f"{each.kind} {each.number}: {each.before} to {each.after}" for each in last.changes]
    return [*changes, *last.faults[:3]]


def _open_some(keep: Path, jobs: Sequence[Job], outcomes: Sequence[Outcome], count: int) -> None:
    """Have LibreOffice open some of the results; note what it does not, though the old, or where it sees no change."""
    by_name = {outcome.name: outcome for outcome in outcomes}
    made = [job for job in jobs if (job.folder / "out.docx").exists()]
    for job in made[:: max(1, len(made) // count)][:count]:
        result = _opened(keep, job.folder / "out.docx")
        if result is None and _opened(keep, job.folder / "old.docx"):
            by_name[job.name].faults.append("office: LibreOffice does not open it")
        elif result and "<text:changed-region" not in result and by_name[job.name].marked:
            by_name[job.name].faults.append("office: LibreOffice sees no change")


def _opened(keep: Path, path: Path) -> str | None:
    """Return what LibreOffice makes of a file, as XML; None where it does not open it."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice (soffice) is not there")
    profile = f"-env:UserInstallation={(keep / 'profile').resolve().as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "fodt", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, capture_output=True, check=False, timeout=300)
    result = path.with_suffix(".fodt")
    return result.read_text(encoding="utf-8") if result.exists() else None


def _report(outcomes: Sequence[Outcome]) -> int:
    for outcome in outcomes:
        if outcome.faults:
            print(f"{outcome.name}: {outcome.faults[0]}  ({len(outcome.faults)} faults)")
        for missed in outcome.missed:
            print(f"{outcome.name}: a {missed.kind} is not written as one: {missed.before[0][:60]!r}")
        for note in outcome.notes:
            print(f"{outcome.name}: note: {note}")
    ratios = sorted((outcome.ratio, outcome.name) for outcome in outcomes if outcome.characters)
    print(
        "\nthe most marked: " + ", ".join(f"{name} {ratio:.2f}" for ratio, name in ratios[::-1][:_SHOWN] if ratio > 1)
    )
    made = collections.Counter(each.kind for outcome in outcomes for each in outcome.changes)
    print("changes: " + ", ".join(f"{number} {kind}" for kind, number in made.most_common()))
    print("causes: " + ", ".join(f"{count} {cause}" for cause, count in _causes(outcomes).most_common()))
    apart = [[each for each in outcomes if each.name.endswith(_TRACKED) == tracked] for tracked in (False, True)]
    for name, group in zip(("as they are", "tracked"), apart, strict=True):
        if group and len(group) < len(outcomes):
            print(f"{name}: {_summary(group)[0]}")
    summary, is_met = _summary(outcomes)
    print(summary)
    return 0 if is_met else 1


def _summary(outcomes: Sequence[Outcome]) -> tuple[str, bool]:
    """Return the figures of some pairs in words, and whether every bar is met."""
    exact = sum(not outcome.faults for outcome in outcomes)
    ratios = [outcome.ratio for outcome in outcomes if outcome.characters] or [0.0]
    marked = sum(outcome.marked for outcome in outcomes) / max(1, sum(outcome.characters for outcome in outcomes))
    middle, seconds = statistics.median(ratios), [outcome.seconds for outcome in outcomes] or [0.0]
    moves, borders = _share(outcomes, "move"), _share(outcomes, "split", "merge")
    words = (
        f"{exact} of {len(outcomes)} pairs exact; ratio {marked:.2f} of all, median {middle:.2f}, "
        f"worst {max(ratios):.2f}, over {_RATIO} in {sum(ratio > _RATIO for ratio in ratios)}; "
        f"moves {moves:.1%}, borders {borders:.1%}; {statistics.median(seconds):.2f} s each, "
        f"the longest {max(seconds):.2f} s"
    )
    is_met = exact == len(outcomes) and max(marked, middle) <= _RATIO and moves >= _MOVES and borders >= _BORDERS
    return words, is_met


def _share(outcomes: Sequence[Outcome], *kinds: str) -> float:
    """Return which share of the seeded changes whose kind begins so are written as such."""
    made, missed = (
        sum(each.kind.startswith(kinds) for changes in groups for each in changes)
        for groups in ([outcome.changes for outcome in outcomes], [outcome.missed for outcome in outcomes])
    )
    return 1 - missed / made if made else 1.0


def _causes(outcomes: Sequence[Outcome]) -> collections.Counter[str]:
    """Return in how many pairs there are faults of each kind."""
    return collections.Counter(kind for outcome in outcomes for kind in {each.split(":")[0] for each in outcome.faults})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
