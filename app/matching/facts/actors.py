"""Who is bound, entitled or favoured by a verb, and how far: must, may, must not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.matching.facts.passages import Passage
from app.model.span import Span

_PERMITTED = r"entitled|permitted|allowed|free|authori[sz]ed|licensed"
_BOUND = r"required|obliged|obligated|bound|responsible|liable"
_NO = re.compile(r"\b(?:neither|nor|no|in\s+no\s+event|under\s+no\s+circumstances?|at\s+no\s+time)\b", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:(?P<not>(?:shall|must|will|may|can|would|should)(?:\s+\w+ly|\s+also)?\s+(?:not|never|in\s+no\s+event)"
    r"|cannot|(?:can|won|mustn|shan|shouldn)[’']t"
    r"|(?:is|are|be)\s+(?:prohibited|barred|forbidden|precluded|restrained)\s+from"
    rf"|(?:is|are|be)\s+not\s+(?:{_PERMITTED})\s+to|agrees?\s+(?:\w+\s+)?not\s+to|undertakes?\s+not\s+to"
    r"|covenants?\s+not\s+to|refrains?\s+from)"
    rf"|(?P<may>may|can|(?:is|are|be)\s+(?:\w+ly\s+)?(?:{_PERMITTED})\s+to|(?:has|have|having|reserves?|retains?)\s+the"
    r"\s+(?:\w+\s+){0,3}?(?:right|option)s?|(?:has|have)\s+the\s+(?:right|option)|at\s+(?:its|your|our|their)\s+option)"
    r"|(?P<must>shall|must|will|agrees?|undertakes?|covenants?|warrants?|represents?|promises?"
    rf"|(?:is|are|be)\s+(?:\w+ly\s+)?(?:{_BOUND})\s+(?:to|for)|(?:has|have)\s+to)"
    r")\b|[’']ll\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:\b(?:your|yours|yourself|our|ours|us|their|them|its)|[’']s?)$", re.IGNORECASE)
_OF_A_THIRD = re.compile(r"\bthird[\s-]+$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_AGENT_OF_NOUN = re.compile(r"\w+(?:\s+(?:of|to)\s+[^.,;:]{0,60})?\s+by\s+(?:the\s+)?", re.IGNORECASE)
_AGENT = re.compile(r"[^.;:]{0,80}?\bby\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|an?|any|such|this|that|its|your|our|their|no|upon|of|following|early)|[’']s)\s+$", re.IGNORECASE
)
_NOUN = re.compile(r"\w+(?:tion|sion|ment|ance|ence|al)s?\b", re.IGNORECASE)
_ASIDE = 80  # characters between a side and its modal verb
_WIDEST = 320  # characters between a side and its verb
_NO_VERB = re.compile(r"\W*(?:(?:hereby|also|further|each|both|all|then)\W+){0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A side, and where it is named."""

    side: str
    span: Span


def subject_of(passage: Passage, verb: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the side that does what `verb` says, in the active or the passive voice; None where none is named."""
    if any(mention.span.start <= verb.start and verb.end <= mention.span.end for mention in mentions):
        return None  # "the terminating party"
    if _is_noun(passage.text, verb):
        return _agent(passage, verb, mentions, _AGENT_OF_NOUN)
    if _PASSIVE.search(passage.text, 0, verb.start):
        return _agent(passage, verb, mentions, _AGENT)
    return _active_subject(passage, verb, mentions) or _agent(passage, verb, mentions, _AGENT)


def object_of(passage: Passage, verb: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the side to which is done what `verb` says; None where none is named."""
    if _PASSIVE.search(passage.text, 0, verb.start):
        return _active_subject(passage, verb, mentions)
    return next((mention for mention in mentions if mention.span.start >= verb.end and not _by(passage, mention)), None)


def _active_subject(passage: Passage, verb: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the last side named before the verb that a modal verb, or nothing, parts from it."""
    for mention in reversed(mentions):
        if mention.span.start >= verb.end or _POSSESSIVE.search(passage.text, mention.span.start, mention.span.end):
            continue
        end = max(mention.span.end, verb.start) if mention.span.end <= verb.start else verb.end
        between = passage.text[mention.span.end : end]
        if len(between) > _WIDEST:
            return None
        modal = _MODAL.search(between)
        if (modal and modal.start() <= _ASIDE) or _NO_VERB.fullmatch(between):
            return mention
    return None


def _is_noun(text: str, verb: Span) -> bool:
    """Return whether what is taken for a verb is a noun: "upon termination", "any transfer"."""
    return bool(_BEFORE_NOUN.search(text, 0, verb.start) or _NOUN.match(text, verb.start))


def _agent(passage: Passage, verb: Span, mentions: Sequence[Mention], way_to_it: re.Pattern[str]) -> Mention | None:
    """Return the side after "by" that follows the verb."""
    for mention in mentions:
        if mention.span.start >= verb.start and way_to_it.fullmatch(passage.text, verb.start, mention.span.start):
            return mention
    return None


def _by(passage: Passage, mention: Mention) -> bool:
    return passage.text[: mention.span.start].rstrip().lower().endswith(" by")


def mentions_of(passage: Passage, sides: Sequence[tuple[str, Sequence[str]]]) -> tuple[Mention, ...]:
    """Return where the sides are named, in order; a name inside a longer one ("neither A nor B") is left out."""
    found = [Mention(side, span) for side, patterns in sides for span in passage.mentions(patterns)]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[Mention] = []
    for mention in found:
        inside = kept and mention.span.end <= kept[-1].span.end
        if not inside and not _OF_A_THIRD.search(passage.text, 0, mention.span.start):
            kept.append(mention)
    return tuple(kept)


def modality_of(passage: Passage, verb: Span) -> tuple[str, Span] | None:
    """Return whether `verb` is a duty ("must"), a right ("may") or barred ("must not"), and the words that say so."""
    modals = list(_MODAL.finditer(passage.text, 0, verb.end))
    if not modals:
        return None
    last = modals[-1]
    span = Span(last.start(), last.end())
    if last["not"]:
        return "must not", span
    denial = _denial(passage.text, last.start())
    if denial is not None:
        return "must not", Span(denial, last.end())
    return ("may" if last["may"] else "must"), span


def _denial(text: str, end: int) -> int | None:
    """Return where the words begin that deny what follows them: "neither party may", "in no event shall"."""
    start = max(text.rfind(";", 0, end), text.rfind(":", 0, end), end - 60, 0)
    denials = [found.start() for found in _NO.finditer(text, start, end)]
    return denials[-1] if denials else None
