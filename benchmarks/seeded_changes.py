"""The kinds of changes that a new version is made of: each is planned for free places of a board and made later."""

import random
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import partial

import sentences
from letters import Letter, letters_of, replace, runs_of, text_of, toggle, words_in, write
from lxml import etree
from seeding import Board, Make, Seeded, Spot, neighbours
from word_files import DELETED, INSERTED, own, w, words_of

_SHORT, _LONG = 40, 80  # characters of a paragraph that is moved, and of one that is edited besides
_HALF = 20  # characters of what a split leaves at least, and of what is merged
_JUMP = 3  # paragraphs that a move passes at least
_LEVELS = 3
_TYPED = re.compile(r"\(?(\d{1,2}\.)*(\d{1,2}|[a-y])(?=[.)]?[.)\s])")
_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-Z(“\"])")
_NUMBER = re.compile(r"\b\d+\b")
_DATE = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+")
_TERM = re.compile(r"(?<=[“\"])[A-Z][\w ]{2,30}(?=[”\"])")
_DROPPED = tuple(map(w, (*INSERTED, *DELETED, "rPrChange", "pPrChange", "sectPr", "numberingChange")))
_NOTE = tuple(map(w, ("footnoteReference", "endnoteReference")))


# words


def plan_edit(board: Board) -> Make | None:
    """Plan one to three edits of the words of a paragraph of the body."""
    return _plan_words(board, lambda spot: board.in_main(spot) and not spot.in_cell)


def plan_cell(board: Board) -> Make | None:
    """Plan an edit in a cell of a table."""
    return _plan_words(board, lambda spot: spot.in_cell)


def plan_note(board: Board) -> Make | None:
    """Plan an edit in a note."""
    return _plan_words(board, lambda spot: spot.part.endswith("notes.xml"))


def plan_header(board: Board) -> Make | None:
    """Plan an edit in a header or footer."""
    return _plan_words(board, lambda spot: not board.in_main(spot) and not spot.part.endswith("notes.xml"))


def _plan_words(board: Board, fits: Callable[[Spot], bool]) -> Make | None:
    for spot in board.free(fits):
        if words_in(text_of(letters_of(spot.p, board.fields))):
            board.take(spot.p)
            return partial(_edit, spot.p, board.fields)
    return None


def _edit(p: etree._Element, fields: set[etree._Element], chance: random.Random, most: int = 3) -> Seeded:
    before = words_of(p)
    letters = letters_of(p, fields)
    edits = sorted(_edits(letters, chance, chance.randint(1, most)), reverse=True)
    for start, end, text in edits:
        replace(letters_of(p, fields), start, end, text)
    count = sum(end - start + len(text) for start, end, text in edits)
    return Seeded("edit", count, (before,), (words_of(p),))


def _edits(letters: Sequence[Letter], chance: random.Random, count: int) -> list[tuple[int, int, str]]:
    """Return edits that stand apart from one another by some words."""
    text, found = text_of(letters), []
    for _ in range(count):
        start, end, new = _some_edit(letters, text, chance)
        if all(start > other_end + _HALF or end < other_start - _HALF for other_start, other_end, _ in found):
            found.append((start, end, new))
    return found


def _some_edit(letters: Sequence[Letter], text: str, chance: random.Random) -> tuple[int, int, str]:
    ways = [_swap_word, _add_phrase, _drop_words, _swap_phrase]
    if _NUMBER.search(text):
        ways += [_swap_number] * 2
    if _DATE.search(text):
        ways += [_swap_date] * 2
    if _TERM.search(text):
        ways += [_swap_term] * 2
    borders = [at for at in range(1, len(letters)) if letters[at].t is not letters[at - 1].t]
    if borders and chance.random() < 0.3:
        return _swap_over_border(text, borders, chance)
    return chance.choice(ways)(text, chance)


def _swap_word(text: str, chance: random.Random) -> tuple[int, int, str]:
    found = chance.choice(words_in(text))
    return found.start(), found.end(), sentences.word(chance)


def _swap_number(text: str, chance: random.Random) -> tuple[int, int, str]:
    found = chance.choice(list(_NUMBER.finditer(text)))
    return found.start(), found.end(), str((int(found[0]) + chance.randint(1, 80)) % 10**9)


def _swap_date(text: str, chance: random.Random) -> tuple[int, int, str]:
    found = chance.choice(list(_DATE.finditer(text)))
    return found.start(), found.end(), f"{sentences.month(chance)} {chance.randint(1, 28)}"


def _swap_term(text: str, chance: random.Random) -> tuple[int, int, str]:
    found = chance.choice(list(_TERM.finditer(text)))
    return found.start(), found.end(), sentences.term(chance)


def _add_phrase(text: str, chance: random.Random) -> tuple[int, int, str]:
    end = chance.choice(words_in(text)).end()
    return end, end, f" {sentences.phrase(chance)}"


def _drop_words(text: str, chance: random.Random) -> tuple[int, int, str]:
    """Drop one to three words with the blank before them; one that stands alone is swapped."""
    words = words_in(text)
    first = chance.randrange(len(words))
    last = min(len(words) - 1, first + chance.randint(0, 2))
    start, end = words[first].start(), words[last].end()
    if start == 0 or not text[start - 1].isspace():
        return start, end, sentences.word(chance)
    return start - 1, end, ""


def _swap_phrase(text: str, chance: random.Random) -> tuple[int, int, str]:
    words = words_in(text)
    first = chance.randrange(len(words))
    last = min(len(words) - 1, first + chance.randint(1, 4))
    return words[first].start(), words[last].end(), sentences.phrase(chance)


def _swap_over_border(text: str, borders: Sequence[int], chance: random.Random) -> tuple[int, int, str]:
    """Swap the words on both sides of a border between runs."""
    border = chance.choice(borders)
    words = words_in(text)
    before = [found.start() for found in words if found.start() < border]
    after = [found.end() for found in words if found.end() > border]
    start, end = before[-1] if before else border, after[0] if after else border
    return start, end, sentences.phrase(chance)


# looks


def plan_look(board: Board) -> Make | None:
    """Plan words in bold or italics."""
    for spot in board.free(board.in_main):
        if words_in(text_of(letters_of(spot.p, board.fields))):
            board.take(spot.p)
            return partial(_set_look, spot.p, board.fields)
    return None


def _set_look(p: etree._Element, fields: set[etree._Element], chance: random.Random) -> Seeded:
    letters = letters_of(p, fields)
    words = words_in(text_of(letters))
    first = chance.randrange(len(words))
    last = min(len(words) - 1, first + chance.randint(0, 5))
    name = chance.choice(("b", "b", "i"))
    for r in runs_of(letters[words[first].start() : words[last].end()]):
        toggle(r, name)
    return Seeded("look", 0, (words_of(p),), (words_of(p),))


# paragraphs


def plan_move(board: Board) -> Make | None:
    """Plan to move a paragraph within what holds it."""
    return _plan_move(board, 1, edited=False)


def plan_move_of_some(board: Board) -> Make | None:
    """Plan to move two or three paragraphs that stand side by side."""
    return _plan_move(board, board.chance.randint(2, 3), edited=False)


def plan_move_and_edit(board: Board) -> Make | None:
    """Plan to move a paragraph and to edit it where it goes."""
    return _plan_move(board, 1, edited=True)


def _plan_move(board: Board, count: int, *, edited: bool) -> Make | None:
    texts = [spot.text for spot in board.spots]
    least = _LONG if edited else _SHORT

    def fits(spot: Spot) -> bool:
        return board.in_main(spot) and spot.is_whole and len(spot.text) >= least and texts.count(spot.text) == 1

    for spot in board.free(fits)[:60]:
        group = neighbours(spot, board, count)
        if len(group) < count or any(not fits(each) for each in group):
            continue
        size = sum(len(each.text) for each in group)
        anchors = board.free(lambda other, group=group, size=size: _is_far(board, group, other, size))
        if anchors:
            board.take(*(each.p for each in group), anchors[0].p)
            return partial(_move, [each.p for each in group], anchors[0].p, board.fields, edited=edited)
    return None


def _is_far(board: Board, group: Sequence[Spot], other: Spot, size: int) -> bool:
    """Whether moving `group` behind `other` passes more text than is moved, so that nothing else seems to move."""
    first, last = group[0], group[-1]
    if other in group or other.p.getparent() is not first.p.getparent() or not other.is_closed:
        return False
    passed = board.spots[last.index + 1 : other.index + 1] if other.index > last.index else []
    if other.index < first.index:
        passed = board.spots[other.index + 1 : first.index]
    texts = [spot.text for spot in passed if spot.text.strip()]
    return len(texts) >= _JUMP and sum(map(len, texts)) > 2 * size


def _move(
    group: Sequence[etree._Element],
    anchor: etree._Element,
    fields: set[etree._Element],
    chance: random.Random,
    *,
    edited: bool,
) -> Seeded:
    before = tuple(words_of(p) for p in group)
    count = 2 * sum(map(len, before))
    position = anchor
    for p in group:
        position.addnext(p)
        position = p
    if edited:
        count += _edit(group[0], fields, chance, 2).characters
    return Seeded("move", count, before, tuple(words_of(p) for p in group))


def plan_deletion(board: Board) -> Make | None:
    """Plan to delete a paragraph."""
    for spot in board.free(lambda spot: board.in_main(spot) and spot.is_whole and not _has_note(spot)):
        if spot.p.getprevious() is not None and spot.p.getprevious().tag == spot.p.tag:
            board.take(spot.p)
            return partial(_delete, spot.p)
    return None


def _delete(p: etree._Element, _: random.Random) -> Seeded:
    before = words_of(p)
    p.getparent().remove(p)
    return Seeded("deletion", len(before), (before,))


def plan_insertion(board: Board) -> Make | None:
    """Plan to insert one or two paragraphs after another and in its manner."""
    for spot in board.free(lambda spot: board.in_main(spot) and spot.is_closed and bool(spot.text.strip())):
        board.take(spot.p)
        return partial(_insert, spot.p)
    return None


def _insert(p: etree._Element, chance: random.Random) -> Seeded:
    position, texts = p, []
    for _ in range(chance.randint(1, 2)):
        texts.append(sentences.sentence(chance))
        position.addnext(like(p, texts[-1]))
        position = position.getnext()
    return Seeded("insertion", sum(map(len, texts)), (), tuple(texts))


def like(p: etree._Element, text: str) -> etree._Element:
    """Return a paragraph with this text in the manner of another: its properties, and the looks of its ends."""
    new = etree.Element(w("p"))
    for pPr in p.findall(w("pPr")):
        new.append(bare(pPr))
    looks = [r.find(w("rPr")) for r in own(p, "r") if r.find(w("t")) is not None]
    both = [looks[0], looks[-1]] if looks else [None]
    cut = text.find(" ", 8) if len(both) > 1 and _is_unlike(*both) else len(text)
    for piece, look in zip((text[:cut], text[cut:]), both, strict=False):
        if piece:
            r = etree.SubElement(new, w("r"))
            r.extend([bare(look)] if look is not None else [])
            write(etree.SubElement(r, w("t")), piece)
    return new


def bare(properties: etree._Element) -> etree._Element:
    """Return a copy of properties without revisions and sections."""
    copy = deepcopy(properties)
    for each in list(copy.iter(*_DROPPED)):
        each.getparent().remove(each)
    copy.tail = None
    return copy


def _is_unlike(one: etree._Element | None, other: etree._Element | None) -> bool:
    forms = [b"" if each is None else etree.tostring(each, method="c14n", with_tail=False) for each in (one, other)]
    return forms[0] != forms[1]


def _has_note(spot: Spot) -> bool:
    return next(spot.p.iter(*_NOTE), None) is not None


def plan_split(board: Board) -> Make | None:
    """Plan to split a paragraph between two sentences."""
    for spot in board.free(lambda spot: board.in_main(spot) and spot.is_closed):
        letters = letters_of(spot.p, board.fields)
        text = text_of(letters)
        if text != spot.text or next(spot.p.iter(w("fldChar")), None) is not None:
            continue
        cuts = [found for found in _SENTENCE.finditer(text) if _HALF <= found.start() <= len(text) - _HALF]
        cuts = [found for found in cuts if letters[found.end()].t.getparent().getparent() is spot.p]
        if cuts:
            board.take(spot.p)
            return partial(_split, spot.p, board.fields)
    return None


def _split(p: etree._Element, fields: set[etree._Element], chance: random.Random) -> Seeded:
    letters, before = letters_of(p, fields), words_of(p)
    text = text_of(letters)
    cuts = [found for found in _SENTENCE.finditer(text) if _HALF <= found.start() <= len(text) - _HALF]
    cuts = [found for found in cuts if letters[found.end()].t.getparent().getparent() is p]
    found = chance.choice(cuts)
    t = letters[found.end()].t
    first = runs_of([letter for letter in letters[found.end() :] if letter.t is t])[0]
    other = etree.Element(w("p"))
    other.extend(bare(pPr) for pPr in p.findall(w("pPr")))
    other.extend([first, *first.itersiblings()])
    p.addnext(other)
    kept = letters_of(p, fields)
    replace(kept, found.start(), len(kept), "")
    return Seeded("split", found.end() - found.start(), (before,), (words_of(p), words_of(other)))


def plan_merge(board: Board) -> Make | None:
    """Plan to make one paragraph of two neighbours."""
    for spot in board.free(lambda spot: board.in_main(spot) and spot.is_whole and len(spot.text) >= _HALF):
        other = board.spot(spot.p.getnext())
        if other is not None and other.is_closed and board.is_free(other.p) and len(other.text) >= _HALF:
            board.take(spot.p, other.p)
            return partial(_merge, spot.p, other.p)
    return None


def _merge(p: etree._Element, other: etree._Element, chance: random.Random) -> Seeded:
    before = words_of(p), words_of(other)
    runs = [r for r in own(p, "r") if r.find(w("t")) is not None]
    gap = ""
    if not before[0].endswith(" ") and runs:
        gap = " "
        r = etree.Element(w("r"))
        r.extend(bare(each) for each in runs[-1].findall(w("rPr")))
        write(etree.SubElement(r, w("t")), gap)
        p.append(r)
    pPr, other_pPr = p.find(w("pPr")), other.find(w("pPr"))
    p.extend([each for each in other if each is not other_pPr])
    if chance.random() < 0.5 and pPr is not None and other_pPr is not None:
        p.replace(pPr, other_pPr)
    other.getparent().remove(other)
    return Seeded("merge", len(gap), before, (words_of(p),))


# numbers


def plan_level(board: Board) -> Make | None:
    """Plan another level, or another list, for a paragraph that is numbered automatically."""
    numbers = [each.get(w("val")) for spot in board.spots for each in spot.p.iter(w("numId"))]
    for spot in board.free(lambda spot: board.in_main(spot) and spot.is_closed):
        numPr = spot.p.find(f"{w('pPr')}/{w('numPr')}")
        if numPr is not None and [each.tag for each in numPr] == [w("ilvl"), w("numId")]:
            board.take(spot.p)
            return partial(_set_level, spot.p, numPr, sorted(set(filter(None, numbers)) - {"0"}))
    return None


def _set_level(p: etree._Element, numPr: etree._Element, numbers: Sequence[str], chance: random.Random) -> Seeded:
    level, number = numPr
    others = [each for each in numbers if each != number.get(w("val"))]
    if others and chance.random() < 0.4:
        number.set(w("val"), chance.choice(others))
    else:
        level.set(w("val"), str((int(level.get(w("val"), "0")) + 1) % _LEVELS))
    return Seeded("level", 0, (words_of(p),), (words_of(p),))


def plan_retyping(board: Board) -> Make | None:
    """Plan other numbers for a paragraph that is numbered by hand, and for those like it after it."""

    def fits(spot: Spot) -> bool:
        text = text_of(letters_of(spot.p, board.fields))
        return board.in_main(spot) and _TYPED.match(text) is not None

    for spot in board.free(fits):
        later = [each for each in spot.p.itersiblings(w("p")) if board.is_free(each)][:12]
        group = [p for p in later if _form(p, board) == _form(spot.p, board)][:4]
        board.take(spot.p, *group)
        return partial(_retype, [spot.p, *group], board.fields)
    return None


def _form(p: etree._Element, board: Board) -> str:
    found = _TYPED.match(text_of(letters_of(p, board.fields)))
    return re.sub(r"\d+", "1", re.sub(r"[a-z]", "a", found[0])) if found else str(id(p))


def _retype(group: Sequence[etree._Element], fields: set[etree._Element], _: random.Random) -> Seeded:
    before, count = tuple(words_of(p) for p in group), 0
    for p in group:
        letters = letters_of(p, fields)
        found = _TYPED.match(text_of(letters))
        if found is not None:
            new = str(int(found[2]) + 1) if found[2].isdigit() else chr(ord(found[2]) + 1)
            replace(letters, found.start(2), found.end(2), new)
            count += len(new) + len(found[2])
    return Seeded("retyping", count, before, tuple(words_of(p) for p in group))


# rows


def plan_row_insertion(board: Board) -> Make | None:
    """Plan a new row after another, in its manner."""
    tr = _plan_row(board, least=1)
    return None if tr is None else partial(_insert_row, tr)


def plan_row_deletion(board: Board) -> Make | None:
    """Plan to delete a row of a table that has others."""
    tr = _plan_row(board, least=3)
    return None if tr is None else partial(_delete_row, tr)


def _plan_row(board: Board, least: int) -> etree._Element | None:
    for spot in board.free(lambda spot: spot.in_cell and board.in_main(spot)):
        tr = next(spot.p.iterancestors(w("tr")), None)
        if tr is None or tr.getparent().tag != w("tbl") or len(tr.getparent().findall(w("tr"))) < least:
            continue
        inside = [board.spot(p) for p in tr.iter(w("p"))]
        simple = next(tr.iter(w("vMerge"), w("tbl"), w("sdt"), w("trPrChange"), w("ins"), w("del")), None) is None
        if simple and all(each is not None and each.is_closed and board.is_free(each.p) for each in inside):
            board.take(*tr.iter(w("p")))
            return tr
    return None


def _insert_row(tr: etree._Element, chance: random.Random) -> Seeded:
    new = etree.Element(w("tr"))
    new.extend(bare(each) for each in tr if each.tag in (w("tblPrEx"), w("trPr")))
    texts = []
    for tc in tr.findall(w("tc")):
        cell = etree.SubElement(new, w("tc"))
        cell.extend(bare(each) for each in tc.findall(w("tcPr")))
        texts.append(f"{sentences.term(chance)} {chance.randint(2, 400)}")
        cell.append(like(tc.find(w("p")), texts[-1]))
    tr.addnext(new)
    return Seeded("row+", sum(map(len, texts)), (), tuple(texts))


def _delete_row(tr: etree._Element, _: random.Random) -> Seeded:
    before = tuple(words_of(p) for p in tr.iter(w("p")))
    tr.getparent().remove(tr)
    return Seeded("row-", sum(map(len, before)), before)


# changes of others


def plan_resolution(board: Board) -> Make | None:
    """Plan that a change of others is accepted, or rejected, in the new version."""

    def fits(spot: Spot) -> bool:
        return any(each.getparent() is spot.p for each in own(spot.p, "ins", "del"))

    for spot in board.free(fits):
        board.take(spot.p)
        return partial(_resolve, spot.p)
    return None


def _resolve(p: etree._Element, chance: random.Random) -> Seeded:
    before, count = words_of(p), 0
    for each in [each for each in own(p, "ins", "del") if each.getparent() is p]:
        accepting = chance.random() < 0.5
        is_kept = (each.tag == w("ins")) == accepting
        text = "".join(t.text or "" for t in each.iter(w("t"), w("delText")))
        count += 0 if accepting else len(text)
        if is_kept:
            for t in each.iter(w("delText")):
                t.tag = w("t")
            for content in list(each):
                each.addprevious(content)
        p.remove(each)
    return Seeded("resolution", count, (before,), (words_of(p),))


PLANS = (
    ("edit", plan_edit),
    ("move", plan_move),
    ("move of some", plan_move_of_some),
    ("move and edit", plan_move_and_edit),
    ("deletion", plan_deletion),
    ("insertion", plan_insertion),
    ("split", plan_split),
    ("merge", plan_merge),
    ("level", plan_level),
    ("retyping", plan_retyping),
    ("cell", plan_cell),
    ("row+", plan_row_insertion),
    ("row-", plan_row_deletion),
    ("note", plan_note),
    ("header", plan_header),
    ("look", plan_look),
    ("resolution", plan_resolution),
)
"""Every kind of change and how it is planned; the last only where the file holds changes of others."""
