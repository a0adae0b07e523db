"""What leaves with a Word file beside its words, as a list."""

from pathlib import Path

from app.export.inspection.attached import (
    find_add_ins,
    find_embedded,
    find_external,
    find_glossary,
    find_macros,
    find_merge,
    find_signature,
    find_template,
)
from app.export.inspection.contents import Contents
from app.export.inspection.properties import (
    find_custom_properties,
    find_custom_xml,
    find_properties,
    find_variables,
)
from app.export.inspection.remarks import find_comments, find_hidden, find_people, find_revisions
from app.export.inspection.traces import (
    find_descriptions,
    find_other,
    find_printer,
    find_sessions,
    find_thumbnail,
)
from app.model.inspection import Inspection
from app.ooxml.package import open_package

_FINDERS = (  # most telling first
    find_comments,
    find_revisions,
    find_hidden,
    find_embedded,
    find_people,
    find_properties,
    find_custom_properties,
    find_custom_xml,
    find_variables,
    find_merge,
    find_template,
    find_external,
    find_descriptions,
    find_glossary,
    find_macros,
    find_add_ins,
    find_signature,
    find_other,
    find_thumbnail,
    find_printer,
    find_sessions,
)


def inspect(data: bytes, path: Path) -> Inspection:
    """Return what leaves with the Word file `data`, which was read from `path`.

    Raises:
        DocumentError: It is no Word file that can be read.
    """
    contents = Contents(open_package(data, path))
    return Inspection(path.name, tuple(item for find in _FINDERS for item in find(contents)))
