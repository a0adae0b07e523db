"""The authors of comments and revisions, as a package lists them ([MS-DOCX] 2.5.3.5)."""

from lxml import etree

from app.ooxml.comment_parts import PEOPLE, edit_part, part_of
from app.ooxml.names import W15
from app.ooxml.package import Package

_PERSON, _AUTHOR, _PRESENCE = (f"{{{W15}}}{name}" for name in ("person", "author", "presenceInfo"))
_PROVIDER, _USER = (f"{{{W15}}}{name}" for name in ("providerId", "userId"))


def list_person(package: Package, author: str) -> None:
    """List `author` among the people of `package`, with no account anywhere, unless the name is there already."""
    part = part_of(package, PEOPLE)
    if part is not None and any(each.get(_AUTHOR) == author for each in package.tree(part).iterchildren(_PERSON)):
        return
    person = etree.SubElement(edit_part(package, PEOPLE), _PERSON, {_AUTHOR: author}, {"w15": W15})
    etree.SubElement(person, _PRESENCE, {_PROVIDER: "None", _USER: author})
