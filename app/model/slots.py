"""Slots in the wording of the library: the closed set of things that wording may leave to the document.

{customer} {vendor}                the party as subject: "you", "Licensee", "the Provider", "we"
{customer:object} {vendor:object}  the party as object: "us" for "we"
{customer's} {vendor's}            the possessive: "your", "Licensee's"
{customer|fails} {vendor|gives}    the party with a verb that agrees, written for one person: "you fail"
{agreement} {materials} {outputs} {policy} {services} {affiliates}
                                   the document's own name for it; also with a verb: {materials|is}
{shall}                            the word the document uses for duties
{days:30} {months:12} {hours:72}   a duration as the document writes numbers: "thirty (30) days"
{section} {section:survival}       the clause's own section, or that of another clause type
[ as {section:survival} says]      words left out where a slot in them has no word in the document
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Argument = Literal["none", "object", "number", "clause"]


@dataclass(frozen=True, slots=True)
class SlotKind:
    """What a slot of one name may look like.

    Attributes:
        means: What it stands for, in words for a lawyer.
        argument: What may stand after a colon; a "number" must, the others may.
        verb: Whether a verb may follow.
    """

    means: str
    argument: Argument = "none"
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: {name:argument|verb}."""

    name: str
    argument: str = ""
    verb: str = ""


KNOWN_SLOTS: dict[str, SlotKind] = {
    "customer": SlotKind("the name of the customer", argument="object", verb=True),
    "customer's": SlotKind("the name of the customer"),
    "vendor": SlotKind("the name of the vendor", argument="object", verb=True),
    "vendor's": SlotKind("the name of the vendor"),
    "agreement": SlotKind("the document's name for itself", verb=True),
    "materials": SlotKind("the name of what is licensed", verb=True),
    "outputs": SlotKind("the name of the outputs", verb=True),
    "policy": SlotKind("the name of the acceptable use policy", verb=True),
    "services": SlotKind("the name of the services", verb=True),
    "affiliates": SlotKind("the name of affiliates", verb=True),
    "shall": SlotKind("the word used for duties"),
    "days": SlotKind("a number of days", argument="number"),
    "months": SlotKind("a number of months", argument="number"),
    "hours": SlotKind("a number of hours", argument="number"),
    "section": SlotKind("the section where a clause stands", argument="clause"),
}

_BRACES = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"(?P<name>[a-z]+(?:'s)?)(?::(?P<argument>[a-z0-9-]+))?(?:\|(?P<verb>[a-z]+(?: [a-z]+)*))?")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_HIGHEST = 999


def with_options(text: str, is_filled: Callable[[str], bool]) -> str:
    """Return `text` with the optional words whose slots are all filled, and without the others."""
    return _OPTIONAL.sub(lambda match: match[1] if all(map(is_filled, slots_of(match[1]))) else "", text)


def slots_of(text: str) -> tuple[str, ...]:
    """Return the slots of `text` in order, without their braces, whether they are known or not."""
    return tuple(_BRACES.findall(text))


def slot_problems(text: str) -> tuple[str, ...]:
    """Return what is wrong with the slots of `text`, one sentence each."""
    problems = []
    for source in slots_of(text):
        try:
            parse_slot(source)
        except ValueError as error:
            problems.append(str(error))
    if re.search(r"[{}]", _BRACES.sub("", text)):
        problems.append("a brace has no partner")
    if re.search(r"[\[\]]", _OPTIONAL.sub("", text)):
        problems.append("a square bracket has no partner, or stands inside another pair")
    if not all(slots_of(optional) for optional in _OPTIONAL.findall(text)):
        problems.append("words in square brackets are left out where a slot in them is not filled; these have none")
    return tuple(problems)


def parse_slot(source: str) -> Slot:
    """Return the slot written as `source`, without braces.

    Raises:
        ValueError: There is no such slot; the message says what there is.
    """
    match = _SLOT.fullmatch(source.replace("’", "'"))
    kind = KNOWN_SLOTS.get(match["name"]) if match else None
    if match is None or kind is None:
        raise ValueError(f"no slot {{{source}}}; there are {', '.join(KNOWN_SLOTS)}")
    slot = Slot(match["name"], match["argument"] or "", match["verb"] or "")
    if slot.verb and (not kind.verb or slot.argument):
        raise ValueError(f"{{{source}}}: no verb can stand here")
    if problem := _argument_problem(kind, slot.argument):
        raise ValueError(f"{{{source}}}: {problem}")
    return slot


def _argument_problem(kind: SlotKind, argument: str) -> str:
    """Return what is wrong with `argument`; "" where nothing is."""
    if kind.argument == "number":
        fits = argument.isdecimal() and 1 <= int(argument) <= _HIGHEST
        return "" if fits else f"a number from 1 to {_HIGHEST} must follow the colon"
    if kind.argument == "object":
        return "" if argument in ("", "object") else "only 'object' may follow the colon"
    if kind.argument == "none" and argument:
        return "nothing may follow the name"
    return ""
