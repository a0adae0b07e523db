"""What a sentence of a policy does: forbid, allow under a condition, demand, allow; promise or reserve something."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    r"|(?:is|are) not (?:\w+ )?(?:permitted|allowed|entitled|authorized|authorised|granted|available (?:in|to|for))"
    r"|(?:is|are) not being granted|prohibited from|agrees? not to|agrees? never to|refrain from|not permitted to"
    r"|(?:we|strictly|expressly) (?:\w+ )?(?:prohibit|forbid|ban)s?|no rights?|prohibits?"
    r"|(?:prohibited|forbidden|restricted|unacceptable) (?:uses?|activities|conduct|content|purposes))"
    r"|(?P<demand>must|shall|(?:is|are|be) (?:\w+ )?(?:required|obliged|obligated|responsible|liable|bound)|required to"
    r"|agrees? to|agrees?|undertakes?|need(?:s|ed)? to|ha(?:s|ve) to|should|warrants?|represents?|will"
    r"|requires? (?:that )?you|acknowledges? (?:and agrees? )?that|indemnif(?:y|ies)|waives?)"
    r"|(?P<grant>grants?|allows? you to)"
    r"|(?P<own>(?:retains?|owns?|keeps?) (?:\w+ ){0,3}(?:rights?|ownership|title|interests?|outputs?|content))"
    r"|(?P<allow>may|can|(?:is|are) (?:\w+ )?(?:permitted|allowed|entitled|free|authorized|authorised|granted)"
    r"|reserves? the right|ha(?:s|ve) (?:the|a) (?:legal )?right)"
    r"|(?P<act>uses?|collects?|shares?|discloses?|retains?|process(?:es)?|stores?|trains?|sells?)"
    r")\b"
)
_NOBODY = re.compile(r"\b(?:nobody|no[ -]one|no (?:person|user|customer|licensee|party))\s*$")
_ORDER = re.compile(r"^\W*(?:please )?(?:do not|don't|never|no (?=\w+ing\b))\b|[:;-] (?:do not|don't|never)\b")
_ASKS = re.compile(r"^\W*please (?!note|see|read|review|visit|refer)\w")
_ALLOWED = re.compile(r"\b(?:permitted|allowed) (?:applications?|uses?|purposes?|activities)\b")
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
_TAKES = re.compile(
    r"\s*(?:also |immediately |automatically )?(?:use(?! (?:\w+ )?reasonable)|collect|share|disclose|sell|train|charge"
    r"|bill|increase|suspend|terminate|monitor|block|remove)\b"
)
"""After "will": what the other side does to us, and promises nothing by it."""
_LEAVES = re.compile(rf"(?:{_TAKES.pattern})|\s*(?:\w+ )?(?:retain|store|access|rent|keep|read)\b")
"""After "do not": what the other side leaves to our good."""
_ANSWERS_NOT = re.compile(r"\s*(?:have|bear|assume|accept) no (?:\w+ )?(?:liability|obligation|responsibility)")
_NO_LEAVE = re.compile(r"\s*have (?:our|the|any) permission\b")
_NO_CASE = re.compile(r"\b(?:no event|no circumstances|neither|nor)\b")
_BINDS_ANYBODY = ("must", "shall", "should", "is", "are", "be", "require", "will")
_IDLE = ("will", "would", "could", "won")
_OFFERS = re.compile(r"\s*(?:also )?(?:offer|provide|make (?:\w+ )?available|publish)\b")
_ANSWERS = re.compile(r"^\s*(?:in any (?:event|way) )?be (?:held )?(?:\w+ )?(?:liable|responsible)\b")
_USABLE = re.compile(r"^\s*(?:only )?be (?:\w+ )?(?:used|copied|distributed|shared|modified|reproduced|made|sold)\b")
_DENIES = re.compile(r"\bnot (?:\w+ ){0,4}$")
_RELATIVE = re.compile(r"\b(?:who|that|which)\s*$")
_CLAUSE_ENDS = re.compile(r"[.;:]")
_BEFORE = 90  # characters looked at on either side of a word, so that no sentence takes long
_AROUND = 400  # characters within which a condition limits what is allowed
_THAT = re.compile(r"(?:agrees?|acknowledges?(?: and agrees?)?|acknowledge) that\b")
_LITTLE = re.compile(r"(?: (?:also|currently|only|do|does|then|and|its affiliates|may))* ")
_TOLD_OF = r"(?<!of )(?<!to )(?<!with )(?<!by )(?<!from )(?<!for )(?<!on )(?<!against )"
"""Before a name: what is said is not done by who bears it ("users of Example AI")."""
_OWNED = r"(?!'s)(?! (?:services?|platform|models?|materials|software|products?|apis?|website|terms|account|content)\b)"
"""After a name: it only tells whose something is."""
_Who = Literal["ours", "theirs", "nobody"]
STRICTEST: tuple[Bearing, ...] = ("prohibition", "condition", "duty", "reservation", "promise", "permission")
"""What a statement may do, what binds us most first."""


class Sides:
    """How a document names either side, so that who is bound can be told."""

    def __init__(self, document: Document) -> None:
        self._theirs = _any_of((*_THEIRS, *document.parties.vendor), without=document.parties.customer)
        self._ours = _any_of((*_OURS, *document.parties.customer), without=document.parties.vendor)

    def bearings(self, sentence: str) -> tuple[Bearing, ...]:
        """Return what `sentence` does, what binds us most first; nothing where it binds nobody and allows nothing."""
        found = set(self._found(plain(in_small_letters(sentence))))
        return tuple(bearing for bearing in STRICTEST if bearing in found)

    def bearings_of_heading(self, heading: str) -> tuple[Bearing, ...]:
        """Return what a heading says of the list under it: "Prohibited Uses", "Do Not Incite Violence"."""
        text = plain(in_small_letters(heading))
        if text.startswith("how "):  # "How we use data"
            return ()
        told = next((bearing for bearing, words in _HEADINGS if words.search(text)), None)
        return self.bearings(heading) if told is None else (told,)

    def _found(self, text: str) -> Iterator[Bearing]:
        if _ORDER.search(text):
            yield "prohibition"
        elif _ASKS.search(text):
            yield "duty"
        if _ALLOWED.search(text):
            yield "permission"
        for modal in _MODAL.finditer(text):
            who = self._who(text, modal.start())
            kind = str(modal.lastgroup)
            if kind == "act" and not (who == "theirs" and self._is_beside(text, modal.start())):
                continue
            if not self._is_told_of_them(text, modal):
                yield from _does(text, modal, kind, who)

    def _is_told_of_them(self, text: str, modal: re.Match[str]) -> bool:
        """Return whether we only agree to what the other side does: "you agree that Example AI may"."""
        that = _THAT.match(text, modal.start())
        if that is None:
            return False
        theirs = self._theirs.search(text, that.end(), that.end() + _BEFORE)
        ours = self._ours.search(text, that.end(), that.end() + _BEFORE)
        return theirs is not None and (ours is None or theirs.start() < ours.start())

    def _is_beside(self, text: str, place: int) -> bool:
        """Return whether the other side's name stands right before `place`: "we also use"."""
        begin = max(0, place - _BEFORE)
        last = max((found.end() for found in self._theirs.finditer(text, begin, place)), default=place)
        return bool(_LITTLE.fullmatch(text, last, place))

    def _who(self, text: str, place: int) -> _Who:
        """Return who acts before `place`: the side whose name stands last in that clause as who does something."""
        clause = _CLAUSE_ENDS.split(text[max(0, place - _BEFORE) : place])[-1]
        ours = max((found.end() for found in self._ours.finditer(clause)), default=-1)
        last = max(self._theirs.finditer(clause), key=re.Match.end, default=None)
        theirs = -1 if last is None else last.end()
        if ours == theirs:
            return "nobody"
        if last is not None and ours >= 0 and clause[ours : last.start()] == " and ":  # both sides
            return "ours"
        return "ours" if ours > theirs else "theirs"


def _does(text: str, modal: re.Match[str], kind: str, who: _Who) -> Iterator[Bearing]:
    """Yield what one word that binds or allows does; nothing where it only tells something."""
    before, after = text[max(0, modal.start() - _BEFORE) : modal.start()], text[modal.end() : modal.end() + _BEFORE]
    if kind in ("demand", "allow") and _NOBODY.search(before):
        yield "prohibition"
    elif kind in _PLAIN:
        yield from _PLAIN[kind](modal[0], who)
    elif kind == "never":
        yield from _denied(modal[0], after, who)
    elif kind == "demand":
        if not _is_only_told(text, modal, who):
            yield _demanded(text, modal, who)
    elif who == "theirs":  # who may do something, or does it: the other side
        if not (kind == "allow" and _OFFERS.match(after)):
            yield "reservation"
    elif _RELATIVE.search(before) or _DENIES.search(before):
        return
    elif who == "ours" or _USABLE.match(after):
        is_limited = _CONDITION.search(text, max(0, modal.start() - _AROUND), modal.end() + _AROUND)
        yield "condition" if is_limited else "permission"


def _owned(_: str, who: _Who) -> Iterator[Bearing]:
    if who != "nobody":
        yield "permission" if who == "ours" else "reservation"


def _granted(words: str, who: _Who) -> Iterator[Bearing]:
    yield "duty" if who == "ours" and words.startswith("grant") else "permission"


def _forbidden(_: str, __: _Who) -> Iterator[Bearing]:
    yield "prohibition"


_PLAIN: Mapping[str, Callable[[str, _Who], Iterator[Bearing]]] = {
    "forbid": _forbidden,
    "own": _owned,
    "grant": _granted,
}
"""What needs no look at the words after it."""


def _demanded(text: str, modal: re.Match[str], who: _Who) -> Bearing:
    if who != "theirs" or modal[0].startswith("require"):
        return "duty"
    denies = " not " in modal[0] or (
        modal[0].startswith("be ") and _NO_CASE.search(text, max(0, modal.start() - _BEFORE), modal.start())
    )
    takes = modal[0] in ("will", "shall") and (_TAKES.match(text, modal.end()) or _ANSWERS_NOT.match(text, modal.end()))
    return "reservation" if denies or takes else "promise"


def _is_only_told(text: str, modal: re.Match[str], who: _Who) -> bool:
    """Return whether "shall" or "will" says what holds or comes, or "be liable" ends what is denied."""
    if (" not " in modal[0] and who != "theirs") or text.endswith(("not ", "n't "), 0, modal.start()):
        return True
    if who == "nobody" and not modal[0].startswith(_BINDS_ANYBODY):
        return True
    if modal[0].startswith("be "):
        return bool(_DENIES.search(text[max(0, modal.start() - _BEFORE) : modal.start()]))
    if modal[0] not in ("will", "shall"):
        return False
    return bool(_EXPECTED.match(text, modal.end())) or (modal[0] == "will" and who == "nobody")


def _denied(modal: str, after: str, who: _Who) -> Iterator[Bearing]:
    """Yield what a word with a "not" does: "will not", "do not"."""
    if _ANSWERS.match(after):
        if who == "theirs":
            yield "reservation"
    elif who == "theirs":
        if modal.startswith("do") and not _LEAVES.match(after):
            return
        if not modal.startswith(("would", "could")):
            yield "promise"
    elif modal.startswith("do"):
        if _NO_LEAVE.match(after):
            yield "prohibition"
    elif not (who == "nobody" and modal.startswith(_IDLE)):
        yield "prohibition"


def _any_of(names: Iterable[str], without: Iterable[str]) -> re.Pattern[str]:
    left_out = {name.casefold() for name in without}
    kept = sorted({name.casefold() for name in names} - left_out, key=lambda name: (-len(name), name))
    return re.compile(rf"\b{_TOLD_OF}(?:{'|'.join(map(re.escape, kept))})\b{_OWNED}")
