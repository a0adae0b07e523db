"""Judge a comparison of two Word files: whether it is exact, how much it marks, and how it writes moves and splits."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from lxml import etree
from resolving import Choice, by_author, everybodys, resolve
from seeding import Seeded
from story_items import Item, read_notes, read_story, with_plain_fields
from word_files import DELETED, INSERTED, R, WordFile, mark_of, own, paragraphs_of, w, words_of

_SHOWN = 45  # characters around the first that differs
_LISTED = 8  # differences of a story
_NOTES = ("footnotes", "endnotes")
_REVISIONS = (*INSERTED, *DELETED, "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "cellIns")
_BESIDES = ("settings", "numbering", "styles", "comments", "people", "Types].xml", ".rels", "docProps/", "fontTable")
"""What a comparison may touch besides stories."""
_SLACK = 4  # characters marked in a paragraph that was only split or merged: blanks, a full stop


@dataclass(frozen=True)
class Verdict:
    """What became of a comparison.

    Attributes:
        faults: What is wrong, the worst first: each begins with what it concerns ("reject", "accept", "ids", ...).
        notes: What is worth knowing and no fault.
        marked: Characters marked as inserted, deleted or moved; one that moved counts twice.
        missed: The seeded moves, splits and merges that are not written as such.
    """

    faults: tuple[str, ...]
    notes: tuple[str, ...]
    marked: int
    missed: tuple[Seeded, ...]


def judge(old: WordFile, new: WordFile, out: WordFile, changes: Sequence[Seeded], author: str) -> Verdict:
    """Judge `out`: it must be `old` where the author's changes are rejected, and `new` where all are accepted."""
    ours = by_author(author)
    faults = [
        *_package_faults(old, out, ours),
        *_differences("reject", _stories(old, None, accepting=False), _stories(out, ours, accepting=False)),
        *_differences("accept", _stories(new, everybodys, accepting=True), _stories(out, everybodys, accepting=True)),
        *(fault for name in out.stories() for fault in _markup_faults(name, out.tree(name), ours)),
    ]
    marked = _Marked(out, ours)
    notes = [
        *_lost_marks(_stories(new, everybodys, accepting=True), _stories(out, everybodys, accepting=True)),
        *_ends_of_containers(out, ours),
    ]
    return Verdict(tuple(faults), tuple(notes), marked.count, tuple(each for each in changes if not marked.shows(each)))


def author_of(old: WordFile, out: WordFile) -> str:
    """Return whose changes `out` has and `old` has not; "" for nobody's."""
    return min(set(_authors(out)) - set(_authors(old)), default="")


def _authors(word: WordFile) -> Iterator[str]:
    for name in word.stories():
        yield from (each.get(w("author"), "") for each in word.tree(name).iter(*map(w, _REVISIONS)))


def _stories(word: WordFile, chosen: Choice | None, *, accepting: bool) -> dict[str, list[Item]]:
    """Return what the stories consist of once the chosen changes are resolved, the notes in order of reference."""
    roots = {}
    for name in word.stories():
        root = deepcopy(word.tree(name))
        roots[name] = root if chosen is None else resolve(root, chosen, accepting=accepting)
    notes = {word.related(kind): kind for kind in _NOTES}
    stories: dict[str, list[Item]] = {
        name if name != word.main else "the document": read_story(word, name, root)
        for name, root in roots.items()
        if name not in notes
    }
    for name, kind in notes.items():
        stories[kind] = read_notes(word, kind, roots[name], roots[word.main]) if name else []
    for item in [item for items in stories.values() for item in items if accepting]:
        item.characters = with_plain_fields(item.characters)
    return stories


# what is exact


def _differences(way: str, wanted: dict[str, list[Item]], found: dict[str, list[Item]]) -> Iterator[str]:
    for name, items in wanted.items():
        if name not in found:
            yield f"{way}: {name} is gone"
            continue
        others = found[name]
        keys, other_keys = ([_key(item, way) for item in each] for each in (items, others))
        if keys != other_keys:
            yield from list(_unlike(way, name, items, others, SequenceMatcher(None, keys, other_keys, autojunk=False)))[
                :_LISTED
            ]


def _key(item: Item, way: str) -> tuple[object, ...]:
    marks = tuple(item.marks) if way == "reject" else ()
    return item.kind, item.properties, item.mark, item.section, tuple(item.characters), marks


def _unlike(
    way: str, name: str, items: Sequence[Item], others: Sequence[Item], matcher: SequenceMatcher[tuple[object, ...]]
) -> Iterator[str]:
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal" and end - start == other_end - other_start:
            for at, (item, other) in enumerate(zip(items[start:end], others[other_start:other_end], strict=True)):
                what, how = _unlike_item(item, other)
                yield f"{way} {what}: {name} item {start + at}: {how}"
        elif tag != "equal":
            due, found = ([_shown(item) for item in each] for each in (items[start:end], others[other_start:other_end]))
            yield f"{way} items: {name} items {start} to {end} are {found[:4]}, due are {due[:4]}"


def _unlike_item(item: Item, other: Item) -> tuple[str, str]:
    """Say in what a paragraph is not what it is to be."""
    if item.kind != other.kind:
        return "items", f"is {_shown(other)}, due is {_shown(item)}"
    signs, other_signs = ([sign for sign, _, _ in each.characters] for each in (item, other))
    if signs != other_signs:
        at = _first(signs, other_signs)
        around = slice(max(0, at - _SHOWN // 2), at + _SHOWN)
        special = [each[at] if at < len(each) and len(each[at]) > 1 else "" for each in (other_signs, signs)]
        return "text", f"at {at} {other.text[around]!r} {special[0]}, due is {item.text[around]!r} {special[1]}"
    for what, place in (("look", 1), ("holder", 2)):
        values, other_values = ([each[place] for each in one.characters] for one in (item, other))
        if values != other_values:
            at = _first(values, other_values)
            text = item.text[max(0, at - 10) : at + 25]
            return what, f"at {at} ({text!r}): {_apart(str(other_values[at]), str(values[at]))}"
    for what in ("properties", "mark", "section"):
        if getattr(item, what) != getattr(other, what):
            return what, f"of {_shown(item)}: {_apart(getattr(other, what), getattr(item, what))}"
    return "bookmarks", f"of {_shown(item)}: {other.marks[:6]}, due is {item.marks[:6]}"


def _first(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (each, another) in pairs if each != another), min(len(one), len(other)))


def _apart(found: str, due: str) -> str:
    """Show two strings where they part."""
    at = max(0, _first(found, due) - _SHOWN // 2)
    return f"…{found[at : at + 3 * _SHOWN]!r}, due is …{due[at : at + 3 * _SHOWN]!r}"


def _shown(item: Item) -> str:
    return f"{item.text[:40]!r}" if item.kind == "p" else f"<{item.kind}>"


# what a package must be


def _package_faults(old: WordFile, out: WordFile, ours: Choice) -> Iterator[str]:
    stories = set(old.stories())
    for name, data in old.members.items():
        if name not in out.members:
            yield f"parts: {name} is gone"
        elif out.members[name] != data and name not in stories and not any(part in name for part in _BESIDES):
            yield f"parts: {name} is changed"
    for name in out.stories():
        links = out.links(name)
        root = out.tree(name)
        for each in root.iter():
            for key, value in each.attrib.items():
                if key.startswith(f"{{{R}}}") and value and value not in links:
                    yield f"parts: {name} refers to {value}, which it does not name"
    for name in [each for each in out.members if each.endswith(".rels")]:
        base = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
        missing = [link.target for link in out.links(base).values() if link.target.startswith("word/")]
        yield from (
            f"parts: {each} is named and not there" for each in missing if each not in {*out.members, *_absent(old)}
        )
    del ours


def _absent(old: WordFile) -> set[str]:
    """Return what the old file already names without having it."""
    bases = [
        posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
        for name in old.members
        if name.endswith(".rels")
    ]
    return {link.target for base in bases for link in old.links(base).values() if link.target not in old.members}


def _markup_faults(name: str, root: etree._Element, ours: Choice) -> Iterator[str]:
    """Give what programs that open the file would stumble over."""
    marks = list(root.iter(*map(w, _REVISIONS)))
    ids = Counter(each.get(w("id")) for each in marks)
    for each in filter(ours, marks):
        if each.get(w("date")) is None or each.get(w("id")) is None:
            yield f"ids: a {_local(each)} in {name} lacks its date or id"
        elif ids[each.get(w("id"))] > 1:
            yield f"ids: {each.get(w('id'))} is that of {ids[each.get(w('id'))]} changes in {name}"
    if any(next(t.iterancestors(w("del")), None) is not None for t in root.iter(w("t"))):
        yield f"markup: {name} has w:t in w:del"
    if any(next(t.iterancestors(w("del")), None) is None for t in root.iter(w("delText"))):
        yield f"markup: {name} has w:delText outside of w:del"
    for tag in _REVISIONS[:4]:
        inside = [each for each in root.iter(w(tag)) if each.getparent() is not None and each.getparent().tag == w(tag)]
        if inside:
            yield f"markup: {name} has a {tag} in a {tag}"
    yield from (f"moves: {name}: {problem}" for problem in _move_faults(root, ours))


def _move_faults(root: etree._Element, ours: Choice) -> Iterator[str]:
    """Give where moves are not in pairs, as Word wants them (ECMA-376-1 17.13.5.21 to .28)."""
    held: set[etree._Element] = set()
    names: dict[str, list[str]] = {}
    for kind in ("moveFrom", "moveTo"):
        for start in filter(ours, root.iter(w(f"{kind}RangeStart"))):
            names.setdefault(start.get(w("name"), ""), []).append(kind)
            ends = [each for each in root.iter(w(f"{kind}RangeEnd")) if each.get(w("id")) == start.get(w("id"))]
            if len(ends) != 1:
                yield f"the {kind} {start.get(w('name'))} has {len(ends)} ends"
                continue
            held.update(_between(root, start, ends[0], kind))
    yield from (f"{name!r} is {kinds}" for name, kinds in names.items() if sorted(kinds) != ["moveFrom", "moveTo"])
    outside = [each for each in root.iter(w("moveFrom"), w("moveTo")) if ours(each) and each not in held]
    if outside:
        yield f"{len(outside)} moves stand outside of any range"


def _between(root: etree._Element, start: etree._Element, end: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Give the revisions of a kind from `start` to `end`; the mark of a paragraph that starts there stands before."""
    first = next(start.iterancestors(w("p")), None)
    is_open = False
    for each in root.iter():
        if each is start or each is first:
            is_open = True
        if each is end:
            return
        if is_open and each.tag == w(kind):
            yield each


# what is worth knowing


def _lost_marks(wanted: dict[str, list[Item]], found: dict[str, list[Item]]) -> Iterator[str]:
    names = [{key for items in each.values() for item in items for _, key in item.marks} for each in (wanted, found)]
    lost = {each for each in names[0] - names[1] if each.startswith(("bookmarkStart", "commentRangeStart"))}
    if lost:
        yield f"accept: {len(lost)} bookmarks or comments are lost, such as {min(lost)}"


def _ends_of_containers(out: WordFile, ours: Choice) -> Iterator[str]:
    """Note where the last mark of a cell, a note or the body is ours to take away: Word keeps it."""
    for name in out.stories():
        for p in paragraphs_of(out.tree(name)):
            mark, holder = mark_of(p, *INSERTED, *DELETED), p.getparent()
            is_last = next(p.itersiblings(w("p")), None) is None
            row = next(p.iterancestors(w("tr")), None)
            is_of_row = row is not None and any(row.find(f"{w('trPr')}/{w(tag)}") is not None for tag in ("ins", "del"))
            if mark is not None and ours(mark) and is_last and not is_of_row and holder is not None:
                yield f"ends: the last mark in a {_local(holder)} of {name} is a {_local(mark)}: {words_of(p)[:30]!r}"


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


# what is marked


@dataclass(frozen=True)
class _Line:
    """A paragraph of the output: its words before and after, how its mark is revised, what is marked of it."""

    before: str
    after: str
    mark: str
    marked: int
    moved: dict[str, str]


class _Marked:
    """What the output marks, paragraph by paragraph."""

    def __init__(self, out: WordFile, ours: Choice) -> None:
        self._ours = ours
        self._lines = [self._line(p) for name in out.stories() for p in paragraphs_of(out.tree(name))]
        self.count = sum(line.marked for line in self._lines)

    def shows(self, seeded: Seeded) -> bool:
        """Return whether a move, split or merge is written as such; other changes are."""
        if seeded.kind.startswith("move"):
            return self._shows_move(seeded)
        if seeded.kind == "split":
            return self._shows_border([line for line in self._lines if line.after], seeded.after, "after", INSERTED)
        if seeded.kind == "merge":
            return self._shows_border([line for line in self._lines if line.before], seeded.before, "before", DELETED)
        return True

    def _shows_move(self, seeded: Seeded) -> bool:
        return all(
            self._has_moved("moveFrom", "before", old) and self._has_moved("moveTo", "after", new)
            for old, new in zip(seeded.before, seeded.after, strict=True)
        )

    def _has_moved(self, kind: str, side: str, text: str) -> bool:
        """Return whether a paragraph with these words stands in a move, at least half of it where it was edited too."""
        return any(getattr(line, side) == text and 2 * len(line.moved[kind]) >= len(text) for line in self._lines)

    @staticmethod
    def _shows_border(lines: Sequence[_Line], texts: Sequence[str], side: str, marks: Sequence[str]) -> bool:
        first, second = texts
        for line, following in pairwise(lines):
            if getattr(line, side) == first and getattr(following, side) == second and line.mark in marks:
                return line.marked + following.marked <= _SLACK
        return False

    def _line(self, p: etree._Element) -> _Line:
        row = next(p.iterancestors(w("tr")), None)
        of_row = [tag for tag in ("ins", "del") if row is not None and self._is_ours(row.find(f"{w('trPr')}/{w(tag)}"))]
        before, after, marked, moved = [], [], 0, {"moveFrom": "", "moveTo": ""}
        for t in own(p, "t", "delText", "tab"):
            text = (t.text or "") if t.tag != w("tab") else ("\t" if _is_in_run(t) else "")
            outer = list(t.iterancestors(*map(w, INSERTED + DELETED)))
            kinds = {_local(each) for each in outer if self._ours(each)} | set(of_row)
            theirs = {_local(each) for each in outer if not self._ours(each)}
            marked += len(text) if kinds else 0
            words = text.replace("\t", "")
            if not kinds & set(INSERTED) and not theirs & set(DELETED):
                before.append(words)
            if not (kinds | theirs) & set(DELETED):
                after.append(words)
            for kind in kinds & {"moveFrom", "moveTo"}:
                moved[kind] += words if not theirs & set(DELETED) else ""
        mark = mark_of(p, *INSERTED, *DELETED)
        kind = _local(mark) if mark is not None and self._ours(mark) else ""
        return _Line("".join(before), "".join(after), kind, marked, moved)

    def _is_ours(self, mark: etree._Element | None) -> bool:
        return mark is not None and self._ours(mark)


def _is_in_run(tab: etree._Element) -> bool:
    holder = tab.getparent()
    return holder is not None and holder.tag == w("r")
