#!/bin/sh
# Install Counterdraft with its tools and the system libraries of Qt, and run the tests; arguments go to pytest.
. "$(dirname "$0")/setup.sh"

"$VENV/bin/pip" install --quiet --editable '.[dev]'
if ! "$VENV/bin/counterdraft" doctor; then
    sh -c "$("$VENV/bin/counterdraft" doctor | tail -n 1)"
fi
exec "$VENV/bin/python" -m pytest --numprocesses auto "$@"
