"""What one version holds, said in the terms of the other: styles and lists under the ids that they have there.

Styles and lists that the other has not are added to it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from app.ooxml.comparing.extensions import ignorable_in, take_out_extensions
from app.ooxml.comparing.inline import FORMULAS, Atom, Line
from app.ooxml.copies import field_around, link_instruction
from app.ooxml.cuts import Ids, parent_of, run_properties
from app.ooxml.looks import canonical
from app.ooxml.manner import own_properties
from app.ooxml.marks import new_run
from app.ooxml.names import R, W, w
from app.ooxml.order import put_in_order
from app.ooxml.package import Package
from app.ooxml.part_names import rels_of, target_of

_STYLES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_NO_LIST = "0"
_SILENT = tuple(map(w, ("nsid", "tmpl", "multiLevelType")))
_UNTOLD = frozenset(map(w, ("lang", "noProof", "webHidden")))  # of a look: what nobody sees
_REVISION_ID = re.compile(rf"\{{{W}\}}rsid\w*|.*\}}(?:paraId|textId)")
_BASIS = tuple(map(w, ("basedOn", "link", "next")))
_RELATED = f"{{{R}}}"
_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MARKS = tuple(
    map(w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"))
)  # lead to what is not carried over, under ids that the old version may have given to something else
_CHANGES = tuple(map(w, ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange")))  # in styles and lists
_REFERENCE = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", re.IGNORECASE)
_CLICKS = tuple(f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}hlink{kind}" for kind in ("Click", "Hover"))


class Carrier:
    """Says things of the package `new` in the terms of the package `old`; `carry_note` adds a note, and refers to it.

    Attributes:
        lost: What could not be carried over, in words.
        grown: Parts of `old` to which something was added.
        is_same: Whether both have the same styles and lists, so that what one says the other says alike.
    """

    def __init__(
        self, old: Package, new: Package, carry_note: Callable[[etree._Element], etree._Element | None]
    ) -> None:
        self._old = old
        self._new = new
        self._carry_note = carry_note
        self._places = old.main, new.main
        self._pictures: dict[tuple[str, str, str], str] = {}
        self.lost: dict[str, None] = {}
        self.grown: dict[str, None] = {}
        self._styles = _part(old, "styles"), _part(new, "styles")
        self._lists = _part(old, "numbering"), _part(new, "numbering")
        same = [_same_bytes(old, new, kind) for kind in ("styles", "numbering")]
        self.is_same = all(same)
        self._style_names: dict[tuple[str, str], str] = {}
        self._marked: frozenset[str] | None = None  # names of bookmarks
        self._unsettled: list[etree._Element] = []  # added styles that still name others as the new version does
        self._list_names: dict[str, str] = {}
        self._ignored: dict[str, frozenset[str | None]] = {}
        self._ids = _drawing_ids(old)

    def go_to(self, part: str, other: str) -> None:
        """Carry from the part `other` of the new version to `part` of the old one."""
        self._places = part, other

    def look(self, rPr: etree._Element | None) -> etree._Element | None:
        """Return run properties as the old version says them; None where they say nothing."""
        said = run_properties_of(rPr)
        if said is not None:
            take_out_extensions(said, self._ignorable(self._places[0]))
            self.name_styles(said)
        return said

    def properties(self, p: etree._Element) -> etree._Element | None:
        """Return the properties of a paragraph as the old version says them, without those of mark and section."""
        pPr = own_properties(p.find(w("pPr")))
        if pPr is None:
            return None
        take_out_extensions(pPr, self._ignorable(self._places[0]))
        self.name_styles(pPr)
        for number in pPr.iterfind(f"{w('numPr')}/{w('numId')}"):
            number.set(w("val"), self._list_named(number.get(w("val"), _NO_LIST)))
        return pPr

    def paragraph(self, p: etree._Element) -> etree._Element:
        """Return a new paragraph with the properties of `p` and its mark, and nothing in it."""
        new = etree.Element(w("p"))
        pPr = self.properties(p)
        mark = self.look(run_properties(p.find(w("pPr"))))
        if pPr is None and mark is not None:
            pPr = etree.Element(w("pPr"))
        if pPr is not None:
            new.append(pPr)
            if mark is not None:
                pPr.append(mark)
        return new

    def runs(self, line: Line, start: int, end: int) -> list[etree._Element]:
        """Return new runs that show the stretch [start, end) of a line of the new version."""
        runs: list[etree._Element] = []
        atoms = list(line.within(start, end))
        for link, group in groupby(atoms, key=lambda atom: _whole_link(atom, line, start, end)):
            made = list(self._runs(list(group), start, end))
            if link is None:
                runs += made
            else:
                targets = self._new.targets(self._places[1])
                runs += field_around(link_instruction(link, targets), iter(made))
        return runs

    def _runs(self, atoms: Sequence[Atom], start: int, end: int) -> Iterator[etree._Element]:
        for r, group in groupby(atoms, key=lambda atom: atom.element.getparent()):
            rPr = self.look(None if r is None else r.find(w("rPr")))
            new: etree._Element | None = None
            for atom in group:
                if atom.is_field or atom.element.tag in FORMULAS:
                    if new is not None:
                        yield new
                        new = None
                    yield from self._copied(atom) if atom.is_field else self._copied_formula(atom)
                    continue
                if new is None:
                    new = new_run("", rPr)
                self._add(new, atom, start, end)
            if new is not None and any(child.tag != w("rPr") for child in new):
                yield new

    def _add(self, new: etree._Element, atom: Atom, start: int, end: int) -> None:
        """Add to a run what an atom shows in [start, end)."""
        if atom.element.tag == w("t"):
            text = (atom.element.text or "")[max(0, start - atom.start) : end - atom.start]
            new.extend(list(new_run(text.translate(_BLANKS), None)))
            return
        copy = self._copied_child(atom.element)
        if copy is not None:
            new.append(copy)

    def _copied(self, atom: Atom) -> Iterator[etree._Element]:
        """Give the runs of a whole field; a simple one becomes one in runs."""
        simple = next(atom.element.iterancestors(w("fldSimple")), None)
        runs = self._copied_runs(atom)
        instructions = (child.text or "" for child in atom.children if child.tag == w("instrText"))
        self._look_for_bookmark("".join(instructions) if simple is None else simple.get(w("instr"), ""))
        return runs if simple is None else field_around(simple.get(w("instr"), ""), runs)

    def _look_for_bookmark(self, instruction: str) -> None:
        """Say where a field leads to a bookmark that the old version has not: it has no bookmarks of the new one."""
        wanted = _REFERENCE.match(instruction)
        if wanted is not None and wanted[1] not in self._bookmarks():
            said = "a cross-reference of the new version leads to a bookmark that does not come: set it anew in Word"
            self.lost[said] = None

    def _bookmarks(self) -> frozenset[str]:
        if self._marked is None:
            trees = (self._old.tree(part) for part in self._old.stories())
            marks = (mark for tree in trees for mark in tree.iter(w("bookmarkStart")))
            self._marked = frozenset(mark.get(w("name"), "") for mark in marks)
        return self._marked

    def _copied_formula(self, atom: Atom) -> Iterator[etree._Element]:
        copy = self._copied_child(atom.element)
        if copy is not None:
            yield copy

    def _copied_runs(self, atom: Atom) -> Iterator[etree._Element]:
        for r, children in groupby(atom.children, key=lambda child: child.getparent()):
            new = new_run("", self.look(None if r is None else r.find(w("rPr"))))
            copies = (self._copied_child(child) for child in children)
            new.extend(copy for copy in copies if copy is not None)
            yield new

    def _copied_child(self, child: etree._Element) -> etree._Element | None:
        """Return a copy of a child of a run, with what it leads to; None where it cannot be carried over."""
        if child.tag in (w("footnoteReference"), w("endnoteReference")):
            reference = self._carry_note(child)
            if reference is None:
                self.lost["a note of the new version is not carried over: put it in by hand"] = None
            return reference
        if child.tag in _MARKS:
            return None
        copy = deepcopy(child)
        copy.tail = None
        for mark in list(copy.iter(*_MARKS)):
            parent_of(mark).remove(mark)
        take_out_extensions(copy, self._ignorable(self._places[0]))
        for each in copy.iter("*"):
            for name in [name for name in each.attrib if _REVISION_ID.fullmatch(str(name))]:
                del each.attrib[name]
        if not self._carry_pictures(copy):
            self.lost["a picture or object of the new version is not carried over: put it in by hand"] = None
            return None
        for each in copy.iter(_DRAWING_ID):
            self._ids.add(max(self._ids, default=0) + 1)
            each.set("id", str(max(self._ids)))
        return copy

    def _carry_pictures(self, copy: etree._Element) -> bool:
        """Add the pictures to which a copy leads, and lead it there; return whether it leads to nothing else."""
        targets = self._new.targets(self._places[1])
        for link in list(copy.iter(*_CLICKS)):
            parent_of(link).remove(link)
        for each in copy.iter("*"):
            for name in [name for name in each.attrib if str(name).startswith(_RELATED)]:
                target = target_of(self._places[1], targets.get(each.attrib[name], "")).lstrip("/")
                if not target.startswith("word/media/") or not self._new.has(target):
                    return False
                each.set(name, self._picture(target))
        return True

    def _picture(self, target: str) -> str:
        """Return the id by which the part of the old version leads to a picture of the new one."""
        key = (*self._places, target)
        if key not in self._pictures:
            kind = self._new.content_type(target)
            ending = target.rsplit(".", 1)[-1]
            number, name = self._old.add_media(
                self._places[0], self._new.read(target), ending=ending, content_type=kind
            )
            self._pictures[key] = number
            self.grown |= dict.fromkeys((name, rels_of(self._places[0])))
        return self._pictures[key]

    def _ignorable(self, part: str) -> frozenset[str | None]:
        if part not in self._ignored:
            self._ignored[part] = ignorable_in(self._old.tree(part))
        return self._ignored[part]

    def means_the_same(self, element: etree._Element) -> bool:
        """Return whether the styles and lists named in `element`, of either version, are those of the other."""
        if self.is_same:
            return True
        styles = all(
            self.style_named(name, kind) == name for tag, kind in _STYLES.items() for name in _named(element, tag)
        )
        return styles and all(self._list_named(number) == number for number in _named(element, w("numId")))

    def name_styles(self, element: etree._Element) -> None:
        """Give the styles named in `element` the ids that they have in the old version."""
        if self.is_same:
            return
        for tag, kind in _STYLES.items():
            for style in element.iter(tag):
                style.set(w("val"), self.style_named(style.get(w("val"), ""), kind))

    def style_named(self, name: str, kind: str) -> str:
        """Return the id that the old version has for a style of the new one, which is added where it has none."""
        known = self._style_name(name, kind)
        while self._unsettled:
            self._settle_style(self._unsettled.pop())
        return known

    def _style_name(self, name: str, kind: str) -> str:
        key = (kind, name)
        if key not in self._style_names:
            self._style_names[key] = self._found_style(name, kind)
        return self._style_names[key]

    def _found_style(self, name: str, kind: str) -> str:
        old, new = (None if part is None else package.tree(part) for package, part in self._both(self._styles))
        if old is None and new is not None:
            self.lost["the old version has no list of styles: styles of the new one are not carried over"] = None
        if old is None or new is None:
            return name
        if _style(old, name, kind) is not None:
            return name
        wanted = _style(new, name, kind)
        if wanted is None:
            return name
        title = wanted.find(w("name"))
        called = "" if title is None else title.get(w("val"), "")
        for style in old.iterchildren(w("style")):
            its = style.find(w("name"))
            if style.get(w("type")) == kind and its is not None and its.get(w("val")) == called:
                return style.get(w("styleId"), name)
        return self._add_style(wanted, name)

    def _add_style(self, wanted: etree._Element, name: str) -> str:
        part = self._styles[0]
        if part is None:
            return name
        self.grown[part] = None
        copy = deepcopy(wanted)
        copy.attrib.pop(w("default"), None)
        for each in list(copy.iter(w("rsid"), *_CHANGES)):
            parent_of(each).remove(each)
        take_out_extensions(copy, self._ignorable(part))
        root = self._old.edit(part)
        taken = {style.get(w("styleId")) for style in root.iterchildren(w("style"))}
        free = next(each for each in (name, *(f"{name}{n}" for n in range(len(taken)))) if each not in taken)
        copy.set(w("styleId"), free)
        root.append(copy)
        self._unsettled.append(copy)
        return free

    def _settle_style(self, style: etree._Element) -> None:
        """Give what an added style names the ids that it has in the old version."""
        kind = style.get(w("type"), "paragraph")
        other = {"paragraph": "character", "character": "paragraph"}.get(kind, kind)
        for each in style.iterchildren(*_BASIS):
            named = self._style_name(each.get(w("val"), ""), other if each.tag == w("link") else kind)
            each.set(w("val"), named)
        for number in style.iterfind(f"{w('pPr')}/{w('numPr')}/{w('numId')}"):
            number.set(w("val"), self._list_named(number.get(w("val"), _NO_LIST)))

    def _list_named(self, number: str) -> str:
        if self.is_same or number == _NO_LIST:
            return number
        if number not in self._list_names:
            self._list_names[number] = self._found_list(number)
        return self._list_names[number]

    def _found_list(self, number: str) -> str:
        old, new = (None if part is None else package.tree(part) for package, part in self._both(self._lists))
        if old is None and new is not None:
            self.lost["the old version has no lists: numbers of new paragraphs are not carried over"] = None
        if old is None or new is None:
            return number
        wanted = _list_said(new, number)
        if wanted is None or _list_said(old, number) == wanted:
            return number
        for num in old.iterchildren(w("num")):
            its = num.get(w("numId"), "")
            if _list_said(old, its) == wanted and _list_said(new, its) != wanted:
                return its  # where the new version has it under the same id, this is another list, which counts anew
        return self._add_list(new, number)

    def _add_list(self, new: etree._Element, number: str) -> str:
        part = self._lists[0]
        num = _num(new, number)
        abstract = None if num is None else _abstract(new, num)
        if part is None or num is None or abstract is None:
            return number
        self.grown[part] = None
        root = self._old.edit(part)
        ids = Ids({each.get(w("abstractNumId"), "") for each in root.iterchildren(w("abstractNum"))})
        numbers = Ids({each.get(w("numId"), "") for each in root.iterchildren(w("num"))})
        copy, own = deepcopy(abstract), deepcopy(num)
        for each in (copy, own):
            take_out_extensions(each, self._ignorable(part))
        copy.set(w("abstractNumId"), ids.new())
        own.set(w("numId"), numbers.new())
        for link in own.iterchildren(w("abstractNumId")):
            link.set(w("val"), copy.get(w("abstractNumId"), ""))
        for link in list(copy.iter(w("numStyleLink"), w("styleLink"), w("lvlPicBulletId"), *_CHANGES)):
            parent_of(link).remove(link)
        last = [*root.iterchildren(w("abstractNum"))][-1:]
        first_num = next(root.iterchildren(w("num")), None)
        if last:
            last[0].addnext(copy)
        elif first_num is not None:
            first_num.addprevious(copy)
        else:
            root.append(copy)
        nums = [*root.iterchildren(w("num"))]
        (nums[-1] if nums else copy).addnext(own)
        return own.get(w("numId"), number)

    def _both(
        self, parts: tuple[str | None, str | None]
    ) -> tuple[tuple[Package, str | None], tuple[Package, str | None]]:
        return (self._old, parts[0]), (self._new, parts[1])


def run_properties_of(rPr: etree._Element | None) -> etree._Element | None:
    """Return a copy of run properties without revisions in them; None where they say nothing."""
    if rPr is None:
        return None
    holder = etree.Element(w("r"))
    holder.append(deepcopy(rPr))
    said = run_properties(holder)
    if said is not None:
        put_in_order(said)
    return said


def seen(rPr: etree._Element | None) -> str:
    """Return run properties in canonical form, without those that nobody sees, such as the language."""
    if rPr is None:
        return ""
    told = etree.Element(w("rPr"))
    told.extend(deepcopy(child) for child in rPr if child.tag not in _UNTOLD and child.tag != w("rPrChange"))
    return canonical(told)


def _whole_link(atom: Atom, line: Line, start: int, end: int) -> etree._Element | None:
    """Return the hyperlink around an atom, if all that it shows is in [start, end)."""
    link = next((each for each in reversed(atom.holders) if each.tag == w("hyperlink")), None)
    if link is None:
        return None
    inside = [each for each in line.atoms if link in each.holders]
    return link if start <= inside[0].start and inside[-1].end <= end else None


def _named(element: etree._Element, tag: str) -> Iterator[str]:
    return (each.get(w("val"), "") for each in element.iter(tag))


def _part(package: Package, kind: str) -> str | None:
    return next(iter(package.related(package.main, kind)), None)


def _same_bytes(old: Package, new: Package, kind: str) -> bool:
    ours, theirs = _part(old, kind), _part(new, kind)
    if ours is None or theirs is None:
        return ours is theirs
    return old.read(ours) == new.read(theirs)


def _style(styles: etree._Element, name: str, kind: str) -> etree._Element | None:
    found = (each for each in styles.iterchildren(w("style")) if each.get(w("styleId")) == name)
    return next((each for each in found if each.get(w("type"), "paragraph") == kind), None)


def _num(numbering: etree._Element, number: str) -> etree._Element | None:
    return next((each for each in numbering.iterchildren(w("num")) if each.get(w("numId")) == number), None)


def _abstract(numbering: etree._Element, num: etree._Element) -> etree._Element | None:
    link = num.find(w("abstractNumId"))
    wanted = "" if link is None else link.get(w("val"), "")
    found = numbering.iterchildren(w("abstractNum"))
    return next((each for each in found if each.get(w("abstractNumId")) == wanted), None)


def _list_said(numbering: etree._Element, number: str) -> str | None:
    """Return all that a list says, whatever its ids; None where there is none."""
    num = _num(numbering, number)
    abstract = None if num is None else _abstract(numbering, num)
    if num is None or abstract is None:
        return None
    levels = (canonical_with_attributes(each) for each in abstract if each.tag not in _SILENT)
    return "|".join((*levels, *(canonical_with_attributes(each) for each in num.iterchildren(w("lvlOverride")))))


def canonical_with_attributes(element: etree._Element) -> str:
    """Return an element in canonical form, with its own attributes."""
    said = sorted((str(name), str(value)) for name, value in element.attrib.items() if "tplc" not in str(name))
    return f"{element.tag!s}{said}{canonical(element)}"


def _drawing_ids(package: Package) -> set[int]:
    drawn = (each for part in package.stories() for each in package.tree(part).iter(_DRAWING_ID))
    return {int(each.get("id", "0")) for each in drawn if each.get("id", "0").isdecimal()}


_BLANKS = str.maketrans("\t\n\r", "   ")
