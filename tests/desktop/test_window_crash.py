"""A window that is killed while decisions are taken in it loses none that it said was saved."""

import hashlib
import os
import random
import subprocess
import sys
from dataclasses import replace

import pytest

from app.model.profile import DeploymentProfile
from app.service.matters import create_matter, open_matter
from app.service.records import decode, encode
from tests.desktop.conftest import WHEN

KILLS = 10
DECIDING = """
import os, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from app.desktop.look import Wardrobe
from app.desktop.main_window import MainWindow
from app.desktop.worker import Worker
from app.model.matter import Decision
from app.service.matters import open_matter
from app.service.records import decode


def say(words):
    os.write(1, f"{words}\\n".encode())


def decide_in(path):
    application = QApplication(["counterdraft"])
    settings = QSettings(str(path.with_name("settings.ini")), QSettings.Format.IniFormat)
    window = MainWindow(settings, Worker(), Wardrobe(application))
    window.show()
    matter = open_matter(path)
    window.session.open(matter, [decode(record) for record in matter.records()])
    window.opener.matter_opened.emit()
    application.processEvents()
    number, clauses = window.session.undo_stack.count(), ("mau-threshold", "indemnity", "cure-period", "warranty")
    while True:
        number += 1
        window.review_page.choose_clause(clauses[number % 4])
        window.desk.decide(Decision("accept-risk", reason=str(number)))
        say(number)
        application.processEvents()


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        decide_in(Path(line.strip()))
    say(child)
    os.waitpid(child, 0)
    say("dead")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where processes can be copied are they killed often enough")
@pytest.mark.timeout(120)
def test_a_window_that_is_killed_while_decisions_are_taken_loses_none(tmp_path, review, decided_until_killed):
    path = tmp_path / "deal.counterdraft"
    made = create_matter(path, "Deal", DeploymentProfile(), WHEN)
    document = replace(review.document, data=b"PK", sha256=hashlib.sha256(b"PK").hexdigest())
    record = encode(replace(review, document=document), ())
    made.add_document(document.name, document.sha256, b"PK", record, WHEN, "model-licence")
    made.close()
    moments = random.Random(11)
    with subprocess.Popen([sys.executable, "-c", DECIDING], stdin=-1, stdout=-1, text=True) as deciding:
        told = 0
        for _ in range(KILLS):
            told = written_at_least(path, decided_until_killed(deciding, path, 1 + moments.randrange(20), told))
        deciding.stdin.close()
    assert list(tmp_path.glob("*.counterdraft*")) == [path]


def written_at_least(path, told):
    """Return how many decisions the matter has: all that were told to be saved, in order, on a review that is whole."""
    matter = open_matter(path)
    journal = matter.journal()
    assert [entry.after.reason for entry in journal] == [str(number + 1) for number in range(len(journal))]
    assert len(journal) in (told, told + 1)  # one may be written and not told of yet
    assert decode(matter.records()[0]).review.findings
    matter.close()
    return len(journal)
