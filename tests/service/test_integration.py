import configparser
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from lxml import etree

from app.desktop.opening import KINDS
from app.errors import CounterdraftError, ExportError
from app.paths import data_dir
from app.service import integration

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are files of Linux desktops")


def entry_in(folder):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(folder / "applications" / "counterdraft.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def files_under(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_installing_writes_the_entry_the_type_of_matters_and_the_icon(tmp_path):
    written = integration.install(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "applications/counterdraft.desktop",
        "mime/packages/counterdraft.xml",
        "icons/hicolor/scalable/apps/counterdraft.svg",
    ]
    assert all(path.is_file() for path in written)


def test_the_entry_starts_the_program_of_this_environment_with_the_files(tmp_path):
    integration.install(tmp_path)
    program = Path(sysconfig.get_path("scripts")) / "counterdraft-desktop"
    assert entry_in(tmp_path)["Exec"] == f'"{program}" %F'
    assert entry_in(tmp_path)["TryExec"] == str(program)


def test_the_entry_of_a_bundle_starts_the_program_beside_the_command(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/100% ours/$here/counterdraft")
    integration.install(tmp_path)
    assert entry_in(tmp_path)["Exec"] == '"/opt/100%% ours/\\\\$here/counterdraft-desktop" %F'


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_entry_is_valid(tmp_path):
    integration.install(tmp_path)
    command = ["desktop-file-validate", str(tmp_path / "applications" / "counterdraft.desktop")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_installing_again_changes_nothing(tmp_path):
    integration.install(tmp_path)
    before = files_under(tmp_path)
    integration.install(tmp_path)
    assert files_under(tmp_path) == before


def test_uninstalling_removes_what_was_installed_and_nothing_else(tmp_path):
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.write_text("[Desktop Entry]\n")
    written = integration.install(tmp_path)
    assert integration.uninstall(tmp_path) == written
    assert [path for path in written if path.exists()] == []
    assert other.exists()


def test_uninstalling_where_nothing_is_removes_nothing(tmp_path):
    assert integration.uninstall(tmp_path / "none") == ()


def test_a_file_where_a_folder_should_be_is_an_error_in_words(tmp_path):
    (tmp_path / "applications").write_text("")
    with pytest.raises(ExportError, match="this is a file; nothing was written"):
        integration.install(tmp_path)


def test_the_user_chooses_where_own_data_stands(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert integration.user_data_folder() == tmp_path


@pytest.mark.parametrize("chosen", ["", "relative/folder"])
def test_own_data_stands_in_the_home_of_the_user_otherwise(monkeypatch, tmp_path, chosen):
    monkeypatch.setenv("XDG_DATA_HOME", chosen)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert integration.user_data_folder() == tmp_path / ".local" / "share"


def test_on_other_systems_the_installer_does_it(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(CounterdraftError, match="set up by the installer"):
        integration.user_data_folder()


@pytest.mark.parametrize("kind", ["docx", "docm", "pdf", "odt", "rtf", "html", "eml", "msg", "txt", "md"])
def test_the_entry_offers_the_program_for_every_kind_of_document(tmp_path, kind):
    types = {
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docm": "application/vnd.ms-word.document.macroEnabled.12",
        "pdf": "application/pdf",
        "odt": "application/vnd.oasis.opendocument.text",
        "rtf": "application/rtf",
        "html": "text/html",
        "eml": "message/rfc822",
        "msg": "application/vnd.ms-outlook",
        "txt": "text/plain",
        "md": "text/markdown",
    }
    integration.install(tmp_path)
    assert types[kind] in entry_in(tmp_path)["MimeType"].split(";")
    assert any(kind in family for family in KINDS)


def test_matters_have_a_type_of_their_own_that_the_entry_takes(tmp_path):
    types = etree.parse(data_dir("resources") / "linux" / "counterdraft.xml")
    names = types.xpath("//*[local-name()='mime-type']/@type")
    assert types.xpath("//*[local-name()='glob']/@pattern") == ["*.counterdraft"]
    integration.install(tmp_path)
    assert names[0] in entry_in(tmp_path)["MimeType"].split(";")
