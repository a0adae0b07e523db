"""Operative paragraphs that no clause type explains, so that nothing important passes in silence."""

import re
from collections.abc import Collection, Iterator

from app.model.document import Document
from app.model.review import Subject, Uncovered
from app.model.span import Span
from app.text.words import in_small_letters

_WORDS: dict[Subject, tuple[str, ...]] = {
    "duty": (
        r"shall|must|may not|will not|won['’]t|agrees? (?:not )?to|undertakes? (?:not )?to|covenants?|responsible for",
        r"(?:is|are) (?:solely )?(?:responsible|required|obliged|obligated|prohibited|forbidden)|required to",
    ),
    "money": (
        r"fees?|pay|pays|paid|payable|payments?|prices?|charges?|invoices?|refunds?|royalt(?:y|ies)|interest at",
        r"deposits?|costs and expenses|taxes|reimburse[sd]?|penalt(?:y|ies)",
    ),
    "termination": (
        r"terminat(?:e[sd]?|ion|ing)|expir(?:e[sd]?|y|ation)|cancel(?:s|led|lation)?|rescind|revoke[sd]?",
        r"suspend(?:ed|s)?",
    ),
    "liability": (
        r"liab(?:le|ility|ilities)|indemnif(?:y|ies|ied|ication)|indemnit(?:y|ies)|hold harmless|damages|losses",
        r"warrant(?:s|y|ies)?|negligen(?:ce|t)|at (?:its|your|their) own risk",
    ),
    "rights": (
        r"reserves? the right|ha(?:s|ve) the right|right to|sole discretion|entitled to|waives?|exclusive(?:ly)?",
        r"assigns?|licen[cs]es? (?:to|from)|ownership|intellectual property|title to",
    ),
    "data": (r"personal (?:data|information)|confidential(?:ity)?|data breach|privacy",),
}
_MATTERS = {matter: re.compile(rf"\b(?:{'|'.join(words)})\b") for matter, words in _WORDS.items()}
_OPERATIVE = re.compile(
    r"\b(?:shall|must|will|may|can(?:not)?|agrees?|undertakes?|acknowledges?|warrants?|represents?|reserves?|waives?"
    r"|grants?|ha(?:s|ve) the right"
    r"|(?:is|are) (?:not |solely )*(?:responsible|required|obliged|obligated|prohibited|forbidden|entitled"
    r"|liable|due|payable|subject|permitted|allowed))\b",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"\W*(?:whereas|in witness whereof|recitals?|now,? therefore)\b"
    r"|\W*[“\"][^”\"]{1,80}[”\"] includes?\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5


def find_uncovered(document: Document, covered: Collection[int], silent: Collection[int]) -> Iterator[Uncovered]:
    """Yield the operative paragraphs that are not among `covered`, the paragraphs that carry some clause type.

    Those among `silent`, which state no rule, recitals and signatures are not operative. An item of a list is when its
    lead-in is, and goes with a lead-in that is covered unless it states a rule of its own. A lead-in goes with its
    items where all of them are covered.
    """
    items: dict[int, list[int]] = {}
    for paragraph in document.paragraphs:
        if paragraph.parent is not None:
            items.setdefault(paragraph.parent, []).append(paragraph.index)
    signed = {index for block in document.signatures for index in range(block.first, block.end)}
    left_out = {*covered, *silent, *signed}
    for paragraph in document.paragraphs:
        if paragraph.index in left_out or not _may_rule(paragraph.text):
            continue
        if paragraph.index in items and all(item in covered for item in items[paragraph.index]):
            continue
        lead_in = None if paragraph.parent is None else document.paragraphs[paragraph.parent]
        if _OPERATIVE.search(paragraph.text) or (
            lead_in is not None and lead_in.index not in covered and _OPERATIVE.search(lead_in.text)
        ):
            found = tuple(_about(paragraph.text))
            if found:
                evidence = sorted({span for _, span in found}, key=lambda span: (span.start, span.end))
                yield Uncovered(paragraph.index, tuple(dict.fromkeys(matter for matter, _ in found)), tuple(evidence))


def _may_rule(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and not _SETTING.match(text)


def _about(text: str) -> Iterator[tuple[Subject, Span]]:
    small = in_small_letters(text)
    for matter, words in _MATTERS.items():
        for found in words.finditer(small):
            yield matter, Span(found.start(), found.end())
