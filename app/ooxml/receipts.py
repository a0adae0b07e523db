"""The receipt of a redlined package: what was done to it, and that nobody else's changes were touched."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from app.errors import ProofError
from app.model.inspection import ItemKind
from app.model.marks import RevisionKind
from app.model.receipt import RedlineReceipt, RevisionCount, TrackedChange
from app.ooxml.census import changes_in, count, tracked_changes
from app.ooxml.package import Package
from app.ooxml.proof import Claim
from app.ooxml.redrawn import redrawn
from app.ooxml.resolver import revised_parts
from app.text.words import tokenise

_PROVED = (
    "Without the new changes the file is the original: every word, format and earlier tracked change.",
    "With them its words are those that were planned, paragraph by paragraph.",
    "Nothing else in the file is changed, byte for byte.",
)
_PROVED_OF_OTHERS = "Each earlier tracked change has its author and all its words."
_PROVED_OF_REMOVAL = "What was taken out afterwards left every word and every tracked change as it was."


def make_receipt(
    original: Package, redlined: Package, claim: Claim, *, author: str, date: str, rewritten: float
) -> RedlineReceipt:
    """Return the receipt of `redlined`, made from `original` and proved to be what `claim` says.

    Raises:
        ProofError: The tracked changes that `original` had do not all hold the same words.
    """
    changed, added, kept = _parts(original, redlined)
    had = tracked_changes(original)
    changes = tuple(_changes_after(had, redlined, {*changed, *added}))
    ours = [change for change in changes if change.id in claim.revisions]
    before = count(had)
    _check_others(before, count(change for change in changes if change.id not in claim.revisions), original.path.name)
    return RedlineReceipt(
        original_sha256=original.sha256,
        redlined_sha256=redlined.sha256,
        author=author,
        date=date,
        before=before,
        after=count(changes),
        comments=len(claim.comments),
        words_struck=_words(ours, "deletion"),
        words_added=_words(ours, "insertion"),
        rewritten=rewritten,
        changed=changed,
        added=added,
        kept=kept,
        proved=(*_PROVED, _PROVED_OF_OTHERS) if before else _PROVED,
        at_risk=redrawn(redlined, changed, claim.revisions),
    )


def _changes_after(
    had: Iterable[TrackedChange], redlined: Package, written: Collection[str]
) -> Iterator[TrackedChange]:
    """Yield the tracked changes of `redlined`: those the file had, and where a part is new, what it has now."""
    before: dict[str, list[TrackedChange]] = {}
    for change in had:
        before.setdefault(change.part, []).append(change)
    for part in revised_parts(redlined):
        yield from changes_in(redlined, part) if part in written else before.get(part, ())


def after_removal(
    receipt: RedlineReceipt, original: Package, result: Package, removed: Collection[ItemKind]
) -> RedlineReceipt:
    """Return the receipt of `result`, which is the file of `receipt` without what it held of some kinds."""
    changed, added, kept = _parts(original, result)
    return replace(
        receipt,
        redlined_sha256=result.sha256,
        changed=changed,
        added=added,
        kept=kept,
        proved=(*receipt.proved, _PROVED_OF_REMOVAL),
        removed=tuple(removed),
    )


def _parts(original: Package, result: Package) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return which parts of `original` are changed or gone, which are new, and how many are the same."""
    changed = tuple(name for name in original.names if not result.has(name) or not original.is_same(name, result))
    added = tuple(name for name in result.names if not original.has(name))
    return changed, added, len(original.names) - len(changed)


def _check_others(before: Iterable[RevisionCount], after: Iterable[RevisionCount], name: str) -> None:
    """Check that others' changes hold as many characters as before, and that none is gone.

    Raises:
        ProofError: Some do not.
    """
    had = {(each.part, each.author, each.kind): each for each in before}
    has = {(each.part, each.author, each.kind): each for each in after}
    for key in {**had, **has}:
        one, other = had.get(key), has.get(key)
        if one is None or other is None or one.characters != other.characters or one.marks > other.marks:
            part, author, kind = key
            raise ProofError(
                f"{name}: no redline was written, for it failed its check: the tracked changes of "
                f"{author or 'an unnamed author'} in {part} ({kind}) would not be what they were"
            )


def _words(changes: Iterable[TrackedChange], kind: RevisionKind) -> int:
    texts = (change.words for change in changes if change.kind == kind)
    return sum(any(map(str.isalnum, token)) for text in texts for token in tokenise(text))
