"""Recognises what a document is, from its title and, where that says nothing, its first words."""

import re

from app.model.clause import DocumentType
from app.model.document import Document

_TITLES: tuple[tuple[DocumentType, str], ...] = (
    (
        "data-processing",
        r"data (?:processing|processor|protection) (?:addendum|agreement|terms)|\bDPA\b|business associate",
    ),
    ("service-levels", r"service[- ]levels?\b|\bSLA\b|uptime commitment"),
    (
        "use-policy",
        r"(?:acceptable|prohibited|responsible|permitted) use|(?:usage|use|content) polic(?:y|ies)\b|\bAUP\b",
    ),
    ("order-form", r"order form|statement of work|quotation"),
    ("model-licence", r"licen[cs]e|\bRAIL\b|model terms"),
    (
        "terms-of-service",
        r"terms (?:of|and|for)\b|terms$|subscription|services? agreement|master\b|agreement|end[- ]user|\bEULA\b",
    ),
)
_MODEL = re.compile(
    r"\b(?:model|weights|llm|language model|checkpoint|derivative works?|derivatives|source form|object form)\b",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\b(?:subscription|fees|invoice|customer data|hosted service|the services?|uptime)\b", re.IGNORECASE
)
_SELF = re.compile(r"\b[Tt]h(?:is|ese) (?:[A-Z][\w-]*|of|and|for|&)(?: (?:[A-Z][\w-]*|of|and|for|&)){0,6}")
"""How a document calls itself in a sentence: "these Terms of Use", "this Data Processing Addendum"."""

_PERMISSION = re.compile(r"\bpermission is hereby granted\b", re.IGNORECASE)
_LONGEST_TITLE = 120
_FEW = 5
"""Words about a service that a licence may hold in passing."""

_OPENING = 6
"""Paragraphs in which a document says what it is."""


def recognise(document: Document) -> DocumentType:
    """Return what `document` is; "unknown" where neither title nor opening say it."""
    opening = [document.title, *(p.text for p in document.paragraphs[:_OPENING])]
    titles = [text for text in opening if len(text) <= _LONGEST_TITLE]
    own_names = [match[0] for text in opening for match in _SELF.finditer(text)]
    for text in (*titles, *own_names):
        for kind, pattern in _TITLES:
            if re.search(pattern, text, re.IGNORECASE):
                return _weigh(document, kind)
    return "model-licence" if any(_PERMISSION.search(text) for text in opening) else "unknown"


def _weigh(document: Document, kind: DocumentType) -> DocumentType:
    """Tell a licence to weights from terms for a service: titles such as "Terms of Use" are used for both."""
    if kind not in ("model-licence", "terms-of-service"):
        return kind
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    model, hosted = len(_MODEL.findall(text)), len(_HOSTED.findall(text))
    if kind == "model-licence" and hosted < _FEW:
        return kind
    return "model-licence" if model > hosted else "terms-of-service"
