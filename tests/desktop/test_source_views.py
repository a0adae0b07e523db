from dataclasses import replace

import pytest

from app.desktop.source_views import counts_word, index_in
from app.model.document import Anchor
from app.model.marks import Revision
from app.model.span import Span


def changed(document, *kinds_and_authors):
    revisions = tuple(Revision(Span(0, 1), kind, author) for kind, author in kinds_and_authors)
    first = replace(document.paragraphs[0], revisions=revisions)
    return replace(document, paragraphs=(first, *document.paragraphs[1:]))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), ""),
        ((("insertion", "Ada"),), "1 insertion by 1 author"),
        (
            (("insertion", "Ada"), ("moved-to", "Ada"), ("deletion", "Ben")),
            "2 insertions and 1 deletion by 2 authors",
        ),
        (
            (("insertion", "A"), ("deletion", "A"), ("deletion", "A"), ("formatting", "A"), ("mark-deletion", "A")),
            "1 insertion, 2 deletions and 2 other changes by 1 author",
        ),
    ],
)
def test_tracked_changes_are_counted_with_their_authors(document, changes, told):
    assert counts_word(changed(document, *changes)) == told


def moved(document, *anchors):
    paragraphs = [replace(document.paragraphs[0], index=index, anchor=anchor) for index, anchor in enumerate(anchors)]
    return replace(document, paragraphs=tuple(paragraphs), view="original")


def test_a_paragraph_is_found_in_another_view_by_where_it_came_from(document):
    shown = moved(document, *(Anchor("word/document.xml", index) for index in (0, 2, 3)))
    assert index_in(shown, document, 3) == 2


def test_a_paragraph_that_runs_on_in_another_is_found_there(document):
    shown = moved(document, Anchor("word/document.xml", 0, joined=(1, 2)), Anchor("word/document.xml", 3))
    assert index_in(shown, document, 2) == 0


def test_a_paragraph_that_the_view_leaves_out_gives_the_one_before(document):
    shown = moved(document, *(Anchor("word/document.xml", index) for index in (0, 1, 4)))
    assert index_in(shown, document, 3) == 1


def test_a_paragraph_of_the_same_document_is_itself(document):
    assert index_in(document, document, 5) == 5
