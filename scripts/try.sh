#!/bin/sh
# Install Counterdraft into .venv and review the bundled sample.
. "$(dirname "$0")/setup.sh"

"$VENV/bin/pip" install --quiet .
exec "$VENV/bin/counterdraft" review resources/samples/community-model-licence.docx --out review-output
