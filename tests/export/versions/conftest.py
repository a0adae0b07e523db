"""Two versions of terms and of a policy of our own writing, read, reviewed and judged as the program does."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.model.profile import DeploymentProfile
from app.service.judging import judge_reviews
from app.service.reading import read
from app.service.review import review_document
from app.service.settings import library_in_use
from app.service.watch import Look, watch_reviews

TERMS = """\
HERON TERMS OF SERVICE

These terms are made between Heron Labs ("Provider") and the company that orders ("Customer" or "you").

1. Breach. Provider may terminate these terms if Customer has not cured a breach within {days} days after notice.

2. Law. The laws of Malta govern these terms.
"""
POLICY = "Acceptable Use Policy\n\nYou may not use the model to:\n\n- frighten herons\n"


def reviewed(profile, **texts):
    library = library_in_use(None)
    return [
        review_document(read(Path(f"{name}.txt"), data=text.encode()), library, profile) for name, text in texts.items()
    ]


@pytest.fixture(scope="module")
def judged():
    """Judge terms whose cure period is cut, and that demand one thing more, which no clause type explains."""
    new = TERMS.format(days=10) + "\n3. Herons. You must feed the herons in the yard.\n"
    return judge_reviews(*reviewed(DeploymentProfile(), old=TERMS.format(days=30), new=new))


@pytest.fixture(scope="module")
def watched():
    """Watch a policy that forbids one thing more, which the profile plans."""
    profile = DeploymentProfile(regulated=("health",))
    reviews = reviewed(profile, old=POLICY, new=f"{POLICY}- give medical advice\n")
    look = Look(date(2026, 3, 4), "Ada Byron", date(2026, 4, 1))
    return replace(watch_reviews([reviews], look), left_out=("notes.txt: left out.",))
