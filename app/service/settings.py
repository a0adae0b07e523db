"""Which clause library a review is held against.

The command line and the window both take it from here, so they agree.
"""

from pathlib import Path

from platformdirs import user_cache_path

from app.library.loader import load_library
from app.model.library import ClauseLibrary
from app.paths import data_dir


def library_folder(choice: Path | None) -> Path:
    """Return the folder of the clause library in use: the user's choice, else the bundled one."""
    return choice or data_dir("clause_library")


def load_clause_library(choice: Path | None) -> ClauseLibrary:
    """Load the clause library in use.

    Raises:
        LibraryError: It has mistakes; all are named.
    """
    bundled = data_dir("clause_library")
    return load_library(choice or bundled, bundled, remembered_files())


def remembered_files() -> Path:
    """Return the file in which parsed clause files are kept between runs."""
    return user_cache_path("counterdraft") / "clause-files.json"
