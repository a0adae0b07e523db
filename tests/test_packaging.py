import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.paths import data_dir

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def files_under(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["clause_library", "templates", "resources"])
def test_the_wheel_holds_every_data_file(wheel, name):
    prefix = f"app/_data/{name}/"
    packed = {entry.removeprefix(prefix) for entry in ZipFile(wheel).namelist() if entry.startswith(prefix)}
    assert packed == files_under(ROOT / name)
    assert packed


def test_the_wheel_holds_the_package_and_its_data_only(wheel):
    tops = {entry.split("/")[0] for entry in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"app"}


def test_the_wheel_names_its_commands_and_its_licence(wheel):
    archive = ZipFile(wheel)
    texts = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    assert "counterdraft = app.cli.main:main" in texts["entry_points.txt"]
    assert "Apache License" in texts["LICENSE"]
    assert "License-Expression: Apache-2.0" in texts["METADATA"]


def test_an_unknown_data_folder_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no data folder called 'secrets'"):
        data_dir("secrets")
