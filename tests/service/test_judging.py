import pytest

from app.model.profile import DeploymentProfile
from app.service.judging import judge_files
from app.service.settings import library_in_use

TERMS = """\
HERON TERMS OF SERVICE

These terms are made between Heron Labs ("Provider") and the company that orders ("Customer").

1. Breach. Provider may terminate these terms if Customer has not cured a breach within {days} days after
written notice.

2. Law. The laws of Malta govern these terms.
"""


@pytest.fixture
def version(tmp_path):
    def write(name, **fields):
        path = tmp_path / name
        path.write_text(TERMS.format(**fields), encoding="utf-8")
        return path

    return write


@pytest.fixture
def judged(version):
    return judge_files(
        version("old.txt", days=30), version("new.txt", days=10), library_in_use(None), DeploymentProfile()
    )


def test_two_files_are_compared_and_judged_by_the_library_in_use(judged):
    effect = next(each for each in judged.effects if each.clause.id == "termination-for-breach")
    assert (effect.direction, effect.changes, "Cure period: 30 to 10 days" in effect.what) == ("worse", (1,), True)


def test_only_what_changed_is_judged(judged):
    assert len(judged.comparison.changes) == 1
    assert "governing-law" not in [effect.clause.id for effect in judged.effects]


LICENCE = """\
PELICAN MODEL LICENCE AGREEMENT

1. Use. Your use of the Pelican Model must follow the Pelican Acceptable Use Policy, which is incorporated by reference
into this agreement.

2. Law. The laws of Malta govern this agreement.
"""
POLICY = """
Pelican Acceptable Use Policy

You agree that you will not use the Pelican Model to:

1. deceive people about who wrote a text;
2. plan violence, or help anyone to plan it;
3. track people without their knowledge.
"""


def test_a_policy_that_only_left_the_file_makes_nothing_better(tmp_path):
    for name, text in (("old.txt", LICENCE + POLICY), ("new.txt", LICENCE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    judged = judge_files(tmp_path / "old.txt", tmp_path / "new.txt", library_in_use(None), DeploymentProfile())
    effect = next(each for each in judged.effects if each.clause.id == "acceptable-use")
    assert (effect.direction, "left a file that still refers to them" in effect.what) == ("unclear", True)
