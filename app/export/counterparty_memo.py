"""The memo for the counterparty. It is made from `Outgoing`, which cannot hold what stays in the house."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from app.export.phrases import date_phrase, listed_places, place_phrase
from app.export.template import fill_template
from app.export.tracked_text import TrackedText, plain_runs
from app.model.outgoing import Outgoing, Request
from app.paths import data_dir

TEMPLATE = "counterparty.docx"


@dataclass(frozen=True, slots=True)
class AskedPassage:
    """A paragraph with the changes asked, or a new one: where it stands and its runs."""

    place: str
    runs: Markup


@dataclass(frozen=True, slots=True)
class AskedChange:
    """One request as the memo shows it."""

    title: str
    places: str
    comment: str
    passages: tuple[AskedPassage, ...]


def write_counterparty_memo(asked: Outgoing, *, when: date, author: str) -> bytes:
    """Return the memo to the counterparty as a Word file, filled into `templates/counterparty.docx`.

    Raises:
        ExportError: The template cannot be used.
    """
    tracked = TrackedText(author, when)
    values: dict[str, object] = {
        "document": asked.document,
        "file": asked.file,
        "author": author,
        "date": date_phrase(when),
        "requests": [_change(request, tracked) for request in asked.requests],
    }
    title = f"Requested changes: {asked.document}"
    return fill_template(data_dir("templates") / TEMPLATE, values, title=title, author=author, when=when)


def _change(request: Request, tracked: TrackedText) -> AskedChange:
    places = [listed_places(tuple(dict.fromkeys(passage.place for passage in request.passages)))]
    places += [f"after {place_phrase(new.after)}" for new in request.additions]
    return AskedChange(
        title=request.title,
        places=", ".join(dict.fromkeys(place for place in places if place)),
        comment="" if request.comment is None else request.comment.text,
        passages=tuple(_passages(request, tracked)),
    )


def _passages(request: Request, tracked: TrackedText) -> Iterator[AskedPassage]:
    for passage in request.passages:
        runs = tracked.edited(passage.text, passage.edits) if passage.edits else plain_runs(passage.text, passage.about)
        yield AskedPassage(place_phrase(passage.place), runs)
    for new in request.additions:
        text = f"{new.marker} {new.text}".strip()
        yield AskedPassage(f"New, after {place_phrase(new.after)}", tracked.inserted(text))
