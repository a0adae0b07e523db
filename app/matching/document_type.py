"""Recognises what a document is: by what it calls itself, and for licences and terms by what it speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise
from textwrap import shorten

from app.matching.document_names import BARE_AGREEMENT, NAMES, NOISE, ORDER_FORM, PERMISSIONS, SELF_NAME
from app.model.clause import DocumentType
from app.model.document import Document
from app.model.kind import DocumentKind
from app.model.span import Place, Span

_ARTEFACT = re.compile(
    r"\b(?:models?|weights|llm|checkpoints?|data ?sets?|derivative works?|derivatives|(?:source|object) (?:code|form)|"
    r"redistribut\w+|reproduc\w+)\b",
    re.IGNORECASE,
)
"""What a licence to weights, code or data speaks of."""

_MODEL = re.compile(r"\b(?:models?|weights|llms?|checkpoints?|fine-?tun\w+)\b", re.IGNORECASE)
"""What a licence to models speaks of, whoever agrees on it."""

_DEALING = re.compile(
    r"\b(?:accounts?|log ?in|website|subscri\w+|fees|invoices?|royalt(?:y|ies)|payments?|purchase|customer|"
    r"hosted service|(?:the|our) services?|uptime|support|maintenance|privacy policy|deliver\w*|your content)\b",
    re.IGNORECASE,
)
"""What terms for a product or service speak of."""

_BETWEEN = re.compile(
    r"\b(?:between|entered into)\b[^.]{0,200}?"
    r"\b(?:inc|corp|llc|ltd|company|corporation|limited|gmbh|ag|plc|l\.?p|[bn]\.?v|s\.?a)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-z]{2}[.;](?:\s|$)")
_RUN_IN_TITLE = re.compile(r"[^a-z]{12,120}(?=\s[A-Z][a-z])")
_FEW = 5
"""Words about a service that a licence may hold in passing."""

_DENSE = 5
"""Such words in a thousand, from which it is no licence for everyone."""

_CONCERNED = 2
"""Words in a thousand from which an agreement without a telling name is one on a product or service."""

_OPENING = 30
"""Paragraphs in which a document says what it is."""

_FIRST_LINES = 6
"""Paragraphs among which its title stands."""

_OPENING_LENGTH = 4000
"""Characters of them."""

_LONGEST_TITLE = 120
_LONGEST_NAME = 80
_TERMS_HEADING = re.compile(r"indemnif|liabilit|governing law|confidential|warrant", re.IGNORECASE)
_FEW_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class _Name:
    """Words by which a document may call itself."""

    text: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class _Subject:
    """How often a document speaks of models, of what is licensed, of dealings, and of these in a thousand words."""

    model: int
    artefact: int
    dealing: int
    dense: float


def recognise(document: Document) -> DocumentType:
    """Return what `document` is; "unknown" where it is nothing that the library knows."""
    return kind_of(document).type


def kind_of(document: Document) -> DocumentKind:
    """Return what `document` is and the words that say so."""
    for paragraph in document.paragraphs[:_FIRST_LINES]:
        if found := PERMISSIONS.search(paragraph.text):
            name = _Name(found[0], Place(paragraph.index, Span(*found.span())))
            return _kind("model-licence", name, "It grants its permission to everyone")
        if ORDER_FORM.fullmatch(paragraph.text.strip()) and not _holds_terms(document):
            name = _Name(paragraph.text, Place(paragraph.index, Span(0, len(paragraph.text))))
            return _kind("order-form", name, _called(name))
    for name in _names(document):
        for kind, pattern in NAMES:
            if pattern.search(name.text):
                return _weighed(document, kind, name)
    return DocumentKind("unknown", "", None, "Neither its title nor its opening says what it is")


def _names(document: Document) -> Iterator[_Name]:
    """Yield what may name the document: its first lines, then what it calls itself, then the name of the file."""
    opening = _opening(document)
    is_file_name = document.title == document.path.stem
    if not is_file_name:
        yield _Name(document.title, None)
    yield from _first_lines(opening[:_FIRST_LINES])
    for index, text in opening:
        yield from (_name(index, found) for found in SELF_NAME.finditer(text))
    if is_file_name:
        yield _Name(re.sub(r"[-_]+", " ", document.title), None)
    for index, text in opening[:_FIRST_LINES]:
        if found := BARE_AGREEMENT.search(text):
            yield _name(index, found)


def _name(index: int, found: re.Match[str]) -> _Name:
    return _Name(found[0], Place(index, Span(*found.span())))


def _opening(document: Document) -> list[tuple[int, str]]:
    """Return the first paragraphs of the body with their indexes, as much as may say what the document is."""
    texts = [(p.index, p.text) for p in document.paragraphs[:_OPENING] if p.story not in ("header", "footer")]
    lengths = accumulate(len(text) for _, text in texts)
    begun = (length - len(text) < _OPENING_LENGTH for length, (_, text) in zip(lengths, texts, strict=True))
    return [(index, text[:_OPENING_LENGTH]) for index, text in compress(texts, begun)]


def _first_lines(opening: Sequence[tuple[int, str]]) -> Iterator[_Name]:
    """Yield lines that may be titles, two in capitals as one too, and a title run into the first sentence."""
    lines = [(index, text) for index, text in opening if not NOISE.match(text)]
    for (index, text), (_, following) in pairwise((*lines, (0, ""))):
        if len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text):
            yield _Name(text, Place(index, Span(0, len(text))))
            if text.isupper() and following.isupper() and len(following) <= _LONGEST_TITLE:
                yield _Name(f"{text} {following}", Place(index, Span(0, len(text))))
        elif capitals := _RUN_IN_TITLE.match(text):
            yield _name(index, capitals)


def _weighed(document: Document, kind: DocumentType, name: _Name) -> DocumentKind:
    """Tell a licence to weights from terms for a service, and an order form from terms that begin with one."""
    if kind == "order-form" and _holds_terms(document):
        return _kind("terms-of-service", name, "It begins as an order form and holds the terms as well")
    if kind == "model-licence":
        return _licence(document, name)
    if kind == "terms-of-service":
        return _terms(document, name)
    return _kind(kind, name, _called(name))


def _licence(document: Document, name: _Name) -> DocumentKind:
    subject = _subject(document)
    if subject.model > max(_FEW, subject.dealing):
        return _kind("model-licence", name, _called(name))
    if _is_negotiated(document):
        return _kind("terms-of-service", name, "It is a licence that two named parties agree between them")
    if subject.dealing >= _FEW and (subject.dense >= _DENSE or subject.dealing > subject.artefact):
        return _kind("terms-of-service", name, "It is a licence and speaks of fees, accounts or support")
    return _kind("model-licence", name, _called(name))


def _terms(document: Document, name: _Name) -> DocumentKind:
    subject = _subject(document)
    if subject.artefact > subject.dealing and subject.dense < _DENSE and not _is_negotiated(document):
        return _kind("model-licence", name, "It calls itself terms and speaks of models and their derivatives")
    if BARE_AGREEMENT.fullmatch(name.text.strip()) and subject.dense < _CONCERNED:
        return _kind("unknown", name, "It is an agreement, and not on a product or service")
    return _kind("terms-of-service", name, _called(name))


def _called(name: _Name) -> str:
    words = shorten(name.text, _LONGEST_NAME, placeholder=" …")
    return f"It calls itself “{words}”" if name.place else f"Its title is “{words}”"


def _holds_terms(document: Document) -> bool:
    """Return whether there are sections as in an agreement, not in an order form alone."""
    return sum(bool(_TERMS_HEADING.search(section.title)) for section in document.sections) >= _FEW_HEADINGS


def _kind(kind: DocumentType, name: _Name, why: str) -> DocumentKind:
    return DocumentKind(kind, name.text.strip(), name.place, f"{why}.")


def _subject(document: Document) -> _Subject:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    words = len(text.split()) or 1
    names = {name.casefold() for name in document.parties.customer}  # "Customer" may be what the licensee is called
    dealing = sum(found.casefold() not in names for found in _DEALING.findall(text))
    artefact = len(_ARTEFACT.findall(text))
    return _Subject(len(_MODEL.findall(text)), artefact, dealing, 1000 * dealing / words)


def _is_negotiated(document: Document) -> bool:
    """Return whether named parties agree, and none of them is the reader."""
    if any(name.casefold() in ("you", "your") for name in document.parties.customer):
        return False
    opening = " ".join(" ".join(p.text for p in document.paragraphs[:_OPENING]).split())[:_OPENING_LENGTH]
    return _BETWEEN.search(opening) is not None
