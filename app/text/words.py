"""Words of a plain text: cut into tokens, and brought to a form that can be compared."""

import re

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = r"\s!-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u3000-\u303f\uff01-\uff0f"
_LETTERS = f"[^{_MARKS}{_CJK}]+"
WORD = rf"{_LETTERS}(?:(?:['’\u00ad\u2010\u2011-]|(?<=\d)[.,:/](?=\d)){_LETTERS})*"
"""The pattern of a word or number; hyphens, apostrophes and the marks inside numbers are part of it."""
_TOKEN = re.compile(
    rf"{WORD}|_+|[^\S\t\n]+|.",  # after words: a line to fill in, blanks; each tab, break, mark and ideograph alone
    re.DOTALL,
)
_PLAIN = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\t\n\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
}
_ALIKE = str.maketrans("\u0130\u0131\u017f", "Iis")  # as patterns take them where case does not count


def tokenise(text: str) -> tuple[str, ...]:
    """Cut `text` into words, stretches of blanks and single marks; joined, the tokens are `text` again.

    Hyphenated words ("non-exclusive"), contractions ("Licensee's") and numbers ("1,000.50") stay whole.
    """
    return tuple(_TOKEN.findall(text))


def plain(text: str) -> str:
    """Return `text` with one form of quote, dash and blank; every character keeps its place."""
    for character in _PLAIN.keys() & set(text):  # few of many: faster than to translate each
        text = text.replace(character, _PLAIN[character])
    return text


def in_small_letters(text: str) -> str:
    """Return `text` in small letters, a dotted "I" and a dotless "i" as "i", a long "s" as "s".

    Every character keeps its place.
    """
    return text.translate(_ALIKE).lower()
