"""A story of a Word file as a list that two files can be compared by: every character with its look and what holds it.

What says nothing is left out: how text is cut into runs, ids of sessions and revisions, signs of the spelling checker,
which of a table style's looks apply (cnfStyle: Word works it out), what Word took names and dates for (smart tags).
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha1

from lxml import etree
from word_files import FALLBACK, MC, XML_SPACE, Link, R, WordFile, w

_SESSION = {"rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr", "rsidSect", "paraId", "textId", "Unid"}
_REVISIONS = ("ins", "del", "moveFrom", "moveTo")
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SILENT = {"rPr", "lastRenderedPageBreak", "proofErr"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_PASSED = ("smartTag", "customXml", "dir", "bdo", "subDoc")
_HOLDERS = (*_REVISIONS, *_PASSED, "hyperlink", "fldSimple", "sdt", "AlternateContent")

Character = tuple[str, str, tuple[str, ...]]
"""A sign, its run properties, and what holds it: links, fields, controls, and the tracked changes of others."""


@dataclass
class Item:
    """A paragraph of a story, or the start or end of what holds paragraphs: then `kind` is not "p".

    Attributes:
        properties: Those of the paragraph, or of a table, row or cell; `section` those of a section that ends there.
        mark: The look of its mark, and the revisions on it.
        marks: Bookmarks and comments, with the number of characters before each.
    """

    kind: str
    properties: str = ""
    characters: list[Character] = field(default_factory=list)
    mark: str = ""
    section: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader sees, other things than characters as one sign each."""
        return "".join(sign if len(sign) == 1 else "\ufffc" for sign, _, _ in self.characters)


def read_story(word: WordFile, name: str, root: etree._Element | None = None) -> list[Item]:
    """Return what a story consists of, in order; `root` stands for it where its changes were resolved."""
    tree = word.tree(name) if root is None else root
    return list(_Reader(word, name, tree).items(tree))


def read_notes(word: WordFile, kind: str, root: etree._Element | None, main: etree._Element) -> list[Item]:
    """Return the notes of a kind ("footnotes") to which `main` refers, in the order of the references."""
    name = word.related(kind)
    if name is None:
        return []
    tree = word.tree(name) if root is None else root
    reader = _Reader(word, name, tree)
    notes = {each.get(w("id")): each for each in tree}
    references = main.iter(w(f"{kind[:-1]}Reference"))
    wanted = [each for each in references if next(each.iterancestors(FALLBACK), None) is None]
    return [item for each in wanted for item in reader.items(notes[each.get(w("id"))])]


class _Reader:
    def __init__(self, word: WordFile, name: str, root: etree._Element) -> None:
        self._links = {key: f"{link.kind} {_named(word, link)}" for key, link in word.links(name).items()}
        self._is_preserved = root.get(XML_SPACE) == "preserve"
        self._looks: dict[bytes, str] = {}

    def items(self, holder: etree._Element) -> Iterator[Item]:
        for each in holder:
            name = _local(each)
            if name == "p":
                yield from self._paragraph(each)
            elif name in ("tbl", "tr", "tc"):
                yield Item(name, self._properties_of(each))
                yield from self.items(each)
                yield Item(f"end of {name}")
            elif name == "sdt":
                yield Item(name, self._control(each))
                yield from self.items(each.find(w("sdtContent")) if each.find(w("sdtContent")) is not None else each)
                yield Item("end of sdt")
            elif name == "AlternateContent":
                yield from self.items(_choice(each))
            elif name in (*_PASSED, "body", "footnote", "endnote", *_REVISIONS):
                yield from self.items(each)
            elif name == "sectPr":
                yield Item("section", self.canonical(each))
            elif name in ("altChunk", "oMathPara", "oMath"):
                yield Item(name, self.canonical(each))

    def _properties_of(self, element: etree._Element) -> str:
        name = _local(element)
        tags = [f"{name}Pr", *({"tbl": ["tblGrid"], "tr": ["tblPrEx"]}.get(name, []))]
        return "".join(self.canonical(element.find(w(tag))) for tag in tags)

    def _control(self, sdt: etree._Element) -> str:
        return self.canonical(sdt.find(w("sdtPr")), ("id",))

    def _paragraph(self, p: etree._Element) -> Iterator[Item]:
        item, inside = Item("p"), []
        pPr = p.find(w("pPr"))
        if pPr is not None:
            item.properties = self.canonical(pPr, ("rPr", "sectPr"))
            item.mark = self.canonical(pPr.find(w("rPr")))
            item.section = self.canonical(pPr.find(w("sectPr")))
        self._inline(p, (), item, inside)
        yield item
        yield from inside

    def _inline(self, holder: etree._Element, context: tuple[str, ...], item: Item, inside: list[Item]) -> None:
        for each in holder:
            name = _local(each)
            if name == "r":
                self._run(each, context, item, inside)
            elif name == "bookmarkStart":
                item.marks.append((len(item.characters), f"{name} {each.get(w('name'))}"))
            elif name in ("commentRangeStart", "commentRangeEnd"):
                item.marks.append((len(item.characters), f"{name} {each.get(w('id'))}"))
            elif name in ("oMath", "oMathPara"):
                item.characters.append((f"formula {self._digest(each)}", "", context))
            elif name in _HOLDERS:
                content = each.find(w("sdtContent")) if name == "sdt" else each
                content = _choice(each) if name == "AlternateContent" else content
                if name == "fldSimple":
                    item.characters.append((_field(each), "", context))
                if content is not None:
                    self._inline(content, (*context, *self._context(each, name)), item, inside)

    def _context(self, holder: etree._Element, name: str) -> tuple[str, ...]:
        """Return what holding something says of it."""
        if name in _REVISIONS:
            return (f"{name} by {holder.get(w('author'))}",)
        if name == "hyperlink":
            target = self._links.get(holder.get(f"{{{R}}}id", ""), "").removeprefix("hyperlink ")
            return (f"link {target} {holder.get(w('anchor'), '')}",)
        if name == "fldSimple":
            return (_field(holder),)
        if name == "sdt":
            return (f"control {self._control(holder)}",)
        return () if name in ("AlternateContent", "smartTag") else (f"{name} {holder.get(w('element'), '')}",)

    def _run(self, r: etree._Element, context: tuple[str, ...], item: Item, inside: list[Item]) -> None:
        look = self._look(r.find(w("rPr")))
        for each in r:
            name = _local(each)
            if name in ("t", "delText"):
                item.characters += [(sign, look, context) for sign in self._read(each)]
            elif name in ("instrText", "delInstrText"):
                item.characters += [(f"code {sign}", look, context) for sign in each.text or ""]
            elif name in ("fldChar", *_SIGNS, *_NOTES):
                sign = f"{name} {each.get(w('fldCharType'))}" if name == "fldChar" else _SIGNS.get(name, name)
                item.characters.append((sign, look, context))
            elif name == "AlternateContent" or next(each.iter(w("txbxContent")), None) is not None:
                item.characters.append((f"drawing {self._digest(each)}", look, context))
                for box in each.iter(w("txbxContent")):
                    if next(box.iterancestors(FALLBACK), None) is None:
                        inside += [Item("box"), *self.items(box), Item("end of box")]
            elif name not in _SILENT:
                item.characters.append((f"{name} {self._digest(each)}", look, context))

    def _read(self, t: etree._Element) -> str:
        """Return the text of an element as Word reads it: blanks at its ends count only where they are preserved."""
        text = t.text or ""
        return text if self._is_preserved or t.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")

    def _look(self, rPr: etree._Element | None) -> str:
        if rPr is None:
            return ""
        key = etree.tostring(rPr, with_tail=False)
        if key not in self._looks:
            self._looks[key] = self.canonical(rPr)
        return self._looks[key]

    def canonical(self, element: etree._Element | None, silent: Collection[str] = ()) -> str:
        """Return properties as a comparable string: sorted, links by their targets, without ids that say nothing."""
        if element is None:
            return ""
        found = _written(element, self._links, silent)
        return found if found != f"<{_local(element)}>" else ""

    def _digest(self, element: etree._Element) -> str:
        """Return a short name of a drawing or the like; texts in it and what is for old programs left out."""
        copy = deepcopy(element)
        for each in [*copy.iter(w("txbxContent")), *copy.iter(FALLBACK)]:
            holder = each.getparent()
            if holder is not None:
                holder.remove(each)
        return sha1(self.canonical(copy).encode(), usedforsecurity=False).hexdigest()[:8]


def _field(simple: etree._Element) -> str:
    return f"field {' '.join(simple.get(w('instr'), '').split())}"


def _named(word: WordFile, link: Link) -> str:
    """Return what a relationship leads to: what is in a picture or the like, whatever it is called."""
    data = word.members.get(link.target)
    is_text = data is None or link.target.endswith(".xml")
    return link.target if is_text else sha1(data or b"", usedforsecurity=False).hexdigest()[:8]


def _choice(alternate: etree._Element) -> etree._Element:
    found = alternate.find(f"{{{MC}}}Choice")
    return alternate if found is None else found


def with_plain_fields(characters: Sequence[Character]) -> list[Character]:
    """Return characters with fields as what holds their results, however they are written; links are links."""
    found: list[Character] = []
    opened: list[tuple[int, str | None]] = []  # where the signs of a field begin, and what its results stand in
    for sign, look, context in characters:
        found.append((sign, look, (*context, *(code for _, code in opened if code is not None))))
        if sign == "fldChar begin":
            opened.append((len(found) - 1, None))
        elif sign == "fldChar separate" and opened:
            start = opened[-1][0]
            holder = _holder_of([each for each, _, _ in found[start + 1 : -1]])
            if holder is not None:
                opened[-1] = start, holder
                found[start:] = [] if holder.startswith("link") else [(holder, "", found[start][2])]
        elif sign == "fldChar end" and opened and opened.pop()[1] is not None:
            found.pop()
    return found


def _holder_of(signs: Sequence[str]) -> str | None:
    """Return what the results of a field with this code stand in; None where another field is in the code."""
    if not all(sign.startswith("code ") for sign in signs):
        return None
    code = " ".join("".join(sign.removeprefix("code ") for sign in signs).split())
    link = re.fullmatch(r'HYPERLINK(?: "([^"]*)")?(?: \\l "([^"]*)")?', code)
    return f"field {code}" if link is None else f"link {link[1] or ''} {link[2] or ''}"


def _written(element: etree._Element, links: Mapping[str, str], silent: Collection[str] = ()) -> str:
    """Return an element in a form that only what it says bears on, whatever prefixes and order of properties it has."""
    name = _local(element)
    is_revision = name in _REVISIONS or name.endswith("Change")
    attributes = []
    for key, value in sorted(element.attrib.items()):
        each = etree.QName(key)
        is_number = each.localname == "id" and (is_revision or name in ("docPr", "cNvPr"))
        if each.localname not in _SESSION and not is_number:
            plain = value.removesuffix(".0")  # as no number may be written, and is by some
            attributes.append(f" {each.localname}={links.get(value, '') if each.namespace == R else plain!r}")
    said = [each for each in element if isinstance(each.tag, str) and _local(each) not in (*silent, "cnfStyle")]
    inside = [_written(each, links) for each in said]
    if name.endswith("Pr"):
        inside.sort()
    text = (element.text or "").strip() if len(element) == 0 else ""
    return f"<{name}{''.join(attributes)}>{text}{''.join(inside)}" + (f"</{name}>" if inside else "")


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
