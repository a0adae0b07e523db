"""Negotiations over real Word files, reported and answered, and what of that is right.

    python benchmarks/rounds.py [--folder DIR] [--seeds 20] [--keep DIR]

Each seed plays three rounds over another file (negotiations.py): asks that are accepted, rejected, countered, taken
back, left open or commented, changes of theirs, and edits without a trace in tables, notes, headers and long
paragraphs. Counted is what is reported word for word, against all that is true and all that is reported beside it.
After each round every point that can be rejected is: what is written must read as what was sent.
Ends with status 1 where anything is wrong.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from command import shared_folder
from negotiations import OURS, Negotiation, Truth

from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.rounds import PointAnswer, Round, Rounds, verbs_for
from app.ooxml.package import Package, open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.service.round_answers import answer_round
from app.service.rounds import Exchange, compare_rounds

_NO_LIBRARY = ClauseLibrary("none", "0" * 64, ())
_LEAST = 25  # paragraphs that can be negotiated


def main(arguments: Sequence[str]) -> int:
    """Play and measure; print what is wrong, and the figure."""
    options = _options(arguments)
    folder = options.folder or shared_folder("corpus") / "docx"
    files = sorted(folder.glob("*.docx"))
    keep = options.keep or Path(tempfile.mkdtemp())
    right = total = extra = rejected = 0
    for seed in range(options.seeds):
        played, source = _played(files, keep / f"{seed:02d}", seed)
        found = _compared(played, 3)
        for one, truth in zip(found.rounds, played.truths, strict=True):
            due, told = _due(truth), _told(one)
            right += (due & told).total()
            total += due.total()
            extra += (told - due).total()
            for what, sign in ((due - told, "missing"), (told - due, "wrong")):
                for line in what:
                    print(f"seed {seed} {source.name} round {one.number} {sign}: {line}")
        for many in (1, 2, 3):
            rejected += _answer(_compared(played, many), keep / f"{seed:02d}" / f"answered{many}.docx")
    print(f"{right} of {total} reported rightly, {extra} reported beside; {right / (total + extra):.1%}")
    print(f"{rejected} of {3 * options.seeds} answered files read as what was sent once all is rejected")
    return 0 if right == total and not extra and rejected == 3 * options.seeds else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="Word files; without, those of the shared data")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="leave the files here")
    return parser.parse_args(arguments)


def _played(files: Sequence[Path], folder: Path, seed: int) -> tuple[Negotiation, Path]:
    """Return a negotiation over the next file that is long enough."""
    folder.mkdir(parents=True, exist_ok=True)
    order = list(files)
    random.Random(seed).shuffle(order)
    for source in order:
        package = open_package(source.read_bytes(), source)
        texts = {read_text(p).text for part in package.stories() for p in paragraphs_of(package.tree(part))}
        if sum(len(text.split()) > 8 for text in texts) >= _LEAST:
            return Negotiation(source, folder, seed), source
    raise SystemExit("no file is long enough")


def _compared(played: Negotiation, many: int) -> Rounds:
    """Return the first rounds of a negotiation as the product tells them."""
    files = played.files[: 2 * many]
    exchanges = [Exchange(sent, back) for sent, back in zip(files[::2], files[1::2], strict=True)]
    return compare_rounds(exchanges, _NO_LIBRARY, DeploymentProfile(), authors=[OURS])


def _due(truth: Truth) -> Counter[tuple[str, ...]]:
    due: Counter[tuple[str, ...]] = Counter()
    for kind, found in (
        ("ask", truth.asks),
        ("new", truth.new),
        ("untracked", truth.untracked),
        ("again", truth.reopened),
    ):
        due.update({(kind, *each): many for each, many in found.items()})
    return due


def _told(one: Round) -> Counter[tuple[str, ...]]:
    told: Counter[tuple[str, ...]] = Counter()
    told.update(("ask", ask.before, ask.asked, ask.now, ask.answer) for ask in one.asks)
    told.update(("new", ask.before, ask.after) for ask in one.new_asks)
    told.update(("untracked", edit.before, edit.after) for edit in one.untracked)
    told.update(("again", point.agreed, point.now) for point in one.reopened)
    return told


def _answer(found: Rounds, out: Path) -> bool:
    """Reject all that can be rejected; return whether the file reads then as what was sent."""
    last = found.last
    answers = [PointAnswer(point.id, "reject") for point in last.points() if "reject" in verbs_for(point)]
    if not answers:
        return True
    answered = answer_round(found, answers, out, author=OURS, when=datetime(2026, 4, 1, tzinfo=UTC))
    wanted = _texts(open_package(last.sent.data, last.sent.path))
    read = _texts(open_package(out.read_bytes(), out))
    if answered.problems or wanted != read:
        print(f"{out} {answered.problems}, {list(wanted - read)[:2]} not there, {list(read - wanted)[:2]} is")
    return not answered.problems and wanted == read


def _texts(package: Package) -> Counter[str]:
    texts = (read_text(p).text for part in package.stories() for p in paragraphs_of(package.tree(part)))
    return Counter(text for text in texts if text.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
