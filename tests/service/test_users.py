import subprocess
import sys

from app.model.profile import DeploymentProfile, GroupCompany
from app.service.users import count_users


def test_without_threshold_and_companies_there_is_nothing_to_count():
    assert count_users(DeploymentProfile(), None) is None


def test_companies_are_counted_without_a_document():
    count = count_users(DeploymentProfile(group=(GroupCompany("Heron", "licensee", users_now=7),)), None)
    assert [reading.users for reading in count.readings] == [0, 7, 7, 0]


def test_asking_loads_nothing_heavy():
    code = "import app.service.users, sys; sys.exit(bool({'pydantic', 'spacy', 'lxml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
