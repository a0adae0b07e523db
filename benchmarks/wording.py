"""Read the redlines drafted for the labelled licences as counsel would, and find by machine what cannot be English.

    python benchmarks/wording.py [DOCUMENT...] [--aim preferred|fallback] [--print]

Without documents it takes the twelve labelled licences of the shared data, with the default profile. It counts edits
and new clauses, and lists: slots left unfilled; signs of words that do not fit (doubled words and marks, a blank before
a comma, a small letter after a full stop); sentences replaced whole of which more than half stays. `--print` shows
every change, struck words as [-…-] and inserted ones as {+…+}. Ends with status 1 where something is listed.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from command import shared_folder

from app.model.profile import DeploymentProfile
from app.model.redline import Edit, Redline
from app.model.review import Review
from app.service.review import at_fallback, review
from app.service.settings import load_clause_library
from app.text.diff import TextEdit, apply_edits, word_edits

_SIGNS = (
    ("a word stands twice", re.compile(r"\b(\w+) \1\b(?<!that that)(?<!had had)", re.IGNORECASE)),
    ("marks meet", re.compile(r"[,;:]\s*[,;:.]|(?<!\.)\.\s*[,;](?!\w)|\(\s*[,;.)]")),
    ("a blank before a mark", re.compile(r"\w [,;.:)](?!\.)")),
    (
        "a small letter after a full stop",
        re.compile(r"(?<!\b[A-Za-z])(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bInc)(?<!\bNo)\. [a-z]"),
    ),
    (
        "an article before a vowel or none",
        re.compile(r"\b(?:a (?=[aeio]\w)(?!one\b|once\b)|an (?=[bcdfgjklmnpqrtvwz]\w))", re.IGNORECASE),
    ),
    ("a slot", re.compile(r"\{[^}]*\}")),
    ("two blanks", re.compile(r"\S  +\S")),
)


_FEW = 8
"""Words of a sentence that may as well be replaced."""


def main() -> int:
    """Print what was drafted and what is wrong with it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--aim", choices=("preferred", "fallback"), default="preferred")
    parser.add_argument("--print", action="store_true", dest="printed")
    options = parser.parse_args()
    library = load_clause_library(None)
    edits = clauses = comments = wrong = undrafted = 0
    paths = options.documents or _labelled()
    for path in paths:
        found = review(path, library, DeploymentProfile())
        found = at_fallback(found) if options.aim == "fallback" else found
        for redline in found.redlines:
            edits += len(redline.edits)
            clauses += bool(redline.insertions)
            comments += not redline.edits and not redline.insertions
        undrafted += len(found.undrafted)
        if options.printed:
            print(f"\n==== {path.name}", *_shown(found), *found.undrafted, sep="\n")
        lines = list(_wrong(found))
        wrong += len(lines)
        for line in lines:
            print(f"{path.name}: {line}")
    print(
        f"{edits} edits, {clauses} new clauses, {comments} comments alone, {undrafted} not drafted; {wrong} to look at"
    )
    return 1 if wrong else 0


def _labelled() -> list[Path]:
    licences = shared_folder("corpus/licences")
    names = sorted(path.name.removesuffix(".gold.json") for path in shared_folder("gold").glob("*.gold.json"))
    return [licences / name for name in names if (licences / name).is_file()]


def _wrong(found: Review) -> Iterator[str]:
    """Yield what a machine can see to be wrong: of signs, those that the changed text has and the original has not."""
    for redline in found.redlines:
        for index, edits in _by_paragraph(redline).items():
            before = found.document.paragraphs[index].text
            after = apply_edits(before, tuple(TextEdit(e.span.start, e.span.end, e.text) for e in edits))
            for name, sign in _SIGNS:
                known = {match[0] for match in sign.finditer(before)}
                for match in sign.finditer(after):
                    if match[0] not in known:
                        yield f"{redline.clause}: {name}: …{after[max(0, match.start() - 40) : match.end() + 30]}…"
            for edit in edits:
                if line := _replaced_whole(before, edit):
                    yield f"{redline.clause}: {line}"
        for new in redline.insertions:
            model = found.document.paragraphs[new.like].text
            for name, sign in _SIGNS:
                matches = () if name == "two blanks" and sign.search(model) else sign.finditer(new.text)
                yield from (f"{redline.clause}: new clause: {name}: {match[0]}" for match in matches)


def _replaced_whole(before: str, edit: Edit) -> str:
    """Return a complaint where an edit strikes words of which more than half come back."""
    struck, put = before[edit.span.start : edit.span.end], edit.text
    many = len(struck.split())
    if many < _FEW or not put:
        return ""
    changed = sum(len(struck[each.start : each.end].split()) for each in word_edits(struck, put))
    share = changed / many
    return f"replaced whole, though {1 - share:.0%} of its words stay: {struck[:80]}" if share < 0.5 else ""


def _by_paragraph(redline: Redline) -> dict[int, list[Edit]]:
    changed: dict[int, list[Edit]] = {}
    for edit in sorted(redline.edits, key=lambda edit: (edit.span.start, edit.span.end)):
        changed.setdefault(edit.paragraph, []).append(edit)
    return changed


def _shown(found: Review) -> Iterator[str]:
    """Yield every change as counsel reads it."""
    findings = {finding.clause.id: finding for finding in found.findings}
    document = found.document
    for redline in found.redlines:
        finding = findings[redline.clause]
        asked = finding.target.name if finding.target else "nothing"
        standing = f"{finding.level}, {finding.severity}, {redline.percent_rewritten} % rewritten"
        yield f"--- {redline.clause} [{standing}] asks: {asked}"
        for index, edits in _by_paragraph(redline).items():
            yield f"  {document.place_of(index)}: {_marked(document.paragraphs[index].text, edits)}"
        for new in redline.insertions:
            yield f"  new after {document.place_of(new.after)}: {new.marker} {new.text}"
        if not redline.edits and not redline.insertions and redline.comment is not None:
            yield f"  comment alone: {redline.comment.text}"


def _marked(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        struck = text[edit.span.start : edit.span.end]
        pieces += [
            text[at : edit.span.start],
            f"[-{struck}-]" if struck else "",
            f"{{+{edit.text}+}}" if edit.text else "",
        ]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


if __name__ == "__main__":
    sys.exit(main())
