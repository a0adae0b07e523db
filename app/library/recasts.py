"""The same sentence put another way: other names for the parties, another word for duties, the other voice."""

import re
from collections.abc import Callable


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_CUSTOMERS = ("Customer", "Licensee", "Subscriber")
_VENDORS = ("Provider", "Licensor", "Vendor", "Supplier")
_NAME = "|".join((*_CUSTOMERS, *_VENDORS))
_SIDE = rf"(?:{_NAME}|[Yy]ou|[Ww]e)"
_OTHER_NAMES = {"Customer": "Subscriber", "Licensee": "Customer", "Provider": "Supplier", "Licensor": "Vendor"}
_MODAL = r"(?:shall|will|must)"
_IRREGULAR_THIRD = {"is": "are", "has": "have", "does": "do", "was": "were"}
_THIRD = _words(
    "accepts acts agrees applies appoints assigns breaches breaks claims commits complies continues creates cures "
    "defaults distributes fails gives grants guarantees holds indemnifies keeps maintains makes needs offers owns pays "
    "processes provides receives reduces releases represents retains sells sends shares stores supplies tells "
    "terminates tunes undertakes uses violates waives warrants wishes withdraws"
)
_AFTER_SUBJECT = re.compile(
    r"(?:[.,;:)]|['’]s\b|\s+(?:may|shall|will|must|can|cannot|and|or|to|for|against|if|with|without|from|in|on|at|by|of"
    r"|under|upon|when|where|who|which|that|before|after|within|during|hereby|not)\b)|$"
)
_VERBS = dict(
    pair.split(":")
    for pair in _words(
        "amend:amended assign:assigned audit:audited cancel:cancelled change:changed copy:copied delete:deleted "
        "destroy:destroyed disclaim:disclaimed disclose:disclosed discontinue:discontinued display:displayed "
        "distribute:distributed grant:granted increase:increased indemnify:indemnified inspect:inspected "
        "invoice:invoiced keep:kept maintain:maintained modify:modified monitor:monitored name:named notify:notified "
        "obtain:obtained pay:paid provide:provided publish:published raise:raised release:released report:reported "
        "reproduce:reproduced require:required retain:retained return:returned revise:revised sell:sold store:stored "
        "supply:supplied suspend:suspended terminate:terminated transfer:transferred use:used withhold:withheld"
    )
)
"""Verbs that take an object, with their participles."""
_OBJECT = r"(?:(?:the|any|all|its|this|these|each|such|an|a) (?:[\w’'-]+ ){0,3}?[\w’'-]+)"
_BEHIND = r"(?=[.;]| (?:within|upon|on|if|unless|at any time|once a|without)\b)"
_MAY = rf"(?P<modal>may|{_MODAL})(?P<no> not)?"
_ACTIVE = re.compile(rf"\b(?P<side>{_SIDE}) {_MAY} (?P<verb>{'|'.join(_VERBS)}) (?P<object>{_OBJECT}){_BEHIND}")
_THING = r"(?:The|Any|All|This|These|Each|Such)(?: [\w’'-]+){1,3}?"
_DONE = "|".join(_VERBS.values())
_PASSIVE = re.compile(rf"\b(?P<object>{_THING}) {_MAY} be (?P<verb>{_DONE}) by (?P<side>{_NAME}|you|us)\b")
_PREPOSITION = re.compile(r"\b(?:of|to|with|by|for|from|against|between|in|on|than|upon)(?: the)?$")
_UNSAFE = re.compile(
    rf"\b(?:[Yy]our?|[Ii]ts|[Ii]t|itself|(?:and|or) (?:is|has|does|was|{'|'.join(_THIRD)})|(?:of|after) (?:the )?"
    rf"(?:{'|'.join(_CUSTOMERS)})(?!['’]))\b"
)
"""Words that would have to agree as well, or that no one writes with "you"."""
_LINKS = re.compile(r"\b(?:its|your|their|and|or|to|in|for|with|that|which|from|by|if|is|are|be|not|under|on)\b")


def other_names(text: str) -> str:
    """Return `text` with other names for the parties."""
    return re.sub("|".join(_OTHER_NAMES), lambda found: _OTHER_NAMES[found[0]], text)


def you_for_the_customer(text: str) -> str:
    """Return `text` with "you" for the customer, verbs agreed; as it is where that cannot be done by rule."""
    if _UNSAFE.search(text):
        return text
    return _renamed(text, rf"\b(?:[Tt]he )?(?:{'|'.join(_CUSTOMERS)})\b(?P<whose>['’]s\b)?", ("you", "your"), _plural)


def customer_for_you(text: str) -> str:
    """Return `text` with "Customer" for "you", verbs agreed; as it is where that cannot be done by rule."""
    if re.search(r"\b[Yy]ou(?:rs|rself)\b", text):
        return text
    return _renamed(text, r"\b[Yy]ou(?P<whose>r)?\b", ("Customer", "Customer's"), _singular)


def _renamed(text: str, name: str, new: tuple[str, str], agreed: Callable[[str], str | None]) -> str:
    """Return `text` with one name for a party instead of another; as it is where a word after it is not known."""
    pieces: list[str] = []
    place = 0
    for found in re.finditer(name, text):
        before, after = text[: found.start()].rstrip(), text[found.end() :]
        word = re.match(r" (\w+)", after)
        is_subject = not found["whose"] and not _PREPOSITION.search(before)
        verb = agreed(word[1]) if word and is_subject else None
        if is_subject and verb is None and not _AFTER_SUBJECT.match(after):
            return text
        called = new[1] if found["whose"] else new[0]
        pieces += [text[place : found.start()], called.capitalize() if before[-1:] in ("", ".") else called]
        place = found.end()
        if word and verb:
            pieces.append(f" {verb}")
            place += word.end()
    return "".join([*pieces, text[place:]])


def shall(text: str) -> str:
    """Return `text` with "shall" for the duties of a party."""
    return _duties(text, "shall")


def will(text: str) -> str:
    """Return `text` with "will" for the duties of a party."""
    return _duties(text, "will")


def must(text: str) -> str:
    """Return `text` with "must" for the duties of a party."""
    return _duties(text, "must")


def _duties(text: str, modal: str) -> str:
    return re.sub(rf"\b({_SIDE}|party|parties) {_MODAL}\b", rf"\1 {modal}", text)


def passive(text: str) -> str:
    """Return `text` with one sentence in the passive voice, where that can be done by rule."""
    found = _ACTIVE.search(text)
    if found is None or _LINKS.search(found["object"]):
        return text
    side = {"we": "us"}.get(found["side"].lower(), found["side"][0].lower() + found["side"][1:])
    side = found["side"] if found["side"] in (*_CUSTOMERS, *_VENDORS) else side
    subject = found["object"]
    if text[: found.start()].rstrip()[-1:] in ("", "."):
        subject = subject[0].upper() + subject[1:]
    words = f"{subject} {found['modal']}{found['no'] or ''} be {_VERBS[found['verb']]} by {side}"
    return text[: found.start()] + words + text[found.end() :]


def active(text: str) -> str:
    """Return `text` with one sentence in the active voice, where that can be done by rule."""
    found = _PASSIVE.search(text)
    if found is None or _LINKS.search(found["object"]) or text[: found.start()].rstrip()[-1:] not in ("", "."):
        return text
    verbs = {participle: verb for verb, participle in _VERBS.items()}
    side = {"you": "You", "us": "We"}.get(found["side"], found["side"])
    thing = found["object"][0].lower() + found["object"][1:]
    words = f"{side} {found['modal']}{found['no'] or ''} {verbs[found['verb']]} {thing}"
    return text[: found.start()] + words + text[found.end() :]


def _plural(verb: str) -> str | None:
    """Return a verb of the third person as it follows "you"; None where it is no verb that is known."""
    if verb in _IRREGULAR_THIRD:
        return _IRREGULAR_THIRD[verb]
    if verb not in _THIRD:
        return None
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("ches", "shes")) else verb[:-1]


def _singular(verb: str) -> str | None:
    """Return a verb that follows "you" as it follows a name; None where it is no verb that is known."""
    known = {_plural(third): third for third in (*_IRREGULAR_THIRD, *_THIRD)}
    return known.get(verb)


RECASTS = {
    "other names for the parties": other_names,
    "“you” for the customer": you_for_the_customer,
    "“Customer” for “you”": customer_for_you,
    "“shall” for duties": shall,
    "“will” for duties": will,
    "“must” for duties": must,
    "passive for active": passive,
    "active for passive": active,
}
"""What is changed, by what it is called; what does not apply leaves a text as it is."""
