"""The receipt of a redlined package: what was done to it, and that nobody else's changes were touched."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from app.errors import ProofError
from app.model.receipt import RedlineReceipt, RevisionCount, TrackedChange
from app.ooxml.census import count, tracked_changes
from app.ooxml.package import Package
from app.ooxml.proof import Claim
from app.text.words import tokenise

_PROVED = (
    "Without the new changes the file is the original: every word, format and earlier tracked change.",
    "With them its words are those that were planned, paragraph by paragraph.",
    "Nothing else in the file is changed, byte for byte.",
)
_PROVED_OF_OTHERS = "Each earlier tracked change has its author and all its words."
_PROVED_OF_REMOVAL = "What was taken out afterwards left every word and every tracked change as it was."
_STRUCK = ("deletion",)
_ADDED = ("insertion",)


def make_receipt(
    original: Package, redlined: Package, claim: Claim, *, author: str, date: str, rewritten: float
) -> RedlineReceipt:
    """Return the receipt of `redlined`, made from `original` and proved to be what `claim` says.

    Raises:
        ProofError: The tracked changes that `original` had do not all hold the same words.
    """
    changes = tracked_changes(redlined)
    ours = [change for change in changes if change.id in claim.revisions]
    before = count(tracked_changes(original))
    _check_others(before, count(change for change in changes if change.id not in claim.revisions), original.path.name)
    changed, added, kept = _parts(original, redlined)
    return RedlineReceipt(
        original_sha256=original.sha256,
        redlined_sha256=redlined.sha256,
        author=author,
        date=date,
        before=before,
        after=count(changes),
        comments=len(claim.comments),
        words_struck=_words(ours, _STRUCK),
        words_added=_words(ours, _ADDED),
        rewritten=rewritten,
        changed=changed,
        added=added,
        kept=kept,
        proved=(*_PROVED, _PROVED_OF_OTHERS) if before else _PROVED,
    )


def after_removal(
    receipt: RedlineReceipt, original: Package, result: Package, removed: Collection[str]
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
    changed = tuple(name for name in original.names if not result.has(name) or original.read(name) != result.read(name))
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


def _words(changes: Iterable[TrackedChange], kinds: Collection[str]) -> int:
    texts = (change.words for change in changes if change.kind in kinds)
    return sum(any(map(str.isalnum, token)) for text in texts for token in tokenise(text))
