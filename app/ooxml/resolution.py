"""Revisions of a whole package accepted or rejected, with what they leave in other parts."""

from collections.abc import Mapping

from app.ooxml.comment_removal import remove_comments
from app.ooxml.names import w
from app.ooxml.package import Package
from app.ooxml.ranges import Choice
from app.ooxml.relationships import cited_in, remove_uncited
from app.ooxml.resolver import accept, every, may_hold_revisions, resolve_package, revised_parts

_NOTES = {"footnotes": (w("footnoteReference"), w("footnote")), "endnotes": (w("endnoteReference"), w("endnote"))}
_COMMENT = w("commentReference")


def settle_words(package: Package) -> None:
    """Accept all revisions in the stories of `package`, which is only read: its parts are not written.

    Of notes to which only words referred that go the words go too.
    """
    referred = {tag: _referred(package, tag) for tag, _ in _NOTES.values()}
    for story in package.stories():
        if may_hold_revisions(package, story):
            accept(package.tree(story))
    _remove_notes(package, referred)


def settle(package: Package, *, accepting: bool, choice: Choice = every) -> None:
    """Accept or reject the chosen revisions of `package`; notes, comments and pictures that went leave no trace.

    Where the words that refer to a note or comment go, so do its own; parts that only they led to go with them.
    """
    parts = revised_parts(package)
    cited = {part: cited_in(package, part) for part in parts}
    referred = {tag: _referred(package, tag) for tag in (_COMMENT, *(reference for reference, _ in _NOTES.values()))}
    resolve_package(package, accepting=accepting, choice=choice)
    _remove_notes(package, referred)
    lost = referred[_COMMENT] - _referred(package, _COMMENT)
    if lost:
        remove_comments(package, _listed(package) - lost)
    for part in parts:
        if package.has(part) and cited[part] - cited_in(package, part):
            remove_uncited(package, part, cited[part])


def _remove_notes(package: Package, referred: Mapping[str, frozenset[str]]) -> None:
    """Remove the notes to which something `referred` that does no more."""
    for kind, (reference, note) in _NOTES.items():
        lost = referred[reference] - _referred(package, reference)
        for part in package.related(package.main, kind) if lost else ():
            for element in [each for each in package.edit(part) if each.tag == note and each.get(w("id")) in lost]:
                package.edit(part).remove(element)


def _referred(package: Package, tag: str) -> frozenset[str]:
    """Return the ids of the notes or comments that the stories refer to."""
    stories = package.stories()
    return frozenset(mark.get(w("id"), "") for story in stories for mark in package.tree(story).iter(tag))


def _listed(package: Package) -> frozenset[str]:
    parts = package.related(package.main, "comments")
    comments = (each for part in parts for each in package.tree(part).iterchildren(w("comment")))
    return frozenset(each.get(w("id"), "") for each in comments)
