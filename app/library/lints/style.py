"""How wording reads, and whether it tells the other side what is to stay in the house."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.library.lint import Field, Mistake
from app.library.lints.entry import placed_wording
from app.model.clause import ClauseType
from app.text.sentences import sentences_of

_INTERNAL = re.compile(
    r"\b(?:fall-?back|walk-?away|walk away|deal-?breakers?|bottom line|must-haves?|nice-to-haves?|red lines?|leverage"
    r"|trade-?offs?|bargaining chips?|negotiating position|our (?:aim|limit|minimum|maximum|position|strategy|target)"
    r"|could (?:also )?(?:accept|live with)|would (?:also )?(?:accept|settle for|live with)|(?:at|if) (?:the )?worst"
    r"|internal(?:ly)? (?:approv|polic|rul|not)\w*)\b",
    re.IGNORECASE,
)
_OF_OURS = re.compile(r"\b(?:budgets?|priorit(?:y|ies)|(?:second|next) best|last resort|willing to)\b", re.IGNORECASE)
"""Words that a contract may need ("support by priority") and a comment to the other side does not."""
_SLOT = re.compile(r"\{[^{}|:]*[:|]?([^{}]*)\}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LONG = 13  # letters
_FEWEST = 12  # words of a text in which shares mean something


@dataclass(frozen=True, slots=True)
class _Limits:
    """How hard a text may be to read: words of a sentence on average and at most, and share of long words."""

    average: float
    longest: int
    long_words: float


CONTRACT_LIMITS = _Limits(average=45, longest=70, long_words=0.15)
"""For what goes into a contract."""
PLAIN_LIMITS = _Limits(average=25, longest=40, long_words=0.15)
"""For what is read beside it: comment and ask."""


def lint_style(clause: ClauseType) -> Iterator[Mistake]:
    """Yield wording of `clause` that is hard to read, or tells the other side what is ours to know."""
    for place, text in placed_wording(clause):
        yield from _told(place, text, _INTERNAL)
        if place[2] == "clause":
            yield from _hard(place, text, CONTRACT_LIMITS)
    yield from _told(("comment",), clause.comment, _INTERNAL)
    yield from _told(("comment",), clause.comment, _OF_OURS)
    for name, text in (("comment", clause.comment), ("ask", clause.ask)):
        yield from _hard((name,), text, PLAIN_LIMITS)


def _told(place: Field, text: str, words: re.Pattern[str]) -> Iterator[Mistake]:
    if found := words.search(text):
        yield Mistake(place, f"goes to the other side, and says {found[0]!r}; put what is internal into 'note'")


def _hard(place: Field, text: str, limits: _Limits) -> Iterator[Mistake]:
    text = " ".join(_SLOT.sub(lambda slot: f"Name {slot[1]}" if slot[1].isalpha() else "Name", text).split())
    lengths = [len(_WORD.findall(text[each.start : each.end])) for each in sentences_of(text)]
    words = _WORD.findall(text)
    if not words:
        return
    average, longest = sum(lengths) / len(lengths), max(lengths)
    share = sum(len(word.replace("-", "")) >= _LONG for word in words) / len(words)
    if longest > limits.longest:
        message = f"its longest sentence has {longest} words, more than {limits.longest}; part it"
        yield Mistake(place, message, is_warning=True)
    elif len(lengths) > 1 and average > limits.average:
        message = f"its sentences have {average:.0f} words on average, more than {limits.average:.0f}; part some"
        yield Mistake(place, message, is_warning=True)
    if len(words) >= _FEWEST and share > limits.long_words:
        message = (
            f"{share:.0%} of its words have {_LONG} letters or more, over {limits.long_words:.0%}; use shorter ones"
        )
        yield Mistake(place, message, is_warning=True)
