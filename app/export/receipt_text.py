"""The receipt of a redlined file, in words and for other programs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from app.model.marks import RevisionKind
from app.model.receipt import RedlineReceipt, RevisionCount, Thing, TrackedChange

KINDS: dict[RevisionKind, str] = {
    "insertion": "inserted",
    "deletion": "deleted",
    "moved-to": "moved here",
    "moved-from": "moved away",
    "formatting": "format",
    "mark-insertion": "paragraph end inserted",
    "mark-deletion": "paragraph end deleted",
    "row-insertion": "row or cell inserted",
    "row-deletion": "row or cell deleted",
}
"""What a kind of tracked change is called."""

THINGS: dict[Thing, str] = {
    "field": "a field",
    "picture": "a picture",
    "object": "an embedded object",
    "footnote": "a footnote mark",
    "endnote": "an endnote mark",
    "comment": "a comment mark",
    "symbol": "a symbol",
}
"""What a thing that a tracked change holds is called."""


def part_name(part: str) -> str:
    """Return what a part of a package is called: "body", "footnotes", "header2"."""
    name = part.rsplit("/", 1)[-1].removesuffix(".xml")
    return "body" if name == "document" else name


def words_of(change: TrackedChange) -> str:
    """Return the words of a tracked change on one line; where it has none to be seen, what it holds in brackets."""
    words = " ".join(change.words.split())
    if words:
        return words
    held = [*(["blank"] if change.words else []), *(THINGS[thing] for thing in change.things)]
    return f"({', '.join(held)})" if held else ""


def receipt_record(receipt: RedlineReceipt) -> dict[str, object]:
    """Return the receipt as the values of JSON."""
    return asdict(receipt)


def receipt_rows(receipt: RedlineReceipt) -> Iterator[tuple[str, str]]:
    """Yield what a receipt says, each with what it is about; that of a row without is the one before."""
    yield "Made", _made(receipt)
    yield "Parts", f"{len(receipt.changed)} changed, {len(receipt.added)} added, {receipt.kept} the same"
    for kind in receipt.removed:
        yield "Taken out", kind
    for place, sentence in enumerate(receipt.proved):
        yield "" if place else "Proved", sentence
    for place, sentence in enumerate(receipt.at_risk):
        yield "" if place else "At risk", sentence
    yield "SHA-256", f"{receipt.original_sha256} of the original"
    yield "", f"{receipt.redlined_sha256} of the result"


def receipt_summary(receipt: RedlineReceipt) -> Iterator[str]:
    """Yield in a few lines what was made, whose tracked changes the file holds, and what was proved of it."""
    yield f"Made: {_made(receipt)}."
    earlier = _marks_by_author(receipt.before)
    new = _marks_by_author(receipt.after)[receipt.author] - earlier[receipt.author]
    whose = [f"{new} new, by {receipt.author}", *(f"{count} earlier, by {name}" for name, count in earlier.items())]
    yield f"Tracked changes in it: {'; '.join(whose)}."
    if receipt.removed:
        yield f"Taken out: {', '.join(receipt.removed)}."
    yield f"Proved: {' '.join(receipt.proved)}"


def census_rows(receipt: RedlineReceipt) -> Iterator[tuple[str, ...]]:
    """Yield how many tracked changes there were and are, with headings; nothing where the file had none."""
    if not receipt.before:
        return
    before = {_key(each): each for each in receipt.before}
    after = {_key(each): each for each in receipt.after}
    yield "Tracked changes", "Author", "Part", "Before", "After"
    for part, author, kind in dict.fromkeys((*before, *after)):
        counts = (_counted(each.get((part, author, kind))) for each in (before, after))
        yield KINDS[kind], author or "(no name)", part_name(part), *counts


def _made(receipt: RedlineReceipt) -> str:
    comments = f", {_several(receipt.comments, 'comment')} added" if receipt.comments else ""
    share = f" ({receipt.rewritten:.0%} of the words in the paragraphs changed)" if receipt.rewritten else ""
    struck, added = _several(receipt.words_struck, "word"), receipt.words_added
    return f"{struck} struck, {added} inserted{share}{comments}, by {receipt.author} on {receipt.date[:10]}"


def _marks_by_author(counts: Iterable[RevisionCount]) -> Counter[str]:
    marks: Counter[str] = Counter()
    for each in counts:
        marks[each.author or "(no name)"] += each.marks
    return marks


def _key(count: RevisionCount) -> tuple[str, str, RevisionKind]:
    return count.part, count.author, count.kind


def _counted(count: RevisionCount | None) -> str:
    if count is None:
        return "none"
    return f"{count.marks}, {_several(count.characters, 'character')}" if count.characters else str(count.marks)


def _several(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
