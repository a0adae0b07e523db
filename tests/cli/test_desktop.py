import sys

import pytest


def test_a_file_that_is_not_there_is_told_before_a_window_opens(run, tmp_path):
    missing = tmp_path / "missing.docx"
    done = run("desktop", missing)
    assert (done.status, done.err) == (2, f"counterdraft: {missing}: there is no such file\n")


def test_a_folder_is_no_document(run, tmp_path):
    done = run("desktop", tmp_path)
    assert (done.status, done.err) == (2, f"counterdraft: {tmp_path}: this is a folder; name a file in it\n")


def test_every_file_is_looked_for(run, tmp_path, make_docx):
    missing = tmp_path / "missing.docx"
    done = run("desktop", make_docx("Term."), missing)
    assert (done.status, done.err) == (2, f"counterdraft: {missing}: there is no such file\n")


@pytest.mark.skipif(sys.platform != "linux", reason="the installer does it elsewhere")
class TestTheMenu:
    @pytest.fixture(autouse=True)
    def data_home(self, monkeypatch, tmp_path):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def test_installing_says_what_was_written(self, run, tmp_path):
        done = run("desktop", "--install")
        assert (done.status, done.err) == (0, "")
        assert done.out.splitlines() == [
            f"Written: {tmp_path / name}"
            for name in (
                "applications/counterdraft.desktop",
                "mime/packages/counterdraft.xml",
                "icons/hicolor/scalable/apps/counterdraft.svg",
            )
        ]

    def test_uninstalling_says_what_was_removed(self, run, tmp_path):
        run("desktop", "--install")
        done = run("desktop", "--uninstall")
        assert done.status == 0
        assert f"Removed: {tmp_path / 'applications/counterdraft.desktop'}" in done.out.splitlines()

    def test_uninstalling_twice_says_that_nothing_is_there(self, run, tmp_path):
        assert run("desktop", "--uninstall").out == f"Nothing of Counterdraft is in {tmp_path}\n"

    @pytest.mark.parametrize("arguments", [("--install", "--uninstall"), ("--install", "licence.docx")])
    def test_it_is_done_alone(self, run, tmp_path, arguments):
        done = run("desktop", *arguments)
        assert (done.status, list(tmp_path.iterdir())) == (2, [])
        assert done.err == "counterdraft: --install and --uninstall stand alone; give one of them, and no file\n"
