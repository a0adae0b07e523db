"""What is told as a conflict is what an export refuses."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ExportError
from app.export.redlined_docx import plan_changes
from app.model.matter import OwnWords
from app.model.profile import DeploymentProfile
from app.model.redline import Redline
from app.ooxml.package import open_package
from app.service.conflicts import conflicts
from app.service.own_words import own_redline
from app.service.review import review
from app.service.samples import sample_path
from app.service.settings import load_clause_library


@pytest.fixture(scope="module")
def base():
    return review(sample_path(), load_clause_library(None), DeploymentProfile())


def is_refused(effective):
    document = effective.document
    try:
        plan_changes(open_package(document.word, document.path), document, effective.redlines)
    except ExportError:
        return True
    return False


def changed(text, data):
    """Return `text` with a few of its words left out, doubled or replaced."""
    words = text.split(" ")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(words) - 1))
        words[place : place + data.draw(st.integers(0, 4))] = data.draw(
            st.lists(st.sampled_from(["we", "shall", "not", "30 days", "(b)", "Curlew"]), max_size=3)
        )
    return " ".join(words)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_export_refuses_where_there_is_a_conflict_and_only_there(base, data):
    ours, theirs = [finding.clause.id for finding in base.findings[:2]]
    paragraph = data.draw(st.sampled_from([p for p in base.document.paragraphs if len(p.text.split()) > 8]))
    typed = [
        own_redline(base.document, Redline(clause), OwnWords(((paragraph.index, changed(paragraph.text, data)),)))
        for clause in (ours, theirs)
    ]
    effective = replace(base, redlines=tuple(typed))
    assert bool(conflicts(effective)) == is_refused(effective)


def test_a_pair_is_told_once_however_many_words_they_share(base):
    ours, theirs = [finding.clause.id for finding in base.findings[:2]]
    places = [p.index for p in base.document.paragraphs if len(p.text.split()) > 8][:2]
    typed = tuple(
        own_redline(base.document, Redline(clause), OwnWords(tuple((index, f"All is {clause}.") for index in places)))
        for clause in (ours, theirs)
    )
    (conflict,) = conflicts(replace(base, redlines=typed))
    assert (conflict.first, conflict.second, conflict.paragraph) == (ours, theirs, places[0])
