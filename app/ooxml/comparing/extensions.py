"""Later extensions of WordprocessingML, which a part may hold only where it says that readers may ignore them.

ECMA-376-3 10.1: `mc:Ignorable` of the root names their prefixes.
"""

from collections.abc import Collection

from lxml import etree

from app.ooxml.names import MC, XML, R, W

_IGNORABLE = f"{{{MC}}}Ignorable"
_PLAIN = frozenset((W, R, XML, None))
_EXTENSION = "http://schemas.microsoft.com/office/word/"


def ignorable_in(root: etree._Element) -> frozenset[str | None]:
    """Return the namespaces that readers of the part with this root may ignore."""
    names = root.nsmap
    return frozenset(names.get(prefix) for prefix in root.get(_IGNORABLE, "").split())


def take_out_extensions(copied: etree._Element, ignorable: Collection[str | None]) -> None:
    """Take out of `copied` the attributes and elements that a part may not hold in which these may be ignored."""
    for element in list(copied.iter("*")):
        for name in [name for name in element.attrib if not _is_known(name, ignorable)]:
            if etree.QName(element).namespace == W:
                del element.attrib[name]
        holder = element.getparent()
        namespace = etree.QName(element).namespace or ""
        is_extension = namespace.startswith(_EXTENSION) and namespace not in ignorable
        if is_extension and holder is not None and etree.QName(holder).namespace == W:
            holder.remove(element)


def _is_known(name: str | bytes, ignorable: Collection[str | None]) -> bool:
    namespace = etree.QName(name).namespace
    return namespace in _PLAIN or namespace in ignorable
