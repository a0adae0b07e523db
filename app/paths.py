"""Where the bundled clause library, templates and resources are found, and in which form the program runs."""

import sys
from importlib.resources import files
from pathlib import Path

_DATA_FOLDERS = ("clause_library", "templates", "resources")


def data_dir(name: str) -> Path:
    """Return the folder of bundled data called `name`.

    In an installed wheel the folder lies in `app/_data/`; in a checkout it
    lies beside `app/`.

    Raises:
        ValueError: There is no bundled folder of that name.
    """
    if name not in _DATA_FOLDERS:
        raise ValueError(f"no data folder called {name!r}; there are {', '.join(_DATA_FOLDERS)}")
    package = Path(str(files("app")))
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent / name


def is_bundle() -> bool:
    """Return whether the program runs from the bundle, which brings its own Python and takes in no packages."""
    return getattr(sys, "frozen", False)
