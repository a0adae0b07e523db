"""The same words in another dress: characters, spelling, numbers and units, none of which change what is meant."""

import re
from collections.abc import Callable

from app.text.numerals import number_in_words

Change = Callable[[str], str]

_SPELLINGS = (
    (r"licence(?=s?\b)", r"license(?=s?\b)"),
    ("organisation", "organization"),
    ("authoris", "authoriz"),
    ("recognis", "recogniz"),
    ("favour", "favor"),
    ("honour", "honor"),
    ("programme", "program"),
    ("centre", "center"),
    ("fulfil ", "fulfill "),
    ("judgement", "judgment"),
    ("behaviour", "behavior"),
    ("minimis", "minimiz"),
    ("anonymis", "anonymiz"),
)
_NUMBERS = {str(number): number_in_words(number) for number in (*range(2, 21), 30, 36, 45, 48, 60, 72, 90)}
_UNITS = r"(?= (?:business |calendar |working )?(?:days|months|hours|years)\b)"
_WEEKS = {7: "one week", 14: "two weeks", 21: "three weeks", 28: "four weeks"}
_DAYS_OF_HOURS = {24: "one day", 48: "two days", 72: "three days", 96: "four days"}
_SCALES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORTEST_LONG_WORD = 8


def straight_quotes(text: str) -> str:
    """Return `text` with typewriter quotes."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curly_quotes(text: str) -> str:
    """Return `text` with typographic quotes."""
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def no_break_spaces(text: str) -> str:
    """Return `text` with no-break spaces before short words."""
    return re.sub(r"(?<=\w) (?=\w{1,3}\b)", "\N{NO-BREAK SPACE}", text)


def double_spaces(text: str) -> str:
    """Return `text` with two blanks after each stop and comma."""
    return re.sub(r"(?<=[.,;]) ", "  ", text)


def hyphens_without_a_break(text: str) -> str:
    """Return `text` with hyphens at which no line may break."""
    return text.replace("-", "\N{NON-BREAKING HYPHEN}")


def soft_hyphens(text: str) -> str:
    """Return `text` with a place to break inside each long word."""
    long_word = rf"\b([A-Za-z]{{{_SHORTEST_LONG_WORD // 2}}})([A-Za-z]{{{_SHORTEST_LONG_WORD // 2},}})\b"
    return re.sub(long_word, "\\1\N{SOFT HYPHEN}\\2", text)


def american(text: str) -> str:
    """Return `text` in American spelling."""
    return _spelled(text, to=1)


def british(text: str) -> str:
    """Return `text` in British spelling."""
    return _spelled(text, to=0)


def _spelled(text: str, *, to: int) -> str:
    for pair in _SPELLINGS:
        old, new = pair[1 - to], pair[to].partition("(")[0]
        text = re.sub(rf"\b{old}", new, text)
        text = re.sub(rf"\b{old.capitalize()}", new.capitalize(), text)
    return text


def upper_case(text: str) -> str:
    """Return `text` in capitals, addresses left as they are."""
    return re.sub(r"\S+", lambda word: word[0] if "." in word[0].strip('.,;:”"') else word[0].upper(), text)


def numbers_in_words(text: str) -> str:
    """Return `text` with "thirty days" for "30 days"."""
    return re.sub(rf"(?<!\()\b({'|'.join(_NUMBERS)}){_UNITS}", lambda found: _NUMBERS[found[1]], text)


def numbers_in_figures(text: str) -> str:
    """Return `text` with "30 days" for "thirty days" and "thirty (30) days"."""
    text = re.sub(rf"\b(?:{'|'.join(_NUMBERS.values())}) \((\d+)\){_UNITS}", r"\1", text, flags=re.IGNORECASE)
    words = {word: figure for figure, word in _NUMBERS.items()}
    return re.sub(rf"\b({'|'.join(words)}){_UNITS}", lambda found: words[found[1]], text)


def numbers_in_both(text: str) -> str:
    """Return `text` with "thirty (30) days" for "30 days"."""
    return re.sub(
        rf"(?<!\()\b({'|'.join(_NUMBERS)})(?!\)){_UNITS}", lambda found: f"{_NUMBERS[found[1]]} ({found[1]})", text
    )


def month_for_days(text: str) -> str:
    """Return `text` with "one month" for 30 days."""
    return re.sub(r"\b(?:thirty \(30\)|thirty|30) (?:calendar )?days\b(?!['’])", "one month", text)


def weeks_for_days(text: str) -> str:
    """Return `text` with "two weeks" for 14 days, and so on."""
    return _in_units(text, _WEEKS, "days")


def days_for_hours(text: str) -> str:
    """Return `text` with "three days" for 72 hours, and so on."""
    return _in_units(text, _DAYS_OF_HOURS, "hours")


def _in_units(text: str, units: dict[int, str], unit: str) -> str:
    for number, words in units.items():
        written = rf"(?:{number_in_words(number)} \({number}\)|{number_in_words(number)}|{number})"
        text = re.sub(rf"(?<![-\w.,]){written} {unit}\b(?!['’]| (?:an?|per) )", words, text, flags=re.IGNORECASE)
    return text


def separators(text: str) -> str:
    """Return `text` with "700,000,000" for "700000000" and for "700 million"."""
    text = re.sub(
        rf"\b(\d{{1,3}}) ({'|'.join(_SCALES)})\b", lambda found: f"{int(found[1]) * _SCALES[found[2]]:,}", text
    )
    return re.sub(r"(?<![\d.,])(?<!ISO )(?<!IEC )\d{5,}(?![\d.,]\d)", lambda found: f"{int(found[0]):,}", text)


def no_separators(text: str) -> str:
    """Return `text` with "700000000" for "700,000,000"."""
    return re.sub(r"\b\d{1,3}(?:,\d{3})+\b", lambda found: found[0].replace(",", ""), text)


VARIANTS: dict[str, Change] = {
    "straight quotes": straight_quotes,
    "curly quotes": curly_quotes,
    "no-break spaces": no_break_spaces,
    "double spaces": double_spaces,
    "hyphens without a break": hyphens_without_a_break,
    "soft hyphens": soft_hyphens,
    "American spelling": american,
    "British spelling": british,
    "upper case": upper_case,
    "numbers in words": numbers_in_words,
    "numbers in figures": numbers_in_figures,
    "numbers in both": numbers_in_both,
    "a month for 30 days": month_for_days,
    "weeks for days": weeks_for_days,
    "days for hours": days_for_hours,
    "figures with separators": separators,
    "figures without separators": no_separators,
}
"""What is changed, by what it is called; what does not apply leaves a text as it is."""
