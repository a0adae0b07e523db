"""Which paragraphs of an old document became which of a new one, story by story and table by table."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.comparison.folding import folded, own_text
from app.comparison.prints import RUNNING
from app.comparison.reprints import Reprints
from app.comparison.tables import Grid, align_grids, grid_of
from app.model.document import Document, FileKind, Paragraph, ParagraphKind, Table
from app.text.blocks import Aligned, align_blocks, in_order

_STORIES = (("body", "text-box"), ("header",), ("footer",), ("footnote", "endnote"))
_KNOWN_BY_PLACE: tuple[ParagraphKind, ...] = ("heading", "title", "table-cell")  # too short to be known by words
_WORD_KINDS: tuple[FileKind, ...] = ("docx", "doc")

_Table = tuple[str, Grid]
"""A table that has a partner, and the text by which both are known."""


def are_word_files(old: Document, new: Document) -> bool:
    """Return whether both are files of Word."""
    return old.kind in _WORD_KINDS and new.kind in _WORD_KINDS


def are_set_alike(old: Document, new: Document) -> bool:
    """Return whether the same text gives the same paragraphs in both files: they are of one kind, and no PDF."""
    return are_word_files(old, new) or old.kind == new.kind != "pdf"


def align_documents(old: Document, new: Document, reprints: Reprints | None) -> tuple[Aligned, ...]:
    """Return which paragraphs of `old` became which of `new`, by their indexes; each of either stands in it once.

    What did not move ascends on both sides; see `align_blocks` for the order. `reprints` are for documents that are
    not set alike.
    """
    groups = [group for stories in _STORIES for group in _align_stories((old, new), stories, reprints)]
    if reprints:
        groups = reprints.regrouped(groups)
    aligned = in_order(groups, len(old.paragraphs), len(new.paragraphs))
    groups += _renamed(old, new, aligned)
    return in_order(groups, len(old.paragraphs), len(new.paragraphs))


def _renamed(old: Document, new: Document, aligned: Sequence[Aligned]) -> Iterator[Aligned]:
    """Yield what is all that differs between what stands before and after: headings, cells, lines beside the text."""
    gap: list[Aligned] = []
    for each in (*aligned, None):
        if each and not (each.old and each.new):
            gap.append(each)
            continue
        if len(gap) == 2 and gap[0].old and gap[1].new:
            here, there = old.paragraphs[gap[0].old[0]], new.paragraphs[gap[1].new[0]]
            are_alike = (here.kind, here.story) == (there.kind, there.story)
            if are_alike and (here.kind in _KNOWN_BY_PLACE or here.story in RUNNING):
                yield Aligned(gap[0].old, gap[1].new)
        gap = []


def _align_stories(
    documents: tuple[Document, Document], stories: Sequence[str], reprints: Reprints | None
) -> Iterator[Aligned]:
    """Yield the paragraphs of some stories that belong together.

    Tables are compared as such where both documents are set alike; elsewhere their cells are paragraphs like others.
    """
    tables: tuple[dict[int, _Table], ...] = ({}, {}) if reprints else _paired_tables(*documents, stories)
    read = [side.text for side in reprints.prints] if reprints else [own_text] * 2
    (texts, items), (new_texts, new_items) = (
        _flow(documents[side], stories, tables[side], read[side]) for side in (0, 1)
    )
    for each in align_blocks(texts, new_texts):
        here, there = [items[place] for place in each.old], [new_items[place] for place in each.new]
        if not here or not there:
            continue
        if isinstance(here[0], Grid) and isinstance(there[0], Grid):
            yield from align_grids(here[0], there[0], is_moved=each.is_moved)
        else:
            yield Aligned(_indexes(here), _indexes(there), each.is_moved)


def _indexes(items: Sequence[Paragraph | Grid]) -> tuple[int, ...]:
    return tuple(item.index for item in items if isinstance(item, Paragraph))


def _paired_tables(old: Document, new: Document, stories: Sequence[str]) -> tuple[dict[int, _Table], dict[int, _Table]]:
    """Return the tables of either document that are one and the same, by their first paragraphs."""
    olds, news = _tables(old, stories), _tables(new, stories)
    found: dict[int, _Table] = {}
    new_found: dict[int, _Table] = {}
    grids, new_grids = [grid_of(old, table) for table in olds], [grid_of(new, table) for table in news]
    for each in align_blocks([grid.text for grid in grids], [grid.text for grid in new_grids]):
        if len(each.old) == len(each.new) == 1:
            i, j = each.old[0], each.new[0]
            name = f"table{i} {grids[i].text}"
            found[olds[i].first], new_found[news[j].first] = (name, grids[i]), (name, new_grids[j])
    return found, new_found


def _tables(document: Document, stories: Sequence[str]) -> list[Table]:
    """Return the tables of some stories that are not nested and not empty."""
    tables = [table for table in document.tables if table.inside is None and table.first < table.end]
    return [table for table in tables if document.paragraphs[table.first].story in stories]


def _flow(
    document: Document, stories: Sequence[str], tables: Mapping[int, _Table], read: Callable[[Paragraph], str]
) -> tuple[list[str], list[Paragraph | Grid]]:
    """Return the text of each paragraph of some stories as `read`, of `tables` instead of theirs, and what it is of."""
    texts: list[str] = []
    items: list[Paragraph | Grid] = []
    end = 0
    for paragraph in document.paragraphs:
        if paragraph.index < end or paragraph.story not in stories:
            continue
        if paragraph.index in tables:
            name, grid = tables[paragraph.index]
            texts.append(name)
            items.append(grid)
            end = paragraph.index + len(grid.paragraphs)
        else:
            texts.append(folded(read(paragraph)))
            items.append(paragraph)
    return texts, items
