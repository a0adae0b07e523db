"""Tracked changes of another side put into a Word file by a seed, so that a comparison meets them."""

import random
from collections.abc import Callable
from copy import deepcopy
from itertools import count

import sentences
from letters import letters_of, runs_of, text_of, toggle, words_in, write
from lxml import etree
from seeded_changes import bare, like
from seeding import Board, Spot, open_board
from word_files import w

AUTHOR = "Other Side"
_DATE = "2025-03-04T09:00:00Z"
_FIRST = 9001  # the first id: above those of real files


def add_changes(data: bytes, seed: str) -> bytes:
    """Return a package in which somebody has changed one paragraph of twelve, in every way there is."""
    board = open_board(data, random.Random(f"{seed}:theirs"))
    taken = [int(each.get(w("id"), "0")) for part in board.word.stories() for each in _numbered(board, part)]
    tracker = _Tracker(board, max([_FIRST, *taken]) + 1)
    spots = board.free(lambda spot: board.in_main(spot) and bool(words_in(_text(spot, board))))
    ways = [tracker.insert_words, tracker.delete_words, tracker.set_look, tracker.swap_words]
    ways += [tracker.insert_paragraph, tracker.delete_paragraph, tracker.insert_row, tracker.set_alignment]
    ways += [tracker.move]
    for number, spot in enumerate(spots[: max(2, len(spots) // 12)]):
        tracker.try_ways(ways[number % len(ways) :] + ways, spot)
    return board.word.pack()


def _numbered(board: Board, part: str) -> list[etree._Element]:
    root = board.word.tree(part)
    return [each for each in root.iter() if str(each.get(w("id"), "x")).lstrip("-").isdigit()]


def _text(spot: Spot, board: Board) -> str:
    return text_of(letters_of(spot.p, board.fields))


class _Tracker:
    def __init__(self, board: Board, first: int) -> None:
        self._board = board
        self._ids = count(first)
        self._chance = board.chance

    def try_ways(self, ways: list[Callable[[Spot], bool]], spot: Spot) -> None:
        """Change a paragraph in the first way that it allows."""
        if self._board.is_free(spot.p):
            next((way for way in ways if way(spot)), None)
            self._board.take(spot.p)

    def insert_words(self, spot: Spot) -> bool:
        """Insert a phrase after a word."""
        r = self._run(spot)
        ins = self._mark("ins")
        new = etree.SubElement(ins, w("r"))
        new.extend(bare(each) for each in r.findall(w("rPr")))
        write(etree.SubElement(new, w("t")), f" {sentences.phrase(self._chance)}")
        if _is_revised(r):
            return False
        r.addnext(ins)
        return True

    def delete_words(self, spot: Spot) -> bool:
        """Delete some words."""
        r = self._run(spot)
        if _is_revised(r):
            return False
        self._wrap(r, "del")
        return True

    def swap_words(self, spot: Spot) -> bool:
        """Delete some words and insert others for them."""
        r = self._run(spot)
        if _is_revised(r):
            return False
        ins = self._mark("ins")
        new = etree.SubElement(ins, w("r"))
        new.extend(bare(each) for each in r.findall(w("rPr")))
        write(etree.SubElement(new, w("t")), sentences.phrase(self._chance))
        self._wrap(r, "del")
        r.getparent().addnext(ins)
        return True

    def set_look(self, spot: Spot) -> bool:
        """Set some words in bold."""
        r = self._run(spot)
        if r.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
            return False
        before = r.find(w("rPr"))
        change = self._mark("rPrChange")
        change.append(etree.Element(w("rPr")) if before is None else deepcopy(before))
        toggle(r, "b")
        r.find(w("rPr")).append(change)
        return True

    def set_alignment(self, spot: Spot) -> bool:
        """Centre a paragraph."""
        pPr = _properties(spot.p)
        if pPr.find(w("pPrChange")) is not None or pPr.find(w("jc")) is None:
            return False
        change = self._mark("pPrChange")
        old = bare(pPr)
        for each in old.findall(w("rPr")):
            old.remove(each)
        change.append(old)
        pPr.find(w("jc")).set(w("val"), "center")
        pPr.append(change)
        return True

    def insert_paragraph(self, spot: Spot) -> bool:
        """Insert a paragraph before another, so that its mark can go."""
        if not spot.is_closed:
            return False
        new = like(spot.p, sentences.sentence(self._chance))
        for r in list(new.iter(w("r"))):
            self._wrap(r, "ins")
        self._set_mark(new, "ins")
        spot.p.addprevious(new)
        return True

    def delete_paragraph(self, spot: Spot) -> bool:
        """Delete a paragraph of plain runs that another follows."""
        if not self._is_plain(spot):
            return False
        self._wrap_all(spot.p, "del")
        return True

    def insert_row(self, spot: Spot) -> bool:
        """Insert a row after that of a paragraph."""
        tr = next(spot.p.iterancestors(w("tr")), None)
        if (
            tr is None
            or tr.getparent().tag != w("tbl")
            or next(tr.iter(w("vMerge"), w("sdt"), w("tbl")), None) is not None
        ):
            return False
        new = deepcopy(tr)
        trPr = new.find(w("trPr"))
        if trPr is None:
            trPr = etree.Element(w("trPr"))
            new.insert(sum(each.tag == w("tblPrEx") for each in new), trPr)
        for each in trPr.findall(w("ins")) + trPr.findall(w("del")):
            trPr.remove(each)
        trPr.append(self._mark("ins"))
        for tc, old in zip(new.findall(w("tc")), tr.findall(w("tc")), strict=True):
            tc[:] = [bare(each) for each in tc.findall(w("tcPr"))]
            tc.append(like(old.find(w("p")), sentences.term(self._chance)))
            self._wrap(tc.find(f".//{w('r')}"), "ins")
        tr.addnext(new)
        return True

    def move(self, spot: Spot) -> bool:
        """Move a paragraph of plain runs behind the one after the next."""
        far = next(spot.p.itersiblings(w("p")), None)
        anchor = None if far is None else self._board.spot(far)
        if not self._is_plain(spot) or anchor is None or not self._is_plain(anchor):
            return False
        if spot.p.getnext() is not far:
            return False
        new = etree.Element(w("p"))
        new.extend(deepcopy(each) for each in spot.p)
        far.addnext(new)
        name = f"theirs{next(self._ids)}"
        for p, kind in ((spot.p, "moveFrom"), (new, "moveTo")):
            self._wrap_all(p, kind)
            start = self._mark(f"{kind}RangeStart")
            start.set(w("name"), name)
            p.insert(1, start)
            p.addnext(etree.Element(w(f"{kind}RangeEnd"), {w("id"): start.get(w("id"))}))
        self._board.take(far)
        return True

    def _is_plain(self, spot: Spot) -> bool:
        p = spot.p
        following = p.getnext()
        plain = {each.tag for each in p} <= {w("pPr"), w("r"), w("proofErr")} and following is not None
        special = next(p.iter(*map(w, ("fldChar", "footnoteReference", "endnoteReference", "br", "sym"))), None)
        return plain and spot.is_whole and following.tag == w("p") and special is None and self._board.is_free(p)

    def _wrap_all(self, p: etree._Element, tag: str) -> None:
        for r in p.findall(w("r")):
            self._wrap(r, tag)
        self._set_mark(p, tag)

    def _run(self, spot: Spot) -> etree._Element:
        """Return a run that holds some words of a paragraph and nothing else."""
        letters = letters_of(spot.p, self._board.fields)
        words = words_in(text_of(letters))
        first = self._chance.randrange(len(words))
        last = min(len(words) - 1, first + self._chance.randint(0, 3))
        return runs_of(letters[words[first].start() : words[last].end()])[0]

    def _mark(self, tag: str) -> etree._Element:
        values = {w("id"): str(next(self._ids)), w("author"): AUTHOR, w("date"): _DATE}
        return etree.Element(w(tag), values)

    def _wrap(self, r: etree._Element, tag: str) -> None:
        mark = self._mark(tag)
        r.addprevious(mark)
        mark.append(r)
        for t in r.findall(w("t")) if tag == "del" else ():
            t.tag = w("delText")

    def _set_mark(self, p: etree._Element, tag: str) -> None:
        pPr = _properties(p)
        rPr = pPr.find(w("rPr"))
        if rPr is None:
            rPr = etree.Element(w("rPr"))
            after = (w("sectPr"), w("pPrChange"))
            pPr.insert(sum(each.tag not in after for each in pPr), rPr)
        rPr.insert(0, self._mark(tag))


def _properties(p: etree._Element) -> etree._Element:
    pPr = p.find(w("pPr"))
    if pPr is None:
        pPr = etree.Element(w("pPr"))
        p.insert(0, pPr)
    return pPr


def _is_revised(r: etree._Element) -> bool:
    return next(r.iterancestors(w("ins"), w("moveTo"), w("fldSimple")), None) is not None
