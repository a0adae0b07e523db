"""Files of standard forms and of families: read into the model, and a form written as one."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, ValidationError, model_validator

from app.errors import LibraryError
from app.library.files import lines, mistakes_of_form, parse
from app.library.parsed import ParsedFiles
from app.library.schema import Strict
from app.model.clause import DocumentType
from app.model.forms import Family, FamilyCell, FamilyTopic, FamilyVersion, FormUnit, SourceText, StandardForm

_UNIT = r"_?[0-9a-f]{16}:[1-9]\d{0,6}:[1-9]\d{0,5}"
"""A unit in a file: "_" where a blank stands before it, its hash, how many characters were hashed, its words."""


def _day(value: object) -> object:
    """Return a day from the words that stand for it; YAML gives a day itself where they are not in quotes."""
    return date.fromisoformat(value) if isinstance(value, str) else value


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
Text = Annotated[str, Field(min_length=1)]
Day = Annotated[date, BeforeValidator(_day)]


class SectionEntry(Strict):
    """The fingerprints of one section of the published text, in order."""

    section: str
    units: Annotated[str, Field(pattern=rf"^\s*{_UNIT}(\s+{_UNIT})*\s*$")]


class FormEntry(Strict):
    """One file of a standard form."""

    id: Id
    title: Text
    document_type: DocumentType
    publisher: Text
    family: str = ""
    version: str = ""
    effective: Day | None = None
    released: Day | None = None
    blank_at_end: bool = False
    sections: Annotated[list[SectionEntry], Field(min_length=1)]


class VersionEntry(Strict):
    """One release of a family."""

    id: Text
    title: Text
    licence: str = ""
    policy: str = ""
    released: Day | None = None
    effective: Day | None = None
    note: str = ""


class CellEntry(Strict):
    """What the texts of some versions say on a topic."""

    versions: Annotated[list[str], Field(min_length=1)]
    says: Text
    exact: str = ""
    at: str = ""
    read: SourceText = "licence"


class TopicEntry(Strict):
    """One row of a family's comparison."""

    id: Id
    title: Text
    clause: str = ""
    cells: Annotated[list[CellEntry], Field(min_length=1)]


class FamilyEntry(Strict):
    """One file of a family."""

    id: Id
    title: Text
    publisher: Text
    versions: Annotated[list[VersionEntry], Field(min_length=1)]
    topics: Annotated[list[TopicEntry], Field(min_length=1)]

    @model_validator(mode="after")
    def _answers_once(self) -> Self:
        known = {version.id for version in self.versions}
        if len(known) != len(self.versions):
            raise ValueError("two versions have the same id; give each its own")
        for topic in self.topics:
            answered = [version for cell in topic.cells for version in cell.versions]
            if unknown := set(answered) - known:
                raise ValueError(f"topic {topic.id!r} speaks of {min(unknown)!r}, which is no version of the family")
            if len(answered) != len(set(answered)):
                raise ValueError(f"topic {topic.id!r} answers twice for one version")
        return self


Entry = TypeVar("Entry", bound=BaseModel)
Made = TypeVar("Made", StandardForm, Family)


def load_forms(folder: Path, parsed: ParsedFiles | None = None) -> tuple[StandardForm, ...]:
    """Read all form files (`*.yaml`) of `folder` in order of id; none where there is no such folder.

    Raises:
        LibraryError: It lists all mistakes of all files as lines "file:line: field: message".
    """
    return _load(folder, FormEntry, _form, parsed)


def load_families(folder: Path, parsed: ParsedFiles | None = None) -> tuple[Family, ...]:
    """Read all family files of `folder` in order of id, as `load_forms` does."""
    return _load(folder, FamilyEntry, _family, parsed)


def form_file(form: StandardForm) -> str:
    """Return the file of `form`, which `load_forms` reads back as it is."""
    fields: list[tuple[str, object]] = [
        ("id", form.id),
        ("title", form.title),
        ("document_type", form.document_type),
        ("publisher", form.publisher),
        ("family", form.family),
        ("version", form.version),
        ("effective", form.effective),
        ("released", form.released),
        ("blank_at_end", form.blank_at_end),
    ]
    head = [f"{name}: {_scalar(value)}" for name, value in fields if value]
    return "\n".join((*head, "sections:", *_section_lines(form))) + "\n"


def _load(
    folder: Path, schema: type[Entry], make: Callable[[Entry], Made], parsed: ParsedFiles | None
) -> tuple[Made, ...]:
    problems: list[str] = []
    made: dict[str, Made] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            data = path.read_bytes()
        except OSError as error:
            problems.append(f"{path.name}:1: cannot be read: {error.strerror}")
            continue
        known = parsed.get(data) if parsed else None
        fields = known if known is not None else parse(path, data)
        entry = _entry(path, data, fields, schema)
        if isinstance(entry, list):
            problems.extend(entry)
            continue
        if parsed and isinstance(fields, dict):
            parsed.put(data, json.loads(json.dumps(fields, default=str)))  # days as they are written
        one = make(entry)
        if one.id in made:
            problems.append(f"{path.name}:1: id: another file has the id {one.id!r} too")
        made[one.id] = one
    if problems:
        raise LibraryError(problems)
    return tuple(made[name] for name in sorted(made))


def _entry(path: Path, data: bytes, fields: dict[str, Any] | str, schema: type[Entry]) -> Entry | list[str]:
    """Return the entry of one file, or its mistakes as lines."""
    if isinstance(fields, str):
        return [fields]
    try:
        return schema.model_validate(fields)
    except ValidationError as error:
        return lines(path, data, mistakes_of_form(error))


def _form(entry: FormEntry) -> StandardForm:
    units = tuple(_unit(text, part.section) for part in entry.sections for text in part.units.split())
    return StandardForm(
        id=entry.id,
        title=entry.title,
        document_type=entry.document_type,
        publisher=entry.publisher,
        units=units,
        family=entry.family,
        version=entry.version,
        effective=entry.effective,
        released=entry.released,
        blank_at_end=entry.blank_at_end,
    )


def _unit(text: str, section: str) -> FormUnit:
    digest, length, words = text.removeprefix("_").split(":")
    return FormUnit(digest, int(length), int(words), section, blank=text.startswith("_"))


def _family(entry: FamilyEntry) -> Family:
    versions = tuple(
        FamilyVersion(v.id, v.title, v.licence, v.policy, v.released, v.effective, v.note) for v in entry.versions
    )
    topics = tuple(FamilyTopic(t.id, t.title, t.clause, tuple(_cell(cell) for cell in t.cells)) for t in entry.topics)
    return Family(entry.id, entry.title, entry.publisher, versions, topics)


def _cell(entry: CellEntry) -> FamilyCell:
    return FamilyCell(tuple(entry.versions), entry.says, entry.exact, entry.at, entry.read)


def _section_lines(form: StandardForm) -> Iterator[str]:
    section: str | None = None
    for unit in form.units:
        if unit.section != section:
            section = unit.section
            yield f"  - section: {_scalar(section)}"
            yield "    units: >-"
        yield f"      {'_' if unit.blank else ''}{unit.digest}:{unit.length}:{unit.words}"


def _scalar(value: object) -> str:
    """Return a value as YAML: text and days in quotes, so that no title is read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    escaped = "".join(
        letter if letter.isprintable() and letter not in '"\\' else f"\\U{ord(letter):08x}" for letter in text
    )
    return f'"{escaped}"'
