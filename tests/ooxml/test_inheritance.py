"""The look of text in place of other text."""

import pytest
from lxml import etree

from app.ooxml.inheritance import runs_in_place_of
from app.ooxml.names import W, w
from app.ooxml.runs import read_text

BOLD_FEES = '<w:r><w:rPr><w:b/></w:rPr><w:t>Fees.</w:t></w:r><w:r><w:t xml:space="preserve"> It was due </w:t></w:r>'
REST = "<w:r><w:rPr><w:i/></w:rPr><w:t>at once</w:t></w:r><w:r><w:t>.</w:t></w:r>"


def looks(runs):
    """Return the text of each run with the letters of its properties."""
    names = ([etree.QName(each).localname for each in r.iterfind(f"{w('rPr')}/*")] for r in runs)
    return [("".join(r.itertext()), "".join(letters)) for r, letters in zip(runs, names, strict=True)]


@pytest.mark.parametrize(
    ("start", "new", "runs"),
    [
        (0, "Fees. It is due at once.", [("Fees.", "b"), (" It is due ", ""), ("at once", "i"), (".", "")]),
        (0, "Fees. It is due by then.", [("Fees.", "b"), (" It is due ", ""), ("by then", "i"), (".", "")]),
        (0, "Fees. It was due at once now.", [("Fees.", "b"), (" It was due ", ""), ("at once now", "i"), (".", "")]),
        (0, "Nothing else", [("Nothing else", "b")]),
        (6, "It was due.", [("It was due.", "")]),
        (6, "", []),
    ],
)
def test_words_that_stay_look_as_they_did_and_new_ones_as_those_they_replace(start, new, runs):
    view = read_text(etree.fromstring(f'<w:p xmlns:w="{W}">{BOLD_FEES}{REST}</w:p>'))
    assert looks(runs_in_place_of(view.text[start:], new, view.pieces, start)) == runs
