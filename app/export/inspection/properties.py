"""What a Word file says of itself: its properties, labels, variables and stores of data."""

import re
from collections.abc import Iterator

from lxml import etree

from app.export.inspection.contents import Contents, counted, item, some
from app.model.inspection import Item
from app.ooxml.names import w
from app.ooxml.package import Package
from app.ooxml.relationships import remove_whole
from app.text.quotation import quoted

_CORE, _APP, _CUSTOM = "core-properties", ("extended-properties", "extendedProperties"), "custom-properties"
_LABELS = "classificationlabels"  # Microsoft 365 writes them beside the MSIP properties
_STORES = {
    "{6c3c8bc8-f283-45ae-878a-bab7291924a1}": _CORE,
    "{6668398d-a668-4e3e-a5eb-62b293d839f1}": _APP[0],
}
"""Ids under which content controls are bound to properties."""
_CORE_FIELDS = {
    "AUTHOR": "creator",
    "TITLE": "title",
    "SUBJECT": "subject",
    "KEYWORDS": "keywords",
    "COMMENTS": "description",
    "LASTSAVEDBY": "lastModifiedBy",
    "CREATEDATE": "created",
    "SAVEDATE": "modified",
    "PRINTDATE": "lastPrinted",
    "REVNUM": "revision",
    "EDITTIME": "TotalTime",
    "TEMPLATE": "Template",
}
"""Fields that show a property (ECMA-376-1 17.16.5)."""
_DOCUMENT_PROPERTY_NAMES = {"category": "category", "company": "company", "manager": "manager"} | {
    kind.lower(): name.lower() for kind, name in _CORE_FIELDS.items()
}
"""Names that DOCPROPERTY has for properties that are not custom."""
_NAMES = {
    "creator": "Author",
    "lastModifiedBy": "Last saved by",
    "Manager": "Manager",
    "Company": "Company",
    "title": "Title",
    "subject": "Subject",
    "keywords": "Keywords",
    "category": "Category",
    "description": "Remarks",
    "contentStatus": "Status",
    "identifier": "Identifier",
    "version": "Version",
    "created": "Created",
    "modified": "Last saved",
    "lastPrinted": "Last printed",
    "revision": "Times saved",
    "TotalTime": "Minutes of editing",
    "Template": "Template",
    "HyperlinkBase": "Base of links",
    "HLinks": "Links listed",
    "TitlesOfParts": "Headings listed",
}
_SILENT = frozenset(("", "0", "Normal", "Normal.dotm", "Normal.dot", "Normal.dotx"))
_WITH_TITLES = "HeadingPairs"  # counts what TitlesOfParts lists
_LABEL = re.compile(r"MSIP_Label_[0-9a-fA-F-]+_(\w+)")
_TIME = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z?$")
_BIBLIOGRAPHY = "Sources"
_STORE_KINDS = {
    _BIBLIOGRAPHY: "list of sources cited",
    "contentTypeSchema": "description of the fields of a document library",
    "properties": "fields of a document library",
    "CoverPageProperties": "values of a cover page",
    "FormTemplates": "forms of a document library",
    "Receivers": "programs of a document library",
    "sisl": "sensitivity label",
}


def find_properties(contents: Contents) -> Iterator[Item]:
    """Yield the properties that every Word file may have; those that its words show cannot be taken out."""
    removable, shown = [], []
    for _, element in _stated(contents):
        name = etree.QName(element).localname
        line = f"{_NAMES[name]}: {_value(element)}"
        if _is_shown(contents, element):
            shown.append(f"{line} (shown in the text)")
        else:
            removable.append(line)
    why = "They name people, firms and times that the text does not."
    yield from item("properties", "Document properties", removable, why, removable=True)
    why = "The text shows these by a field or content control; without them its words would change."
    yield from item("properties", "Document properties shown in the text", shown, why, removable=False)


def take_out_properties(package: Package) -> frozenset[str]:
    """Take out the properties that the text does not show."""
    contents, changed = Contents(package), set[str]()
    for part, element in _stated(contents):
        if _is_shown(contents, element):
            continue
        root = package.edit(part)
        changed.add(part)
        if etree.QName(element).localname == "TitlesOfParts":
            for pairs in root.findall(f"{{*}}{_WITH_TITLES}"):
                root.remove(pairs)
        root.remove(element)
    return frozenset(changed)


def find_custom_properties(contents: Contents) -> Iterator[Item]:
    """Yield properties that a firm or its programs added, and labels of sensitivity."""
    removable, shown = [], []
    for _, part in contents.parts(_CUSTOM):
        for element in _custom(contents.package, part):
            line = f"{_custom_name(element)}: {' '.join(element.itertext()).strip()}"
            if _is_custom_shown(contents, element):
                shown.append(f"{line} (shown in the text)")
            else:
                removable.append(line)
    for _, part in contents.parts(_LABELS):
        labels = contents.package.tree(part)
        removable += [f"Sensitivity label of the organisation {label.get('siteId', '')}".rstrip() for label in labels]
    why = "They tell how your firm files and labels the document. A label that your firm requires must stay."
    yield from item("custom-properties", "Properties and labels added by programs", removable, why, removable=True)
    why = "The text shows these by a field; without them its words would change."
    yield from item("custom-properties", "Added properties shown in the text", shown, why, removable=False)


def take_out_custom_properties(package: Package) -> frozenset[str]:
    """Take out the added properties that the text does not show, and the labels."""
    contents, changed = Contents(package), set[str]()
    for each, part in [*contents.parts(_CUSTOM), *contents.parts(_LABELS)]:
        listed = _custom(package, part) if each.kind == _CUSTOM else []
        kept = [element for element in listed if _is_custom_shown(contents, element)]
        changed.add(part)
        if not kept:
            package.remove_part(part)
            continue
        root = package.edit(part)
        for element in listed:
            if element not in kept:
                root.remove(element)
    return frozenset(changed)


def find_custom_xml(contents: Contents) -> Iterator[Item]:
    """Yield the stores of data beside the text, and which of them content controls show."""
    free, bound = [], []
    for _, part in contents.parts("customXml"):
        line = _store_line(contents.package, part)
        reason = _bound_by(contents, part)
        if reason:
            bound.append(f"{line} ({reason})")
        else:
            free.append(line)
    why = "Data that programs keep in the file; it may hold what the text does not show."
    yield from item("custom-xml", "Data beside the text", free, why, removable=True)
    why = "The text shows this data; without it the words would be empty when the file is opened."
    yield from item("custom-xml", "Data that the text shows", bound, why, removable=False)


def take_out_custom_xml(package: Package) -> frozenset[str]:
    """Take out the stores of data that nothing in the text is bound to."""
    contents, changed = Contents(package), set[str]()
    for _, part in list(contents.parts("customXml")):
        if _bound_by(contents, part):
            continue
        changed |= remove_whole(package, part)
    return frozenset(changed)


def find_variables(contents: Contents) -> Iterator[Item]:
    """Yield the variables that programs keep in the settings."""
    free: list[str] = []
    shown: list[str] = []
    for _, root in contents.settings:
        for variable in root.iter(w("docVar")):
            line = f"{variable.get(w('name'), '')}: {quoted(variable.get(w('val'), ''))}"
            (shown if _is_variable_shown(contents, variable) else free).append(line)
    why = "Values that programs keep out of sight, such as names of clients, matters and files."
    yield from item("variables", "Document variables", some(free), why, removable=True)
    why = "The text shows these by a field; without them its words would change."
    yield from item("variables", "Document variables shown in the text", some(shown), why, removable=False)


def take_out_variables(package: Package) -> frozenset[str]:
    """Take out the variables that the text does not show."""
    contents, changed = Contents(package), set[str]()
    for part, root in contents.settings:
        for variable in list(root.iter(w("docVar"))):
            holder = variable.getparent()
            if holder is None or _is_variable_shown(contents, variable):
                continue
            package.edit(part)
            changed.add(part)
            holder.remove(variable)
            above = holder.getparent()
            if not len(holder) and above is not None:
                above.remove(holder)
    return frozenset(changed)


def _stated(contents: Contents) -> list[tuple[str, etree._Element]]:
    """Return the properties that say something, by the part they stand in, those of people first."""
    found = [
        (part, element)
        for _, part in contents.parts(_CORE, *_APP)
        for element in contents.package.tree(part)
        if isinstance(element.tag, str) and etree.QName(element).localname in _NAMES and _value(element) not in _SILENT
    ]
    order = list(_NAMES)
    return sorted(found, key=lambda each: order.index(etree.QName(each[1]).localname))


def _value(element: etree._Element) -> str:
    texts = [_TIME.sub(r"\1 \2", " ".join(text.split())) for text in element.itertext()]
    return "; ".join(text for text in texts if text)


def _is_shown(contents: Contents, element: etree._Element) -> bool:
    name = etree.QName(element).localname
    if any(each.value == name.lower() and _STORES.get(each.store) for each in contents.bindings):
        return True
    bare = contents.instructions.upper()
    if any(_CORE_FIELDS[kind] == name for kind in _CORE_FIELDS if re.search(rf"(?:^|\x00)\s*{kind}\b", bare)):
        return True
    asked = {argument.lower() for kind, argument in contents.fields if kind in ("DOCPROPERTY", "INFO")}
    return any(_DOCUMENT_PROPERTY_NAMES.get(argument.replace(" ", "")) == name.lower() for argument in asked)


def _custom(package: Package, part: str) -> list[etree._Element]:
    return [element for element in package.tree(part) if isinstance(element.tag, str)]


def _custom_name(element: etree._Element) -> str:
    name = element.get("name", "")
    label = _LABEL.fullmatch(name)
    return f"Sensitivity label, {label[1]}" if label else name


def _is_custom_shown(contents: Contents, element: etree._Element) -> bool:
    name = element.get("name", "").lower()
    return any(kind == "DOCPROPERTY" and argument.lower() == name for kind, argument in contents.fields)


def _is_variable_shown(contents: Contents, variable: etree._Element) -> bool:
    name = variable.get(w("name"), "").lower()
    return any(kind == "DOCVARIABLE" and argument.lower() == name for kind, argument in contents.fields)


def _store_line(package: Package, part: str) -> str:
    root = package.tree(part)
    name = etree.QName(root).localname
    words = " ".join(" ".join(text.split()) for text in root.itertext() if text.strip())
    kind = _STORE_KINDS.get(name, f"data called {name}")
    sources = f", {counted(len(root), 'source') if len(root) else 'empty'}" if name == _BIBLIOGRAPHY else ""
    return f"{part}: {kind}{sources}" + (f", {quoted(words)}" if words else "")


def _bound_by(contents: Contents, part: str) -> str:
    """Return what shows the data of a store; "" for nothing."""
    package = contents.package
    ids = {
        str(value).lower()
        for described in package.related(part, "customXmlProps")
        for name, value in package.tree(described).attrib.items()
        if etree.QName(name).localname == "itemID"
    }
    bound = [each for each in contents.bindings if not each.store or each.store in ids]
    if bound:
        named = some(f"{each.control or 'a content control'} {quoted(each.shown)}" for each in bound)
        return "shown by " + ", ".join(named)
    cites = re.search(r"(?:^|\x00)\s*(?:CITATION|BIBLIOGRAPHY)\b", contents.instructions.upper())
    is_bibliography = etree.QName(package.tree(part)).localname == _BIBLIOGRAPHY
    return "cited in the text" if is_bibliography and cites and len(package.tree(part)) else ""
