"""The list of edits, right and wrong."""

import json

import pytest

from app.errors import EditsError
from app.service.edits_file import Delete, InsertAfter, Replace, read_edits


@pytest.fixture
def edits(tmp_path):
    def write(content):
        path = tmp_path / "edits.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return write


def test_the_three_kinds_of_edits_are_read_and_numbered(edits):
    path = edits(
        [
            {"find": "a", "occurrence": 2, "replace": "b", "comment": "c"},
            {"after": "a", "insert": ["b", "c"], "comment": None},
            {"delete": "a", "occurrence": 3},
        ]
    )
    assert read_edits(path) == (
        Replace(1, "a", "b", 2, "c"),
        InsertAfter(2, "a", ("b", "c"), None, None),
        Delete(3, "a", 3, None),
    )


def test_a_byte_order_mark_is_no_mistake(edits):
    assert read_edits(edits("\ufeff[]")) == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[", "edits.json, line 1: Expecting value: this is not JSON; correct it there"),
        ("{}", "edits.json: a list of edits is due; put them into square brackets"),
        (["a"], 'edit 1: an object with one of "find", "after" and "delete" is due'),
        ([{"find": "a", "delete": "b"}], 'edit 1: an object with one of "find", "after" and "delete" is due'),
        ([{"delete": "a"}, {"find": "a"}], 'edit 2: "replace" must be text'),
        ([{"find": " ", "replace": "b"}], 'edit 1: "find" holds no words'),
        ([{"find": "a", "replace": "b", "occurrence": 0}], 'edit 1: "occurrence" must be a whole number from 1'),
        ([{"find": "a", "replace": "b", "occurrence": True}], 'edit 1: "occurrence" must be a whole number from 1'),
        ([{"find": "a", "replace": "b\x01"}], 'edit 1: "replace" holds a control character'),
        ([{"after": "a", "insert": "b"}], 'edit 1: "insert" must be a list of paragraphs'),
        ([{"after": "a", "insert": [1]}], 'edit 1: "insert" must be text'),
        (
            [{"delete": "a", "coment": "b"}],
            'edit 1: "coment" means nothing beside "delete", where "occurrence", "comment" may',
        ),
    ],
)
def test_a_mistake_is_named_with_its_edit(edits, content, message):
    with pytest.raises(EditsError) as raised:
        read_edits(edits(content))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EditsError, match=r"none\.json: cannot be read"):
        read_edits(tmp_path / "none.json")


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "edits.json"
    path.write_bytes(b'[{"delete": "\xe4"}]')
    with pytest.raises(EditsError, match="UTF-8"):
        read_edits(path)
