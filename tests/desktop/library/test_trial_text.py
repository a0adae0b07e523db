from dataclasses import replace

import pytest
from PySide6.QtGui import QPalette, QTextDocument

from app.desktop import theme
from app.desktop.library.trial_text import TrialText
from app.model.authoring import Trial, TrialOutcome
from app.model.review import ClauseReading, Fact

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def text():
    return TrialText(theme.colours(QPalette()), "serif")


@pytest.fixture
def saved(review):
    finding = next(finding for finding in review.findings if finding.clause.id == "cure-period")
    return TrialOutcome(finding, review.redline_of("cure-period"))


def plain(html):
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText().replace("\u00a0", " ")


def test_another_verdict_is_told_with_what_it_was(text, document, saved):
    now = replace(saved, finding=replace(saved.finding, level="fallback", severity="medium"))
    page = plain(text.page(document, Trial(saved, now)))
    assert "was: ✗ Walk-away, High\nnow: ◐ Fallback, Medium" in page.replace("\u2028", "\n")


def test_the_words_found_stand_with_their_place(text, document, saved):
    page = plain(text.page(document, Trial(saved, saved)))
    assert "As with the saved entry: ✗ Walk-away, High" in page
    assert "5  The Provider may end this licence at any time if you breach it." in page


def test_a_fact_that_is_read_otherwise_says_what_it_was(text, document, saved):
    reading = replace(saved.finding.reading, facts=(replace(saved.finding.reading.facts[0], value=30),))
    now = replace(saved, finding=replace(saved.finding, reading=reading))
    assert "30  5 “The Provider may end this licence a”  was: 0" in plain(text.page(document, Trial(saved, now)))


def test_a_fact_that_rests_on_silence_says_so(text, document, saved):
    reading = replace(saved.finding.reading, facts=(Fact("cure_days", 0, None),))
    now = replace(saved, finding=replace(saved.finding, reading=reading))
    assert "0  the text is silent" in plain(text.page(document, Trial(None, now)))


def test_both_redlines_stand_where_they_differ(text, document, saved):
    page = plain(text.page(document, Trial(saved, replace(saved, redline=None))))
    assert "Level and severity as before" in page
    assert "Redline proposed\nNothing is asked." in page
    assert "Redline of the saved entry\n5  The Provider may end this licence at any time" in page
    assert "Comment: A cure period lets both sides mend a mistake." in page


def test_a_new_clause_says_where_it_goes(text, document, review):
    finding = next(finding for finding in review.findings if finding.clause.id == "warranty")
    page = plain(text.page(document, Trial(None, TrialOutcome(finding, review.redline_of("warranty")))))
    assert "A new entry: ○ Missing, Low" in page
    assert "No paragraph of the document carries it." in page
    assert "new, after 4(b)  (c) Authority. The Provider states" in page


def test_why_nothing_was_drafted_is_told(text, document, saved):
    now = replace(saved, redline=None, problems=("The document does not give a name for the policy.",))
    assert "does not give a name for the policy" in plain(text.page(document, Trial(None, now)))


def test_words_of_the_document_show_as_text(text, document, saved):
    hostile = replace(document.paragraphs[13], text="<img src='http://example.org/x.png'> at any time")
    paragraphs = (*document.paragraphs[:13], hostile, *document.paragraphs[14:])
    reading = ClauseReading("cure-period", saved.finding.reading.matches, (), ())
    now = TrialOutcome(replace(saved.finding, reading=reading), None)
    page = plain(text.page(replace(document, paragraphs=paragraphs), Trial(None, now)))
    assert "<img src='http://example.org/x.png'>" in page
