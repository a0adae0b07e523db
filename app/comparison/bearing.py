"""What a sentence of a policy does: forbid, allow under a condition, demand, allow; promise or reserve something."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from app.model.document import Document
from app.model.watch import Bearing
from app.text.words import in_small_letters, plain

_OURS = (
    *("you", "user", "users", "customer", "customers", "licensee", "licensees", "subscriber", "subscribers"),
    *("developer", "developers", "end users", "organization", "organizations", "organisation", "organisations"),
    *("deployer", "deployers", "recipient", "anyone", "nobody", "no one", "person", "persons"),
)
_THEIRS = ("we", "us", "licensor", "provider", "vendor", "supplier", "processor", "company", "importer")
_NOT = r"(?: not\b|n't\b|not\b)"
_MODAL = re.compile(
    r"\b(?:"
    rf"(?P<never>(?:may|must|shall|will|should|can|could|would|do|does){_NOT}|(?:must|will|shall|may) never|won't)"
    r"|(?P<forbid>(?:is|are|be) (?:strictly |expressly )?(?:prohibited|forbidden|barred|banned|disallowed)"
    r"|(?:is|are) not (?:\w+ )?(?:permitted|allowed|entitled|authorized|authorised|granted|intended|available)"
    r"|(?:is|are) not being granted|prohibited from|agrees? not to|agrees? never to|refrain from|not permitted to"
    r"|(?:we|strictly|expressly) (?:\w+ )?(?:prohibit|forbid|ban)s?|no rights?|prohibits?"
    r"|(?:prohibited|forbidden|restricted|unacceptable) (?:uses?|activities|conduct|content|purposes))"
    r"|(?P<demand>must|shall|(?:is|are|be) (?:\w+ )?(?:required|obliged|obligated|responsible|liable|bound)|required to"
    r"|agrees? to|agrees?|undertakes?|need(?:s|ed)? to|ha(?:s|ve) to|should|warrants?|represents?|will"
    r"|requires? (?:that )?you|acknowledges?|indemnif(?:y|ies)|waives?)"
    r"|(?P<grant>grants?|allows? you to)"
    r"|(?P<allow>may|can|(?:is|are) (?:\w+ )?(?:permitted|allowed|entitled|free|authorized|authorised|granted)"
    r"|reserves? the right|ha(?:s|ve) the right)"
    r"|(?P<act>uses?|collects?|shares?|discloses?|retains?|process(?:es)?|stores?|trains?|sells?)"
    r")\b"
)
_ORDER = re.compile(r"^\W*(?:please )?(?:do not|don't|never|no (?=\w+ing\b))\b|[:;-] (?:do not|don't|never)\b")
_ASKS = re.compile(r"^\W*please (?!note|see|read|review|visit|refer)\w")
_HEADINGS: tuple[tuple[Bearing, re.Pattern[str]], ...] = (
    (
        "prohibition",
        re.compile(
            r"\b(?:prohibit\w*|forbidden|restrict\w+|unacceptable|disallowed|do(?:es)? not|don't|must not|may not)\b"
        ),
    ),
    ("duty", re.compile(r"\b(?:requirements?|obligations?|responsibilit(?:y|ies)|duties)\b")),
    ("permission", re.compile(r"\b(?:permitted|allowed) (?:use|uses|purposes)\b")),
)
_CONDITION = re.compile(
    r"\b(?:only (?:if|when|where|for|to|in|as|with|after)|provided(?:, however,)? that|on (?:the )?condition|unless"
    r"|subject to|as long as|so long as|except (?:as|to|where|with)"
    r"|without (?:our |the )?(?:prior |express )*(?:consent|authori[sz]ation|permission))\b"
)
_EXPECTED = re.compile(
    r"\s*(?:also )?(?:be|become|remain|continue|apply|survive|have (?:the )?(?:following |same )*meaning|mean|govern"
    r"|prevail|have (?:exclusive|sole) jurisdiction|take effect|begin|commence|constitute|include)\b"
)
"""After "shall" or "will": says what holds or comes, and demands nothing."""
_SAYS_NOTHING = re.compile(
    r"^\s*(?:own|agree|wish|want|have to|need|require|consent|apply|constitute|include|limit|affect|create|mean|know"
    r"|understand|accept|represent|guarantee|warrant|endorse|provide|offer|exist)\b"
)
_ANSWERS = re.compile(r"^\s*(?:in any (?:event|way) )?be (?:held )?(?:\w+ )?(?:liable|responsible)\b")
_USABLE = re.compile(r"^\s*(?:only )?be (?:\w+ )?(?:used|copied|distributed|shared|modified|reproduced|made|sold)\b")
_DENIES = re.compile(r"\bnot (?:\w+ ){0,4}$")
_RELATIVE = re.compile(r"\b(?:who|that|which)\s*$")
_CLAUSE_ENDS = re.compile(r"[.;:]")
_BEFORE = 90
_ADJACENT = 24  # characters between who acts and the act: "we may also use", "Example AI uses"
_Who = Literal["ours", "theirs", "nobody"]
_ORDERED: tuple[Bearing, ...] = ("prohibition", "condition", "duty", "promise", "reservation", "permission")
"""What a sentence that does several things is called by, the first that it does."""


class Sides:
    """How a document names either side, so that who is bound can be told."""

    def __init__(self, document: Document) -> None:
        self._theirs = _any_of((*_THEIRS, *document.parties.vendor), without=document.parties.customer)
        self._ours = _any_of((*_OURS, *document.parties.customer), without=document.parties.vendor)

    def bearing(self, sentence: str) -> Bearing:
        """Return what `sentence` does; "other" where it binds nobody and allows nothing."""
        text = plain(in_small_letters(sentence))
        found = set(self._found(text))
        return next((bearing for bearing in _ORDERED if bearing in found), "other")

    def bearing_of_heading(self, heading: str) -> Bearing:
        """Return what a heading says of the list under it: "Prohibited Uses", "Do Not Incite Violence"."""
        text = plain(in_small_letters(heading))
        return next((bearing for bearing, words in _HEADINGS if words.search(text)), self.bearing(heading))

    def _found(self, text: str) -> Iterator[Bearing]:
        if _ORDER.search(text):
            yield "prohibition"
        elif _ASKS.search(text):
            yield "duty"
        for modal in _MODAL.finditer(text):
            who = self._who(text, modal.start())
            kind = str(modal.lastgroup)
            if kind == "act":
                if who == "theirs" and self._theirs.search(text, max(0, modal.start() - _ADJACENT), modal.start()):
                    yield "reservation"
            else:
                yield from _does(text, modal, kind, who)

    def _who(self, text: str, place: int) -> _Who:
        """Return whose name stands last before `place` in its clause."""
        clause = _CLAUSE_ENDS.split(text[max(0, place - _BEFORE) : place])[-1]
        ours = max((found.end() for found in self._ours.finditer(clause)), default=-1)
        theirs = max((found.end() for found in self._theirs.finditer(clause)), default=-1)
        if ours == theirs:
            return "nobody"
        return "ours" if ours > theirs else "theirs"


def _does(text: str, modal: re.Match[str], kind: str, who: _Who) -> Iterator[Bearing]:
    """Yield what one word that binds or allows does; nothing where it only tells something."""
    after = text[modal.end() :]
    if kind == "forbid":
        yield "prohibition"
    elif kind == "grant":
        yield "duty" if who == "ours" and modal[0].startswith("grant") else "permission"
    elif kind == "never":
        yield from _denied(modal[0], after, who)
    elif kind == "demand":
        if not _is_only_told(text, modal, who):
            yield "duty" if who != "theirs" or modal[0].startswith("require") else "promise"
    elif who == "theirs":
        yield "reservation"
    elif not _RELATIVE.search(text, 0, modal.start()) and (who == "ours" or _USABLE.match(after)):
        yield "condition" if _CONDITION.search(text) else "permission"


def _is_only_told(text: str, modal: re.Match[str], who: _Who) -> bool:
    """Return whether "shall" or "will" says what holds or comes, or "be liable" ends what is denied."""
    if modal[0].startswith("be "):
        return bool(_DENIES.search(text, 0, modal.start()))
    if modal[0] not in ("will", "shall"):
        return False
    return bool(_EXPECTED.match(text, modal.end())) or (modal[0] == "will" and who == "nobody")


def _denied(modal: str, after: str, who: _Who) -> Iterator[Bearing]:
    """Yield what a word with a "not" does: "will not", "do not"."""
    if _ANSWERS.match(after):
        if who == "theirs":
            yield "reservation"
    elif modal.startswith("do") and _SAYS_NOTHING.match(after):
        return
    elif who == "theirs":
        yield "promise"
    elif not modal.startswith("do"):
        yield "prohibition"


def _any_of(names: Iterable[str], without: Iterable[str]) -> re.Pattern[str]:
    left_out = {name.casefold() for name in without}
    kept = sorted({name.casefold() for name in names} - left_out, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, kept))})\b")
