"""By which names documents go, and what they call themselves in a sentence."""

import re

from app.model.clause import DocumentType

_OF_THE_HOUSE = (
    r"non[- ]?disclosure|\bNDA\b|confidentiality (?:agreement|undertaking|(?:&|and) invention)|invention assignment|"
    r"privacy (?:policy|notice|statement)|cookie (?:policy|notice)|trademark guidelines|code of conduct"
)
_OF_PEOPLE = (
    r"employ(?:ment|ee)|offer letter|severance|separation|resignation|retention agreement|internship|"
    r"contribut(?:or|ion) licen[cs]e|\bCLA\b|copyright agreement|joint filing|power of attorney"
)
_OF_CAPITAL = (
    r"limited partnership|partnership agreement|shareholders?|stock(?:holders?)?\b(?! photo)|"
    r"\bshares? (?:purchase|repurchase|subscription)|\bSAFE\b|convertible|promissory|warrants? to purchase|\bloan\b|"
    r"credit agreement|financing agreement|mortgage|indenture|guarant(?:y|ee) agreement|security agreement|"
    r"registration rights|merger|asset purchase|joint venture|non[- ]?compet|settlement|written consent|board consent|"
    r"checklist|underwriting|instructions\b|\blease\b|deed of"
)
_FOREIGN_TERMS = (
    r"用户协议|服务条款|使用条款|服务协议|利用規約|이용약관|nutzungsbedingungen|geschäftsbedingungen|servicebedingungen|"
    r"conditions (?:générales|d.utilisation)|términos (?:de|y)|termini (?:di|e)"
)
_DATA_PROCESSING = (
    r"data (?:processing|processor|protection) (?:addendum|agreement|terms|annex)|\bDPA\b|business associate|"
    r"sub-?processors?\b"
)
_TERMS = (
    r"terms (?:of|and|for)\b|terms$|subscription|services? agreement|master\b|end[- ]user|"
    rf"\bEULA\b|\baddendum\b|{_FOREIGN_TERMS}|agreement|contract"
)
_NAMES: tuple[tuple[DocumentType, str], ...] = (
    ("data-processing", _DATA_PROCESSING),
    ("service-levels", r"service[- ]levels?\b|\bSLA\b|uptime commitment"),
    (
        "use-policy",
        r"(?:acceptable|prohibited|responsible|permitted) use|(?:usage|use|content) polic(?:y|ies)\b|\bAUP\b",
    ),
    ("unknown", f"{_OF_THE_HOUSE}|{_OF_PEOPLE}|{_OF_CAPITAL}"),
    ("order-form", r"order form|statement of work|quotation"),
    ("model-licence", r"licen[cs](?:e|ing)\b|\bRAIL\b|model terms|许可(?:证|协议)"),
    ("terms-of-service", _TERMS),
)
NAMES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _NAMES)
"""What each kind is called, the more telling first; "unknown" are kinds that the library has nothing on."""

NOISE = re.compile(
    r"\W*(?:(?:ex(?:hibit)?\.?|annex|appendix|schedule) ?[\w.()-]{0,12}\W*$|<page>|execution (?:copy|version)|"
    r"confidential\b|\[?\*|(?:last )?(?:updated|modified|effective)\b|version\b|dated?\b|page \d)",
    re.IGNORECASE,
)
"""Lines before or around a title that name nothing."""

SELF_NAME = re.compile(
    r"\b[Tt]h(?:is|ese) (?:[A-Z][\w-]*|of|and|for|&)(?: (?:[A-Z][\w-]*|of|and|for|&)){0,6}|"
    r"\bTH(?:IS|ESE) [A-Z][A-Z-]+(?: [A-Z&][A-Z-]*){1,7}"
)
"""How a document calls itself in a sentence: "these Terms of Use", "THIS SUPPORT AGREEMENT"."""

BARE_AGREEMENT = re.compile(r"\b(?:this |the )?(?:agreement|contract)\b", re.IGNORECASE)

ORDER_FORM = re.compile(r"order form|statement of work", re.IGNORECASE)
"""A line of its own with which an order begins that bears the title of the agreement it is placed under."""

PERMISSIONS = re.compile(
    r"permission is hereby granted|redistribution and use in source and binary forms|"
    r"provided ['‘\"“]as[- ]is['’\"”],? without any express",
    re.IGNORECASE,
)
"""How licences for everyone begin that have no title."""
