"""What was read of a document, as rows: the file, its pages, parties, dates, terms, what belongs to it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale

from app.desktop.comments import threads
from app.desktop.place_rows import Row
from app.desktop.source_views import counts_word
from app.desktop.text_marks import SURE
from app.desktop.words import percent_word, tr
from app.model.clause import DocumentType
from app.model.document import Document, IncorporatedDocument, Page, PageWay, Party, page_runs
from app.model.forms import FormChange, Recognition
from app.model.kind import DocumentKind
from app.model.span import Place, Span

_MOST = 200


def fact_rows(document: Document) -> tuple[Row, ...]:
    """Return what was read of `document`, in groups; a group with nothing in it is left out."""
    groups = (
        (tr("File"), _file(document)),
        (tr("Parties"), _parties(document)),
        (tr("Dates"), _dates(document)),
        (tr("Not attached, though part of the contract"), _incorporated(document, attached=False)),
        (tr("Exhibits"), _exhibits(document)),
        (tr("Other documents, attached"), _incorporated(document, attached=True)),
        (tr("To be signed"), _signatures(document)),
        (tr("Defined terms"), _terms(document)),
        (tr("Not read, or not surely"), (Row(text) for text in document.not_read)),
        (tr("Words read without confidence"), _unsure(document)),
        (tr("Set aside: running headers and footers"), _set_aside(document)),
    )
    rows = ((title, tuple(found)) for title, found in groups)
    return tuple(Row(title, under=found, head=True) for title, found in rows if found)


def form_rows(kind: DocumentKind | None, recognised: Recognition | None) -> tuple[Row, ...]:
    """Return what kind of document it is, which standard forms it follows and where it differs; () where unknown."""
    rows = [Row(_kind_word(kind.type), caption=kind.why, place=kind.place)] if kind is not None else []
    for found in recognised.forms if recognised is not None else ():
        places = tuple(_change(change) for change in found.changes)
        state = tr("word for word") if found.is_unmodified else tr("changed in {0} places").format(len(places))
        here = Place(found.first, Span(0, 0))
        rows.append(Row(found.form.title, caption=tr("Standard form, {0}").format(state), place=here, under=places))
    return (Row(tr("What it is"), under=tuple(rows), head=True),) if rows else ()


def _kind_word(kind: DocumentType) -> str:
    return {
        "model-licence": tr("Licence"),
        "use-policy": tr("Use policy"),
        "terms-of-service": tr("Terms for a product or service"),
        "data-processing": tr("Agreement on data processing"),
        "service-levels": tr("Service levels"),
        "order-form": tr("Order form"),
        "unknown": tr("Of no kind that is known"),
    }[kind]


def _change(change: FormChange) -> Row:
    what = {
        "changed": tr("Changed"),
        "added": tr("Added"),
        "left-out": tr("Left out"),
        "moved": tr("Moved to here"),
    }[change.kind]
    words = tr("1 word") if change.words == 1 else tr("{0} words").format(change.words)
    section = f"“{change.section}”" if change.section else tr("the beginning")
    return Row(f"{what}: {section}", aside=words, place=Place(change.paragraph, change.span or Span(0, 0)))


def pages_word(numbers: Iterable[int]) -> str:
    """Return page numbers as a reader writes them: "1–3, 7"."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in page_runs(numbers))


def _file(document: Document) -> Iterator[Row]:
    kind = {
        "docx": tr("Word document"),
        "pdf": tr("PDF"),
        "text": tr("Plain text"),
        "markdown": tr("Markdown"),
        "html": tr("Web page"),
        "rtf": tr("Rich text (RTF)"),
        "odt": tr("OpenDocument text"),
        "doc": tr("Word 97 document"),
    }[document.kind]
    pages = {None: "", 1: tr("1 page")}.get(document.pages, tr("{0} pages").format(document.pages))
    yield Row(document.name, caption=", ".join(filter(None, (kind, pages))))
    if document.attachment:
        yield Row(document.path.name, caption=tr("Attached to"))
    if document.language:
        yield Row(QLocale.languageToString(QLocale(document.language).language()), caption=tr("Language"))
    for way, numbers in _by_way(document.page_list):
        pages = tr("Page {0}") if len(numbers) == 1 else tr("Pages {0}")
        yield Row(_way_word(way), caption=pages.format(pages_word(numbers)))
    changes = counts_word(document)
    if changes:
        yield Row(changes, caption=tr("Tracked changes"))
    comments = len(threads(document))
    if comments:
        yield Row(str(comments), caption=tr("Comments"))


def _by_way(pages: Iterable[Page]) -> list[tuple[PageWay, list[int]]]:
    """Return the numbers of the pages by the way they were read, in the order in which each way comes first."""
    ways: dict[PageWay, list[int]] = {}
    for page in pages:
        ways.setdefault(page.way, []).append(page.number)
    return list(ways.items())


def _way_word(way: PageWay) -> str:
    return {
        "text": tr("Read from the text layer"),
        "layout": tr("Read from the text layer, with its lines and tables"),
        "ocr": tr("Read from the image, by text recognition"),
        "none": tr("Not read"),
    }[way]


def _parties(document: Document) -> Iterator[Row]:
    for party in document.parties.named:
        yield Row(_party_word(party), caption=_role_word(party.role), place=party.place)
    if not document.parties.named:
        for role, names in (("customer", document.parties.customer), ("vendor", document.parties.vendor)):
            if names:
                yield Row(", ".join(names), caption=_role_word(role))


def _party_word(party: Party) -> str:
    short = ", ".join(f"“{name}”" for name in party.short)
    if not party.name:
        return short
    return f"{party.name} ({short})" if short else party.name


def _role_word(role: str) -> str:
    return {"customer": tr("Customer"), "vendor": tr("Vendor")}.get(role, tr("Party"))


def _dates(document: Document) -> Iterator[Row]:
    for stated in document.dates:
        yield Row(stated.date.isoformat(), aside=stated.role, place=stated.place)


def _exhibits(document: Document) -> Iterator[Row]:
    for exhibit in document.exhibits:
        name = " ".join(filter(None, (exhibit.label, exhibit.title)))
        yield Row(name, place=Place(exhibit.first, Span(0, 0)))


def _incorporated(document: Document, *, attached: bool) -> Iterator[Row]:
    for other in document.incorporated:
        if (other.attached is not None) == attached:
            yield Row(_other_word(other), place=other.place)


def _other_word(other: IncorporatedDocument) -> str:
    return f"{other.name}\n{other.url}" if other.url else other.name


def _signatures(document: Document) -> Iterator[Row]:
    for block in document.signatures:
        yield Row(block.party or tr("Signature block"), place=Place(block.first, Span(0, 0)))


def _terms(document: Document) -> Iterator[Row]:
    for term in document.terms:
        yield Row(term.term, aside=str(len(term.uses)), place=Place(term.paragraph, term.span), uses=term.uses)


def _unsure(document: Document) -> Iterator[Row]:
    places = [(paragraph, box) for paragraph in document.paragraphs for box in paragraph.boxes if box.confidence < SURE]
    for paragraph, box in places[:_MOST]:
        word = paragraph.text[box.start : box.end]
        yield Row(word, aside=percent_word(box.confidence), place=Place(paragraph.index, Span(box.start, box.end)))
    if len(places) > _MOST:
        yield Row(tr("and {0} more words").format(len(places) - _MOST))


def _set_aside(document: Document) -> Iterator[Row]:
    pages: dict[str, list[int]] = {}
    for each in document.set_aside:
        pages.setdefault(" ".join(each.text.split()), []).append(each.page)
    for text, numbers in list(pages.items())[:_MOST]:
        yield Row(text, aside=tr("p. {0}").format(pages_word(numbers)))
