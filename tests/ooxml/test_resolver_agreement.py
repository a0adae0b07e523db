"""Our resolver against the independent one of the shared data, on files that Word and others wrote."""

import importlib.util
from copy import deepcopy
from pathlib import Path

import pytest

from app.ooxml.package import open_package
from app.ooxml.resolver import accept, by_author, every, reject

SHARED = Path(__file__).parents[3] / "shared"
FILES = (  # the other resolver leaves cells alone, and notes without a paragraph: files with such are not listed
    "docx/redlines-expected_redline.docx",
    "docx/ilpa-redline-atomizer.docx",
    "docx_torture/adeu--dense-175.docx",
    "docx_torture/adeu--golden2.docx",
    "docx_torture/oxpt--014-MovedParagraph.docx",
    "docx_torture/oxpt--015-InsertedContentControl.docx",
    "docx_torture/oxpt--016-DeletedContentControl.docx",
    "docx_torture/oxpt--RA001-Tracked-Revisions-02.docx",
    "docx_torture/oxpt--RP029-Table-Row-Props-Change.docx",
    "docx_torture/poi--stress023.docx",
    "docx_torture/tika--memo.docx",
)


@pytest.fixture(scope="module")
def checker():
    source = SHARED / "tools" / "redline_check.py"
    if not source.exists():
        pytest.skip(f"{source} is not there")
    spec = importlib.util.spec_from_file_location("redline_check", source)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def opened():
    """Return the trees of all parts with text of a file, and the authors of what is revised in them."""

    def read(name):
        path = SHARED / "corpus" / name
        if not path.exists():
            pytest.skip(f"{path} is not there")
        package = open_package(path.read_bytes(), path)
        return [package.parse(part) for part in package.stories()]

    return read


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("accepting", [True, False], ids=["accept", "reject"])
def test_both_resolvers_give_the_same_paragraphs(checker, opened, name, accepting):
    roots = opened(name)
    ours, theirs = deepcopy(roots), deepcopy(roots)
    for root in ours:
        (accept if accepting else reject)(root, every)
    for root in theirs:
        checker.resolve(root, accepting, None)
    assert list(map(checker.text_of, ours)) == list(map(checker.text_of, theirs))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("accepting", [True, False], ids=["accept", "reject"])
def test_both_resolvers_agree_on_one_author(checker, opened, name, accepting):
    roots = opened(name)
    stated = (mark.get(checker.w("author")) for root in roots for mark in root.iter(*map(checker.w, ("ins", "del"))))
    author = next(filter(None, stated), "nobody")
    ours, theirs = deepcopy(roots), deepcopy(roots)
    for root in ours:
        (accept if accepting else reject)(root, by_author(author))
    for root in theirs:
        checker.resolve(root, accepting, author)
    assert list(map(checker.text_of, ours)) == list(map(checker.text_of, theirs))
