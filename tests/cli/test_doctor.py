import pytest

from app.cli.doctor import not_installed


@pytest.mark.parametrize("name", ["Text recognition", "LibreOffice"])
def test_doctor_names_what_some_documents_need(run, name):
    (line,) = (line for line in run("doctor").out.splitlines() if line.startswith(f"{name}:"))
    assert "missing" not in line


def test_what_only_some_documents_need_comes_with_the_line_that_installs_it():
    assert not_installed("scans", "pip install x") == "not installed, only scans need it: pip install x"


def test_without_such_a_line_there_is_none():
    assert not_installed("scans", "") == "not installed, only scans need it"
