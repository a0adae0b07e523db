# Sourced by the scripts beside it: works in the checkout's root and makes the virtual environment $VENV (default .venv).
set -eu
cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}
export DEBIAN_FRONTEND=noninteractive

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Debian keeps `venv` in a package of its own.
if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    as_root apt-get update -q
    as_root apt-get install -q -y --no-install-recommends python3-venv
fi
[ -x "$VENV/bin/pip" ] || python3 -m venv "$VENV"
