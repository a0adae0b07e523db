"""The fixed words of clause files as a lawyer reads them."""

import re

from app.desktop.words import describe_test, key_word, tr, value_word
from app.model.clause import Condition, DocumentType, EditRule, FactSpec, Test


def group_word(group: str) -> str:
    """Return the name of a group; "" is that of entries that cannot be read."""
    return {
        "A": tr("Grant and its scope"),
        "B": tr("Change of the terms"),
        "C": tr("Risk"),
        "D": tr("Term and exit"),
        "E": tr("Data"),
        "F": tr("Commercial terms"),
        "G": tr("Legal frame"),
        "H": tr("Commercial restrictions"),
        "": tr("Cannot be read"),
    }.get(group, group)


def nature_word(nature: str) -> str:
    """Return the name of a nature."""
    return tr("Protection") if nature == "protection" else tr("Burden")


def nature_phrase(nature: str) -> str:
    """Return what the nature of an entry means."""
    if nature == "protection":
        return tr("A protection: a document that does not have it has a gap.")
    return tr("A burden: a document that does not have it is the better for it.")


def negotiability_word(negotiability: str) -> str:
    """Return whether vendors are known to move."""
    return {
        "open": tr("Vendors are known to move"),
        "hard": tr("Vendors move seldom"),
        "fixed": tr("Vendors do not move"),
    }[negotiability]


def document_word(kind: DocumentType) -> str:
    """Return the name of a type of document."""
    return {
        "model-licence": tr("model licences"),
        "use-policy": tr("use policies"),
        "terms-of-service": tr("terms of service"),
        "data-processing": tr("data processing agreements"),
        "service-levels": tr("service levels"),
        "order-form": tr("order forms"),
        "unknown": tr("documents of no known kind"),
    }[kind]


def applies_phrases(applies: Condition) -> tuple[str, ...]:
    """Return when the silence of a document means something, one sentence each."""
    listed = ", ".join(document_word(kind) for kind in applies.documents)
    told = [tr("Its absence means something in {0}.").format(listed)]
    if applies.tests:
        told.append(tr("Only where: {0}.").format(tests_phrase(applies.tests)))
    if applies.phrases:
        shown = "; ".join(f"“{plain_phrase(phrase)}”" for phrase in applies.phrases)
        told.append(tr("Only where the document says something like {0}.").format(shown))
    told.append(tr("Otherwise: {0}").format(applies.reason))
    return tuple(told)


def tests_phrase(tests: tuple[Test, ...]) -> str:
    """Return tests that must all pass; without any whatever no position above takes."""
    if not tests:
        return tr("whatever no position above takes")
    return ("; " + tr("and") + " ").join(test_phrase(test) for test in tests)


def test_phrase(test: Test) -> str:
    """Return a test as a phrase; of the profile as "Our use must be commercial"."""
    told = describe_test(test)
    return tr("our profile: {0}").format(told[:1].lower() + told[1:]) if test.subject == "profile" else told


def fact_phrase(fact: FactSpec) -> str:
    """Return how a fact is read, in a few words, with what silence means."""
    told = {
        "flag": tr("yes or no"),
        "choice": tr("one of {0}").format(", ".join(option.value for option in fact.options)),
        "duration": tr("a length of time in {0}").format(fact.unit),
        "notice": tr("the time of a notice in {0}").format(fact.unit),
        "term": tr("how long it lasts, in {0}").format(fact.unit),
        "deadline": tr("the time within which to act, in {0}").format(fact.unit),
        "multiple": tr("how many months of fees"),
        "frequency": tr("how often a year"),
        "count": tr("a number"),
        "money": tr("a sum of money"),
        "amount": tr("a number or a sum"),
        "percent": tr("a percentage"),
        "who": tr("who does it: customer, vendor or both"),
        "whom": tr("to whom it is done"),
        "modality": tr("must, may or must not"),
        "date": tr("a date"),
        "condition": tr("the words of a condition"),
        "exception": tr("the words of an exception"),
        "words": tr("the name that follows"),
        "quote": tr("the quoted words that follow"),
    }[fact.reader]
    silent = "" if fact.silent is None else tr("; {0} where the clause says nothing").format(value_word(fact.silent))
    return f"{told}{silent}"


def edit_phrase(rule: EditRule) -> str:
    """Return what an edit does, "{0}" standing for its wording."""
    at = f"“{plain_phrase(rule.pattern)}”" if rule.pattern else tr("the clause")
    if rule.action == "replace-sentence" and not rule.text:
        return tr("Strike the sentence with {at}").format(at=at)
    return {
        "replace": tr("Replace {at} by {text}"),
        "before": tr("Before {at} put {text}"),
        "after": tr("After {at} put {text}"),
        "sentence-end": tr("At the end of the sentence with {at} add {text}"),
        "sentence-after": tr("After the sentence with {at} add {text}"),
        "replace-sentence": tr("Replace the sentence with {at} by {text}"),
        "delete": tr("Strike {at}"),
    }[rule.action].format(at=at, text="{0}")


def plain_phrase(phrase: str) -> str:
    """Return a phrase in plain words: "{vendor} .. may|shall audit*" is "the vendor … may/shall audit-"."""
    told = re.sub(r"\{(\w+)\}", lambda found: _SIDES.get(found[1], found[1]), phrase)
    told = re.sub(r"\s*\.{2,3}\s*", " … ", told).replace("|", "/").replace("*", "-")
    return re.sub(r"\[([^\[\]]*)\]", r"(\1)", told).strip()


_SIDES = {"vendor": "the vendor", "customer": "the customer", "number": "30"}


def field_word(field: str) -> str:
    """Return the name of a field of a clause file."""
    return {
        "applies": tr("When it applies"),
        "cues": tr("How it is found"),
        "facts": tr("Facts that are read"),
        "positions": tr("Positions and their wording"),
        "severity": tr("Severity"),
        "severity_when": tr("Exceptions to the severity"),
        "negotiability": tr("Whether vendors move"),
        "owner": tr("Owner"),
        "ask": tr("What we ask"),
        "rationale": tr("Why we hold it"),
        "comment": tr("Comment to the counterparty"),
        "note": tr("Internal note"),
        "sources": tr("Sources"),
        "claims": tr("What others claim"),
        "obligations": tr("Obligations"),
        "examples": tr("Examples"),
        "title": tr("Title"),
        "group": tr("Group"),
        "nature": tr("Nature"),
        "inherits": tr("Lists"),
        "meets": tr("Requirements"),
    }.get(field, key_word(field))
