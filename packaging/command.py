"""The program `counterdraft` of the bundle."""

import sys
from multiprocessing import freeze_support

from environment import give_back_environment

freeze_support()  # the worker process is this program again; it needs no commands
give_back_environment()

from app.cli.main import main  # noqa: E402 - after the worker went its own way

sys.exit(main())
