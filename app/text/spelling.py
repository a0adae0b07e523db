"""One spelling for words that American and British contracts write differently.

The form is for comparing only: both sides of a comparison are brought to it, so it need not be a word ("exercize").
"""

import re

_WHOLE = {
    "amongst": "among",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "cheque": "check",
    "cheques": "checks",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "instalment": "installment",
    "instalments": "installments",
    "programme": "program",
    "programmes": "programs",
    "whilst": "while",
}
_STEMS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"licenc(?=e|i|\Z)", "licens"),
        (r"defence", "defense"),
        (r"offence", "offense"),
        (r"practis", "practic"),
        (r"catalogue", "catalog"),
        (r"centre", "center"),
        (r"(?<=dg)e(?=ment)", ""),
        (r"(favo|colo|labo|hono|behavio|harbo|rumo|endeavo|neighbo)ur", r"\1r"),
        (r"(?<=[a-z]{3}[iy])s(?=(?:e[drs]?|ers?|ing|able|ations?|is)?\Z)", "z"),
        (r"(?<=[a-z]{2}[aeo])ll(?=(?:ed|ing|ers?)\Z)", "l"),
    )
)
_BRITISH = re.compile(
    r"licenc|fence|practis|catalogue|centre|dgement|our|[iy]s(?:e[drs]?|ers?|ing|able|ations?|is)?\Z|ll(?:ed|ing|ers?)\Z"
)


def one_spelling(word: str) -> str:
    """Return the lowercase `word`, or the beginning of one, in the form that all its spellings share."""
    if not _BRITISH.search(word):
        return _WHOLE.get(word, word)
    for british, american in _STEMS:
        word = british.sub(american, word)
    return word
