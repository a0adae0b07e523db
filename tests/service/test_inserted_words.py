"""Nothing invented: every word that a review writes into a document is the library's or the document's own."""

import re
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

import pytest

from app.drafting.vocabulary import Vocabulary, read_vocabulary
from app.drafting.wording import agreed
from app.model.slots import parse_slot, slots_of
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.paths import data_dir
from app.service.export import export
from app.service.profiles import load_profile
from app.service.review import review
from app.service.settings import load_clause_library
from app.text.numerals import number_in_words
from app.text.spelling import one_spelling

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
AUTHOR = "A. Reviewer"
TEXT = (w("t"), w("delText"), w("tab"), w("br"))
SAMPLES = data_dir("resources") / "samples"


def words(text):
    """Return the words of a text in small letters and one spelling, in parts at hyphens; no numbers."""
    return {one_spelling(word) for word in re.findall(r"[^\W\d_]+", text.lower())}


def library_texts(library):
    for position in (position for clause in library.clauses for position in clause.positions):
        yield from (rule.text for group in position.edits for rule in group)
        if position.clause is not None:
            yield from (position.clause.heading, *position.clause.text)


def words_of_library(library):
    """Return the words of all wording, the verbs in its slots and the durations it states."""
    found = set()
    for text in library_texts(library):
        found |= words(re.sub(r"\{[^}]*\}", " ", text))
        for slot in map(parse_slot, slots_of(text)):
            found |= words(slot.verb) | words(agreed(slot.verb, plural=True) if slot.verb else "")
            if slot.argument.isdecimal():
                found |= words(number_in_words(int(slot.argument))) | {slot.name, slot.name.removesuffix("s")}
    return found


def words_of_vocabulary(value):
    """Return the words that the slots of a document are filled with."""
    if is_dataclass(value):
        return set().union(*(words_of_vocabulary(getattr(value, field.name)) for field in fields(value)))
    return words(value) if isinstance(value, str) else set()


def changed(package, tag):
    """Yield the paragraphs, and the words of our changes of one kind in each."""
    for p in package.tree(package.main).iter(w("p")):
        marks = [mark for mark in p.iter(w(tag)) if mark.get(w("author")) == AUTHOR]
        yield p, words(" ".join("".join(each.text or " " for each in mark.iter(*TEXT)) for mark in marks))


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".pdf"])
def test_every_word_written_is_of_the_library_or_a_slot_or_the_words_it_replaces(suffix, tmp_path):
    library, copy = load_clause_library(None), tmp_path / f"licence{suffix}"
    copy.write_bytes((SAMPLES / f"community-model-licence{suffix}").read_bytes())
    reviewed = review(copy, library, load_profile(None))
    written = export(reviewed, tmp_path / "out", author=AUTHOR, when=WHEN).redlined
    package = open_package(written.read_bytes(), written)
    struck = dict(changed(package, "del"))
    known = words_of_library(library) | words_of_vocabulary(read_vocabulary(reviewed.document))
    inserted = [(found, struck[p]) for p, found in changed(package, "ins")]
    assert sum(len(found) for found, _ in inserted) > 100
    assert set().union(*(found - known - replaced for found, replaced in inserted)) == set()


def test_the_vocabulary_of_a_document_holds_its_own_words_and_neutral_ones_alone():
    neutral = words("the this these our a party terms outputs of affiliates shall will must section you your we us")
    document = review(SAMPLES / "community-model-licence.docx", load_clause_library(None), load_profile(None)).document
    vocabulary = read_vocabulary(document)
    assert isinstance(vocabulary, Vocabulary)
    own = words(" ".join(paragraph.text for paragraph in document.paragraphs)) | {"s"}
    assert words_of_vocabulary(vocabulary) - own - neutral == set()
