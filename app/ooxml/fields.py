"""Cross-references as fields: numbers in new text that follow the paragraph they cite (ECMA-376-1 17.16.5.51)."""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from app.ooxml.bookmarks import Bookmarks
from app.ooxml.changes import Cited, Place
from app.ooxml.cuts import Ids, cut_run_before, cut_text, parent_of, set_text
from app.ooxml.marks import Stamp
from app.ooxml.names import MC, w
from app.ooxml.numbering import Lists, Numbering
from app.ooxml.package import Package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.styles import Styles, properties_of

_APART = (w("txbxContent"), f"{{{MC}}}Fallback")  # text boxes number on their own
_PLACE = re.compile(r"%([1-9])")
_NOUN = re.compile(r"[^\W\d_]{2,}\s+")  # "Section" in a number that is printed with it
_SILENT = re.compile(r"[\W_]+")
_SECTION = f"{w('pPr')}/{w('sectPr')}"
_DELETED_MARK = f"{w('pPr')}/{w('rPr')}/{w('del')}"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words in new text, and the instruction of the field that their number becomes."""

    text: str
    number: str
    instruction: str


@dataclass(frozen=True, slots=True)
class Number:
    """What Word prints before a paragraph.

    Attributes:
        own: Its own number, such as "(c)".
        full: With the numbers of the levels above, such as "5(c)".
    """

    own: str
    full: str


class References:
    """Finds what cited paragraphs are numbered, and gives each a bookmark to refer to.

    Numbers are those of the file as it was: a citation names its paragraph as the reader knows it.
    """

    def __init__(self, package: Package, ids: Ids) -> None:
        self._package = package
        self._numbers: dict[str, dict[int, Number]] = {}
        self._bookmarks = Bookmarks(package, ids)

    @property
    def added(self) -> dict[str, str]:
        """Names of the bookmarks that were added, by their ids."""
        return self._bookmarks.added

    def find(self, cited: Sequence[Cited], paragraph: Callable[[Place], etree._Element]) -> tuple[Reference, ...]:
        """Return the references for what is cited; none where the number is typed or a field would show another.

        `paragraph` gives the element of a place, which gets a bookmark if it has none.
        """
        found = []
        for each in cited:
            switches = self._switches(each)
            if switches:
                name = self._bookmarks.name_of(paragraph(each.place))
                found.append(Reference(each.text, each.number, f" REF {name} {switches} \\h "))
        return tuple(found)

    def _switches(self, cited: Cited) -> str:
        """Return the switches with which a field shows the number as it is cited; "" where none do."""
        part = cited.place.part
        if part not in self._numbers:
            self._numbers[part] = dict(_numbers_of(self._package, part))
        number = self._numbers[part].get(cited.place.index)
        return "" if number is None else switches_for(cited.number, number)


def switches_for(cited: str, number: Number) -> str:
    r"""Return the switches of a REF field that shows `cited` for a paragraph with `number`; "" where none do.

    `\\r` gives the number as Word's own dialogue would, `\\w` that in full, `\\n` the paragraph's own alone, `\\t`
    leaves out words such as "Section". Full stops and brackets are Word's: they do not tell numbers apart.
    """
    wanted = _key(cited)
    for leave_out, own, full in (
        ("", number.own, number.full),
        (" \\t", _NOUN.sub("", number.own, count=1), _NOUN.sub("", number.full, count=1)),
    ):
        if leave_out and not wanted[:1].isdigit():
            break
        if wanted and wanted == _key(full):
            return ("\\r" if _key(own) == _key(full) else "\\w") + leave_out
        if wanted and wanted == _key(own):
            return "\\n" + leave_out
    return ""


def put_references(mark: etree._Element, references: Sequence[Reference], stamp: Stamp) -> None:
    """Make fields of the numbers in `mark`, a `w:ins` of new runs, that stand in the words of `references`.

    A reference that is a number alone, for its noun stands before the new text, counts at its beginning only.
    """
    for reference in references:
        for r in _isolated(mark, reference):
            _wrap(r, reference.instruction, stamp)


def _isolated(mark: etree._Element, reference: Reference) -> list[etree._Element]:
    """Return a run of its own for each number of `reference` in `mark`."""
    begins = r"\A\s*" if reference.text == reference.number else r"(?<!\w)"
    pattern = re.compile(rf"{begins}({re.escape(reference.text)})(?![.(-]?\w|\()")
    runs = []
    view = read_text(mark)
    free = [piece for piece in view.pieces if piece.field is None and piece.element.tag == w("t")]
    for match in reversed(list(pattern.finditer(view.text))):
        start = match.start(1) + reference.text.rindex(reference.number)
        end = start + len(reference.number)
        piece = next((each for each in free if each.start <= start and end <= each.end), None)
        if piece is None:
            continue  # cut by a look: it stays typed
        t = piece.element
        if end < piece.end:
            cut_run_before(cut_text(t, end - piece.start))
        if start > piece.start:
            t = cut_text(t, start - piece.start)
        runs.append(cut_run_before(t))
    return runs


def _wrap(r: etree._Element, instruction: str, stamp: Stamp) -> None:
    """Put the beginning of a field before `r`, which is its result, and the end after it."""

    def part(tag: str, kind: str = "") -> etree._Element:
        new = etree.Element(w("r"))
        stamp.sign(new)
        rPr = r.find(w("rPr"))
        if rPr is not None:
            new.append(deepcopy(rPr))
        element = etree.SubElement(new, w(tag))
        if kind:
            element.set(w("fldCharType"), kind)
        else:
            set_text(element, instruction)
        return new

    for before in (part("fldChar", "begin"), part("instrText"), part("fldChar", "separate")):
        r.addprevious(before)
    parent_of(r).insert(parent_of(r).index(r) + 1, part("fldChar", "end"))


def _numbers_of(package: Package, name: str) -> Iterator[tuple[int, Number]]:
    """Give the automatic numbers of a part's paragraphs with their ordinals, those of text boxes left out."""
    trees = [package.tree(part) for kind in ("styles", "numbering") for part in package.related(package.main, kind)[:1]]
    roots = {str(etree.QName(root).localname): root for root in trees}
    lists = Lists(roots.get("numbering"), Styles(roots.get("styles")))
    numbering = Numbering(lists)
    above: dict[str, dict[int, tuple[str, int]]] = {}  # of each definition: a level's number, and from which on it is
    for index, p in enumerate(paragraphs_of(package.parse(name))):
        properties = properties_of(p)
        num_id, level = lists.of_paragraph(properties)
        used = lists.find(num_id)
        if used is None or not _is_numbered(p):
            continue
        printed = numbering.mark(properties)
        if printed is None or level not in used.levels or used.levels[level].format == "bullet":
            continue
        places = [int(place) - 1 for place in _PLACE.findall(used.levels[level].text)]
        numbers = above.setdefault(used.definition, {})
        for deeper in [each for each in numbers if each > level]:
            del numbers[deeper]
        numbers[level] = printed.text, min((*places, level))
        yield index, Number(printed.text, _in_full(numbers, level))


def _is_numbered(p: etree._Element) -> bool:
    """Return whether Word counts `p` with the others: not one that is but a section's break, or joined to the next."""
    is_break = p.find(_SECTION) is not None and not read_text(p).text
    is_apart = next(p.iterancestors(*_APART), None) is not None
    return not is_break and not is_apart and p.find(_DELETED_MARK) is None


def _in_full(numbers: dict[int, tuple[str, int]], level: int) -> str:
    """Return the number of `level` after those of the levels above that it does not say itself."""
    text, first = numbers[level]
    while first > 0:
        upper, first = numbers.get(first - 1, ("", first - 1))
        text = f"{upper}{text}"
    return text


def _key(number: str) -> str:
    """Return what tells a number from others: its letters and digits, parts of one kind kept apart."""
    return "|".join(part for part in _SILENT.split(number) if part)
