"""Numbers and bullets typed before a paragraph: "1.", "(c)", "2.3", "Section 4:", "Article II", "-"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from app.text.numerals import read_roman

Style = Literal["number", "multi", "lower", "upper", "lower-roman", "upper-roman", "word", "bullet"]

BULLETS = "-*+•·–—▪▫‣◦●○■□❖➢➤✓✔♦⁃∙\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8"
_DRAWN = str.maketrans("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8", "•▪➢❖✓☐")  # as fonts of symbols draw them
_BULLET = re.compile(rf"([{re.escape(BULLETS)}])[ \t\xa0]+(?=\S)|(o)\t[ \t]*(?=\S)")
_MULTI = re.compile(
    r"((?:\d{1,3}|[A-Z])(?:\.\d{1,3})+(?:\.?\([A-Za-z]{1,4}\))*|\d{1,3}(?:\.?\([A-Za-z]{1,4}\))+"
    r"|\d{1,3}(?:\.\d{1,3})*(?:\.(?:[a-w]|[ivx]{2,4}))+(?=[.)]?[ \t\xa0]))"
    r"[.):]?(?=[ \t\xa0]|$|[A-Z“\"])"
)
_NUMBER = re.compile(
    r"(\([ \xa0]?)?(?P<number>\d{1,3})(?(1)[ \xa0]?)(?:[.)](?:\.|-|[ \xa0]?[–—])?(?=[ \t\xa0]|$)"
    r"|\.(?:[-–—][ \xa0]?)?(?=[A-Z“\"]))"
)
_BARE_NUMBER = re.compile(r"(\d{1,2})(?:\t+|[ \xa0]{2,})(?=[A-Z])")
_HEADING_NUMBER = re.compile(r"(\d{1,2})[ \xa0]+(?=[^\W\d_a-z])")
_LETTER = re.compile(
    r"(\([ \xa0]?)?([A-Za-z]|[ivxlc]{2,7}|[IVXLC]{2,7}|([a-zA-Z])\3)(?(1)[ \xa0]?)(\)\.?|\.)(?=[ \t\xa0]|$)"
)
_WORD = re.compile(
    r"(Section|Article|Clause|SECTION|ARTICLE|CLAUSE|Sec\.|SEC\.|Art\.|ART\.|§)[ \t\xa0]*"
    r"(\d{1,3}(?:\.\d{1,3})*(?:\([A-Za-z]{1,4}\))*|[IVXLC]{1,7}|[A-Z])([ \t\xa0]*(?:[:.)]|--|[-–—]))?(?=[ \t\xa0]|$)"
)
_WORDS = {"Sec.": "Section", "Art.": "Article"}
_ANNEX = re.compile(
    r"(?=[A-Z])(?i:exhibit|schedule|annex(?:ure)?|appendix|attachment)"
    r"(?:[ \t\xa0]+(?:\d{1,3}|[IVXLC]{1,7}|[A-Z](?:-?\d{1,2})?)(?!\w)|:|$)"
)
_TICKED = re.compile(r"\([ \xa0][xX][ \xa0]?\)|\([xX][ \xa0]\)")
_MAY_BEGIN = re.compile(
    r"[^\sA-Za-z]|[A-Za-z](?:[.)\s]|[A-Za-z][.)])|[ivxlcIVXLC]{3,7}[.)]|(?:Sec|SEC|Art|ART|Clau|CLAU)"
)
_COPYRIGHT = re.compile(r"\([cC]\)\s+(?:\d{4}|[Cc]opyright|COPYRIGHT)")
_MEASURE = re.compile(r"[ \t\xa0]+(?:million|billion|percent|per\s?cent|%|x\b|times\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed, and what it may count.

    Attributes:
        text: As printed, without the blanks after it ("(c)").
        end: Where in the paragraph the text after it begins.
        shape: The marker with its number left out ("()", ".", "Section:"): markers of one list share it.
        readings: Each way to read it, the likelier first: a letter may be a Roman number.
        number: The number as cited ("2.3", "c", "II"); "" for bullets.
    """

    text: str
    end: int
    shape: str
    readings: tuple[tuple[Style, int], ...]
    number: str

    @property
    def style(self) -> Style:
        """The likeliest style."""
        return self.readings[0][0]

    @property
    def parts(self) -> tuple[str, ...]:
        """Components of a number such as "2.3(a)"."""
        return tuple(re.findall(r"\d+|[A-Za-z]+", self.number))


def split_marker(text: str) -> Marker | None:
    """Return the marker that `text` begins with; None where it begins with words."""
    if not _MAY_BEGIN.match(text):
        return None
    marker = _read_bullet(text) or _read_word(text) or _read_number(text) or _read_letter(text)
    return marker if marker and text[: marker.end].strip() else None


def split_bare_number(text: str) -> Marker | None:
    """Return the number without any punctuation that the heading `text` begins with: "2 Fees"."""
    match = _HEADING_NUMBER.match(text)
    return _marker(text, match.end(), "", (("number", int(match[1])),), match[1]) if match else None


@lru_cache(maxsize=4096)
def read_automatic(marker: str) -> Marker:
    """Return a number or bullet that the format prints by itself; what is neither counts as a bullet."""
    known = split_marker(f"{marker}\tX")
    if known is not None and known.text == marker.strip():
        return known
    number = marker.strip().rstrip(".:")
    if number.count(")") > number.count("("):
        number = number.rstrip(".:)")
    if any(map(str.isdigit, number)):
        return Marker(text=marker.strip(), end=0, shape="multi", readings=(("multi", 0),), number=number)
    return Marker(text=marker.strip(), end=0, shape=marker.strip(), readings=(("bullet", 0),), number="")


def is_annex(text: str) -> bool:
    """Tell whether `text` is the first line of an exhibit, schedule, annex, appendix or attachment."""
    match = _ANNEX.match(text)
    return match is not None and len(text) <= 100 and not re.search(r"[.;,]$", text)


def _marker(text: str, end: int, shape: str, readings: tuple[tuple[Style, int], ...], number: str) -> Marker:
    """Return a Marker whose text ends at `end`, with the blanks after it skipped."""
    rest = len(text) - len(text[end:].lstrip())
    return Marker(text=text[:end].strip(), end=rest, shape=shape, readings=readings, number=number)


def _read_bullet(text: str) -> Marker | None:
    match = _BULLET.match(text)
    if match is None:
        return None
    found = _marker(text, match.end(), match[1] or match[2], (("bullet", 0),), "")
    return replace(found, text=found.text.translate(_DRAWN))


def _read_word(text: str) -> Marker | None:
    match = _WORD.match(text)
    if match is None or (match[3] is None and not _reads_as_title(text[match.end() :])):
        return None
    word, number = match[1], match[2]
    if number.endswith(")") and not text[match.end() :].strip():
        return None  # "Section 6(e)." names a clause that is spoken of
    shape = _WORDS.get(word.capitalize(), word.capitalize())
    if not number.isalnum():
        return _marker(text, match.end(), shape, (("multi", _last_value(number)),), number)
    value = int(number) if number.isdigit() else read_roman(number) or ord(number[0]) - 64
    cited = number if number[0].isdigit() and shape != "Article" else f"{shape} {number}"
    return _marker(text, match.end(), shape, (("word", value),), cited)


def _reads_as_title(rest: str) -> bool:
    """Tell whether what follows "Section 4" without punctuation is a title and not the rest of a sentence."""
    words = rest.split()
    return (
        len(words) <= 10
        and not rest.rstrip().endswith((".", ";", ","))
        and all(word[0].isupper() or len(word) <= 4 for word in words)
        and (not words or words[0][0].isupper())
    )


def _read_number(text: str) -> Marker | None:
    if match := _MULTI.match(text):
        if _MEASURE.match(text, match.end()):
            return None
        return _marker(text, match.end(), "multi", (("multi", _last_value(match[1])),), match[1])
    if match := _NUMBER.match(text):
        shape = _shape(text[: match.end()])
        return _marker(text, match.end(), shape, (("number", int(match["number"])),), match["number"])
    if match := _BARE_NUMBER.match(text):
        return _marker(text, match.end(), "", (("number", int(match[1])),), match[1])
    return None


def _last_value(number: str) -> int:
    """Return what the last part of "2.3(a)" counts; letters count from a."""
    last = re.findall(r"\d+|[A-Za-z]+", number)[-1]
    return int(last) if last.isdigit() else ord(last[0].lower()) - 96


def _read_letter(text: str) -> Marker | None:
    match = _LETTER.match(text)
    if match is None or _COPYRIGHT.match(text) or _TICKED.match(text) or (match[1] and match[4] == "."):
        return None
    number = match[2]
    readings = _read_letters(number)
    return _marker(text, match.end(), _shape(text[: match.end()]), readings, number) if readings else None


def _read_letters(number: str) -> tuple[tuple[Style, int], ...]:
    """Return the ways to read `number`: letters count a, b, ... z, aa, bb."""
    roman = read_roman(number)
    lower = number.islower()
    readings: list[tuple[Style, int]] = []
    if len(set(number)) == 1 and len(number) <= 2:
        readings.append(("lower" if lower else "upper", ord(number[0].lower()) - 96 + 26 * (len(number) - 1)))
    if roman:
        reading: tuple[Style, int] = ("lower-roman" if lower else "upper-roman", roman)
        readings.insert(0 if len(number) > 1 else len(readings), reading)
    return tuple(readings)


def _shape(marker: str) -> str:
    """Return the parentheses of a marker, else its full stop."""
    return re.sub(r"[^()]+", "", marker) or "."
