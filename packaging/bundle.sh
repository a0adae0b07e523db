#!/bin/sh
# Make the bundle in dist/, in an environment of its own, so that nothing gets in that it does not need.
set -eu
cd "$(dirname "$0")/.."
VENV=${BUNDLE_VENV:-build/bundle-venv}

[ -x "$VENV/bin/python" ] || "${PYTHON:-python3}" -m venv "$VENV"
"$VENV/bin/python" -m pip install --quiet '.[bundle]'
exec "$VENV/bin/python" tools/bundle.py "$@"
