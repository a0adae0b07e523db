"""Review every licence of the shared corpus; a licence and its second transcription must give the same findings.

    python benchmarks/licences.py

Ends with status 1 where a review fails, prints a traceback, or two transcriptions differ.
"""

import json
import sys

from command import Outcome, counterdraft, shared_folder

_TRANSCRIPTIONS = {
    "llama-2-LICENSE-scancode-copy.txt": "llama-2-LICENSE.txt",
    "llama-3.1-LICENSE-scancode-copy.txt": "llama-3.1-LICENSE.txt",
    "llama-3.2-LICENSE-scancode-copy.txt": "llama-3.2-LICENSE.txt",
    "llama-3.3-LICENSE-scancode-copy.txt": "llama-3.3-LICENSE.txt",
    "llama-4-USE_POLICY-scancode-copy.txt": "llama-4-USE_POLICY.md",
    "llama-4-community-license-agreement-scancode-copy.txt": "llama-4-LICENSE.txt",
}


def main() -> int:
    """Print one line a document that fails or differs, and a summary."""
    paths = sorted(path for path in shared_folder("corpus/licences").iterdir() if path.suffix in (".txt", ".md"))
    outcomes = {path.name: counterdraft("review", path, "--format", "json") for path in paths}
    failed = [name for name, outcome in outcomes.items() if not _is_fine(outcome)]
    for name in failed:
        print(f"{name}: exit status {outcomes[name].status}: {outcomes[name].err.strip()[-300:]}")
    pairs = [pair for pair in _TRANSCRIPTIONS.items() if not set(pair) & set(failed)]
    differences = {pair: _differences(*(_findings(outcomes[name]) for name in pair)) for pair in pairs}
    for (copy, original), lines in differences.items():
        print(f"{copy} and {original}: {len(lines)} findings differ", *lines, sep="\n  ")
    seconds = sorted((outcome.seconds, name) for name, outcome in outcomes.items())
    print(f"{len(paths) - len(failed)} of {len(paths)} reviewed with status 0 or 1 and without a traceback")
    print(f"{sum(not lines for lines in differences.values())} of {len(_TRANSCRIPTIONS)} pairs of transcriptions agree")
    print(f"wall time: median {seconds[len(seconds) // 2][0]:.2f} s, worst {seconds[-1][0]:.2f} s ({seconds[-1][1]})")
    return 1 if failed or any(differences.values()) else 0


def _is_fine(outcome: Outcome) -> bool:
    return outcome.status in (0, 1) and "Traceback" not in outcome.err


def _findings(outcome: Outcome) -> dict[str, object]:
    """Return level, severity and facts by clause type."""
    findings = json.loads(outcome.out)["findings"]
    return {finding["clause"]: [finding["level"], finding["severity"], finding["facts"]] for finding in findings}


def _differences(first: dict[str, object], second: dict[str, object]) -> list[str]:
    return [f"{clause}: {first[clause]} / {second[clause]}" for clause in first if first[clause] != second[clause]]


if __name__ == "__main__":
    sys.exit(main())
