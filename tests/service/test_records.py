"""Reviews written to the file of a matter and read back."""

import os
import random
import zlib
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.errors import MatterError
from app.model.clause import Position, Test
from app.model.document import Opening
from app.model.forms import RecognisedForm, Recognition, StandardForm
from app.model.marks import Box, TextStyle
from app.model.matter import DocumentRecord, HeldDocument
from app.model.profile import DeploymentProfile, GroupCompany
from app.model.redline import Edit, Redline
from app.model.review import ClauseReading, Fact, Finding, Receipt, Review, TestResult, Verdict
from app.model.span import Place, Span
from app.service.matters import UNRECORDED, create_matter, open_matter
from app.service.proofreading import flaws
from app.service.record_findings import BareFinding, BareForm, BareRecognition, BareResult, BareVerdict
from app.service.records import decode, encode
from app.service.review import at_fallback, review
from app.service.samples import sample_path
from app.service.settings import load_clause_library
from app.store.record import joined, parted

WHEN = datetime(2026, 11, 21, tzinfo=UTC)
PROFILE = DeploymentProfile(group=(GroupCompany("Us", "licensee", users_now=3),), monthly_active_users=3)
TERMS = (
    "Hosting Terms",
    "1. Liability. The Provider's liability is limited to 5 Euro. You will indemnify the Provider (see Section 9).",
    "2. Ending. The Provider may end these terms at any time without notice as of 1 March 2026.",
)
TRACKED = (
    '<w:p><w:r><w:t xml:space="preserve">You pay </w:t></w:r>'
    '<w:ins w:id="1" w:author="A. Other" w:date="2026-03-31T10:00:00Z"><w:r><w:t>twice </w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="B. Other"><w:r><w:delText>once </w:delText></w:r></w:del>'
    '<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t>within 30 days.</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fees</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
REMARK = (
    '<w:comments><w:comment w:id="0" w:author="A. Other"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>'
)


@pytest.fixture(scope="module")
def bundled():
    return load_clause_library(None)


@pytest.fixture
def write(tmp_path, make_package):
    """Write a document of a format and return its path."""

    def as_pdf(path):
        canvas = Canvas(str(path))
        for line, words in enumerate(TERMS):
            canvas.drawString(60, 780 - 20 * line, words[:90])
        canvas.save()

    def as_mail(path):
        mail = EmailMessage()
        mail.set_content("Attached.")
        mail.add_attachment("\n\n".join(TERMS).encode(), maintype="text", subtype="plain", filename="terms.txt")
        path.write_bytes(bytes(mail))

    def as_rtf(path):
        path.write_text(r"{\rtf1\ansi " + r"\par ".join(TERMS) + "}")

    def writing(ending):
        path = tmp_path / f"terms.{ending}"
        if ending == "docx":
            path.write_bytes(make_package(TRACKED, comments=REMARK))
        elif ending == "html":
            path.write_text("".join(f"<p>{words} <a href='https://example.org'>there</a></p>" for words in TERMS))
        elif ending in ("txt", "md"):
            path.write_text("\n\n".join(TERMS))
        else:
            {"pdf": as_pdf, "eml": as_mail, "rtf": as_rtf}[ending](path)
        return path

    return writing


def recorded(made, noted=()):
    """Return the record of a review in a matter."""
    name, data = made.document.name, made.document.data
    return DocumentRecord(7, name, sha256(data).hexdigest(), WHEN, data, encode(made, noted))


def assert_read_back(made, noted=()):
    held = decode(recorded(made, noted))
    assert held.id == 7
    assert held.review == made
    assert held.flaws == tuple(noted)
    assert repr(held.review) == repr(made)  # True, 1 and 1.0 are equal, but are not written alike
    assert (held.review.document.data, held.review.document.word) == (made.document.data, made.document.word)


@pytest.mark.parametrize("ending", ["docx", "pdf", "txt"])
def test_the_review_of_a_sample_is_read_back_as_it_was(bundled, ending):
    made = review(sample_path().with_suffix(f".{ending}"), bundled, PROFILE)
    assert_read_back(made, flaws(made.document))


@pytest.mark.parametrize("ending", ["docx", "pdf", "txt", "md", "html", "rtf", "eml"])
def test_the_review_of_a_document_of_any_format_is_read_back_as_it_was(bundled, write, ending):
    made = review(write(ending), bundled, PROFILE)
    assert_read_back(made, flaws(made.document))


def test_a_review_comes_back_from_the_file_of_a_matter(bundled, tmp_path):
    made = review(sample_path(), bundled, PROFILE)
    document = made.document
    matter = create_matter(tmp_path / "deal.counterdraft", "Deal", PROFILE, WHEN)
    record = encode(made, flaws(document))
    matter.add_document(document.name, document.sha256, document.data, record, WHEN, made.document_type)
    matter.close()
    again = open_matter(matter.path)
    assert [decode(each) for each in again.records()] == [HeldDocument(1, made, flaws(document))]
    again.close()


@pytest.mark.parametrize("view", ["accepted", "original", "marked"])
def test_tracked_changes_and_comments_are_read_back_in_every_view(bundled, write, view):
    made = review(write("docx"), bundled, PROFILE, opening=Opening(view=view))
    assert made.document.paragraphs[0].comments
    assert made.document.paragraphs[0].revisions
    assert_read_back(made)


def test_a_review_that_asks_for_the_least_is_read_back_as_it_was(bundled):
    assert_read_back(at_fallback(review(sample_path(), bundled, PROFILE)))


def test_the_word_file_that_an_old_document_was_converted_to_is_read_back(bundled):
    made = review(sample_path(), bundled, PROFILE)
    assert_read_back(replace(made, document=replace(made.document, kind="doc", data=b"\xd0\xcf\x11\xe0 old")))


def test_the_bytes_of_a_document_are_not_written_a_second_time(bundled):
    made = review(sample_path(), bundled, PROFILE)
    larger = replace(made.document, data=random.Random(1).randbytes(10**6))
    larger = replace(larger, word=larger.data)
    assert len(encode(replace(made, document=larger), ())) == len(encode(made, ()))


def test_what_findings_share_with_the_library_is_not_written_a_second_time(bundled):
    made = review(sample_path(), bundled, PROFILE)
    library, rest = parted(encode(made, ()))
    assert len(rest) < len(library) / 4


def test_findings_read_back_share_what_they_shared_with_the_library(bundled):
    again = decode(recorded(review(sample_path(), bundled, PROFILE))).review
    assert all(finding.clause is clause for finding, clause in zip(again.findings, again.library.clauses, strict=True))


def test_documents_read_back_share_their_library(bundled):
    held = [decode(recorded(review(sample_path(), bundled, profile))) for profile in (PROFILE, DeploymentProfile())]
    assert held[0].review.library is held[1].review.library


def test_the_same_review_gives_the_same_bytes(bundled):
    assert encode(review(sample_path(), bundled, PROFILE), ()) == encode(review(sample_path(), bundled, PROFILE), ())


@pytest.fixture
def made(document, library, clause):
    """A small review, made by hand, of a text of three paragraphs."""
    position = Position("preferred", "All of it", (Test("fact", "days", "at_least", 30), Test("fact", "yes", "is", 1)))
    exiting = clause(("exit",), positions=(position,))
    reading = ClauseReading("exit", (), (Fact("days", 30, Place(1, Span(0, 4))),), ())
    results = tuple(TestResult(test, 30, passed=True) for test in position.tests)
    finding = Finding(exiting, "preferred", "none", reading, (Verdict(position, results),), position, "Why.")
    return Review(
        document=document("First.", "Second one.", "Third."),
        document_type="unknown",
        profile=PROFILE,
        library=library(exiting),
        findings=(finding,),
        redlines=(Redline("exit", (Edit(1, Span(0, 6), "2nd"),)),),
        notes=(),
        not_checked=(),
        receipt=Receipt("0", "1", "2", "3", "counterdraft", date(2026, 11, 1)),
    )


def with_finding(made, **changes):
    return replace(made, findings=(replace(made.findings[0], **changes),))


@pytest.mark.parametrize(
    "value",
    [True, False, 1, 0, 1.0, 0.1, -0.0, 1e308, float("inf"), "1", "true", "", "null", "\u2028\x00\x1f𝒪", 10**30],
)
def test_a_value_stays_of_its_type(made, value):
    test = Test("fact", "days", "one_of", (value, value))
    verdict = Verdict(made.findings[0].clause.positions[0], (TestResult(test, value, passed=False),))
    reading = replace(made.findings[0].reading, facts=(Fact("days", value, None),))
    assert_read_back(with_finding(made, verdicts=(verdict,), reading=reading))


def test_what_the_library_does_not_hold_is_read_back_all_the_same(made, clause):
    other = clause(("other",), id="other")
    form = StandardForm("f", "Form", "unknown", "Us", ())
    recognised = Recognition((RecognisedForm(form, 0, 1, 0.5, ()),), ((1, 2),))
    changed = with_finding(made, clause=other, target=Position("fallback", "Else"), claims=())
    assert_read_back(replace(changed, recognised=recognised))


def test_boxes_are_read_back_to_the_last_digit(made):
    boxes = (Box(0, 5, 1, 0.1, 74.5999984741211, 1 / 3, 1e-9), Box(5, 6, 2, 0.0, 1.0, 2.0, 3.0, 0.25))
    first, second, third = made.document.paragraphs
    paragraphs = (replace(first, boxes=boxes), second, replace(third, boxes=boxes[:1]))
    assert_read_back(replace(made, document=replace(made.document, paragraphs=paragraphs)))


def test_a_path_that_is_no_text_is_read_back_as_it_was(made):
    path = Path(os.fsdecode(b"/home/a/caf\xe9.txt"))
    assert_read_back(replace(made, document=replace(made.document, path=path)))


def test_words_that_are_no_text_are_read_back_with_question_marks(made):
    held = decode(recorded(replace(made, document=replace(made.document, title="caf\udce9 a"))))
    assert held.review == replace(made, document=replace(made.document, title="caf? a"))


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        (BareFinding, Finding),
        (BareVerdict, Verdict),
        (BareResult, TestResult),
        (BareForm, RecognisedForm),
        (BareRecognition, Recognition),
    ],
)
def test_no_field_is_left_out(bare, whole):
    assert {field.name for field in fields(bare)} == {field.name for field in fields(whole)}


def test_a_review_that_is_not_kept_yet_is_refused():
    with pytest.raises(MatterError, match=r"terms\.txt: what the matter holds of its review is damaged, or another"):
        decode(DocumentRecord(1, "terms.txt", sha256(b"A").hexdigest(), WHEN, b"A", UNRECORDED))


def test_a_document_whose_bytes_are_damaged_is_refused(made):
    record = recorded(made)
    with pytest.raises(MatterError, match=r"x\.txt: the matter holds this document damaged; remove it there and add"):
        decode(replace(record, data=b"x" + record.data))


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_record_is_refused(made, seed):
    damage = random.Random(seed)
    record = recorded(made)
    damaged = bytearray(record.review)
    damaged[damage.randrange(len(damaged))] ^= 1 << damage.randrange(8)
    if seed % 3 == 0:
        del damaged[damage.randrange(len(damaged)) :]
    with pytest.raises(MatterError, match="review the document again"):
        decode(replace(record, review=bytes(damaged)))


def test_a_record_that_unfolds_without_end_is_refused(made, monkeypatch):
    record = recorded(made)
    monkeypatch.setattr("app.service.records._LIMIT", 1000)
    with pytest.raises(MatterError, match="review the document again"):
        decode(record)


def told_otherwise(made, old, new):
    """Return the record of a review in which a stranger put other words."""
    library, rest = parted(encode(made, ()))
    plain, boxes = parted(rest)
    text = zlib.decompress(plain)
    assert old in text
    return replace(recorded(made), review=joined(library, joined(zlib.compress(text.replace(old, new, 1)), boxes)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"level":"preferred"', b'"level":"splendid"'),
        (b'"passed":true', b'"passed":"maybe"'),
        (b'"clause":0,', b'"clause":1,'),
        (b'"clause":0,', b'"clause":-1,'),
        (b'"target":0', b'"target":true'),
        (b'"position":0', b'"position":9'),
        (b'"test":1', b'"test":2'),
        (b'"why":"Why."', b'"why":"Why.","more":1'),
        (b'"start":0,"end":4', b'"start":4,"end":0'),
        (b'"start":0,"end":4', b'"start":0,"end":99'),
        (b'"paragraph":1', b'"paragraph":9'),
        (b'"paragraph":1', b'"paragraph":-1'),
        (b'"index":1', b'"index":2'),
        (b'"section":0', b'"section":1'),
        (b'"end":3', b'"end":4'),
        (b'"\\"x.txt\\""', b'"5"'),
        (b'"\\"x.txt\\""', b'"\\"\\\\u0000\\""'),
        (b'"\\"x.txt\\""', b'"%s"' % (b"[" * 100_000)),
    ],
)
def test_a_record_that_speaks_of_what_is_not_there_is_refused(made, old, new):
    with pytest.raises(MatterError, match="review the document again"):
        decode(told_otherwise(made, old, new))


def test_looks_beyond_the_end_of_a_paragraph_are_refused(made):
    styled = replace(made.document.paragraphs[0], styles=(TextStyle(Span(0, 99), bold=True),))
    paragraphs = (styled, *made.document.paragraphs[1:])
    with pytest.raises(MatterError, match="review the document again"):
        decode(recorded(replace(made, document=replace(made.document, paragraphs=paragraphs))))
