"""Citations in running words: "Section 5(c)", "clauses 3.1 to 3.4", "paragraph (b) of Article IV", "Exhibit A"."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Whose = Literal["this", "perhaps", "other"]
"""Whose clause is cited: this document's; that of a name it may bear itself ("the Agreement"); another text's."""

EXHIBIT_WORDS = ("exhibit", "schedule", "annex", "appendix", "attachment")
_CLAUSE = (
    r"ub-?(?:section|clause|paragraph)s?|ections?|ECTIONS?|lauses?|LAUSES?|rticles?|RTICLES?|aragraphs?|ARAGRAPHS?"
    r"|ecs?\.|rts?\.|aras?\.|(?<=§)§?"
)
_EXHIBIT = (
    r"xhibits?|XHIBITS?|chedules?|CHEDULES?|nnex(?:es|ures?)?|NNEX(?:ES|URES?)?|ppendi(?:x|ces)|PPENDI(?:X|CES)"
    r"|ttachments?|TTACHMENTS?"
)
_WORD = re.compile(rf"[ACEPSaceps§](?<!\w.)(?:(?P<clause>{_CLAUSE})|(?P<exhibit>{_EXHIBIT}))(?=[ \t\n\xa0(\d])")
_ITEM = r"\((?:[A-Za-z]|aa|bb|cc|dd|ee|ff|[ivxlc]{2,6}|[IVXLC]{2,6}|\d{1,2})\)"
_CLAUSE_LABEL = re.compile(
    rf"[ \t\n\xa0]{{0,3}}((?:(?:\d{{1,3}}|[IVXLC]{{1,7}}|[A-Z])(?:\.\d{{1,3}})*(?:\.(?:[a-z]|[ivx]{{2,5}})(?!\w))*"
    rf"(?:(?:\.|[ \xa0]?){_ITEM})*|{_ITEM}(?:[ \xa0]?{_ITEM})*))(?!\w|\.\d|-\d|,\d{{3}})"
)
_EXHIBIT_LABEL = re.compile(
    r"[ \t\n\xa0]{1,3}(\d{1,3}(?:\.\d{1,2})*(?:\([a-z]\))?|[IVX]{1,6}|AA|BB|CC|DD|[A-Z](?:-?\d{1,2})?)(?!\w|-?\d|\.\d)"
)
_NEXT = re.compile(
    r"[ \xa0]?[-–—][ \xa0]?|[ \xa0](?:to|through|thru)(?=[ \xa0])|,?[ \xa0](?:and/or|and|or|&)(?=[ \xa0])|,(?=[ \xa0])"
)
_MEASURE = re.compile(
    r"[ \xa0-]?(?:%|(?:calendar |business |working |consecutive )?(?:days?|hours?|weeks?|months?|years?|percent"
    r"|per cent|times|copies)\b)"
)
_LAW = (
    r"(?:Act|Code|Regulations?|GDPR|Directive|Laws?|Statutes?|Constitution|Treaty|Convention|Rules?|Ordinance|Order|Decree"
    r"|Title|Part|Chapter|Stat|D?FARS?|BGB|HGB|DSGVO|SCCs?|Clauses|U\.? ?S\.? ?C|C\.? ?F\.? ?R)"
)
_CONTRACT = (
    r"(?:Agreement|Addendum|Terms|Policy|Clauses|Licen[cs]e|Lease|Plan|Notes?|Guidelines|Contract|Form|Statement|Schedule"
    r"|Documentation|Certificate|Bylaws|Charter|Indenture|Conditions|Amendment|[A-Z]{3,})"
)
_BEFORE = re.compile(
    rf"(?:\b{_LAW}(?:\.|['’]s?)?,?[ \xa0(]+(?:at |under )?|\bForm [\w-]{{1,9}},?[ \xa0]+"
    rf"|\b(?P<contract>{_CONTRACT})(?:['’]s?)?,?[ \xa0]+)\Z"
)
_AFTER = re.compile(
    rf"[ \xa0](?:thereof|therein|thereto|thereunder|et seq|(?:[A-Z][\w.]* ){{0,3}}{_LAW}\b|[A-Z]{{3,}}\b(?![ ]?[A-Z]))"
)
_NAMED = re.compile(r"[ \xa0]?[(\[][A-Z“\"‘][^()\[\]]{0,80}[)\]]")
_OF = re.compile(
    r",?[ \xa0](?:as amended,? |respectively,? )?(?P<of>of|to|in|under|from|within)[ \xa0]+"
    r"(?P<this>this |these )?(?P<the>the |that |those |such |said |its |our |your |their |any |each |an? )?"
    r"(?P<what>[^.;:()]{0,90})"
)
_SELF = re.compile(r"(?:Agreement|Terms|Contract|Licen[cs]e|Policy|Addendum|Conditions|DPA|EULA|SLA)\b")
_INTO = re.compile(rf"(?:.*\b)?(?:{_LAW}|{_CONTRACT})\b")
_DEEPEST = 3
_THAT = ("that ", "those ", "such ", "said ", "its ", "their ")
_PIECE_OF = re.compile(r"(?:[a-z]+ ){1,4}of (?:the |that )?[A-Z]")


class Citation(NamedTuple):
    """A place that is cited.

    Attributes:
        start: Where it begins in the text, its word included ("Section"), but in lists only for the first.
        word: The kind of place, in small letters and the singular ("section", "exhibit").
        label: Its number, in full where the words leave out what a list shares: "5(b)" in "5(a) and (b)".
        within: The exhibit in which it is said to stand ("exhibit A"); "" where it is not said.
    """

    start: int
    end: int
    word: str
    label: str
    whose: Whose
    within: str = ""

    @property
    def is_exhibit(self) -> bool:
        """Whether an exhibit is cited and not a clause."""
        return self.word in EXHIBIT_WORDS


def find_citations(text: str) -> Iterator[Citation]:
    """Yield what `text` cites by number, in reading order."""
    for match in _WORD.finditer(text):
        word = _singular(match[0])
        pattern = _EXHIBIT_LABEL if match["exhibit"] else _CLAUSE_LABEL
        labels = _labels(text, match.end(), pattern, starts=match.start())
        if not labels:
            continue
        outer, within, whose = _context(text, match.start(), labels[-1][1])
        for start, end, label in labels:
            full = outer + label if outer and label.startswith("(") else label
            yield Citation(start, end, word, full, whose, within)


def _singular(word: str) -> str:
    """Return the word before a number in its plain form: "section" for "Sections", "Sec." and "§§"."""
    small = word.lower()
    if "§" in small or small.startswith("sec"):
        return "section"
    for plain in ("article", "paragraph", "annex", "appendi", "exhibit", "schedule", "attachment", "clause"):
        if small.startswith(plain[:3]):
            return "appendix" if plain == "appendi" else plain
    return small.replace("-", "").rstrip("s")


def _labels(text: str, at: int, pattern: re.Pattern[str], *, starts: int) -> list[tuple[int, int, str]]:
    """Return the numbers from `at` on, each with where it begins and ends: "4, 5 and 6(a) to (c)" are five."""
    found: list[tuple[int, int, str]] = []
    while match := pattern.match(text, at):
        label = re.sub(r"\s", "", match[1])
        if found:
            shares = label[0] == "(" and "(" in found[-1][2]
            if _MEASURE.match(text, match.end()) or not (shares or _form(label) == _form(found[0][2])):
                break
            label = _completed(label, found[-1][2])
        found.append((match.start(1) if found else starts, match.end(), label))
        named = _NAMED.match(text, match.end())
        separator = _NEXT.match(text, named.end() if named else match.end())
        if separator is None:
            break
        at = separator.end()
    return found


def _form(label: str) -> str:
    return "0" if label[0].isdigit() else "(" if label[0] == "(" else "A"


def _completed(label: str, before: str) -> str:
    """Return "5(b)" for "(b)" after "5(a)"."""
    if not label.startswith("(") or before.startswith("("):
        return label
    parts = re.findall(r"\([^()]*\)", before)
    last = next((at for at in range(len(parts)) if _kind(parts[at]) == _kind(label)), len(parts))
    kept = before[: before.index("(")] if parts else before
    return kept + "".join(parts[:last]) + label


def _kind(item: str) -> str:
    inner = item.strip("()")[: item.index(")") - 1]
    if inner.isdigit():
        return "number"
    small = "lower" if inner.islower() else "upper"
    return f"{small} roman" if set(inner.lower()) <= set("ivx") else small


def _context(text: str, start: int, end: int, depth: int = 0) -> tuple[str, str, Whose]:
    """Return what the words around a citation say of it: the clause and the exhibit it is in, and whose it is.

    `depth` counts the places that are named in one another: "paragraph (b) of Section 5 of Schedule 2".
    """
    before = _BEFORE.search(text[max(0, start - 40) : start])
    if before is not None:
        return "", "", "perhaps" if before["contract"] else "other"
    if named := _NAMED.match(text, end):
        end = named.end()
    if _AFTER.match(text, end):
        return "", "", "other"
    of = _OF.match(text, end)
    if of is None:
        return "", "", "this"
    at = of.start("what")
    cited = _WORD.match(text, at)
    if cited is None:
        return "", "", "this" if of["this"] else _owner(of["of"], of["the"] or "", of["what"])
    outer = (_EXHIBIT_LABEL if cited["exhibit"] else _CLAUSE_LABEL).match(text, cited.end())
    label = re.sub(r"\s", "", outer[1]) if outer else ""
    whose = _context(text, at, outer.end(), depth + 1)[2] if outer and depth < _DEEPEST else "this"
    return ("", f"{_singular(cited[0])} {label}", whose) if cited["exhibit"] and label else (label, "", whose)


def _owner(preposition: str, article: str, what: str) -> Whose:
    """Return whose clause is cited where the words go on with `what`: "of the Data Processing Addendum"."""
    if article == "the " and _SELF.match(what):
        return "perhaps"
    if preposition == "of" and (what[:1].isupper() or article in _THAT or _PIECE_OF.match(what)):
        return "other"
    named = re.match(r"(?:[A-Z][\w’'-]*,?[ \xa0](?:(?:of|and|for|on)[ \xa0])?){0,8}[A-Z][\w’'-]*", what)
    return "other" if named is not None and _INTO.match(named[0]) else "this"
