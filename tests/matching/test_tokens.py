import pytest

from app.matching.pipeline import Scanner
from app.matching.tokens import WordsJoined, tokenise


def words_of(scans, number):
    words = scans.words
    row = words.rows[number]
    return [words.vocabulary[word] for word in words.numbers[words.bounds[row] : words.bounds[row + 1]]]


@pytest.fixture
def scan():
    return Scanner(["x"]).scan


def test_the_words_of_a_text_are_in_their_normal_form(scan):
    assert words_of(scan(["Don’t go."]), 0) == ["do", "not", "go", "."]


def test_a_word_is_whole_where_a_line_may_break_in_it(scan):
    assert words_of(scan(["ter\u00admi\u00adnate"]), 0) == ["terminate"]


def test_texts_that_are_the_same_share_their_words(scan):
    scans = scan(["Stay.", "Go.", "Stay."])
    assert scans.words.rows == (0, 1, 0)
    assert words_of(scans, 2) == ["stay", "."]


def test_words_of_a_long_document_have_one_vocabulary(scan):
    scans = scan(["Stay. " * 50_000, "Go and stay."])
    assert scans.words.vocabulary == tuple(dict.fromkeys(scans.words.vocabulary))
    assert words_of(scans, 1) == ["go", "and", "stay", "."]


def test_words_know_where_they_stand_in_their_text(scan):
    texts = ["Stay  here.", "Go\nnow."]
    words = scan(texts).words
    second = range(*words.bounds[1:])
    assert [texts[1][words.starts[n] : words.ends[n]] for n in second] == ["Go", "now", "."]


def test_a_long_row_of_marks_is_no_words(scan):
    text = f"Sign here {'_' * 100_000} and go."
    words = scan([text]).words
    assert words_of(scan([text]), 0) == ["sign", "here", "and", "go", "."]
    assert text[words.starts[3] : words.ends[3]] == "go"


def test_the_words_of_one_row_stand_where_they_stood():
    joined = WordsJoined()
    joined.add(tokenise(["Stay here.", "Go there and there."]))
    words = joined.words([0, 1]).row(1)
    assert [words.vocabulary[n] for n in words.numbers] == ["go", "there", "and", "there", "."]
    assert words.starts.tolist() == [0, 3, 9, 13, 18]
    assert len(words.vocabulary) == 4


def test_a_text_without_words_has_an_empty_row(scan):
    assert words_of(scan(["", "Go."]), 0) == []


def test_what_is_written_in_two_ways_is_two_forms_of_one_word():
    tokens = tokenise(["Will we? We'll."])
    assert {text for text, word in zip(tokens.texts, tokens.words, strict=True) if word == "will"} == {"Will", "'ll"}
