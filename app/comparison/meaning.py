"""Whether a statement says the same in other words.

No rule can tell what words mean, so this errs on one side: "reworded" is only what differs in words that decide
nothing, in the form of a word, in a few plain synonyms, or in a name that the whole document has changed. All else is
"changed".
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.text.spelling import one_spelling
from app.text.words import WORD, in_small_letters, plain

_WORDS = re.compile(rf"{WORD}|[^\W_]")
_LEFT_OUT = re.compile(
    r"\A\s*\(?(?:[ivxlc]{1,5}|[a-z]|\d{1,2})[.)](?=[\s\"“‘'(A-Z])"  # a number that is typed before a statement
    r"|\(?\bhttps?://[^\s()\]]+\)?|\bwww\.[^\s()\]]+|\(opens in a new window\)|[^\s@]{1,64}@[^\s@]{1,255}\.\w{2,24}"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|io|ai|gov|eu|dev)/[^\s()\]]*"  # "Example.ai" alone is a word
    r"|(?<=[;:.])\s*\(?(?:[ivxlc]{1,5}|[a-z]|\d{1,2})[.)]\s*\Z"  # the number of the next item, run on
)
"""Addresses, and marks of a page that are no words of it."""
_DECIDES = {
    word: mark
    for mark, words in (
        ("not", "not no never none nor neither cannot can't won't don't doesn't without refuse"),
        ("only", "only solely exclusively unless except excluding notwithstanding"),
        ("should", "should encouraged recommend recommended"),
        ("may", "may can permitted allowed might could"),
    )
    for word in words.split()
}
"""Words that decide, by what they decide: one for another of the same kind changes nothing. What is demanded, by "must"
or "shall", shows in what the statement does (`bearing.py`)."""

_SAYS_NOTHING = (
    "a an the this that these those such said same of to in on at by for from with as into upon under over per "
    "via is are was were be been being am do does did has have had having it its they them their theirs he his "
    "she her who whom whose which what where when how if then than so thus also too and or & etc eg ie e.g i.e we "
    "us our ours you your yours i me my one ones there here hereby herein hereof hereto hereunder therein thereof "
    "must shall will would please note including include includes included limited example certain relevant "
    "applicable any all each every other another both either well way manner order purpose purposes respect "
    "regard regarding connection accordance about between among through during within further furthermore "
    "moreover however therefore accordingly otherwise just simply clearly expressly generally directly particular "
    "specific specifically appropriate like etcetera but s t re ll ve you's we's"
)
_NOTHING = frozenset(_SAYS_NOTHING.split())
_ALIKE = (
    "use using used usage utilize utilise utilization employ",
    "website site webpage",
    "buy purchase acquire",
    "get obtain receive",
    "start begin commence",
    "end terminate",
    "stop cease discontinue",
    "help assist assistance",
    "tell inform notify notification notice",
    "ask request",
    "person people individual individuals human",
    "prohibit forbid ban bar",
    "allow permit",
    "ensure sure",
    "give provide grant supply",
    "show display present",
    "keep retain maintain",
    "change modify amend update revise alter",
    "agreement contract terms",
    "law laws legislation statute",
    "section clause paragraph article",
    "above foregoing preceding",
    "below following",
    "believe think",
    "choose select elect",
    "company entity organization organisation business",
    "firm entity",
    "make create produce generate",
    "need require required requires necessary",
    "because since due",
    "before prior",
    "after following subsequent",
    "quickly promptly",
    "illegal unlawful",
    "damage harm",
    "breach violate violation",
    "obey comply compliance adhere follow",
    "data information",
    "licence license",
    "read review",
    "address handle",
    "various several many multiple number",
    "additional more further extra",
    "main primary principal",
    "concerning relating related regarding",
    "staff employee personnel",
    "charge bill",
    "price fee",
)
_GROUPS = {one_spelling(word): group.split()[0] for group in reversed(_ALIKE) for word in group.split()}
_IF_ANY = re.compile(r"\bif any\b")  # these words take back what those before them give
_ENDINGS = re.compile(r"(?:'s|s'|ies|ings?|ed|es|s|ly)\Z")
_SHORTEST_STEM = 3
_REMEMBERED = 8192  # words


def compared_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as they are compared: small letters, one spelling, without addresses and marks."""
    small = _IF_ANY.sub("ifany", in_small_letters(plain(_LEFT_OUT.sub(" ", text))))
    return tuple(map(_spelled, _WORDS.findall(small)))


def says_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether two statements, as `compared_words`, differ in nothing that may decide."""
    if "".join(old) == "".join(new):  # words that were run together
        return True
    return _deciding(old) == _deciding(new) and set(stems_of(old)) == set(stems_of(new))


def _deciding(words: Iterable[str]) -> Counter[str]:
    return Counter(_DECIDES[word] for word in words if word in _DECIDES)


def stems_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that say something, each in the form that all its forms share."""
    return tuple(_stem(word) for word in words if word not in _DECIDES and word not in _NOTHING)


_spelled = lru_cache(maxsize=_REMEMBERED)(one_spelling)


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str) -> str:
    """Return the beginning that the forms of a word share, or the first of the words that are as good as it."""
    if any(map(str.isdigit, word)):
        return word
    shorn = _shorn(word)
    return next((_GROUPS[form] for form in (word, shorn, f"{shorn}e", f"{shorn}y") if form in _GROUPS), shorn)


def _shorn(word: str) -> str:
    shorn = _ENDINGS.sub("", word).rstrip("e")
    return shorn if len(shorn) >= _SHORTEST_STEM else word
