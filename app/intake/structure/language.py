"""The language a document is written in, by its script and its most frequent words.

No library is as fast as looking up a few hundred words: the ones that are well kept load models of megabytes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from app.model.document import Paragraph

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_FREQUENT = {
    "en": "the of and to in or any is shall by this for be with as that not will such may are you your",
    "de": "der die und das den des dem von zu mit für auf ist im nicht eine ein oder werden sind durch bei nach dieser",
    "fr": "le la les des et du de en une est que pour dans par sur ou au aux ce cette sont avec qui pas",
    "es": "el la los las de y en que del por para con una un se es al su no como o esta este",
    "it": "il lo la gli di e che del della per con una un in si è al nel dei delle non o sono da",
    "pt": "o a os as de e que do da em para com uma um não por dos das se ao na no ou pela",
    "nl": "de het een en van in is dat op te voor met zijn niet aan door of deze bij wordt als worden",
    "sv": "och att det som en av för med den är på till inte eller ett om har de från kan ska",
    "da": "og at det som en af for med den er på til ikke eller et om har de fra kan skal der",
    "no": "og at det som en av for med den er på til ikke eller et om har de fra kan skal etter",
    "fi": "ja on ei että se joka tai ovat sekä tämän kuin jos voi sen mukaan ole myös",
    "pl": "i w z na do nie się że jest oraz przez od lub dla o po przy jako są który",
    "cs": "a v na se je z do že o s pro jako nebo které od podle za být k není",
    "ro": "și de la în a cu pe din nu sau care este pentru prin că un o ale al sunt",
    "hu": "a az és hogy nem is egy meg vagy ha de szerint által ezen valamint",
    "tr": "ve bir bu için ile olarak veya da de olan tarafından göre her daha ise gibi",
}
_WORDS = {language: frozenset(words.split()) for language, words in _FREQUENT.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 12_000  # characters, from the beginning, the middle and the end
_ENOUGH = 0.06  # of the words
_SURELY = 0.2
_FEWEST = 8
_STRETCH = 12  # paragraphs
_LONG = 200  # characters
_GOOD_PART = 0.15
NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


def language_of(texts: Iterable[str]) -> str:
    """Return the ISO 639-1 code of the language of `texts`; "" where it cannot be told."""
    sample = " ".join(texts)
    if len(sample) > _SAMPLE:
        third, middle = _SAMPLE // 3, len(sample) // 2
        sample = f"{sample[:third]} {sample[middle : middle + third]} {sample[-third:]}"
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample)) or 1
        for language, script in _SCRIPTS:
            share = len(script.findall(sample)) / letters
            if share > (0.1 if language == "ja" else 0.4):
                return "uk" if language == "ru" and _UKRAINIAN.search(sample) else language
    words = Counter(_WORD.findall(sample.lower()))
    total = words.total()
    if total and sum(words[word] for word in _WORDS["en"]) >= _SURELY * total:
        return "en"
    scores = {language: sum(words[word] for word in frequent) for language, frequent in _WORDS.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= max(3 if total < 60 else _FEWEST, _ENOUGH * total) else ""


def other_languages(paragraphs: Sequence[Paragraph], language: str) -> tuple[str, ...]:
    """Return the languages in which a good part of the document is written beside `language`, the most used first.

    Columns of tables and stretches of paragraphs are judged by their first words.
    """
    stretches: dict[tuple[int, int], list[str]] = {}
    for paragraph in paragraphs:
        cell = paragraph.cell
        place = (-1, paragraph.index // _STRETCH) if cell is None else (cell.table, cell.column)
        stretches.setdefault(place, []).append(paragraph.text)
    letters: Counter[str] = Counter()
    for texts in stretches.values():
        size = sum(map(len, texts))
        if size >= _LONG:
            letters[language_of([" ".join(text[:_LONG] for text in texts)[: _LONG * 4]])] += size
    least = _GOOD_PART * letters.total()
    return tuple(each for each, size in letters.most_common() if each not in ("", language) and size >= least)


def language_note(language: str, others: Sequence[str]) -> str:
    """Return what is not judged for the sake of the language, in a sentence; "" where all of it is English."""
    foreign = [each for each in (language, *others) if each not in ("en", "")]
    if not foreign:
        return ""
    names = " and ".join(NAMES[each] for each in foreign)
    if "en" in (language, *others):
        return f"parts of it are written in {names}; the clause library reads English, so they are not judged"
    return f"it is written in {names}; the clause library reads English, so most of it is not judged"
