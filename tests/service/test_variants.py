"""The same words in another dress change no finding: quotes, blanks, spelling, capitals, names, numbers."""

import re
from pathlib import Path
from textwrap import fill

import pytest

from app.evaluation.evaluate import evaluate
from app.intake.reader import read_document
from app.matching.matcher import read_clauses
from app.model.document import Anchor, Document, Opening, Paragraph, Section
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.paths import data_dir
from app.service.library_documents import EXAMPLE_PARTIES
from app.service.review import review
from app.service.settings import load_clause_library
from app.text.words import plain

LIBRARY = load_clause_library(None)
SAMPLE = data_dir("resources") / "samples" / "community-model-licence.docx"

SPELLINGS = (
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
NUMBERS = {
    "7": "seven",
    "10": "ten",
    "12": "twelve",
    "14": "fourteen",
    "15": "fifteen",
    "30": "thirty",
    "45": "forty-five",
    "60": "sixty",
    "90": "ninety",
}
UNITS = r"(?= (?:business |calendar |working )?(?:days|months|hours|years)\b)"


def spelled_as(text, american):
    for british, other in SPELLINGS:
        old, new = (british, other) if american else (other, british)
        written = new.partition("(")[0]
        text = re.sub(rf"\b{old}", written, text)
        text = re.sub(rf"\b{old.capitalize()}", written.capitalize(), text)
    return text


def with_names(text, names):
    return re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], text)


def in_capitals(text):
    return re.sub(r"\S+", lambda word: word[0] if "." in word[0].strip('.,;:”"') else word[0].upper(), text)


def in_words(text):
    return re.sub(rf"\b({'|'.join(NUMBERS)}){UNITS}", lambda found: NUMBERS[found[1]], text)


def in_figures(text):
    text = re.sub(rf"\b(?:{'|'.join(NUMBERS.values())}) \((\d+)\){UNITS}", r"\1", text, flags=re.IGNORECASE)
    words = {word: figure for figure, word in NUMBERS.items()}
    return re.sub(rf"\b({'|'.join(words)}){UNITS}", lambda found: words[found[1]], text)


def in_both(text):
    return re.sub(
        rf"(?<!\()\b({'|'.join(NUMBERS)})(?!\)){UNITS}", lambda found: f"{NUMBERS[found[1]]} ({found[1]})", text
    )


VARIANTS = {
    "straight quotes": lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
    "curly quotes": lambda text: re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’"),
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w{1,3}\b)", "\N{NO-BREAK SPACE}", text),
    "double spaces": lambda text: re.sub(r"(?<=[.,;]) ", "  ", text),
    "hyphens without a break": lambda text: text.replace("-", "\N{NON-BREAKING HYPHEN}"),
    "American spelling": lambda text: spelled_as(text, american=True),
    "British spelling": lambda text: spelled_as(text, american=False),
    "upper case": in_capitals,
    "numbers in words": in_words,
    "numbers in figures": in_figures,
    "numbers in both": in_both,
    "a month for 30 days": lambda text: re.sub(
        r"\b(?:thirty \(30\)|thirty|30) (?:calendar )?days\b(?!['’])", "one month", text
    ),
    "other names for the parties": lambda text: with_names(
        text, {"Customer": "Subscriber", "Licensee": "Customer", "Provider": "Supplier", "Licensor": "Vendor"}
    ),
}


def findings_of(clause, example, change):
    """Return what the library finds in an example whose text is changed: level, and facts by key."""
    text, heading = change(" ".join(example.text.split())), change(example.heading)
    document = Document(
        path=Path("example"),
        data=b"",
        sha256="0" * 64,
        kind="text",
        title=heading,
        paragraphs=(Paragraph(0, text, Anchor("", 0), section=0),),
        sections=(Section(0, "", heading, 0, 1),),
        parties=EXAMPLE_PARTIES,
    )
    alone = ClauseLibrary(LIBRARY.version, LIBRARY.sha256, (clause,))
    return told(evaluate(document, alone, read_clauses(document, alone), DeploymentProfile()))


def told(findings):
    """Return clause, level, number of paragraphs and facts of each finding."""
    return [
        (
            finding.clause.id,
            finding.level,
            len(finding.paragraphs),
            {fact.key: fact.value for fact in finding.reading.facts},
        )
        for finding in findings
    ]


def plainly(findings, change=lambda text: text):
    """Return what was told with the words of facts changed as the text was, in one dress."""
    return [
        (name, level, count, {key: one_dress(change, fact) for key, fact in facts.items()})
        for name, level, count, facts in findings
    ]


def one_dress(change, fact):
    return " ".join(plain(change(fact)).casefold().split()) if isinstance(fact, str) else fact


def carried(findings):
    """Leave out what a fragment does not carry: what its silence means depends on the kind of document."""
    return [finding for finding in findings if finding[2]]


@pytest.mark.parametrize("change", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=lambda clause: clause.id)
def test_the_examples_of_an_entry_give_the_same_findings_in_another_dress(clause, change):
    before = [findings_of(clause, example, lambda text: text) for example in clause.examples]
    after = [findings_of(clause, example, change) for example in clause.examples]
    assert [plainly(carried(each)) for each in after] == [plainly(carried(each), change) for each in before]


@pytest.fixture(scope="module")
def plain_sample():
    """Return the bundled sample as the lines of a text file."""
    document = read_document(SAMPLE, Opening())
    return [f"{paragraph.marker} {paragraph.text}".strip() for paragraph in document.paragraphs]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """Return what a review of a text file with these paragraphs finds."""

    def find(name, paragraphs):
        path = tmp_path_factory.mktemp("variants") / f"{name}.txt"
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        return told(review(path, LIBRARY, DeploymentProfile()).findings)

    return find


# A short line in capitals is a heading to any reader, so a whole document is not set in capitals.
DRESSES = {name: change for name, change in VARIANTS.items() if name != "upper case"} | {
    "hard wraps at 60": lambda text: fill(text, 60, break_long_words=False, break_on_hyphens=False),
    "hard wraps at 90": lambda text: fill(text, 90, break_long_words=False, break_on_hyphens=False),
    "indented": lambda text: text.replace("\n", "\n    "),
}


@pytest.mark.parametrize("change", DRESSES.values(), ids=DRESSES)
def test_a_whole_licence_gives_the_same_findings_in_another_dress(plain_sample, reviewed, change):
    before = reviewed("sample", plain_sample)
    after = reviewed("sample", [change(text) for text in plain_sample])
    assert plainly(after) == plainly(before, change)
