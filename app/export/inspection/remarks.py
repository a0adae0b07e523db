"""What people left between the lines: comments, tracked changes, hidden words, their names."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from app.export.inspection.contents import Contents, counted, item, some, text_of
from app.export.receipt_text import KINDS
from app.model.inspection import Item
from app.ooxml.census import census
from app.ooxml.names import W14, W15, w
from app.ooxml.package import Package
from app.ooxml.relationships import remove_whole
from app.ooxml.runs import emphasis_of, paragraphs_of, read_text
from app.ooxml.styles import properties_of
from app.text.quotation import quoted

_AUTHOR = w("author")
_PARTS = {"hdr": "header", "ftr": "footer", "comments": "in a comment", "glossaryDocument": "building blocks"}
_TINY = 2  # half-points: a size that nobody reads
_WHITE = ("FFFFFF", "white")
_BLOCKS_WITH_GROUND = tuple(map(w, ("tbl", "txbxContent")))
_TASKS = "documenttasks"  # [MS-DOCX] 2.5.9


def find_comments(contents: Contents) -> Iterator[Item]:
    """Yield the comments, by author."""
    package = contents.package
    comments = [
        comment
        for part in package.related(package.main, "comments")
        for comment in package.tree(part).iterchildren(w("comment"))
    ]
    done = _resolved(package)
    by_author: dict[str, list[etree._Element]] = defaultdict(list)
    for comment in comments:
        by_author[comment.get(_AUTHOR, "")].append(comment)
    details: list[str] = []
    for author, own in by_author.items():
        resolved = sum(_last_paragraph(comment) in done for comment in own)
        resolved_too = f", {resolved} of them resolved" if resolved else ""
        details.append(f"{author or 'no name'}: {counted(len(own), 'comment')}{resolved_too}")
        details += some(f"  {quoted(text_of(comment))}" for comment in own)
    why = "Comments of your own side may say what you would settle for, resolved ones too."
    yield from item("comments", "Comments in the margin", details, why, removable=True)


def find_revisions(contents: Contents) -> Iterator[Item]:
    """Yield the tracked changes, by author, kind and part."""
    lines: dict[str, list[str]] = defaultdict(list)
    for count in census(contents.package):
        lines[count.author].append(f"{count.marks} × {KINDS[count.kind]}{_place(contents.package, count.part)}")
    details = (f"{author or 'no name'}: {', '.join(listed)}" for author, listed in lines.items())
    why = (
        "Whoever opens the file reads the earlier words. Accept or reject them in Word, or with `counterdraft resolve`."
    )
    yield from item("revisions", "Tracked changes", details, why, removable=False)


def find_hidden(contents: Contents) -> Iterator[Item]:
    """Yield words that are in the file and that nobody sees."""
    found: dict[str, list[str]] = defaultdict(list)
    grounded = any(True for _, root in contents.stories for _ in root.iter(w("background")))
    for _, root in contents.stories:
        for p in paragraphs_of(root):
            _collect_hidden(contents, p, found, grounded=grounded)
    details = [
        f"{how}: {line}"
        for how, words in found.items()
        for line in some(quoted(text) for text in words if text.strip())
    ]
    why = (
        "The recipient can make these words visible. They are part of the contract's text, so taking them out is a "
        "change to be tracked: delete them in the document."
    )
    yield from item("hidden-text", "Hidden text", details, why, removable=False)


def find_people(contents: Contents) -> Iterator[Item]:
    """Yield the accounts of people who worked on the file, and the tasks given to them."""
    details: list[str] = []
    for _, part in contents.parts("people"):
        for person in contents.package.tree(part).iterchildren(f"{{{W15}}}person"):
            name = person.get(f"{{{W15}}}author", "")
            accounts = [
                presence.get(f"{{{W15}}}userId", "") for presence in person.iterchildren(f"{{{W15}}}presenceInfo")
            ]
            account = next((account for account in accounts if account and account != name), "")
            details.append(f"{name or 'no name'} (account {account})" if account else name or "no name")
    for _, part in contents.parts(_TASKS):
        root = contents.package.tree(part)
        users = {user.get("userName", "") for user in root.iter() if isinstance(user.tag, str)} - {""}
        details += [f"{name} (task)" for name in sorted(users)]
    details += [
        f"{start.get(w('ed'))} (may edit a stretch of the document; stays)"
        for _, root in contents.stories
        for start in root.iter(w("permStart"))
        if start.get(w("ed"))
    ]
    why = "Names and accounts of people who worked on the file stay in it after their last change is gone."
    yield from item("people", "Accounts of people", some(details), why, removable=True)


def take_out_people(package: Package) -> frozenset[str]:
    """Take out the list of accounts and the tasks; names on comments and tracked changes stay."""
    changed: set[str] = set()
    for _, part in list(Contents(package).parts("people", _TASKS)):
        changed |= remove_whole(package, part)
    return frozenset(changed)


def _resolved(package: Package) -> frozenset[str]:
    """Return the ids of the last paragraphs of the comments that are resolved, answers in such threads included."""
    done: set[str] = set()
    parents: dict[str, str] = {}
    for part in package.related(package.main, "commentsExtended"):
        for entry in package.tree(part).iterchildren(f"{{{W15}}}commentEx"):
            paragraph = entry.get(f"{{{W15}}}paraId", "")
            parents[paragraph] = entry.get(f"{{{W15}}}paraIdParent", "")
            if entry.get(f"{{{W15}}}done", "0") in ("1", "true", "on"):
                done.add(paragraph)
    return frozenset(done | {paragraph for paragraph, parent in parents.items() if parent in done})


def _last_paragraph(comment: etree._Element) -> str:
    paragraphs = list(comment.iterchildren(w("p")))
    return paragraphs[-1].get(f"{{{W14}}}paraId", "") if paragraphs else ""


def _place(package: Package, part: str) -> str:
    """Return in which part, in words; "" for the document itself."""
    tag = etree.QName(package.tree(part)).localname
    return "" if tag == "document" else f" ({_PARTS.get(tag, tag)})"


def _collect_hidden(contents: Contents, p: etree._Element, found: dict[str, list[str]], *, grounded: bool) -> None:
    """Add the hidden words of a paragraph to `found`, by how they are hidden; neighbours are one."""
    style = contents.styles.of_paragraph(properties_of(p))
    last = ""
    view = read_text(p, "marked")
    for piece in view.pieces:
        if contents.styles.emphasis(style, piece.rPr).hidden:
            how = "hidden"
        elif piece.rPr is None or emphasis_of(piece.rPr).hidden:
            how = ""
        elif _is_tiny(piece.rPr):
            how = "in letters of 1 point"
        elif not grounded and _is_white(contents, piece.rPr, p, style):
            how = "white on white"
        else:
            how = ""
        text = view.text[piece.start : piece.end]
        if how and how == last:
            found[how][-1] += text
        elif how:
            found[how].append(text)
        last = how


def _is_tiny(rPr: etree._Element) -> bool:
    size = rPr.find(w("sz"))
    stated = "" if size is None else size.get(w("val"), "")
    return stated.isdecimal() and int(stated) <= _TINY


def _is_white(contents: Contents, rPr: etree._Element, p: etree._Element, style: str) -> bool:
    """Return whether letters are white by their own format, and nothing can be behind them but the page."""
    color = rPr.find(w("color"))
    if color is None or color.get(w("val"), "") not in _WHITE or color.get(w("themeColor")) is not None:
        return False
    if rPr.find(w("shd")) is not None or rPr.find(w("highlight")) is not None:
        return False
    if next(p.iterancestors(*_BLOCKS_WITH_GROUND), None) is not None or p.find(f"{w('pPr')}/{w('shd')}") is not None:
        return False
    return not any(True for each in contents.styles.chain(style) for _ in each.iter(w("shd")))
