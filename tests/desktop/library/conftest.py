"""A shelf and a trial of our own writing, and the window over the real library."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.desktop.library_window import LibraryWindow
from app.model.authoring import Shelf, ShelfEntry
from app.model.clause import (
    Claim,
    ClauseType,
    Condition,
    Cues,
    EditRule,
    Example,
    FactSpec,
    NewClause,
    ObligationRule,
    Pack,
    Position,
    SeverityRule,
    Test,
)

VISITS = ClauseType(
    id="site-visits",
    title="Visits by the vendor",
    group="D",
    nature="burden",
    cues=Cues(strong=("{vendor} .. may|shall visit*",), weak=("premises",), heading=("visits",), against=("website",)),
    applies=Condition(("model-licence",), (Test("profile", "critical", "is", True),), "Nobody visits.", ("office*",)),
    facts=(FactSpec("notice_days", "notice", near=("visit*",), silent=0),),
    positions=(
        Position(
            "preferred",
            "Ten days' notice",
            (Test("fact", "notice_days", "at_least", 10),),
            ((EditRule("replace", "notice of {number} days", "notice of {days:10}"),),),
            NewClause("Visits.", ("{vendor} may visit {customer's} offices on {days:10} notice<b>.",)),
        ),
        Position("walk-away", "No notice", approver="General Counsel"),
    ),
    severity="medium",
    severity_when=(SeverityRule("high", (Test("profile", "critical", "is", True),)),),
    ask="Ten days' notice.",
    rationale="A visit stops work.",
    comment="We ask {vendor:object} for notice.",
    note="Three days would do.",
    owner="Facilities",
    negotiability="open",
    sources=("our practice",),
    claims=(
        Claim("Vendors never visit.", "A survey", "disputed", "Nothing.", topic="Whether they come"),
        Claim("Vendors often visit.", "Another survey", "disputed", topic="Whether they come"),
    ),
    examples=(
        Example("Vendor may visit on 15 days' notice.", carries=True, facts=(("notice_days", 15),), rung=1),
        Example("Customer may visit the website.", carries=False),
    ),
    pack="general",
    obligations=(ObligationRule("Open the door.", "customer", due="notice_days", trigger="a notice"),),
)


def clause(name, title, **fields):
    return replace(VISITS, id=name, title=title, **fields)


@pytest.fixture
def shelf():
    """Four entries: bundled, changed by us, our own with mistakes, and one that is left out."""
    law = clause("governing-law", "Governing law", group="G", nature="protection", severity="low", pack="")
    return Shelf(
        version="2026.11 + 1",
        title="House",
        entries=(
            ShelfEntry("site-visits", VISITS, VISITS),
            ShelfEntry("governing-law", law, law, Path("/house/governing-law.yaml"), ("severity", "owner")),
            ShelfEntry("quiet-hours", None, None, Path("/house/quiet-hours.yaml"), ("id",)),
            ShelfEntry("audits", None, clause("audits", "Audits"), is_left_out=True),
        ),
        packs=(Pack("general", "General terms", ("model-licence",)),),
        folder=Path("/house"),
    )


@pytest.fixture
def house(tmp_path):
    """A folder of our own that makes one bundled entry graver."""
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "library.yaml").write_text('title: House\nversion: "1"\n')
    (folder / "assignment.yaml").write_text("severity: high\n")
    return folder


@pytest.fixture
def open_library(qtbot):
    """Open the library window over a folder and a document, and wait until the library is read."""
    windows = []

    def open_window(folder=None, document=None, profile=None):
        window = LibraryWindow(lambda function, *arguments: function(*arguments), folder, document, profile)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.is_loaded, timeout=60_000)
        return window

    yield open_window
    for window in windows:
        window.page.edit.editor.document().setModified(False)
        window.close()
