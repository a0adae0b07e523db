import subprocess
import sys
from dataclasses import replace

import pytest

from app.service.doctor import (
    QT_LIBRARIES,
    Diagnosis,
    SystemLibrary,
    examine,
    missing_libraries,
    missing_packages,
    office_remedy,
    recognition_remedy,
    remedy,
)

GL = SystemLibrary("libGL.so.1", "libgl1", "libglvnd")
EGL = SystemLibrary("libEGL.so.1", "libegl1", "libglvnd")


def test_a_machine_that_passes_these_tests_has_all_packages():
    assert missing_packages() == ()


def test_the_line_is_empty_exactly_where_nothing_is_missing_on_debian():
    found = examine()
    line = remedy(found.packages, found.libraries, frozenset({"debian"}), is_root=True)
    assert found.healthy == (line == "")


@pytest.mark.parametrize(
    ("distributions", "line"),
    [
        ({"debian"}, "apt-get update && apt-get install -y --no-install-recommends libgl1 libegl1"),
        ({"ubuntu", "debian"}, "apt-get update && apt-get install -y --no-install-recommends libgl1 libegl1"),
        ({"fedora"}, "dnf install -y 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'"),
        ({"opensuse-leap", "suse", "opensuse"}, "zypper install -y 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'"),
        ({"arch"}, "pacman -S --needed libglvnd"),
        ({"plan9"}, ""),
    ],
)
def test_the_line_uses_the_tool_of_the_system(distributions, line):
    assert remedy((), (GL, EGL), frozenset(distributions), is_root=True) == line


def test_a_user_who_is_not_root_is_given_sudo_for_the_system_only():
    line = remedy(("lxml",), (GL,), frozenset({"fedora"}), is_root=False)
    assert line == f"sudo dnf install -y 'libGL.so.1()(64bit)' && {sys.executable} -m pip install lxml"


def test_nothing_missing_needs_no_line():
    assert remedy((), (), frozenset({"debian"}), is_root=True) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings its libraries")
def test_a_library_that_the_loader_does_not_know_is_missing():
    hidden = "import app.service.doctor as d; d.QT_LIBRARIES = (d.SystemLibrary('libnone.so.9', 'none9', 'none'),)"
    line = f"{hidden}; print(d.missing_libraries()[0].debian)"
    assert subprocess.check_output([sys.executable, "-c", line], text=True) == "none9\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings its libraries")
def test_only_libraries_of_qt_are_ever_missing():
    assert set(missing_libraries()) <= set(QT_LIBRARIES)


def test_text_recognition_and_libreoffice_are_looked_for():
    recognition, office = examine().options
    assert (recognition.name, recognition.serves) == ("Text recognition", "scans")
    assert recognition.found in ("", "RapidOCR", "Tesseract")
    assert recognition.remedy.endswith(" -m pip install 'counterdraft[ocr]'")
    assert (office.name, office.serves) == ("LibreOffice", ".doc files")


@pytest.fixture
def bundle(monkeypatch):
    """Run as the bundle does."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)


@pytest.mark.usefixtures("bundle")
def test_the_bundle_advises_no_packages_of_python():
    assert not any("pip" in option.remedy for option in examine().options)
    assert remedy(("lxml",), (GL,), frozenset({"arch"}), is_root=True) == "pacman -S --needed libglvnd"


@pytest.mark.parametrize(
    ("systems", "line"),
    [
        ({"ubuntu", "debian"}, "sudo apt-get install -y --no-install-recommends tesseract-ocr"),
        ({"win32"}, "winget install UB-Mannheim.TesseractOCR"),
        ({"darwin"}, "brew install tesseract"),
        ({"plan9"}, ""),
    ],
)
def test_tesseract_is_installed_with_the_tool_of_the_system(systems, line):
    assert recognition_remedy(systems, is_root=False) == line


def test_a_machine_without_them_is_healthy():
    options = tuple(replace(option, found="") for option in examine().options)
    bare = Diagnosis("3.11.7", python_fits=True, packages=(), libraries=(), remedy="", options=options)
    assert bare.healthy


@pytest.mark.parametrize(
    ("systems", "line"),
    [
        ({"ubuntu", "debian"}, "sudo apt-get install -y --no-install-recommends libreoffice-writer"),
        ({"fedora"}, "sudo dnf install -y libreoffice-writer"),
        ({"win32"}, "winget install TheDocumentFoundation.LibreOffice"),
        ({"darwin"}, "brew install --cask libreoffice"),
        ({"plan9"}, ""),
    ],
)
def test_libreoffice_is_installed_with_the_tool_of_the_system(systems, line):
    assert office_remedy(systems, is_root=False) == line


def test_root_needs_no_sudo_for_libreoffice():
    assert office_remedy({"arch"}, is_root=True) == "pacman -S --needed libreoffice-still"
