"""The same words in another dress change no finding: quotes, blanks, spelling, capitals, names, numbers."""

from textwrap import fill

import pytest

from app.intake.reader import read_document
from app.library.recasts import other_names
from app.library.variants import VARIANTS
from app.model.document import Opening
from app.model.profile import DeploymentProfile
from app.paths import data_dir
from app.service.library_documents import EXAMPLE_PARTIES, document_of, finding_on
from app.service.review import review
from app.service.settings import load_clause_library
from app.text.words import plain

LIBRARY = load_clause_library(None)
SAMPLE = data_dir("resources") / "samples" / "community-model-licence.docx"


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
    if not isinstance(fact, str):
        return fact
    return " ".join(plain(change(fact)).replace("\N{SOFT HYPHEN}", "").casefold().split())


def carries(clause, text):
    document = document_of([text], EXAMPLE_PARTIES)
    return bool(finding_on(clause, document, LIBRARY).reading.matches)


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=lambda clause: clause.id)
def test_a_near_miss_is_none_the_nearer_in_another_dress(clause):
    texts = [
        " ".join(example.text.split()) for example in clause.examples if not example.carries and not example.heading
    ]
    assert [(text, name) for text in texts for name, change in VARIANTS.items() if carries(clause, change(text))] == []


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
    "other names for the parties": other_names,
    "hard wraps at 60": lambda text: fill(text, 60, break_long_words=False, break_on_hyphens=False),
    "hard wraps at 90": lambda text: fill(text, 90, break_long_words=False, break_on_hyphens=False),
    "indented": lambda text: text.replace("\n", "\n    "),
}


@pytest.mark.parametrize("change", DRESSES.values(), ids=DRESSES)
def test_a_whole_licence_gives_the_same_findings_in_another_dress(plain_sample, reviewed, change):
    before = reviewed("sample", plain_sample)
    after = reviewed("sample", [change(text) for text in plain_sample])
    assert plainly(after) == plainly(before, change)
