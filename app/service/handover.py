"""What is handed over of a redline: the file itself, and copies of it that are clean or have our changes alone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from app.errors import ProofError
from app.model.receipt import RedlineReceipt
from app.model.redline import Copy
from app.ooxml.census import tracked_changes
from app.ooxml.comment_removal import remove_comments
from app.ooxml.names import w
from app.ooxml.package import Package, open_package
from app.ooxml.receipts import after_removal
from app.ooxml.relationships import remove_whole
from app.ooxml.resolution import settle
from app.ooxml.resolver import by_ids
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import Redlined
from app.service.inspection import taken_out, without

_NOTES = (w("footnote"), w("endnote"))
_GONE_WITH = {w("tr"): f"{w('trPr')}/{w('del')}", w("tc"): f"{w('tcPr')}/{w('cellDel')}"}


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A redlined file and its copies, as bytes.

    Attributes:
        receipt: Of the redlined file.
    """

    data: bytes = field(repr=False)
    receipt: RedlineReceipt
    copies: Mapping[Copy, bytes] = field(repr=False)


def hand_over(
    redlined: Redlined, original: bytes, path: Path, copies: Collection[Copy] = (), remove: Collection[str] = ()
) -> HandedOver:
    """Return what `redlined`, made from the file `original` at `path`, is handed over as.

    Of it and of its copies, each checked, is then taken out what they hold of the kinds `remove`, but no comment of
    ours.

    Raises:
        ExportError: One of the kinds cannot be taken out.
        ProofError: A copy failed its check.
    """
    data = without(redlined.data, path, remove, ours=redlined.comments)
    receipt = redlined.receipt
    if data != redlined.data:
        gone = taken_out(redlined.data, data, path)
        receipt = after_removal(receipt, open_package(original, path), open_package(data, path), gone)
    made = make_copies(copies, original, redlined.data, path, redlined.revisions)
    made = {copy: without(each, path, remove, ours=redlined.comments) for copy, each in made.items()}
    return HandedOver(data, receipt, made)


def make_copies(
    copies: Collection[Copy], original: bytes, redlined: bytes, path: Path, revisions: Collection[str]
) -> Mapping[Copy, bytes]:
    """Return copies of the file `redlined`, made from `original`, whose own revisions have the ids `revisions`.

    Raises:
        ProofError: One of them failed its check.
    """
    made: dict[Copy, bytes] = {}
    for copy in dict.fromkeys(copies):
        if copy == "clean":
            data = _clean(open_package(redlined, path))
            problem = next(_problems_of_clean(open_package(data, path), open_package(redlined, path)), None)
        else:
            data = _ours_only(open_package(redlined, path), revisions)
            problem = next(_problems_of_ours(data, original, path, revisions), None)
        if problem is not None:
            raise ProofError(f"{path.name}: nothing was written, for the {copy} copy failed its check: {problem}")
        made[copy] = data
    return made


def _clean(package: Package) -> bytes:
    """Return the file with all its tracked changes accepted, without comments and the names of who was at it."""
    settle(package, accepting=True)
    remove_comments(package)
    for part in package.related(package.main, "people"):
        remove_whole(package, part)
    return package.save()


def _ours_only(package: Package, revisions: Collection[str]) -> bytes:
    """Return the file with all its tracked changes accepted but those with the ids `revisions`."""
    ours = by_ids(revisions)
    settle(package, accepting=True, choice=lambda mark: not ours(mark))
    return package.save()


def _problems_of_clean(copy: Package, redlined: Package) -> Iterator[str]:
    if tracked_changes(copy):
        yield "a tracked change is left"
    if any(next(copy.tree(part).iter(w("comment")), None) is not None for part in copy.related(copy.main, "comments")):
        yield "comments are left"
    for part in copy.stories():
        kept = {note.get(w("id")) for note in copy.tree(part).iter(*_NOTES)}
        if _accepted_words(copy.tree(part), kept) != _accepted_words(redlined.tree(part), kept):
            yield f"the words of {part} are not those with all changes accepted"


def _problems_of_ours(data: bytes, original: bytes, path: Path, revisions: Collection[str]) -> Iterator[str]:
    copy = open_package(data, path)
    if any(change.id not in revisions for change in tracked_changes(copy)):
        yield "an earlier tracked change is left"
    settle(copy, accepting=False, choice=by_ids(revisions))
    accepted = open_package(original, path)
    settle(accepted, accepting=True)
    for part in accepted.stories():
        if _paragraphs(copy.tree(part)) != _paragraphs(accepted.tree(part)):
            yield f"without our changes the words of {part} are not the original's with its own accepted"


def _paragraphs(root: etree._Element) -> list[str]:
    return [read_text(p).text for p in paragraphs_of(root)]


def _accepted_words(root: etree._Element, notes: Collection[str | None]) -> tuple[str, str]:
    """Return the words of a story with its revisions accepted, those of its text boxes apart.

    Where paragraphs join, words keep their order, and change their place only beside a text box.
    """
    texts: tuple[list[str], list[str]] = ([], [])
    for p in paragraphs_of(root):
        around = list(p.iterancestors())
        if any(each.find(_GONE_WITH[str(each.tag)]) is not None for each in around if each.tag in _GONE_WITH):
            continue
        if any(each.tag in _NOTES and each.get(w("id")) not in notes for each in around):
            continue
        if any(each.tag in (w("del"), w("moveFrom")) for each in around):
            continue
        texts[any(each.tag == w("txbxContent") for each in around)].append(read_text(p).text)
    return "".join(texts[0]), "".join(texts[1])
