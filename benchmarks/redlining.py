"""Random changes to real Word files, each proved twice: by the product and by the shared data's own check.

    python benchmarks/redlining.py FOLDER... [--changes 25] [--seed 7] [--limit N] [--validator CMD] [--office]

A plan (plans.py) replaces, inserts and deletes words over the borders of runs, in tables, notes, headers and text
boxes, beside fields and links and inside earlier tracked changes; inserts and deletes paragraphs and rows; changes
looks; comments half of it and answers a thread. Refused is a file whose redline failed the product's own proof;
faulty one in which the independent check (tools/redline_check.py) finds anything, whose two resolvers read different
words, that has errors for the SDK validator which the original has not, or that LibreOffice does not open,
though it opens the original.
Ends with status 1 where more than one file in 200 is refused or faulty.
"""

import argparse
import collections
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

from command import shared_folder
from plans import make_plan

from app.errors import DocumentError, EditsError, ExportError
from app.ooxml.changes import Change, Insertion, Rewording, RowInsertion
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.resolver import by_ids, resolve_package
from app.ooxml.writer import Redlined, write_changes

_AUTHOR = "Bench Mark"
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)
_ALLOWED = 0.005
_BATCH = 40  # files that LibreOffice opens in one run
_SHOWN = 40  # lines of what went wrong


@dataclass
class Outcome:
    """What became of one file: how many changes were made, and what is wrong; unread is no package."""

    path: Path
    changes: int = 0
    kinds: collections.Counter[str] = field(default_factory=collections.Counter)
    wrong: str = ""
    unread: bool = False
    empty: bool = False


def main(arguments: Sequence[str]) -> int:
    """Redline every file of the folders; print what went wrong, and a summary."""
    options = _options(arguments)
    keep = options.keep or Path(tempfile.mkdtemp())
    keep.mkdir(parents=True, exist_ok=True)
    files = sorted(path for folder in options.folders for path in folder.glob("*.docx"))[: options.limit]
    jobs = [(path, keep / f"{number:04d}.docx", options) for number, path in enumerate(files)]
    with ProcessPoolExecutor(max_workers=options.workers) as pool:
        outcomes = list(pool.map(_measure, jobs))
    if options.office:
        _open_all(keep, outcomes)
    tried = [outcome for outcome in outcomes if not outcome.unread and not outcome.empty]
    wrong = [outcome for outcome in tried if outcome.wrong]
    for outcome in wrong[:_SHOWN]:
        print(f"{outcome.path.name}: {outcome.wrong}")
    kinds = sum((outcome.kinds for outcome in tried), collections.Counter())
    unread, empty = (sum(getattr(outcome, name) for outcome in outcomes) for name in ("unread", "empty"))
    print(", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    print(
        f"{len(tried) - len(wrong)} of {len(tried)} files without a fault, {sum(o.changes for o in tried)} changes; "
        f"{unread} not read, {empty} without text"
    )
    if options.keep is None:
        shutil.rmtree(keep)
    return 0 if tried and len(wrong) <= _ALLOWED * len(tried) else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--changes", type=int, default=25)
    parser.add_argument("--seed", default="7")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--validator", help="the Open XML SDK's validator, see the shared bench")
    parser.add_argument("--office", action="store_true", help="open each file with LibreOffice too")
    parser.add_argument("--keep", type=Path, help="leave the redlined files here")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    return parser.parse_args(arguments)


def _measure(job: tuple[Path, Path, argparse.Namespace]) -> Outcome:
    path, out, options = job
    outcome = Outcome(path)
    data = path.read_bytes()
    try:
        plan = make_plan(open_package(data, path), f"{options.seed}:{path.name}", options.changes)
    except DocumentError:
        outcome.unread = True
        return outcome
    outcome.changes, outcome.empty = len(plan), not plan
    outcome.kinds.update(type(change).__name__ for change in plan)
    if not plan:
        return outcome
    try:
        redlined = write_changes(open_package(data, path), plan, author=_AUTHOR, when=_WHEN)
        out.write_bytes(redlined.data)
        outcome.wrong = _fault(path, out, redlined, plan) or _new_error(options.validator, path, out)
    except (EditsError, ExportError, DocumentError) as error:
        outcome.wrong = f"refused: {error}"
    except Exception:  # noqa: BLE001 - a crash is what is looked for
        outcome.wrong = f"crash: {traceback.format_exc(limit=-3)}"
    return outcome


def _fault(path: Path, out: Path, redlined: Redlined, plan: Sequence[Change]) -> str:
    """Return the first thing that is wrong with a redlined file; "" for nothing.

    The check knows only main parts called document.xml as such, reads nothing in a strict document, and takes tables
    away that have no rows, which some originals have.
    """
    original = open_package(path.read_bytes(), path)
    main, rowless = original.main, sum(t.find(w("tr")) is None for t in original.tree(original.main).iter(w("tbl")))
    faults, facts = _checker().check(str(path), str(out), _AUTHOR)
    known = (f"parts: {main} changed", *([f"reject: {main} has"] if rowless else ()))
    found = next((str(fault) for fault in faults if not _is_known(str(fault), known)), "")
    if found:
        return found[:300]
    ours, theirs = _accepted(out, redlined), "".join(str(facts["accepted_text"]).split())
    if theirs and ours != theirs:
        at = next((at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), len(ours))
        return f"the resolvers differ: {ours[at - 30 : at + 30]!r}, the other {theirs[at - 30 : at + 30]!r}"
    lost = [word for word in _inserted(plan) if word not in ours]
    return f"not made: {lost[0]}" if lost else ""


def _is_known(fault: str, known: Sequence[str]) -> bool:
    return fault.startswith(tuple(known)) and (fault.startswith("parts") or " w:tbl, " in fault)


def _inserted(plan: Sequence[Change]) -> Iterator[str]:
    """Give the words by which each inserted text can be told."""
    for change in plan:
        texts: tuple[str, ...] = ()
        if isinstance(change, Rewording):
            texts = tuple(edit.text for edit in change.edits)
        elif isinstance(change, Insertion):
            texts = tuple(wording.text for wording in change.wordings)
        elif isinstance(change, RowInsertion):
            texts = change.cells
        yield from (word for text in texts for word in re.findall(r"Zq\d+x", text))


def _accepted(out: Path, redlined: Redlined) -> str:
    """Return what our resolver makes of the new changes, read as the other reads it, without blanks."""
    package = open_package(redlined.data, out)
    resolve_package(package, accepting=True, choice=by_ids(redlined.revisions))
    stories = _checker().stories(package.names)
    return "".join("".join(_checker().text_of(package.tree(name)) for name in stories).split())


@cache
def _checker() -> ModuleType:
    """Return the shared data's own check of a redline."""
    source = shared_folder("tools") / "redline_check.py"
    spec = importlib.util.spec_from_file_location("redline_check", source)
    if spec is None or spec.loader is None:
        sys.exit(f"{source} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _new_error(validator: str | None, path: Path, out: Path) -> str:
    """Return an error that the validator finds in `out` and not in `path`; "" for none."""
    new = _errors(validator, out) - _errors(validator, path) if validator else None
    return f"validator: {next(iter(new))}" if new else ""


def _errors(validator: str, path: Path) -> collections.Counter[tuple[str, str]]:
    done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
    return collections.Counter((error["id"], error["path"]) for error in json.loads(done.stdout)["errors"])


def _open_all(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Have LibreOffice set every redlined file anew; note those it does not."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice (soffice) is not there")
    files = sorted(folder.glob("*.docx"))
    with tempfile.TemporaryDirectory() as target:
        profile = f"-env:UserInstallation={Path(target).as_uri()}/profile"
        for start in range(0, len(files), _BATCH):
            batch = [str(path) for path in files[start : start + _BATCH]]
            command = [office, profile, "--headless", "--convert-to", "fodt", "--outdir", target, *batch]
            subprocess.run(command, capture_output=True, check=False)
        for path in files:
            outcome = outcomes[int(path.stem)]
            if not (Path(target) / f"{path.stem}.fodt").exists() and not outcome.wrong:
                subprocess.run([*command[:7], str(outcome.path)], capture_output=True, check=False)
                if (Path(target) / f"{outcome.path.stem}.fodt").exists():
                    outcome.wrong = "LibreOffice does not open it, but the original"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
