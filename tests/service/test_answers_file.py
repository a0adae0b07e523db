"""The list of answers as JSON."""

import pytest

from app.errors import EditsError
from app.model.rounds import PointAnswer
from app.service.answers_file import read_answers


@pytest.fixture
def path(tmp_path):
    return tmp_path / "answers.json"


def test_answers_are_read(path):
    path.write_text(
        '[{"point": "N1", "answer": "counter", "words": "thirty"},'
        ' {"point": "U1", "answer": "reject", "comment": "No."},'
        ' {"point": "A2", "answer": "counter", "rung": 1}]'
    )
    assert read_answers(path) == (
        PointAnswer("N1", "counter", "thirty"),
        PointAnswer("U1", "reject", comment="No."),
        PointAnswer("A2", "counter", rung=1),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{}", "answers.json: a list of answers is due"),
        ("[", "answers.json, line 1: "),
        ("[1]", 'answer 1: an object with "point" and "answer" is due'),
        ('[{"point": "U1", "answer": "maybe"}]', 'answer 1: "answer" must be one of accept, reject, counter, comment'),
        ('[{"answer": "accept"}]', 'answer 1: "point" must be text'),
        ('[{"point": "U1", "answer": "accept", "why": "x"}]', 'answer 1: "why" means nothing; there are "point"'),
        ('[{"point": "U1", "answer": "reject", "words": "x"}]', 'answer 1: "words" and "rung" are for a counter'),
        ('[{"point": "U1", "answer": "counter", "words": "x", "rung": 1}]', 'give "words" of your own or a "rung"'),
        ('[{"point": "U1", "answer": "counter", "rung": -1}]', '"rung" must be a whole number from 0'),
        ('[{"point": "U1", "answer": "counter", "rung": true}]', '"rung" must be a whole number from 0'),
        ('[{"point": "U1", "answer": "comment"}]', 'answer 1: "comment" is missing'),
        ('[{"point": "U1", "answer": "accept", "comment": "\\u0001"}]', '"comment" holds a control character'),
        ('[{"point": "A1", "answer": "accept"}, {"point": 1, "answer": "accept"}]', 'answer 2: "point" must be text'),
    ],
)
def test_a_mistake_is_named_with_its_place(path, text, problem):
    path.write_text(text)
    with pytest.raises(EditsError) as caught:
        read_answers(path)
    assert problem in str(caught.value)


def test_a_file_that_is_not_there_is_refused(path):
    with pytest.raises(EditsError, match=r"answers\.json: cannot be read \(No such file or directory\); name a file"):
        read_answers(path)


def test_a_file_in_another_encoding_is_refused(path):
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(EditsError, match=r"answers\.json: this is not text in UTF-8; save it as UTF-8"):
        read_answers(path)
