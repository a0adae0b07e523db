import pytest

from app.text.spelling import one_spelling

PAIRS = [
    ("licence", "license"),
    ("licenced", "licensed"),
    ("licencee", "licensee"),
    ("sublicences", "sublicenses"),
    ("sublicencing", "sublicensing"),
    ("organisation", "organization"),
    ("authorised", "authorized"),
    ("unauthorised", "unauthorized"),
    ("recognises", "recognizes"),
    ("minimising", "minimizing"),
    ("analyse", "analyze"),
    ("analysing", "analyzing"),
    ("favour", "favor"),
    ("favourable", "favorable"),
    ("honoured", "honored"),
    ("behaviour", "behavior"),
    ("labour", "labor"),
    ("endeavours", "endeavors"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("labelled", "labeled"),
    ("modelling", "modeling"),
    ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"),
    ("defence", "defense"),
    ("offences", "offenses"),
    ("practises", "practices"),
    ("programme", "program"),
    ("fulfil", "fulfill"),
    ("instalments", "installments"),
    ("centre", "center"),
    ("whilst", "while"),
    ("catalogues", "catalogs"),
]
BEGINNINGS = [
    ("licenc", "licensee"),
    ("organis", "organization"),
    ("authoris", "authorized"),
    ("recogniz", "recognised"),
    ("favour", "favorable"),
    ("behav", "behaviour"),
]
DIFFERENT = [("advice", "advise"), ("our", "or"), ("hour", "hor"), ("billed", "biled"), ("this", "thiz"), ("is", "iz")]


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_both_spellings_of_a_word_have_one_form(british, american):
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(("beginning", "word"), BEGINNINGS)
def test_the_beginning_of_a_word_stays_its_beginning(beginning, word):
    assert one_spelling(word).startswith(one_spelling(beginning))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_different(one, other):
    assert one_spelling(one) != one_spelling(other)
