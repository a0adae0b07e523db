"""Headings by their form: on a line of their own, or run into the first sentence of a paragraph."""

import re

from app.intake.structure.markers import split_marker

LONGEST_HEADING = 110
_MAX_WORDS = 12
_MAX_STYLED_WORDS = 16
_SMALL_WORDS = (
    "a an and any as at by for from if in into is no nor not of on or our per than that the their these this to "
    "under upon us vs we with within without you your its"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_ABBREVIATIONS_WORDS = (
    "inc ltd co corp no nos st mr mrs ms dr vs etc e.g i.e cf u.s u.k llc l.l.c p.o a.m p.m art sec approx jr sr"
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_DATED = re.compile(
    r"^\W*(?:last\s+)?(?:updated?|modified|revised|effective|dated|version|published|as of|copyright)\b|©|\([cC]\)\s*\d"
    r"|^\W*\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+\d{1,2},?\s+\d{4}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@|://|www\.|_{3,}|\.{4,}|\t.*\t|\|")
_LABELLED = re.compile(
    r"^(?:By|Name|Title|Date|Signature|Email|E-mail|Tel|Phone|Fax|Address|Attn|Attention)\s*:", re.IGNORECASE
)
_RUN_IN = re.compile(r"([^\s.:;?!][^.:?!]{0,98}?)(?:[.:]|\s*[–—]|\s+-{1,2})(?=\s+[\"“(‘'A-Z0-9])")


def is_strong_heading(text: str) -> bool:
    """Tell whether `text` has the form of a heading: short, and in capitals or title case."""
    return _is_short_line(text) and (_is_capitals(text) or _is_title_case(text))


def is_weak_heading(text: str) -> bool:
    """Tell whether `text` could be a heading in sentence case ("Who we are"); what follows it must decide."""
    return _is_short_line(text) and len(text.split()) <= 8 and text[-1] not in ".:" and text[0].isupper()


def is_emphasised_heading(text: str) -> bool:
    """Tell whether a line in bold or underlined is a heading."""
    return _is_short_line(text) and (text[0].isupper() or not text[0].isalpha())


def is_styled_heading(text: str) -> bool:
    """Tell whether a paragraph in a style for headings is one: many contracts set whole clauses in such styles.

    A number typed before it does not count.
    """
    marker = split_marker(text)
    text = text[marker.end :] if marker else text
    if not text or len(text.split()) > _MAX_STYLED_WORDS or text[0] in '"“‘' or text[-1] in ":;,":
        return False
    if re.search(r"[.:;]\s+\S", text):
        return False
    return not text.endswith(".") or is_strong_heading(text)


def run_in_end(text: str, emphasised: int = 0, *, numbered: bool = False) -> int:
    """Return where the heading run into the first sentence of `text` ends, its full stop included; 0 for none.

    `emphasised` says how many characters at the start are bold or underlined. In a paragraph that is `numbered`
    a heading in sentence case counts too.
    """
    if 1 < emphasised < len(text.rstrip()):
        title = text[:emphasised].strip(" .:–—-\t")
        if 0 < len(title.split()) <= _MAX_WORDS and title[0] not in '"“‘' and not _DATED.search(title):
            stop = re.match(r"\s*[.:–—]", text[emphasised:])
            ends = text[:emphasised].rstrip()[-1] in ".:–—" or text[emphasised:].lstrip()[:1].isupper()
            if stop or ends:
                return emphasised + (stop.end() if stop else 0)
    match = _RUN_IN.match(text)
    if match is None or len(match[1].split()) > 10 or _ends_abbreviated(match[1]):
        return 0
    title = match[1]
    if _DATED.search(title) or _LABELLED.match(text):
        return 0
    fits = _is_capitals(title) or _is_title_case(title) or (numbered and len(title.split()) <= 8 and title[0].isupper())
    return match.end() if fits else 0


def title_of(text: str) -> str:
    """Return a heading without the punctuation around it."""
    return text.strip(" \t\n\xa0.:–—-")


def _is_short_line(text: str) -> bool:
    if len(text) > LONGEST_HEADING:
        return False
    words = text.split()
    if not words or len(words) > _MAX_WORDS or text[-1] in ";,?!" or not any(map(str.isalpha, text)):
        return False
    return not (_DATED.search(text) or _ADDRESS.search(text) or _LABELLED.match(text))


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 2 and all(letter.isupper() for letter in letters)


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][^\s/–—-]*", text) if word.lower().strip("().,:") not in _SMALL]
    return bool(words) and text.lstrip("(\"“‘'")[:1].isupper() and all(word[0].isupper() for word in words)


def _ends_abbreviated(title: str) -> bool:
    last = title.rsplit(maxsplit=1)[-1].lower().lstrip('("“')
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())
