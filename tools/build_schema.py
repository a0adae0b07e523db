"""Write resources/clause-file.schema.json, by which editors check and complete clause files."""

import json
from pathlib import Path

from app.library.schema import ClauseEntry

TARGET = Path(__file__).parents[1] / "resources" / "clause-file.schema.json"


def schema() -> str:
    """Return the JSON schema of a clause file, as text."""
    fields = ClauseEntry.model_json_schema(by_alias=True)
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **fields}, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(schema(), encoding="utf-8")
