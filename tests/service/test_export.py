import json
import pickle
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.errors import Cancelled, ExportError
from app.intake.reader import read_document
from app.model.clause import DEVIATIONS
from app.model.matter import Decision, Outcome, OwnWords, Standing
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.paths import data_dir
from app.service.decisions import decided
from app.service.export import export, review_json
from app.service.profiles import load_profile
from app.service.review import review
from app.service.settings import load_clause_library

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
SAMPLES = data_dir("resources") / "samples"


@pytest.fixture(scope="module")
def reviews(tmp_path_factory):
    """Give the reviews of copies of the sample, by their suffix."""
    folder = tmp_path_factory.mktemp("received")
    library, profile = load_clause_library(None), load_profile(None)
    found = {}
    for suffix in (".docx", ".txt"):
        copy = folder / f"licence{suffix}"
        copy.write_bytes((SAMPLES / f"community-model-licence{suffix}").read_bytes())
        found[suffix] = review(copy, library, profile)
    return found


def main_part(path):
    package = open_package(path.read_bytes(), path)
    return package.tree(package.main)


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_three_files_are_written_and_nothing_else(reviews, suffix, tmp_path):
    exported = export(reviews[suffix], tmp_path, author="A. Reviewer", when=WHEN)
    assert files_in(tmp_path) == ["licence.memo.docx", "licence.redlined.docx", "licence.review.json"]
    assert (exported.redlined.name, exported.memo.name, exported.json.name) == (
        "licence.redlined.docx",
        "licence.memo.docx",
        "licence.review.json",
    )


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_the_redlined_file_has_our_tracked_changes(reviews, suffix, tmp_path):
    exported = export(reviews[suffix], tmp_path, author="A. Reviewer", when=WHEN)
    authors = [change.get(w("author")) for change in main_part(exported.redlined).iter(w("ins"), w("del"))]
    assert authors.count("A. Reviewer") > 5


def test_the_redlined_text_file_reads_as_the_document_with_the_changes_made(reviews, tmp_path):
    exported = export(reviews[".txt"], tmp_path, author="A. Reviewer", when=WHEN)
    before = {paragraph.text for paragraph in reviews[".txt"].document.paragraphs}
    after = {paragraph.text for paragraph in read_document(exported.redlined).paragraphs}
    changed = {edit.paragraph for redline in reviews[".txt"].redlines for edit in redline.edits}
    untouched = {p.text for p in reviews[".txt"].document.paragraphs if p.index not in changed}
    assert untouched <= after
    assert not before <= after


def test_the_json_is_the_review_and_the_receipt_of_the_redlined_file(reviews, tmp_path):
    exported = export(reviews[".docx"], tmp_path, author="A", when=WHEN)
    record = json.loads(exported.json.read_text(encoding="utf-8"))
    redlined = record.pop("redlined")
    assert record == json.loads(review_json(reviews[".docx"]))
    assert redlined["redlined_sha256"] == sha256(exported.redlined.read_bytes()).hexdigest()
    assert redlined["original_sha256"] == review_receipt(record)


def review_receipt(record):
    """Return the hash by which the review knows its document."""
    return record["receipt"]["document_sha256"]


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_a_clean_copy_reads_as_the_redlined_file_with_its_changes_accepted(reviews, suffix, tmp_path):
    exported = export(reviews[suffix], tmp_path, author="A", when=WHEN, copies=["clean"])
    clean, redlined = (read_document(path) for path in (*exported.copies, exported.redlined))
    assert [each.text for each in clean.paragraphs] == [each.text for each in redlined.paragraphs]
    assert not list(main_part(exported.copies[0]).iter(w("ins"), w("del"), w("commentReference")))


def test_a_copy_of_our_changes_has_them_all(reviews, tmp_path):
    exported = export(reviews[".docx"], tmp_path, author="A", when=WHEN, copies=["ours-only"])
    paths = (exported.redlined, *exported.copies)
    authors = [[mark.get(w("author")) for mark in main_part(path).iter(w("ins"))] for path in paths]
    assert authors[0].count("A") == authors[1].count("A") == len(authors[1]) > 5


def test_what_is_taken_out_is_in_the_receipt(reviews, tmp_path):
    exported = export(reviews[".docx"], tmp_path, author="A", when=WHEN, remove=["people"])
    assert exported.receipt.removed == ("people",)
    assert exported.receipt.redlined_sha256 == sha256(exported.redlined.read_bytes()).hexdigest()


def test_where_a_copy_cannot_be_written_nothing_is(reviews, tmp_path):
    (tmp_path / "licence.clean.docx").mkdir()
    with pytest.raises(ExportError, match="nothing was written"):
        export(reviews[".docx"], tmp_path, author="A", when=WHEN, copies=["clean"])
    assert files_in(tmp_path) == ["licence.clean.docx"]


def test_the_same_review_gives_the_same_files(reviews, tmp_path):
    first = export(reviews[".docx"], tmp_path / "one", author="A", when=WHEN)
    second = export(reviews[".docx"], tmp_path / "two", author="A", when=WHEN)
    assert first.redlined.read_bytes() == second.redlined.read_bytes()
    assert first.memo.read_bytes() == second.memo.read_bytes()
    assert first.json.read_bytes() == second.json.read_bytes()


def test_the_source_stays_as_it_was_even_in_its_own_folder(reviews):
    source = reviews[".docx"].document.path
    before = source.read_bytes()
    export(reviews[".docx"], source.parent, author="A", when=WHEN)
    assert source.read_bytes() == before


def test_earlier_files_of_these_names_are_replaced(reviews, tmp_path):
    (tmp_path / "licence.memo.docx").write_text("old")
    exported = export(reviews[".docx"], tmp_path, author="A", when=WHEN)
    assert exported.memo.read_bytes().startswith(b"PK")


def test_the_bytes_that_were_read_are_redlined_whatever_the_file_holds_now(reviews, tmp_path):
    source = reviews[".docx"].document.path
    before = source.read_bytes()
    source.write_text("changed meanwhile")
    exported = export(reviews[".docx"], tmp_path, author="A", when=WHEN)
    source.write_bytes(before)
    assert "Curlew" in "".join(main_part(exported.redlined).itertext())


def test_a_file_that_is_the_source_by_another_name_is_never_written(reviews, tmp_path):
    source = reviews[".docx"].document.path
    before = source.read_bytes()
    (tmp_path / "licence.memo.docx").hardlink_to(source)
    with pytest.raises(ExportError, match="never written over"):
        export(reviews[".docx"], tmp_path, author="A", when=WHEN)
    assert source.read_bytes() == before
    assert files_in(tmp_path) == ["licence.memo.docx"]


def test_a_folder_that_is_a_file_is_named(reviews, tmp_path):
    (tmp_path / "out").write_text("I am a file")
    with pytest.raises(ExportError, match="out: this is a file; nothing was written; name a folder"):
        export(reviews[".docx"], tmp_path / "out", author="A", when=WHEN)
    assert (tmp_path / "out").read_text() == "I am a file"


def test_if_one_file_cannot_be_replaced_the_others_are_as_before(reviews, tmp_path):
    (tmp_path / "licence.redlined.docx").write_text("old")
    (tmp_path / "licence.review.json").mkdir()
    with pytest.raises(ExportError, match="nothing was written"):
        export(reviews[".docx"], tmp_path, author="A", when=WHEN)
    assert files_in(tmp_path) == ["licence.redlined.docx", "licence.review.json"]
    assert (tmp_path / "licence.redlined.docx").read_text() == "old"


def test_stopping_writes_nothing(reviews, tmp_path):
    def stop(progress):
        if progress.stage == "Saving":
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        export(reviews[".docx"], tmp_path, author="A", when=WHEN, report=stop)
    assert files_in(tmp_path) == []


def test_the_counterparty_memo_is_a_file_of_its_own(reviews, tmp_path):
    path = export(reviews[".docx"], tmp_path, author="A", when=WHEN, counterparty=True).counterparty
    assert path == Path(tmp_path / "licence.counterparty.docx")
    assert "REQUESTED CHANGES" in "".join(main_part(path).itertext())


def test_the_files_made_of_one_with_macros_are_named_so(word_file, tmp_path):
    source = tmp_path / "lease.docm"
    source.write_bytes(word_file(".docm"))
    found = review(source, load_clause_library(None), load_profile(None))
    export(found, tmp_path / "out", author="A", when=WHEN, copies=["clean"])
    names = ["lease.clean.docm", "lease.memo.docx", "lease.redlined.docm", "lease.review.json"]
    assert files_in(tmp_path / "out") == names


VERBS = ("accept", "fallback", "edit", "accept-risk", "skip", None)


@pytest.fixture(scope="module")
def settled(reviews):
    """Give the sample with a decision on every finding that falls short, and what that was, full of telling words."""
    base = reviews[".docx"]
    clauses = [finding.clause.id for finding in base.findings if finding.level in DEVIATIONS]
    decisions = {
        clause: Decision(VERBS[n % len(VERBS)], reason=f"Reasonmarker{n}", note=f"Notemarker{n}")
        for n, clause in enumerate(clauses)
    }
    edited = next(redline for redline in base.redlines if redline.edits)
    typed = base.document.paragraphs[edited.edits[0].paragraph].text + " Ownwordsmarker applies."
    words = OwnWords(((edited.edits[0].paragraph, typed),))
    own = replace(decisions[edited.clause], verb="edit", words=words, comment="Owncommentmarker.")
    outcome = Outcome(
        {**decisions, edited.clause: own},
        {clause: Standing("also", 2, 0, f"Standingmarker{n}") for n, clause in enumerate(clauses)},
    )
    return decided(base, outcome.decisions, outcome.covered), outcome


def everything_in(path):
    """Return all that a file holds as text: every part of a package, names of parts too."""
    if path.suffix == ".json":
        return path.read_text(encoding="utf-8")
    with ZipFile(BytesIO(path.read_bytes())) as package:
        parts = (f"{name} {package.read(name).decode('utf-8', 'replace')}" for name in package.namelist())
        return "".join(parts) + package.comment.decode("utf-8", "replace")


def secrets_of(review, outcome):
    """Return words that must not leave the house: reasons, notes, standings, the names of all rungs, who approves."""
    decisions = outcome.decisions.values()
    texts = [text for decision in decisions for text in (decision.reason, decision.note)]
    texts += [standing.why for standing in outcome.standings.values()]
    texts += [position.name for finding in review.findings for position in finding.clause.positions]
    texts += [note.text for _, note in review.notes]
    return [text for text in texts if text and text not in "".join(p.text for p in review.document.paragraphs)]


def test_nothing_that_was_decided_is_in_what_the_counterparty_gets(settled, tmp_path):
    effective, outcome = settled
    exported = export(
        effective,
        tmp_path,
        author="A",
        when=WHEN,
        copies=["clean", "ours-only"],
        counterparty=True,
        outcome=outcome,
    )
    shared = "".join(everything_in(path) for path in (exported.redlined, *exported.copies, exported.counterparty))
    secrets = secrets_of(effective, outcome)
    assert len(secrets) > 100
    assert [text for text in secrets if text in shared] == []
    assert "Ownwordsmarker" in shared
    assert "Owncommentmarker" in shared


def test_the_houses_own_files_have_all_reasons(settled, tmp_path):
    effective, outcome = settled
    exported = export(effective, tmp_path, author="A", when=WHEN, outcome=outcome)
    memo, record = everything_in(exported.memo), everything_in(exported.json)
    told = [decision.reason for decision in outcome.decisions.values() if decision.verb in ("skip", "accept-risk")]
    assert told
    assert [reason for reason in told if reason not in memo] == []
    assert [decision.reason for decision in outcome.decisions.values() if decision.reason not in record] == []


def test_files_for_the_counterparty_are_the_same_whatever_the_reasons(settled, tmp_path):
    effective, outcome = settled
    with_reasons = export(effective, tmp_path / "a", author="A", when=WHEN, counterparty=True, outcome=outcome)
    without = export(effective, tmp_path / "b", author="A", when=WHEN, counterparty=True)
    assert with_reasons.redlined.read_bytes() == without.redlined.read_bytes()
    assert with_reasons.counterparty.read_bytes() == without.counterparty.read_bytes()


def test_the_hashes_are_those_of_the_files(settled, tmp_path):
    effective, outcome = settled
    exported = export(effective, tmp_path, author="A", when=WHEN, copies=["clean"], counterparty=True, outcome=outcome)
    assert {path.name for path in exported.files} == set(files_in(tmp_path))
    assert exported.hashes == tuple(sha256(path.read_bytes()).hexdigest() for path in exported.files)


def test_all_that_an_export_takes_and_gives_can_go_to_another_process(settled, tmp_path):
    effective, outcome = pickle.loads(pickle.dumps(settled))
    exported = export(effective, tmp_path, author="A", when=WHEN, outcome=outcome)
    assert pickle.loads(pickle.dumps((export, exported)))[1] == exported
