"""What differs between two Word files and no tracked change can say, in words: nothing is lost in silence."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from app.ooxml.comparing.notes import NOTES
from app.ooxml.comparing.stories import HEADERS, headers_of, sections_of, texts_of
from app.ooxml.looks import canonical
from app.ooxml.names import w
from app.ooxml.package import Package

_NAMED = 4  # styles that are named


def untold(old: Package, new: Package, pairs: Mapping[str, str]) -> Iterator[str]:
    """Give what differs around the text and is not compared, in words; `pairs` are the parts that are."""
    yield from _unpaired(old, new, pairs)
    yield from _styles(old, new)
    yield from _comments(old, new)
    yield from _long_fields(old, new)


def _unpaired(old: Package, new: Package, pairs: Mapping[str, str]) -> Iterator[str]:
    """Give what differs around the text and is not compared, in words."""
    for kind in HEADERS:
        for section, its in zip(headers_of(old, kind), headers_of(new, kind), strict=False):
            for pages in section | its:
                part, other = section.get(pages), its.get(pages)
                is_paired = part is not None and pairs.get(part) == other
                if not is_paired and _words(old, part) != _words(new, other):
                    yield f"one version has {kind}s that the other has not: look at them in Word"
    for kind in NOTES:
        if len({len(package.related(package.main, kind)) for package in (old, new)}) > 1:
            yield f"one version has {kind} that the other has not: look at them in Word"
    sections = sections_of(old), sections_of(new)
    if len(sections[0]) != len(sections[1]):
        yield "one version has more sections than the other: look at the section breaks in Word"
    elif any(_page_setup(one) != _page_setup(other) for one, other in zip(*sections, strict=True)):
        yield "the page setup of a section is another in the new version: look at it in Word"


def _words(package: Package, part: str | None) -> str:
    return "" if part is None else "".join(texts_of(package, part))


def _page_setup(sectPr: etree._Element) -> str:
    copy = deepcopy(sectPr)
    for child in list(copy.iterchildren(*HEADERS.values(), w("sectPrChange"))):
        copy.remove(child)
    return canonical(copy)


def _styles(old: Package, new: Package) -> Iterator[str]:
    """Give the styles in use in both that look otherwise."""
    parts = [package.related(package.main, "styles")[:1] for package in (old, new)]
    if all(parts) and old.read(parts[0][0]) == new.read(parts[1][0]):
        return
    ours, theirs = _looks_of_styles(old), _looks_of_styles(new)
    used = {
        each.get(w("val"))
        for package in (old, new)
        for each in package.tree(package.main).iter(w("pStyle"), w("rStyle"))
    }
    names = sorted(name for name in ours.keys() & theirs.keys() if name in used and ours[name] != theirs[name])
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"styles look otherwise in the new version ({', '.join(names[:_NAMED])}{more}): they stay as they were"


def _looks_of_styles(package: Package) -> dict[str, str]:
    parts = package.related(package.main, "styles")[:1]
    styles = (style for part in parts for style in package.tree(part).iterchildren(w("style")))
    return {
        style.get(w("styleId"), ""): canonical(style.find(w("pPr"))) + canonical(style.find(w("rPr")))
        for style in styles
    }


def _comments(old: Package, new: Package) -> Iterator[str]:
    """Give that the new version has comments that the old one has not."""
    ours, theirs = (
        {
            "".join(each.itertext(w("t")))
            for part in package.related(package.main, "comments")
            for each in package.tree(part)
        }
        for package in (old, new)
    )
    if theirs - ours:
        count = len(theirs - ours)
        said = "a comment of the new version is" if count == 1 else f"{count} comments of the new version are"
        yield f"{said} not carried over: read them there"


def _comment_texts(package: Package) -> set[str]:
    parts = package.related(package.main, "comments")
    return {"".join(each.itertext(w("t"))) for part in parts for each in package.tree(part)}


def _long_fields(old: Package, new: Package) -> Iterator[str]:
    """Give that one version has more fields over several paragraphs, such as a table of contents."""
    if len({_count_long_fields(package.tree(package.main)) for package in (old, new)}) > 1:
        yield (
            "one version has a field over several paragraphs, such as a table of contents, that the other has not: "
            "only its words are compared; update fields in Word"
        )


def _count_long_fields(root: etree._Element) -> int:
    count = 0
    for p in root.iter(w("p")):
        kinds = [mark.get(w("fldCharType")) for mark in p.iter(w("fldChar"))]
        count += kinds.count("begin") > kinds.count("end")
    return count
