"""Recognise the published licences in every setting and with seeded edits, and no form in what is none.

    python benchmarks/forms.py [--cases N]

Prints which licences are recognised as they are; the same set as Word, web page, PDF and hard-wrapped text; the places
found of N random edits a licence; what is recognised in vendors' terms and agreements; and the time of the slowest.
Ends with status 1 where a licence is not recognised or an unchanged one is said to be changed.
"""

import argparse
import random
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import docx
from command import shared_folder
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import SimpleDocTemplate

from app.errors import DocumentError
from app.intake.reader import read_document
from app.library.forms import load_forms
from app.matching.forms import recognise_forms
from app.model.document import Document, Opening, Paragraph
from app.model.forms import Recognition, StandardForm
from app.paths import data_dir
from app.text.sentences import sentences_of

_ADDED = "Grey geese cross the northern lake before the first frost sets in."
_OTHER_WORD = "zebra"
_SIZES = (1, 2, 5, 10)
_REAL_CHANGE = "llama-4-USE_POLICY-scancode-copy.txt"
"""This transcription says "Llama" where the published policy says "Llama 4"."""


@dataclass(frozen=True)
class Edited:
    """A document with seeded edits, and the paragraphs where they are."""

    document: Document
    places: tuple[int, ...]


def main() -> int:
    """Print the figures; return 1 where a licence was not recognised as what it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2, help="random cases a licence, kind and number of edits")
    cases = parser.parse_args().cases
    forms = load_forms(data_dir("clause_library") / "forms")
    folder = shared_folder("corpus/licences")
    licences = [_read(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md")]
    wrong = [document.name for document in licences if not _is_as_published(document, forms)]
    print(f"{len(licences) - len(wrong)} of {len(licences)} licences recognised as published", *wrong)
    wrong_settings = _settings(licences, forms)
    _edits([d for d in licences if d.name != _REAL_CHANGE], forms, cases)
    _others(forms)
    return 1 if set(wrong) - {_REAL_CHANGE} or wrong_settings else 0


def _read(path: Path) -> Document:
    return read_document(path, Opening(), lambda *_: None)


def _is_as_published(document: Document, forms: Sequence[StandardForm]) -> bool:
    found = recognise_forms(document, forms)
    return found is not None and not found.beside and all(form.is_unmodified for form in found.forms)


def _settings(licences: Sequence[Document], forms: Sequence[StandardForm]) -> int:
    """Print in how many licences, set otherwise, nothing is said to be changed; return how many are."""
    failures = 0
    with tempfile.TemporaryDirectory() as work:
        for name, write in (("Word", _word), ("web page", _page), ("PDF", _pdf), ("wrapped text", _wrapped)):
            told = [
                document.name
                for document in licences
                if document.name != _REAL_CHANGE and not _is_as_published(_read(write(document, Path(work))), forms)
            ]
            failures += len(told)
            print(f"set as {name}: {len(told)} said to be changed", *told)
    return failures


def _word(document: Document, folder: Path) -> Path:
    made = docx.Document()
    for paragraph in document.paragraphs:
        made.add_paragraph(f"{paragraph.marker} {paragraph.text}".strip())
    made.save(folder / "a.docx")
    return folder / "a.docx"


def _page(document: Document, folder: Path) -> Path:
    body = "".join(f"<p>{escape(f'{p.marker} {p.text}'.strip())}</p>" for p in document.paragraphs)
    (folder / "a.html").write_text(f"<html><head><title>x</title></head><body>{body}</body></html>", encoding="utf-8")
    return folder / "a.html"


def _pdf(document: Document, folder: Path) -> Path:
    style = getSampleStyleSheet()["BodyText"]
    lines = [PdfParagraph(escape(f"{p.marker} {p.text}".strip()), style) for p in document.paragraphs]
    SimpleDocTemplate(str(folder / "a.pdf")).build(lines)
    return folder / "a.pdf"


def _wrapped(document: Document, folder: Path) -> Path:
    text = "\n\n".join(textwrap.fill(f"{p.marker} {p.text}".strip(), 72) for p in document.paragraphs)
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return folder / "a.txt"


def _edits(licences: Sequence[Document], forms: Sequence[StandardForm], cases: int) -> None:
    """Print how well the places of seeded edits are found, by kind and number of edits.

    Edits in neighbouring paragraphs may well be told as one place; they count as a place missed.
    """
    for kind in ("word", "delete", "insert", "move", "mixed"):
        for size in _SIZES if kind != "move" else _SIZES[:2]:  # more that move leave none to move past
            right = told = made = exact = known = count = 0
            for document in licences:
                whose = _names(recognise_forms(document, forms))
                for seed in range(cases):
                    edited = _edited(document, kind, size, random.Random(f"{document.name} {kind} {size} {seed}"))
                    if edited is None:
                        continue
                    found = recognise_forms(edited.document, forms)
                    places = [c.paragraph for form in found.forms for c in form.changes] if found else []
                    count += 1
                    known += _names(found) == whose
                    right += _agreeing(places, edited.places)
                    told, made = told + len(places), made + len(edited.places)
                    exact += len(places) == len(edited.places)
            print(
                f"{kind} ×{size}: {count} cases, form right in {known}, number of places right in {exact}; "
                f"precision {right / max(told, 1):.3f} recall {right / max(made, 1):.3f}"
            )


def _names(found: Recognition | None) -> list[str]:
    return [each.form.id for each in found.forms] if found else []


def _agreeing(told: Sequence[int], made: Sequence[int]) -> int:
    """Return how many places were told at the paragraph of an edit, or next to it."""
    left = list(told)
    for place in made:
        near = [other for other in left if abs(other - place) <= 1]
        if near:
            left.remove(min(near, key=lambda other: abs(other - place)))
    return len(told) - len(left)


def _edited(document: Document, kind: str, size: int, chance: random.Random) -> Edited | None:
    """Return `document` with edits in `size` paragraphs; None where it has too few that can be edited."""
    long = [p.index for p in document.paragraphs if len(p.text.split()) >= 8]
    chosen = sorted(chance.sample(long, min(size, len(long))))
    if len(chosen) < size or (size > 1 and len(long) < 2 * size):
        return None
    texts: list[tuple[Paragraph, bool]] = []
    moved: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if paragraph.index not in chosen:
            texts.append((paragraph, False))
            continue
        how = chance.choice(("word", "delete", "insert", "move")) if kind == "mixed" else kind
        if how == "move" and size <= 2:
            moved.append(paragraph)
            continue
        texts.append((replace(paragraph, text=_changed(paragraph.text, how, chance)), True))
    for paragraph in moved:
        far = [place for place in range(len(texts) + 1) if abs(place - paragraph.index) > 2]
        texts.insert(chance.choice(far or [0]), (paragraph, True))
    kept = [(replace(p, index=n), is_edited) for n, (p, is_edited) in enumerate(texts)]
    places = tuple(p.index for p, is_edited in kept if is_edited)
    return Edited(replace(document, paragraphs=tuple(p for p, _ in kept)), places)


def _changed(text: str, how: str, chance: random.Random) -> str:
    """Return `text` with a word changed, a sentence left out (all but a marker, of one sentence) or one added."""
    sentences = [text[span.start : span.end] for span in sentences_of(text)]
    if how == "insert" or (how == "delete" and len(sentences) < 2):
        sentences.insert(chance.randrange(len(sentences) + 1), _ADDED)
    elif how == "delete":
        del sentences[chance.randrange(len(sentences))]
    else:
        words = text.split()
        words[chance.choice([n for n, word in enumerate(words) if word.isalpha()] or [0])] = _OTHER_WORD
        return " ".join(words)
    return " ".join(sentences)


def _others(forms: Sequence[StandardForm]) -> None:
    """Print what is recognised in documents that are no published licence, and the slowest."""
    slowest: tuple[float, str] = (0.0, "")
    for document in _other_documents():
        start = time.process_time()
        found = recognise_forms(document, forms)
        slowest = max(slowest, (time.process_time() - start, document.name))
        for each in found.forms if found else ():
            print(f"{document.name}: {each.form.id}, {each.share:.0%} as published, {len(each.changes)} places")
    print(f"slowest: {slowest[0] * 1000:.0f} ms ({slowest[1]})")


def _other_documents() -> Iterator[Document]:
    for folder in ("vendor_terms", "docx", "extra_txt"):
        for path in sorted(shared_folder(f"corpus/{folder}").iterdir()):
            if path.suffix in (".md", ".docx", ".txt"):
                try:
                    yield _read(path)
                except DocumentError:
                    print(f"{path.name}: not read", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
