"""The documents that the pictures compare: versions and variants of our own samples, made when they are needed."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from app.service.redline import redline
from app.service.samples import sample_path

OURS = "A. Lawyer"
"""Author of the tracked changes that are ours."""

_SENT, _RETURNED = datetime(2026, 11, 9, tzinfo=UTC), datetime(2026, 11, 16, tzinfo=UTC)
_TEXT = "word/document.xml"
_SIZE, _GROWN = (f"more than {size} million monthly active users" for size in (60, 500))
_FREELY, _NEITHER = "Aldermoor may assign it freely", "Neither may Aldermoor without Licensee’s consent"
_AT_ONCE = "immediately if Licensee breaches any of its terms"

NEXT_VERSION = {
    "Version 2.0, in force from 3 March 2025": "Version 2.1, in force from 1 October 2026",
    _SIZE: "more than 25 million monthly active users",
    _AT_ONCE: "if Licensee does not cure a breach of its terms within thirty (30) days of notice",
    "within five (5) days": "within thirty (30) days",
    "Aldermoor may change the Usage Rules at any time. A change binds Licensee as soon as it is posted": (
        "Aldermoor may change the Usage Rules once a year. A change binds Licensee ninety (90) days after it is posted"
    ),
    "tools for Licensee’s own staff included": "tools for Licensee’s own staff excepted",
    "harmless from and against all claims, losses and costs": (
        "harmless from and against all claims, fines, losses and costs, without limit,"
    ),
    "128,000 tokens": "256,000 tokens",
}
"""What the next version of the sample says instead."""

VENDORS = {
    "Larkfield Speech Model Licence": {
        "Curlew": "Larkfield",
        "Aldermoor": "Tarn Labs",
        "Nova Scotia": "Ireland",
        "Halifax": "Dublin",
        _SIZE: _GROWN,
        _AT_ONCE: "if Licensee does not cure a breach of its terms within thirty (30) days of written notice",
        "arising out of or related to Licensee’s use or distribution of": (
            "of third parties, up to a total of EUR 100,000, caused by Licensee’s breach of this licence on"
        ),
    },
    "Heron Open Model Licence": {
        "Curlew": "Heron",
        "Aldermoor": "Weirside",
        "within five (5) days": "within ninety (90) days",
        "harmless from and against all claims": "harmless from and against all third-party claims",
        "to the image features of Heron 2 are not granted to any individual who lives in, or any company with its "
        "principal place of business in, the European Union.": ("are granted in the European Union as anywhere else."),
        "Licensee shall not use the Heron Materials or any Output to train, tune or otherwise improve another language "
        "model, Adaptations excepted.": "Licensee may use Outputs to train and improve other models.",
        "at any time. A change binds Licensee as soon as it is posted": (
            "on ninety (90) days’ written notice. A change binds Licensee then, and not before, as it is posted"
        ),
    },
}
"""What the licences of other vendors say instead, by their names."""

NEXT_RULES = {
    "on 3 March 2025": "on 1 October 2026",
    "housing or employment": "housing, education or employment",
    "within 24 hours": "within 12 hours",
    "at any time and\n    without notice": "once a year, on\n    thirty (30) days' notice",
    "every end user that the answers": "every end user before the first answer that the answers",
    "2. Watching Over Use": (
        "1.4 Nobody shall use the Curlew Materials on personal data without the consent of the person.\n\n"
        "2. Watching Over Use"
    ),
}
"""What the next version of the rules says instead."""

ASKS = (
    {"find": _SIZE, "replace": _GROWN, "comment": "We plan for growth."},
    {
        "find": _AT_ONCE,
        "replace": "if Licensee does not cure a material breach within thirty (30) days of written notice",
        "comment": "A breach must be curable.",
    },
    {"find": "within five (5) days", "replace": "within thirty (30) days"},
    {"find": _FREELY, "replace": _NEITHER},
)
"""What we ask for in the file that is sent."""

THEIR_EDITS = (
    {
        "find": "within thirty (30) days of written notice",
        "replace": "within ten (10) days of written notice",
        "comment": "Thirty days are too long.",
    },
    {"find": "Upon termination Licensee shall", "replace": "Upon termination Licensee and its Affiliates shall"},
)
"""What comes back as tracked changes."""

_SETTLED = (("five (5)", "thirty (30)", "thirty (30)"), (_FREELY, _NEITHER, _FREELY))
_UNTRACKED = {
    "related to Licensee’s use or distribution of": "related to the use or distribution by Licensee or its users of"
}


def next_licence(folder: Path) -> Path:
    """Write the next version of the sample; return its path."""
    return _rewritten(sample_path(), folder / "community-model-licence-2.1.docx", NEXT_VERSION)


def licences(folder: Path) -> list[Path]:
    """Write the licences of other vendors; return their paths."""
    return [_rewritten(sample_path(), folder / f"{name}.docx", says) for name, says in VENDORS.items()]


def policies(folder: Path) -> list[Path]:
    """Write two versions of the rules, each with its day in its name; return their paths."""
    rules = (sample_path().parent / "usage-rules.txt").read_text("utf-8")
    made = {"usage-rules-2025-03-03.txt": rules, "usage-rules-2026-10-01.txt": _replaced(rules, NEXT_RULES)}
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made]


def rounds(folder: Path) -> tuple[Path, Path]:
    """Write what was sent of the sample, and what came back of it; return both paths.

    Of what was asked one thing is accepted, one countered, one rejected and one left as it is; beside it the other side
    asks for something, and changes something without a trace.
    """
    sent, answered = folder / "community-model-licence.redlined.docx", folder / "answered.docx"
    _redlined(sample_path(), sent, ASKS, author=OURS, when=_SENT)
    _redlined(sent, answered, THEIR_EDITS, author="T. Morrow", when=_RETURNED)
    returned = folder / "community-model-licence.returned.docx"
    _changed(answered, returned, _settled)
    answered.unlink()
    return sent, returned


def _redlined(source: Path, target: Path, edits: Sequence[Mapping[str, str]], *, author: str, when: datetime) -> None:
    listed = target.with_suffix(".json")
    listed.write_text(json.dumps(edits), encoding="utf-8")
    problems = redline(source, listed, target, author=author, when=when).problems
    listed.unlink()
    if problems:
        raise ValueError("; ".join(problems))


def _rewritten(source: Path, target: Path, says: Mapping[str, str]) -> Path:
    _changed(source, target, lambda text: _replaced(text, says))
    return target


def _changed(source: Path, target: Path, change: Callable[[str], str]) -> None:
    """Write a Word file with another text."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()).encode() if name == _TEXT else part)


def _settled(text: str) -> str:
    """Return the text as it comes back: one change of ours accepted, one rejected, and one of theirs untracked."""
    for struck, added, kept in _SETTLED:
        tracked = (
            f"<w:del [^>]*><w:r><w:delText>{re.escape(struck)}</w:delText></w:r></w:del>"
            f"<w:ins [^>]*><w:r><w:t>{re.escape(added)}</w:t></w:r></w:ins>"
        )
        text = re.sub(tracked, f"<w:r><w:t>{kept}</w:t></w:r>", text)
    return _replaced(text, _UNTRACKED)


def _replaced(text: str, says: Mapping[str, str]) -> str:
    for before, after in says.items():
        if before not in text:
            raise ValueError(f"“{before}” is not in the sample")
        text = text.replace(before, after)
    return text
