"""Every page and dialog of the window, filled with a text that others could have written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from app.desktop.compare_window import CompareWindow, Measure
from app.desktop.comparing.choose_dialog import Choices, ChooseDialog
from app.desktop.comparing.jobs import Version
from app.desktop.comparing.meaning import meaning_of
from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.comparing.tracked_dialog import TrackedDialog
from app.desktop.dialogs.attachment_dialog import AttachmentDialog
from app.desktop.dialogs.clause_dialog import ClauseDialog
from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.dialogs.export_dialog import ExportDialog, Question
from app.desktop.dialogs.guide_dialog import GuideDialog
from app.desktop.dialogs.password_dialog import PasswordDialog
from app.desktop.dialogs.paste_dialog import PasteDialog
from app.desktop.dialogs.profile_dialog import ProfileDialog
from app.desktop.dialogs.settings_dialog import SettingsDialog
from app.desktop.export_choice import ExportChoice
from app.desktop.library_window import LibraryWindow
from app.desktop.look import Look
from app.desktop.main_window import MainWindow
from app.desktop.rounds.files_dialog import FilesDialog, Offer
from app.desktop.rounds.jobs import RoundFile
from app.desktop.rounds_window import RoundsWindow
from app.desktop.vendors.columns import VendorColumn
from app.desktop.vendors.jobs import side_by_side
from app.desktop.vendors_window import VendorsWindow
from app.desktop.watch_window import WatchWindow
from app.desktop.watching.branches import branches_of
from app.desktop.watching.versions_model import VersionRow
from app.desktop.worker import Worker
from app.model.comparison import (
    Change,
    Comparison,
    Effect,
    FactChange,
    JudgedComparison,
    Row,
    WordChange,
)
from app.model.inspection import Inspection, Item
from app.model.library import ClauseLibrary
from app.model.marks import Link, MarginComment, Revision
from app.model.matter import Decision
from app.model.profile import DeploymentProfile, GroupCompany
from app.model.redline import Comment, Note
from app.model.review import Review
from app.model.rounds import (
    Ask,
    ClauseRound,
    Movement,
    NewAsk,
    Reopened,
    Round,
    Rounds,
    Said,
    Site,
    Stand,
    Untracked,
)
from app.model.span import Place, Span
from app.model.watch import PlannedUse, PolicyChange, PolicyStep, PolicyWatch, TouchedUse
from app.service.kept import keep_file
from app.service.matters import create_matter
from app.service.recent import RecentMatter
from app.service.settings import Settings

PLAIN = "Licence of Example Ltd"
WHEN = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Given:
    """What pages and dialogs are filled from."""

    window: MainWindow
    review: Review
    text: str
    folder: Path
    show: Callable[..., object]


def review_saying(review, text):
    """Return `review` with `text` wherever a document, its file or the library can put one."""
    paragraphs = list(review.document.paragraphs)
    for index in (0, 3, 13):
        paragraphs[index] = replace(paragraphs[index], text=f"{paragraphs[index].text} {text}")
    whole = Span(0, 9)
    paragraphs[4] = replace(
        paragraphs[4],
        links=(Link(whole, text),),
        comments=(MarginComment(whole, "1", text, text, text), MarginComment(whole, "2", text, text, reply_to="1")),
        revisions=(Revision(whole, "insertion", text, "2026-03-31T10:00:00Z", text),),
    )
    sections = tuple(replace(section, title=f"{section.title} {text}") for section in review.document.sections)
    document = replace(
        review.document,
        title=text,
        path=Path(f"{text.replace('/', '_').replace(chr(0), '')}.docx"),
        paragraphs=tuple(paragraphs),
        sections=sections,
    )
    findings = tuple(
        replace(each, clause=replace(each.clause, title=f"{each.clause.title} {text}"), why=f"{each.why} {text}")
        for each in review.findings
    )
    redlines = tuple(replace(redline, comment=Comment(text)) for redline in review.redlines)
    return replace(
        review,
        document=document,
        findings=findings,
        redlines=redlines,
        notes=tuple((clause, Note(text)) for clause, _ in review.notes),
        profile=replace(review.profile, name=text),
        not_checked=(text,),
    )


def start_page(given):
    """The window with no document, with matters that were open and a message."""
    held = RecentMatter(given.folder / "deal.counterdraft", given.text, WHEN, ("0",), 3, 1, is_missing=False)
    gone = RecentMatter(
        given.folder / given.text.replace("/", "_").replace(chr(0), ""), given.text, WHEN, (), 0, 0, is_missing=True
    )
    given.window.start_page.show_recent((held, gone))
    given.window.commands.show_recent((held, gone))
    given.window.start_page.show_reviewing(given.text)
    given.window.commands.show_profile(given.text)
    given.window.message.show_problem(given.text)
    given.window.jobs.begin(given.text)
    return given.window


def review_page(given):
    """The window with a review, whose first finding is decided with words of the user's."""
    given.show(given.window, review_saying(given.review, given.text))
    given.window.commands.show_profile(given.text)
    finding = given.window.review_page.chosen.clause.id
    decision = Decision("accept-risk", reason=given.text, comment=given.text, note=given.text)
    given.window.session.decide(given.window.desk.shown, finding, decision)
    given.window.message.show_news(given.text, "Start anew", lambda: None)
    given.window.jobs.say(given.text)
    return given.window


def profile(given):
    """The form of the deployment profile."""
    company = GroupCompany(name=given.text)
    return ProfileDialog(
        None, DeploymentProfile(name=given.text, group=(company,)), review_saying(given.review, given.text)
    )


def export(given):
    """What is asked before an export."""
    items = (
        Item("comments", given.text, (given.text,), removable=True, why=given.text),
        Item("revisions", given.text, (given.text,), removable=False, why=given.text),
    )
    question = Question(given.text, ".docx", Inspection(given.text, items), 2)
    return ExportDialog(None, question, ExportChoice(given.folder, given.text, WHEN))


def settings(given):
    """The settings."""
    return SettingsDialog(None, Settings(author=given.text), Look())


def library(given):  # noqa: ARG001 - it shows what is ours alone
    """The window of the clause library."""
    return LibraryWindow(lambda function, *arguments: function(*arguments), None)


def vendors(given):
    """Terms of several vendors side by side, one of them in layers, with a document to read."""
    found = review_saying(given.review, given.text)
    columns = (VendorColumn(1, (found,), given.text), VendorColumn(2, (found, found), f"{given.text} 2"))
    made = VendorsWindow(lambda function, *arguments: function(*arguments))
    made.page.show_matrix(side_by_side(columns, ()))
    made.page.show_reasons(0)
    made.page.show_document(given.text, found, Place(0, Span(0, 1)))
    made.page.messages.show_problem(given.text)
    return made


def comparison(given):
    """The window that compares two versions."""
    said = review_saying(given.review, given.text)
    old = new = replace(said.document, not_read=(given.text,))
    whole = Span(0, 9)
    word = WordChange(Place(0, whole), Place(0, whole), given.text, old.paragraphs[0].text[:9])
    changes = (
        Change(1, "edited", (0,), (0,), (word,), formats=(given.text,)),
        Change(2, "moved", (1,), (2,), labels=(given.text, "2")),
        Change(3, "added", (), (1,)),
        Change(4, "removed", (2,), ()),
    )
    rows = (Row((0,), (0,), 1), Row((1,), (), 2), Row((), (1,), 3), Row((2,), (), 4), Row((), (2,), 2), Row((3,), (3,)))
    compared = Comparison(old, new, rows, changes, (given.text,))
    facts = (FactChange("cure_days", given.text, None),)
    clause = said.findings[2].clause
    effect = Effect(clause, "worse", "fallback", "walk-away", "high", facts, (1,), given.text)
    remembered = QSettings(str(given.folder / "comparison.ini"), QSettings.Format.IniFormat)
    made = CompareWindow(Worker(), remembered, Measure(DeploymentProfile()))
    made.page.show_comparison(compared, meaning_of(JudgedComparison(compared, said, said, (effect,), (3,))))
    made.page.changes.more.button.setChecked(True)
    made.page.find_bar.open_bar()
    return made


def comparison_choice(given):
    """Which two versions are compared."""
    document = review_saying(given.review, given.text).document
    versions = (Version(document.path, document=document), Version(given.folder / "sent.docx"))
    return ChooseDialog(None, Choices(versions, given.folder, 0, 1))


def tracked(given):
    """What is asked before two versions are written as tracked changes."""
    items = (Item("comments", given.text, (given.text,), removable=True, why=given.text),)
    start = TrackedChoice(given.folder / "out.docx", given.text, WHEN)
    return TrackedDialog(None, given.text, Inspection(given.text, items), start)


def policy_watch(given):
    """Versions of a policy, of which one could not be read, in a matter that keeps a baseline."""
    said = review_saying(given.review, given.text)
    old = replace(said, document=replace(said.document, path=Path("old.md")))
    place, whole = Place(0, Span(0, 9)), said.document.paragraphs[0].text
    word = WordChange(place, place, whole[:9], given.text)
    compared = Comparison(
        old.document, said.document, (Row((0,), (0,), 1),), (Change(1, "edited", (0,), (0,), (word,)),)
    )
    clause = said.findings[2].clause
    effect = Effect(clause, "worse", "fallback", "walk-away", "high", (), (1,), given.text)
    use = TouchedUse(PlannedUse("regulated", "health", given.text, given.text), place, given.text)
    change = PolicyChange(
        *(1, "changed", "prohibition", "worse", place, place, whole[:9], given.text, (word,), given.text),
        *(1, (clause.id,), (use,), given.text),
    )
    judged = JudgedComparison(compared, old, said, (effect,))
    step = PolicyStep(judged, None, WHEN.date(), (change, replace(change, uses=())), ((given.text, given.text),))
    found = PolicyWatch((step,), (use.use,), given.text, WHEN.date(), WHEN.date(), given.text, (given.text,))
    matter = create_matter(given.folder / "watched.counterdraft", "Deal", DeploymentProfile(), WHEN)
    keep_file(matter, "baseline", given.text, b"words", WHEN, owner=given.text, review_by=WHEN.date())
    made = WatchWindow(lambda function, *arguments: function(*arguments))
    made.show_matter(matter)
    made.page.show_versions([VersionRow(1, given.text, None, given.text, given.text)])
    made.page.show_found(found, branches_of(found))
    made.page.tree.setCurrentIndex(
        made.page.model.index(0, 0, made.page.model.index(0, 0, made.page.model.index(0, 0)))
    )
    made.page.show_place(0, False, place)
    made.page.duty.show_duty(given.text, given.text, WHEN.date(), WHEN.date())
    made.page.duty.show()
    made.page.messages.show_problem(given.text)
    return made


def policy_watch_begun(given):
    """How a watch begins, with a baseline that is overdue."""
    matter = create_matter(given.folder / "begun.counterdraft", "Deal", DeploymentProfile(), WHEN)
    keep_file(matter, "baseline", given.text, b"words", WHEN, owner=given.text, review_by=WHEN.date())
    made = WatchWindow(lambda function, *arguments: function(*arguments))
    made.show_matter(matter)
    return made


def rounds(given):
    """The window of rounds: a point of each kind with words of others, one of them answered."""
    said = review_saying(given.review, given.text)
    text, clause = given.text, said.findings[2].clause
    site = Site("word/document.xml", 0, text, 0, f"{text} x", Span(0, len(text)))
    comment = (Said("1", text, text, text),)
    stand = Stand("fallback", 1, text)
    one = Round(
        *(1, said.document, said.document, (text,), (text,)),
        shows_changes=True,
        untracked=(Untracked("U1", "changed", (clause.id,), site, site, text, "x"),),
        reopened=(Reopened("R1", clause.id, 1, text, site, text, "x", ("N1",)),),
        asks=(Ask("A1", clause.id, site, site, text, text, f"{text} x", "countered", ours=text, said=comment),),
        new_asks=(NewAsk("N1", (), site, text, f"x {text}", text, text, comment),),
        clauses=(ClauseRound(clause, stand, stand, stand, "worse", text),),
        not_compared=(text,),
    )
    moves = (Movement(1, clause, "us", "conceded", stand, stand, (), text),)
    remembered = QSettings(str(given.folder / "rounds.ini"), QSettings.Format.IniFormat)
    made = RoundsWindow(Worker(), remembered, Measure(DeploymentProfile()))
    clauses = tuple(finding.clause for finding in said.findings)
    made.page.show_rounds(Rounds((one, one), moves, ClauseLibrary("1", "0" * 64, clauses), said.profile))
    made.page.choose_answer("counter")
    made.page.messages.show_problem(text)
    return made


def rounds_files(given):
    """Which files were sent and which came back."""
    sent = RoundFile(given.folder / f"{given.text.replace('/', '_').replace(chr(0), '')}.docx")
    kept = RoundFile(sent.path, data=b"PK")
    return FilesDialog(None, Offer([(sent, kept)], (sent, kept), given.folder, author=given.text))


def guide(given):
    """How the window is used."""
    given.window.commands.show_profile(given.text)
    return GuideDialog(None, given.window.commands)


def clause(given):
    """Where to go in the document."""
    return ClauseDialog(None, review_saying(given.review, given.text).document)


def password(given):
    """What opens a protected file."""
    return PasswordDialog(None, given.text, again=True)


def paste(given):
    """The text of the clipboard."""
    return PasteDialog(None, given.text, given.folder)


def attachment(given):
    """Which attachment of a message."""
    return AttachmentDialog(None, given.text, (given.text, "terms.docx"))


def confirm(given):
    """A question before something that cannot be undone."""
    return ConfirmDialog(None, given.text, given.text, "Remove")


PAGES = (start_page, review_page)
DIALOGS = (
    *(
        profile,
        export,
        settings,
        library,
        vendors,
        rounds,
        rounds_files,
        policy_watch,
        policy_watch_begun,
        comparison,
        comparison_choice,
        tracked,
    ),
    *(guide, clause, password, paste, attachment, confirm),
)


@pytest.fixture(params=[*PAGES, *DIALOGS], ids=lambda made: made.__name__)
def filled(request, qtbot, window, review, show, tmp_path):
    """Show a page or dialog that says a text; it is the window in front."""

    kept = []  # a dialog without a parent lives as long as it is held

    def fill(text=PLAIN):
        made = request.param(Given(window, review, text, tmp_path, show))
        if made is not window:
            qtbot.addWidget(made, before_close_func=QWidget.hide)  # hidden, it asks nothing before it goes
            with qtbot.waitExposed(made):
                made.show()
        kept.append(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        QApplication.processEvents()
        return made

    yield fill
    kept.clear()
