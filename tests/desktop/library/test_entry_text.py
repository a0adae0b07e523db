from dataclasses import replace

import pytest
from PySide6.QtGui import QPalette, QTextDocument

from app.desktop import theme
from app.desktop.library.entry_text import EntryText
from app.desktop.library.entry_words import edit_phrase, fact_phrase, plain_phrase
from app.model.authoring import ShelfEntry
from app.model.clause import EditRule, FactSpec

PACKS = (("general", "General terms"),)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def text():
    return EntryText(theme.colours(QPalette()), "serif")


def plain(html):
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText().replace("\u00a0", " ")


@pytest.mark.parametrize(
    "words",
    [
        "A burden: a document that does not have it is the better for it.",
        "Its absence means something in model licences.",
        "Only where: our profile: critical must be yes.",
        "Otherwise: Nobody visits.",
        "1. ✓ Preferred  Ten days' notice",
        "If Notice days must be at least 10",
        "Replace “notice of 30 days” by “notice of {days:10}”",
        "2. ✗ Walk-away  No notice",
        "If whatever no position above takes",
        "Accepted by General Counsel",
        "High where our profile: critical must be yes.",
        "Comment to the counterparty\nWe ask {vendor:object} for notice.",
        "Internal note – never sent to the counterparty\nThree days would do.",
        "the time of a notice in days; 0 where the clause says nothing",
        "One of these is enough: “the vendor … may/shall visit-”",
        "Not where the sentence says: “website”",
        "✓ Vendor may visit on 15 days' notice.  → position 1, notice days 15",
        "✗ Customer may visit the website.",
        "We: Open the door. (notice days; from: a notice; repeats: each time)",
        "Whether they come · 2 statements",
        "Disputed · Vendors often visit.",
        "The text itself: Nothing.",
        "our practice",
        "Owner: Facilities",
        "Deviations are accepted by: General Counsel",
        "Pack: General terms",
        "Library: 2026.11 + 1",
    ],
)
def test_the_page_says_what_the_entry_holds(text, shelf, words):
    assert words in plain(text.page(shelf.entries[0], PACKS, shelf.version))


def test_what_the_library_writes_shows_as_text(text, shelf):
    assert "notice<b>." in plain(text.page(shelf.entries[0], PACKS, shelf.version))


def test_slots_are_marked_and_keep_their_braces(text):
    marked = text.slots("{vendor} may <visit>")
    assert plain(marked) == "{vendor} may <visit>"
    assert marked.index("<span") == 0
    assert marked.endswith("</span> may &lt;visit&gt;")


def test_phrases_are_shown_as_written_only_when_asked_for(text, shelf):
    written = "{vendor} .. may|shall visit*"
    assert written not in plain(text.page(shelf.entries[0], PACKS, ""))
    assert written in plain(replace(text, technical=True).page(shelf.entries[0], PACKS, ""))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "Changed by your library: Severity, Owner."),
        (2, "quiet-hours cannot be used yet: it has mistakes, or is a draft."),
        (3, "Your library leaves this entry out."),
    ],
)
def test_the_page_says_what_our_library_does_to_the_entry(text, shelf, number, told):
    assert told in plain(text.page(shelf.entries[number], PACKS, ""))


def test_an_entry_of_our_own_says_so(text, shelf):
    entry = ShelfEntry("site-visits", shelf.entries[0].clause, None, shelf.entries[1].path)
    assert "An entry of your own library." in plain(text.page(entry, PACKS, ""))


def test_behind_our_mistakes_the_bundled_entry_is_read(text, shelf):
    entry = ShelfEntry("site-visits", None, shelf.entries[0].bundled, shelf.entries[1].path)
    page = plain(text.page(entry, PACKS, ""))
    assert "what you read is the bundled entry" in page
    assert "A visit stops work." in page


def test_of_rules_with_the_same_wording_one_is_shown_and_the_others_counted(text, shelf):
    rules = tuple(EditRule("replace", phrase, "upon notice") for phrase in ("at once", "at any time", "freely"))
    visits = shelf.entries[0].clause
    position = replace(visits.positions[0], edits=(rules,))
    entry = ShelfEntry("site-visits", replace(visits, positions=(position, visits.positions[1])), None)
    page = plain(text.page(entry, PACKS, ""))
    assert "at any time" not in page
    assert "and 2 more, shown with the technical part" in page


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("{vendor} .. may|shall audit*", "the vendor … may/shall audit-"),
        ("not [be] .. assigned", "not (be) … assigned"),
        ("{customer} ... {number} days", "the customer … 30 days"),
    ],
)
def test_a_phrase_is_put_in_plain_words(phrase, words):
    assert plain_phrase(phrase) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (EditRule("delete", "at any time"), "Strike “at any time”"),
        (EditRule("replace-sentence", "renew*"), "Strike the sentence with “renew-”"),
        (EditRule("sentence-end", "", ", on notice"), "At the end of the sentence with the clause add {0}"),
    ],
)
def test_an_edit_is_told_in_words(rule, words):
    assert edit_phrase(rule) == words


@pytest.mark.parametrize("reader", FactSpec.__dataclass_fields__["reader"].type.__args__)
def test_every_reader_has_words(reader):
    assert fact_phrase(FactSpec("key", reader))
