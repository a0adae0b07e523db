"""Fills the Word templates of `templates/`, which a firm may restyle in Word."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateError
from markupsafe import Markup

from app.errors import ExportError
from app.export.tracked_text import xml_text
from app.export.word_file import word_bytes


def fill_template(template: Path, values: Mapping[str, object], *, title: str, author: str, when: date) -> bytes:
    """Return the Word file that `template` becomes with `values`; it bears `title` and the date `when`.

    Raises:
        ExportError: The template cannot be read, or asks for something that does not exist.
    """
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_printable)
    try:
        word = DocxTemplate(template)
        word.render(dict(values), environment, autoescape=True)
    except (TemplateError, OSError, ValueError, KeyError) as error:
        raise ExportError(
            f"{template.name}: the template cannot be used ({error}); correct it in Word, or restore the one that came "
            "with the program"
        ) from error
    moment = datetime.combine(when, time(), tzinfo=UTC)
    return word_bytes(word.docx, title=title, author=author, when=moment)


def _printable(value: object) -> object:
    """Return a text with nothing in it that XML cannot hold."""
    return xml_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value
