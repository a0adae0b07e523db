"""Fixtures that tests of several stages share."""

import os
from dataclasses import dataclass

import docx
import pytest

from app.cli.main import main

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, stdout and stderr."""

    status: int
    out: str
    err: str

    @property
    def problems(self):
        return self.err.splitlines()


@pytest.fixture
def run(capfd):
    """Call the command line as a user does, in this process."""

    def call(*arguments):
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return call


@pytest.fixture
def make_docx(tmp_path):
    """Write a Word document of plain paragraphs and return its path."""

    def write(*paragraphs, name="contract.docx"):
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        path = tmp_path / name
        document.save(path)
        return path

    return write
