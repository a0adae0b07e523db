"""A program that is killed loses no decision that it was told is written."""

import os
import random
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from app.model.profile import DeploymentProfile
from app.service.matters import create_matter, open_matter
from app.store.record import joined

KILLS = 100
WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
DECIDING = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from app.model.matter import Decision
from app.service.matters import open_matter
from app.store.record import joined

WHEN = datetime(2026, 11, 21, tzinfo=UTC)


def say(words):
    os.write(1, f"{words}\\n".encode())


def decide_on(path):
    matter = open_matter(path)
    number = len(matter.journal())
    while True:
        number += 1
        matter.decide(1, f"clause-{number % 50}", Decision("accept-risk", reason=str(number)), WHEN)
        say(number)
        if number % 5 == 0:
            matter.replace_review(1, joined(b"library", bytes([number % 256]) * 50_000))


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        decide_on(Path(line.strip()))
    say(child)
    os.waitpid(child, 0)
    say("dead")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where processes can be copied are they killed often enough")
def test_a_program_that_is_killed_while_it_decides_loses_nothing(tmp_path, decided_until_killed):
    path = tmp_path / "deal.counterdraft"
    made = create_matter(path, "Deal", DeploymentProfile(), WHEN)
    made.add_document("a.txt", "a" * 64, b"A", joined(b"library", bytes(50_000)), WHEN, "unknown")
    made.close()
    moments = random.Random(7)
    with subprocess.Popen([sys.executable, "-c", DECIDING], stdin=-1, stdout=-1, text=True) as deciding:
        written = 0
        for _ in range(KILLS):
            written = written_at_least(path, decided_until_killed(deciding, path, moments.randrange(12), written))
        deciding.stdin.close()
    assert list(tmp_path.iterdir()) == [path]


def written_at_least(path, told):
    """Return how many decisions a matter has: all that were told to be written, whole and in order."""
    matter = open_matter(path)
    journal = matter.journal()
    assert [entry.after.reason for entry in journal] == [str(number + 1) for number in range(len(journal))]
    assert len(journal) in (told, told + 1)  # one may be written and not told of yet
    assert {decision.reason for decision in matter.decisions(1).values()} == {
        str(number) for number in range(max(len(journal) - 49, 1), len(journal) + 1)
    }
    assert len({*matter.records()[0].review[11:]}) == 1  # no half of a review
    assert matter._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    matter.close()
    return len(journal)
