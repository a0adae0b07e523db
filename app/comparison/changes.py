"""Two documents side by side: what differs in which paragraphs, and what stands beside what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.comparison.align import align_documents, are_set_alike, are_word_files
from app.comparison.appearance import emphasis_changed, have_same_emphasis, kind_changed
from app.comparison.folding import FoldedText, fold_paragraphs, folded, is_set_alike, own_text, side_by_side
from app.comparison.prints import RUNNING, without_figures
from app.comparison.renumbering import renumbered
from app.comparison.reprints import Reprints
from app.comparison.rows import rows_of
from app.comparison.subjects import Subjects
from app.model.comparison import Change, ChangeKind, Comparison, Row, WordChange
from app.model.document import Document, Paragraph
from app.model.span import Place
from app.text.blocks import Aligned
from app.text.diff import TextEdit, word_edits

_BESIDE_TEXT = {"headers": ("header",), "footers": ("footer",), "notes": ("footnote", "endnote")}
_OTHER_MARKS = "other quotes, dashes or blanks"


def compare_documents(old: Document, new: Document) -> Comparison:
    """Return what differs between two documents, which may be of different formats.

    Between files of different formats, what only the format makes different is no change; looks are compared only
    between Word files.
    """
    reprints = None if are_set_alike(old, new) else Reprints(old, new)
    aligned = align_documents(old, new, reprints)
    partners = {each.old[0]: each.new[0] for each in aligned if each.old and each.new and not each.is_moved}
    labels = renumbered(old.paragraphs, new.paragraphs, partners)
    comparer = _Comparer(old, new, reprints)
    found = [comparer.change(each, labels.get(each.old[0]) if each.old else None) for each in aligned]
    rows, changes = _numbered(aligned, found)
    unread = (f"{document.name}: {what}" for document in (old, new) for what in document.not_read)
    return Comparison(old, new, rows, changes, (*unread, *comparer.not_compared))


def _numbered(aligned: Sequence[Aligned], found: Sequence[Change | None]) -> tuple[tuple[Row, ...], tuple[Change, ...]]:
    """Return the rows, and the changes numbered in the order of the rows."""
    rows: list[Row] = []
    changes: list[Change] = []
    numbers: dict[int, int] = {}
    for old, new, place in rows_of(aligned):
        change = found[place]
        if change and place not in numbers:
            numbers[place] = len(changes) + 1
            changes.append(replace(change, number=numbers[place]))
        rows.append(Row(old, new, numbers.get(place)))
    return tuple(rows), tuple(changes)


class _Comparer:
    """Tells what differs between paragraphs of two documents that belong together.

    Attributes:
        not_compared: What only one of two formats holds.
    """

    def __init__(self, old: Document, new: Document, reprints: Reprints | None) -> None:
        self._old, self._new = old, new
        self._subjects = Subjects(old, new)
        self._has_looks = are_word_files(old, new)
        self._reprints = reprints
        missing = list(_missing(old, new)) if reprints else []
        self._left_out = {story for name, _, _ in missing for story in _BESIDE_TEXT[name]}
        self.not_compared = tuple(f"{name} of {has.name}: {other.name} has none" for name, has, other in missing)

    def change(self, aligned: Aligned, labels: tuple[str, str] | None) -> Change | None:
        """Return what differs between paragraphs that belong together, or that they are gone or new; None if nothing.

        `labels` are their numbers, where these changed for no other reason.
        """
        olds = [self._old.paragraphs[place] for place in aligned.old]
        news = [self._new.paragraphs[place] for place in aligned.new]
        if not olds or not news:
            return None if self._is_of_format(olds, news) else self._one_sided(aligned)
        if aligned.is_moved:
            labels = (olds[0].label, news[0].label) if olds[0].label != news[0].label else None
        words, formats = self._differences(olds, news)
        kind = self._kind(aligned, is_told=bool(words) or olds[0].story == news[0].story)
        if kind is None:
            kind = "edited" if words else "renumbered" if labels else "formatting" if formats else None
        return Change(0, kind, aligned.old, aligned.new, words, labels, formats) if kind else None

    def _one_sided(self, aligned: Aligned) -> Change:
        return Change(0, "removed" if aligned.old else "added", aligned.old, aligned.new)

    def _is_of_format(self, olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> bool:
        """Return whether paragraphs that only one document has are there for its format alone."""
        if self._reprints is None:
            return False
        if any(each.story in self._left_out for each in (*olds, *news)):
            return True
        return all(map(self._reprints.is_old_printed, olds)) and all(map(self._reprints.is_new_printed, news))

    def _kind(self, aligned: Aligned, *, is_told: bool) -> ChangeKind | None:
        """Return what happened to paragraphs beside their words; between formats nothing but a move that is told."""
        is_exact = self._reprints is None
        if aligned.is_moved:
            return "moved" if is_exact or is_told else None
        if not is_exact or len(aligned.old) == len(aligned.new):
            return None
        return "split" if len(aligned.new) > 1 else "merged"

    def _differences(
        self, olds: Sequence[Paragraph], news: Sequence[Paragraph]
    ) -> tuple[tuple[WordChange, ...], tuple[str, ...]]:
        """Return the words that differ, and what looks otherwise."""
        before, after = (" ".join(own_text(each).strip() for each in paragraphs) for paragraphs in (olds, news))
        is_same = before == after if self._reprints is None else self._reprints.is_reprint(olds, news)
        if is_same and (not self._has_looks or have_same_emphasis(olds, news)):
            return (), kind_changed(olds[0], news[0]) if self._has_looks else ()
        numbered = bool(olds[0].marker) != bool(news[0].marker)
        texts = self._fold(0, olds, numbered=numbered), self._fold(1, news, numbered=numbered)
        edits = word_edits(texts[0].text, texts[1].text, self._subjects.names) if not is_same else ()
        formats: tuple[str, ...] = ()
        if self._has_looks:
            formats = (*emphasis_changed(olds, news, texts, edits), *kind_changed(olds[0], news[0]))
        words = tuple(self._word_changes(texts, edits))
        has_other_marks = not is_same and not words and self._reprints is None and len(olds) == len(news)
        if has_other_marks and not any(each.fields for each in (*olds, *news)):
            formats = (*formats, _OTHER_MARKS)
        return words, formats

    def _fold(self, side: int, paragraphs: Sequence[Paragraph], *, numbered: bool) -> FoldedText:
        """Return the text of paragraphs of the old document (side 0) or the new one."""
        notes = self._reprints.prints[side].notes if self._reprints else None
        return fold_paragraphs(paragraphs, numbered=numbered, notes=notes)

    def _word_changes(self, texts: tuple[FoldedText, FoldedText], edits: Sequence[TextEdit]) -> Iterator[WordChange]:
        shift = 0
        for edit in edits:
            start = edit.start + shift
            old = texts[0].places(edit.start, edit.end)
            new = texts[1].places(start, start + len(edit.text))
            shift += len(edit.text) - (edit.end - edit.start)
            for here, there in side_by_side(old, new):
                before, after = _words_at(self._old, here), _words_at(self._new, there)
                if not self._are_alike(before, after) and not self._count_pages(here, before + after):
                    yield WordChange(here, there, before, after, self._subjects.subject(here, there))

    def _count_pages(self, old: Place, words: str) -> bool:
        """Return whether words of a running header or footer may be page numbers that one format does not tell."""
        is_running = self._old.paragraphs[old.paragraph].story in RUNNING
        return self._reprints is not None and is_running and not any(map(str.isalnum, without_figures(words)))

    def _are_alike(self, before: str, after: str) -> bool:
        """Return whether words are the same, as far as the formats of the documents let one tell."""
        return folded(before) == folded(after) if self._reprints is None else is_set_alike(before, after)


def _words_at(document: Document, place: Place) -> str:
    return document.paragraphs[place.paragraph].text[place.span.start : place.span.end]


def _missing(old: Document, new: Document) -> Iterator[tuple[str, Document, Document]]:
    """Yield what is beside the text that one document has and the other has not, and which does."""
    for name, stories in _BESIDE_TEXT.items():
        has, other = (any(each.story in stories for each in document.paragraphs) for document in (old, new))
        if has != other:
            yield (name, old, new) if has else (name, new, old)
