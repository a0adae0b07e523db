"""The receipt of a redlined package: what was done to it, and that nobody else's changes were touched."""

from collections.abc import Collection, Iterable

from app.errors import ProofError
from app.model.receipt import RedlineReceipt, RevisionCount, TrackedChange
from app.ooxml.census import count, tracked_changes
from app.ooxml.package import Package
from app.ooxml.proof import Claim
from app.text.words import tokenise

_PROVED = (
    "Without the new changes the file is the original: every word, format and earlier tracked change.",
    "With them its words are those that were planned, paragraph by paragraph.",
)
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
    may_change = {*claim.texts, *claim.grown, *original.related(original.main, "settings")}
    written = [name for name in original.names if name in may_change]
    changed = tuple(name for name in written if original.read(name) != redlined.read(name))
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
        added=tuple(name for name in redlined.names if not original.has(name)),
        kept=len(original.names) - len(changed),
        proved=(*_PROVED, *_proved_more(before, len(original.names) - len(changed))),
    )


def _proved_more(before: Collection[RevisionCount], kept: int) -> Iterable[str]:
    if before:
        yield "Each earlier tracked change has its author and all its words."
    yield f"{kept} of the parts of the file are the same, byte for byte."


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
