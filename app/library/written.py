"""Fields of a file as YAML that a lawyer would have typed: folded texts, short lists on one line."""

from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString

_WIDTH = 118
_LONG = 90
"""Letters from which a text is folded over several lines."""
_ORDER = (
    *("id", "title", "group", "nature", "severity", "severity_when", "negotiability", "owner", "applies", "inherits"),
    *("cues", "facts", "positions", "ask", "rationale", "comment", "note", "sources", "claims", "obligations"),
    *("meets", "examples"),
)
"""The fields of a clause file, as its readers expect them."""


def as_yaml(fields: Mapping[str, Any]) -> bytes:
    """Return `fields` as the bytes of a YAML file."""
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    order = {name: place for place, name in enumerate(_ORDER)}
    written = {name: fields[name] for name in sorted(fields, key=lambda name: order.get(name, len(order)))}
    out = StringIO()
    yaml.dump(_node(written), out)
    return out.getvalue().encode()


def _node(value: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    if isinstance(value, Mapping):
        node = CommentedMap((name, _node(each)) for name, each in value.items())
        if _fits_a_line(value):
            node.fa.set_flow_style()
        return node
    if isinstance(value, list):
        members = CommentedSeq(map(_node, value))
        if all(isinstance(each, str) for each in value) and _length(value) <= _LONG:
            members.fa.set_flow_style()
        return members
    if isinstance(value, str) and len(value) > _LONG and "\n" not in value and ": " not in value[:1]:
        return FoldedScalarString(value)
    return value


def _fits_a_line(fields: Mapping[str, Any]) -> bool:
    """Return whether fields are a test or the like, which reads best on one line."""
    plain = all(isinstance(value, bool | int | float | str) for value in fields.values())
    return (
        plain and 0 < _length(list(map(str, fields.items()))) <= _LONG and not {"text", "says", "level"} & set(fields)
    )


def _length(texts: list[str]) -> int:
    return sum(len(text) + 2 for text in texts)
