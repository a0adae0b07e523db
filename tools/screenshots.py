"""Takes the pictures of the user's guide from the real window, and writes them to docs/images.

`python tools/screenshots.py [--all] [FOLDER]`; on the screen of $DISPLAY, else on none. With "--all", those of further
looks and sizes are taken too, which the guide does not show. Texts are those of the bundled samples, the folders those
of nobody, dates and times fixed.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

HOME = Path(tempfile.gettempdir()) / "Guide"
for variable, folder in (
    ("XDG_DOCUMENTS_DIR", "Documents"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_CONFIG_HOME", "config"),
):
    os.environ[variable] = str(HOME / folder)
os.environ["TZ"] = "UTC"
if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import versions  # noqa: E402 - of this folder
from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer  # noqa: E402 - the variables come first
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication, QListView, QWidget  # noqa: E402

from app.desktop.compare_window import Measure  # noqa: E402
from app.desktop.comparing.jobs import Version  # noqa: E402
from app.desktop.dialogs.export_dialog import ExportDialog, Question  # noqa: E402
from app.desktop.dialogs.profile_dialog import ProfileDialog  # noqa: E402
from app.desktop.dialogs.settings_dialog import SettingsDialog  # noqa: E402
from app.desktop.export_choice import ExportChoice  # noqa: E402
from app.desktop.look import Look, Wardrobe  # noqa: E402
from app.desktop.main import Application  # noqa: E402
from app.desktop.main_window import MainWindow  # noqa: E402
from app.desktop.matter_jobs import before_export  # noqa: E402
from app.desktop.rounds.jobs import Ours, RoundFile  # noqa: E402
from app.desktop.rounds_window import RoundsWindow  # noqa: E402
from app.desktop.worker import Worker  # noqa: E402
from app.model.profile import DeploymentProfile, GroupCompany  # noqa: E402
from app.service.jobs import Progress  # noqa: E402
from app.service.matters import create_matter  # noqa: E402
from app.service.recent import remember  # noqa: E402
from app.service.samples import sample_path  # noqa: E402
from app.service.settings import Settings  # noqa: E402

IMAGES = Path(__file__).parent.parent / "docs" / "images"
WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
_PATIENCE_MS = 60_000
_SIZE = (1280, 800)
_SMALL = (1024, 680)
_COLOURS = 128

GROUP = (
    GroupCompany("Brookhaven Tools GmbH", "licensee", 100, 31_000_000, 33_500_000, 1_200_000, 900),
    GroupCompany("Brookhaven Media B.V.", "subsidiary", 80, 14_000_000, 15_000_000, 0, 150),
    GroupCompany("Larkfield Ventures Ltd", "joint venture", 50, 9_000_000, 9_400_000, 0, 60),
)


class Studio:
    """The window and what dresses it, driven from state to state."""

    def __init__(self, application: QApplication, worker: Worker, folder: Path) -> None:
        self.wardrobe = Wardrobe(application)
        self.wardrobe.wear(Look(theme="light"))
        self._folder = folder
        self.ending = ""  # of the names of pictures
        remembered = QSettings(str(HOME / "window.ini"), QSettings.Format.IniFormat)
        self.worker = worker
        self.window = MainWindow(remembered, worker, self.wardrobe)
        self.window.resize(*_SIZE)
        self.window.show()
        self.page = self.window.review_page

    def take(self, name: str, *dialogs: QWidget) -> None:
        """Write a picture of the window, or of a dialog, with the status that it has at any time."""
        settle()
        shown = dialogs[0] if dialogs else self.window
        image = shown.grab().toImage()
        save(image, self._folder / f"{name}{self.ending}.png")

    def wear(self, theme: str = "light", size: int = 100, pixels: tuple[int, int] = _SIZE) -> None:
        """Dress the window, and give it a size."""
        self.wardrobe.wear(Look(theme=theme, text_size=size))  # type: ignore[arg-type] - one of its themes
        settle()
        self.window.resize(*pixels)
        settle(300)

    def fit(self, window: QWidget) -> None:
        """Give another window the size of the main window."""
        window.resize(self.window.size())
        settle(300)

    def open(self, *paths: Path) -> None:
        """Open documents as a new matter, and wait for their findings."""
        self.window.close_matter()
        self.forget()
        for number, path in enumerate(paths):
            self.window.open_documents((path,), begins=number == 0)
            wait(lambda expected=number + 1: len(self.window.session.documents) == expected and not self.window.busy)
        settle(400)
        self.say("Reviewed 64 paragraphs in 0.6 s · library 2026.11")

    def forget(self) -> None:
        """Begin as somebody who has opened nothing yet."""
        for folder in ("state", "Documents/Counterdraft"):
            shutil.rmtree(HOME / folder, ignore_errors=True)

    def say(self, text: str) -> None:
        """Say in the status bar what it says at some time of the day or other."""
        self.window.jobs.say(text)

    def choose(self, clause: str) -> None:
        """Choose the finding on a clause type."""
        self.page.choose_clause(clause)
        settle()

    def decide(self, clause: str, move: Callable[[], None]) -> None:
        """Choose a finding and make a move on it."""
        self.choose(clause)
        self.page.findings.list.setFocus()
        move()
        settle()

    def show_part(self, part: QWidget) -> None:
        """Scroll the detail so that a part of it stands at the top."""
        settle()
        area = self.page.detail.area
        area.verticalScrollBar().setValue(part.mapTo(area.widget(), QPoint(0, 0)).y() - 4)
        settle()


def main() -> None:
    """Take all pictures."""
    words = [word for word in sys.argv[1:] if word != "--all"]
    folder = Path(words[0]) if words else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    with neutral_home():
        application = Application()
        application.setCursorFlashTime(0)  # the cursor is always there, or never
        worker = Worker()
        worker.start()
        studio = Studio(application, worker, folder)
        for state in STATES:
            state(studio)
        for look in FURTHER if "--all" in sys.argv else ():
            studio.wear(*look)
            studio.ending = "-".join(map(str, ("", look[0], look[1], look[2][0])))
            for state in (start, findings, dialogs, library, several, pages, *BESIDE):
                state(studio)
        studio.window.close()
        studio.window.remembered.sync()  # else its file is written once the folder is gone
        worker.close()
    total = sum(path.stat().st_size for path in folder.glob("*.png"))
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures, {total / 2**20:.2f} MiB in {folder}\n")


def start(studio: Studio) -> None:
    """Take the start page, without and with recent matters, the review that runs, and an error."""
    studio.window.close_matter()
    studio.forget()
    studio.window.show_recent()
    studio.take("start")
    matters = HOME / "Documents" / "Counterdraft"
    matters.mkdir(parents=True, exist_ok=True)
    for day, title, count, decided in (
        (17, "Larkfield Speech Model Licence", 21, 21),
        (19, "Order form and terms, Harbour Cloud", 34, 12),
        (20, "Curlew Community Model Licence", 27, 5),
    ):
        path = matters / f"{title}.counterdraft"
        create_matter(path, title, DeploymentProfile(), WHEN).close()
        remember(path, title, WHEN.replace(day=day), ("0" * 64,) * (1 + day % 2), to_decide=count, decided=decided)
    studio.window.show_recent()
    studio.take("start-recent")
    studio.window.start_page.show_reviewing("community-model-licence.docx")
    studio.window.jobs.begin("Reviewing community-model-licence.docx")
    studio.window.jobs.show_progress(Progress(31, 50, "Matching clauses"))
    studio.take("reviewing")
    studio.window.jobs.end()
    studio.window.start_page.show_waiting()
    broken = HOME / "Documents" / "signed-licence.docx"
    broken.write_bytes(b"PK\x03\x04" + bytes(400))
    studio.window.open_document(broken)
    wait(studio.window.message.isVisible)
    studio.take("error")
    studio.window.message.hide()


def findings(studio: Studio) -> None:
    """Take a finding, its evidence, its positions, the editing of its words, and decisions."""
    studio.open(sample_path())
    detail = studio.page.detail
    studio.choose("termination-for-breach")
    studio.take("findings")
    detail.show_evidence()
    studio.show_part(detail.page.reasoning)
    studio.take("evidence")
    detail.page.fold()
    studio.show_part(detail.page.ladder.parentWidget())
    studio.take("positions")
    detail.modify()
    field = detail.page.redline.fields[0].edit
    field.setPlainText(field.toPlainText().replace("thirty (30)", "forty-five (45)"))
    field.typed.emit()
    settle(400)
    studio.show_part(detail.page.redline.parentWidget())
    studio.take("editing")
    detail.page.redline.finish()
    studio.decide("acceptable-use", detail.accept)
    studio.decide("indemnity-by-customer", detail.take_fallback)
    studio.decide("patent-litigation-termination", detail.skip)
    studio.choose("termination-for-breach")
    shown = studio.page.findings.list
    shown.scrollTo(
        shown.currentIndex().siblingAtRow(shown.currentIndex().row() - 2), QListView.ScrollHint.PositionAtTop
    )
    studio.say("Saved 14:02:11")
    studio.take("decided")


def looks(studio: Studio) -> None:
    """Take the same window dark, of high contrast, with large text, and small."""
    for name, theme, size, pixels in (
        ("dark", "dark", 100, _SIZE),
        ("contrast", "contrast", 100, _SIZE),
        ("large-text", "light", 200, _SIZE),
        ("small", "light", 100, _SMALL),
    ):
        studio.wear(theme, size, pixels)
        studio.choose("unilateral-amendment")
        studio.choose("termination-for-breach")
        studio.say("Saved 14:02:11")
        studio.take(name)
    studio.wear()


def dialogs(studio: Studio) -> None:
    """Take profile, export, settings and library."""
    window = studio.window
    shown = window.session.base(window.desk.shown).review
    profile = DeploymentProfile(group=GROUP)
    with opened(ProfileDialog(window, profile, shown)) as dialog:
        studio.take("profile", dialog)
        dialog.form.turn_to("How many users")
        settle(300)
        studio.take("companies", dialog)
    inspection, ending = before_export(shown.document)
    folder = HOME / "Documents" / "Redlines"
    choice = ExportChoice(folder, "A. Lawyer", WHEN.replace(hour=0, minute=0, second=0), counterparty=True)
    question = Question(shown.document.stem, ending, inspection, undecided=12)
    with opened(ExportDialog(window, question, choice)) as dialog:
        studio.take("export", dialog)
    with opened(SettingsDialog(window, Settings(author="A. Lawyer"), Look())) as dialog:
        studio.take("settings", dialog)


def library(studio: Studio) -> None:
    """Take an entry of the library, and its trial on the document."""
    studio.choose("termination-for-breach")
    studio.window.house.show_entry()
    books = studio.window.house.library
    wait(lambda: books.is_loaded)
    settle(500)
    studio.take("library", books)
    books.page.trial_asked.emit()
    settle(3000)
    studio.take("trial", books)
    books.close()


def several(studio: Studio) -> None:
    """Take a matter of three documents."""
    samples = sample_path().parent
    studio.open(sample_path(), samples / "usage-rules.txt", samples / "order-form.txt")
    studio.window.message.hide()
    licence = next(held.id for held in studio.window.session.documents if held.review.document.path == sample_path())
    studio.window.desk.show_document(licence)
    studio.choose("termination-for-breach")
    studio.take("several")


def pages(studio: Studio) -> None:
    """Take the pages of a PDF."""
    studio.open(sample_path().with_suffix(".pdf"))
    studio.page.centre.show_face("pages")
    studio.choose("indemnity-by-customer")
    settle(2500)
    studio.take("pages")


def comparing(studio: Studio) -> None:
    """Take two versions, side by side and as one text."""
    comparer = studio.window.comparer
    comparer.compare(Version(sample_path()), Version(versions.next_licence(HOME / "Documents")))
    window = comparer.windows[-1]
    studio.fit(window)
    wait(lambda: window.is_judged)
    settle(600)
    window.page.changes.step(1, worse=True)
    studio.take("versions", window)
    window.commands.faces["inline"].trigger()
    studio.take("one-text", window)
    window.close()


def vendors(studio: Studio) -> None:
    """Take vendors side by side, one of them with a layer."""
    studio.window.vendors.show_vendors()
    window = studio.window.vendors.vendors
    assert window is not None  # noqa: S101 - it was asked for
    studio.fit(window)
    window.add_files((sample_path(), *versions.licences(HOME / "Documents")))
    wait(lambda: window.desk.matrix is not None and len(window.desk.matrix.columns) == len(versions.VENDORS) + 1)
    window.desk.add_files((sample_path().parent / "usage-rules.txt",), under=window.desk.columns[0].id)
    wait(lambda: window.desk.matrix is not None and window.desk.matrix.columns[0].is_layered)
    settle(600)
    window.page.table.choose("termination-for-breach", 0)
    studio.take("vendors", window)
    window.close()


def negotiation(studio: Studio) -> None:
    """Take what came back of a file that was sent, and an answer to it."""
    sent, returned = map(RoundFile, versions.rounds(HOME / "Documents"))
    measure = Measure(DeploymentProfile(), author=versions.OURS)
    window = RoundsWindow(studio.worker, studio.window.remembered, measure)
    window.show()
    studio.fit(window)
    window.compare([(sent, returned)], Ours(versions.OURS))
    wait(lambda: window.rounds is not None)
    settle(600)
    studio.take("rounds", window)
    countered = next(ask for ask in window.rounds.last.asks if ask.answer == "countered")
    window.page.points.choose(countered.id)
    window.page.choose_answer("counter")
    studio.take("answer", window)
    window.page.forget_answers()  # else it asks whether they are given up
    window.close()


def policies(studio: Studio) -> None:
    """Take what changed in a policy."""
    studio.window.watch.show_watch()
    window = studio.window.watch.watch
    assert window is not None  # noqa: S101 - it was asked for
    studio.fit(window)
    window.take(versions.policies(HOME / "Documents"))
    wait(lambda: window.page.found is not None)
    settle(600)
    window.page.duty.owner.setText("Compliance")
    window.page.duty.day.show_day(WHEN.date() + timedelta(days=90))
    studio.take("watch", window)
    window.close()


FURTHER = (("light", 200, _SMALL), ("dark", 100, _SMALL), ("contrast", 125, _SIZE))
BESIDE = (comparing, vendors, negotiation, policies)
STATES = (start, findings, looks, dialogs, library, several, pages, *BESIDE)


@contextmanager
def neutral_home() -> Iterator[None]:
    """Make the folders that the pictures show, and remove them afterwards."""
    shutil.rmtree(HOME, ignore_errors=True)
    (HOME / "Documents").mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(HOME, ignore_errors=True)


@contextmanager
def opened(dialog: QWidget) -> Iterator[QWidget]:
    """Show a dialog while it is needed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.show()
    settle(300)
    try:
        yield dialog
    finally:
        dialog.hide()
        dialog.deleteLater()


def settle(milliseconds: int = 150) -> None:
    """Let the window do what it has to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    waited = 0
    while not holds():
        settle(50)
        waited += 50
        if waited > _PATIENCE_MS:
            raise TimeoutError("what is to be shown does not come")


def save(image: QImage, path: Path) -> None:
    """Write `image` as a small PNG: in few colours, where it has few."""
    image.save(str(path))
    try:
        from PIL import Image  # noqa: PLC0415 - comes with reportlab, for development only
    except ImportError:
        return
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
