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
