"""One rule of the library made into an edit of one paragraph, so that the result reads as if written in one go."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.drafting.wording import capitalised
from app.model.clause import EditAction, EditRule
from app.model.redline import Edit
from app.model.review import Located
from app.model.span import Span
from app.text.diff import edits_within
from app.text.sentences import sentences_of

Edits = tuple[Edit, ...]

_TERMINATOR = re.compile(r"[.;:,!?]*(?:(?<=[;,])\s*(?:and/or|and|or))?\s*$")
_OPENING = re.compile(r"(?:^|(?<=\s))[\"“‘(\[]+$")
_KEEPS_ITS_STOP = re.compile(r"(?:[.!?][\"”’]|\b(?:Inc|Ltd|Co|Corp|etc|No|L\.P|B\.V|S\.A|U\.S)\.)\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?][\"”’')\]]*$")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+")
_LONGEST_RUN_IN = 8
_LONGEST_HEADING = 3
_RESERVED = "[Reserved.]"
_NO_BLANK_BEFORE = ",.;:!?)]”’"
_NO_BLANK_AFTER = "([“‘"
_POSSESSIVE = re.compile(r"'(?:s\b|\s)")
_SMALL_WORDS = (
    "the this these those that a an any all each either neither every both such other if in on upon under unless until "
    "for from to by with without no nothing not subject except when where while after before as at it its you your we "
    "our they their notwithstanding"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """The words of a paragraph that a rule is about.

    Attributes:
        text: Of the whole paragraph.
        span: The words located.
        sentence: The sentence around them, without blanks.
        names: Words that keep their capital inside a sentence.
    """

    text: str
    span: Span
    sentence: Span
    names: frozenset[str] = frozenset()

    @property
    def starts_sentence(self) -> bool:
        """Whether the words located stand first in a sentence that begins with a capital."""
        first = self.text[self.sentence.start : self.sentence.start + 1]
        return self.span.start == self.sentence.start and not first.islower()

    @property
    def in_capitals(self) -> bool:
        """Whether the sentence is set in capitals throughout."""
        words = _ADDRESS.sub("", self.text[self.sentence.start : self.sentence.end])
        letters = [letter for letter in words if letter.isalpha()]
        return len(letters) > 9 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def spot_at(text: str, located: Located, names: frozenset[str] = frozenset(), heading: int = 0) -> Spot:
    """Return the Spot of a located pattern in the paragraph `text`, whose run-in heading has length `heading`."""
    span = located.place.span
    return Spot(text, span, _whole_sentence(text, _around(text, span), _skip_blanks(text, heading)), names)


def last_spot(text: str, names: frozenset[str] = frozenset(), heading: int = 0) -> Spot:
    """Return the Spot at the end of the last sentence of the paragraph `text`."""
    end = len(text.rstrip())
    start = max(heading, *(sentence.start for sentence in sentences_of(text)[-1:]), 0)
    return Spot(text, Span(end, end), Span(min(_skip_blanks(text, start), end), end), names)


def edits_of(rule: EditRule, paragraph: int, spot: Spot, wording: str) -> Edits:
    """Return what `rule` does at `spot` with its filled `wording`; nothing where it would be no English."""
    wording = " ".join(wording.split())
    if spot.in_capitals:
        wording = wording.upper()
    if not rule.pattern and rule.action not in _ON_SENTENCES:
        return ()
    return _ACTIONS[rule.action](paragraph, spot, wording)


def _around(text: str, span: Span) -> Span:
    """Return the sentence that holds `span`: more than one where matching read across the end of one."""
    held = [each for each in sentences_of(text) if each.end > span.start and each.start < span.end]
    return Span(held[0].start, held[-1].end) if held else span


def _whole_sentence(text: str, sentence: Span, body: int) -> Span:
    """Return `sentence` without blanks, with the quotes that belong to it, and carried on past an abbreviation.

    A heading run into the paragraph, whose text begins at `body`, is no sentence: the first one after it counts.
    """
    if sentence.end <= body:
        sentence = Span(sentence.start, max(body, _next_end(text, body)))
    start = _skip_blanks(text, sentence.start)
    start = len(_OPENING.sub("", text[:start]))
    end = max(start, sentence.start + len(_OPENING.sub("", text[sentence.start : sentence.end]).rstrip()))
    end += len(text[end:]) - len(text[end:].lstrip('"”’)]'))
    while re.match(r"\s*[a-z,;:]", text[end:]):
        end = _next_end(text, end + 1)
    return Span(min(max(start, body), end), end)


def _next_end(text: str, place: int) -> int:
    """Return where the sentence at `place` ends."""
    return next((each.end for each in sentences_of(text) if each.end > place), len(text.rstrip()))


def _skip_blanks(text: str, place: int) -> int:
    return place + len(text[place:]) - len(text[place:].lstrip())


def _at_sentence_end(paragraph: int, spot: Spot, wording: str) -> Edits:
    """Insert before the stop of the sentence, or after a stop that belongs to a quotation or abbreviation."""
    core = wording.rstrip(" .,;")
    sentence = spot.text[: spot.sentence.end]
    if _KEEPS_ITS_STOP.search(sentence):
        return _fitted(paragraph, spot.text, Span(spot.sentence.end, spot.sentence.end), f"{core}.")
    stop = _stop_of(sentence)
    return _fitted(paragraph, spot.text, Span(stop, stop), core)


def _stop_of(sentence: str) -> int:
    """Return where the punctuation that ends `sentence` begins, with the "and" or "or" before a next list item."""
    match = _TERMINATOR.search(sentence)
    return match.start() if match else len(sentence)


def _after_sentence(paragraph: int, spot: Spot, wording: str) -> Edits:
    """Insert a sentence after a whole one: not in a list item that is part of one, nor after a lead-in or a heading."""
    sentence = spot.text[spot.sentence.start : spot.sentence.end]
    is_heading = len(sentence.split()) <= _LONGEST_HEADING and spot.sentence.end < len(spot.text.rstrip())
    if is_heading or not _ENDS_SENTENCE.search(sentence) or sentence[0].islower():
        return ()
    core = capitalised(wording.strip(" .,;"))
    return _fitted(paragraph, spot.text, Span(spot.sentence.end, spot.sentence.end), f"{core}.")


def _replaced(paragraph: int, spot: Spot, wording: str) -> Edits:
    return _fitted(paragraph, spot.text, spot.span, capitalised(wording) if spot.starts_sentence else wording)


def _sentence_replaced(paragraph: int, spot: Spot, wording: str) -> Edits:
    """Put another sentence in the place of a whole one, or strike it; of an item of a list its end stays.

    Where a paragraph would be left without a word it becomes "[Reserved.]", so that the numbers after it stay. What has
    a colon is left alone, because a list may hang on it, and so are words found across the end of a sentence.
    """
    sentence = spot.text[spot.sentence.start : spot.sentence.end]
    if ":" in sentence or _around(spot.text, Span(spot.span.start, spot.span.start + 1)).end < spot.span.end:
        return ()
    span = spot.sentence
    if not _ENDS_SENTENCE.search(sentence) or sentence[0].islower():
        if not _is_alone(spot):
            return ()
        core = wording.rstrip(" .,;") or ("[reserved]" if sentence[0].islower() else _RESERVED.replace(".", ""))
        end = span.start + _stop_of(sentence)
        return _fitted(paragraph, spot.text, Span(span.start, end), core.upper() if spot.in_capitals else core)
    if not wording and _is_alone(spot):
        wording = _RESERVED.upper() if spot.in_capitals else _RESERVED
    return _fitted(paragraph, spot.text, span, capitalised(wording))


def _is_alone(spot: Spot) -> bool:
    """Tell whether the paragraph holds no other sentence, but perhaps a heading run into it."""
    before, after = spot.text[: spot.sentence.start].strip(), spot.text[spot.sentence.end :].strip()
    return not after and (not before or len(before.split()) <= _LONGEST_RUN_IN)


def _after(paragraph: int, spot: Spot, wording: str) -> Edits:
    return _fitted(paragraph, spot.text, Span(spot.span.end, spot.span.end), wording)


def _before(paragraph: int, spot: Spot, wording: str) -> Edits:
    """Insert before the words located, which lose their capital where they stood first in the sentence."""
    if not spot.starts_sentence:
        return _fitted(paragraph, spot.text, Span(spot.span.start, spot.span.start), wording)
    word = re.match(r"\w+", spot.text[spot.span.start :])
    if word is None or spot.in_capitals or word[0].lower() not in _SMALL_WORDS.split() or word[0] in spot.names:
        return _fitted(paragraph, spot.text, Span(spot.span.start, spot.span.start), capitalised(wording))
    first = Span(spot.span.start, spot.span.start + word.end())
    return _fitted(paragraph, spot.text, first, f"{capitalised(wording)} {word[0][0].lower()}{word[0][1:]}")


def _deletion(paragraph: int, spot: Spot, _: str) -> Edits:
    """Delete the words located; the word that now stands first in the sentence takes the capital."""
    following = re.match(r"[\s,;]*(\w+)", spot.text[spot.span.end :]) if spot.starts_sentence else None
    if following is None:
        return _fitted(paragraph, spot.text, spot.span, "")
    end = spot.span.end + following.end()
    return _fitted(paragraph, spot.text, Span(spot.span.start, end), capitalised(following[1]))


def _fitted(paragraph: int, text: str, span: Span, core: str) -> Edits:
    """Return the edits that put `core` in place of `span` with the blanks and commas that belong around it."""
    start = len(text[: span.start].rstrip())
    end = _skip_blanks(text, span.end)
    end = span.end if end == len(text) else end  # blanks that end a paragraph stay
    if core and core[0] in ",;" and text[:start].endswith((",", ";", ":", "(")):
        core = core[1:].lstrip()
    if core.endswith((",", ";")) and text[end : end + 1] in tuple(",.;:)!?"):
        core = core[:-1]
    if not core and text[:start].endswith(",") and text[end : end + 1] in tuple(",.;:)"):
        start -= 1
    left, right = text[:start], text[end:]
    if core:
        before = (text[start : span.start] or " ") if _is_parted(left, core) else ""
        after = (text[span.end : end] or " ") if _is_parted(left + core, right) else ""
        new = before + core + after
    else:
        new = " " if _is_parted(left, right) else ""
    changes = edits_within(text, start, end, new)
    return tuple(Edit(paragraph, Span(change.start, change.end), change.text) for change in changes)


def _is_parted(left: str, right: str) -> bool:
    """Tell whether a blank belongs between two stretches of text."""
    if not left or not right.strip() or right[0] in _NO_BLANK_BEFORE or left[-1] in _NO_BLANK_AFTER:
        return False
    if left[-1].isalnum() and _POSSESSIVE.match(right):
        return False
    inside_quotes = left.count('"') % 2 == 1
    return not inside_quotes or '"' not in (left[-1], right[0])


_ON_SENTENCES = ("sentence-end", "sentence-after")
_ACTIONS: dict[EditAction, Callable[[int, Spot, str], Edits]] = {
    "replace": _replaced,
    "before": _before,
    "after": _after,
    "sentence-end": _at_sentence_end,
    "sentence-after": _after_sentence,
    "replace-sentence": _sentence_replaced,
    "delete": _deletion,
}
