import pytest

from app.comparison.bearing import Sides


@pytest.fixture
def sides(document):
    return Sides(document("x"))


@pytest.mark.parametrize(
    ("sentence", "bearing"),
    [
        ("You may not use the herons to frighten fish.", "prohibition"),
        ("Do not feed the herons.", "prohibition"),
        ("Any use for fishing is prohibited.", "prohibition"),
        ("The model must not be copied.", "prohibition"),
        ("Nobody shall feed the herons.", "prohibition"),
        ("No user may feed the herons.", "prohibition"),
        ("If you are not eligible, you do not have our permission to fish.", "prohibition"),
        ("You may use the model only if you own a pond.", "condition"),
        ("You must feed the herons at dawn.", "duty"),
        ("Please feed the herons at dawn.", "duty"),
        ("You may use the model for any pond.", "permission"),
        ("Acme grants you a licence.", "permission"),
        ("You retain all rights in your pond.", "permission"),
        ("Acme will tell you of every change.", "promise"),
        ("We will not train our models on your data.", "promise"),
        ("We do not sell your data.", "promise"),
        ("Acme may close the pond at any time.", "reservation"),
        ("We use your data to improve the model.", "reservation"),
        ("We will share your data with our partners.", "reservation"),
        ("In no event will Acme be liable for lost fish.", "reservation"),
        ("You agree that Acme may close the pond.", "reservation"),
    ],
)
def test_a_sentence_does_what_its_words_say(sides, sentence, bearing):
    assert sides.bearings(sentence)[:1] == (bearing,)


@pytest.mark.parametrize(
    "sentence",
    [
        "This licence shall have the meaning set out below.",
        "The herons will arrive in May.",
        "The volume of calls may be limited.",
        "Anyone who can swim is welcome.",
        "You do not own the pond.",
        "If you do not agree, leave the pond.",
    ],
)
def test_what_only_tells_something_binds_nobody(sides, sentence):
    assert sides.bearings(sentence) == ()


def test_a_sentence_that_binds_both_sides_binds_us(sides):
    assert sides.bearings("You and Acme must settle disputes in court.") == ("duty",)


def test_who_is_only_spoken_of_does_not_act(sides):
    assert sides.bearings("Users of Acme may choose a pond.") == ("permission",)


@pytest.mark.parametrize(
    ("heading", "bearing"),
    [("Prohibited Uses", "prohibition"), ("Do Not Frighten Herons", "prohibition"), ("Requirements", "duty")],
)
def test_a_heading_says_what_the_list_under_it_does(sides, heading, bearing):
    assert sides.bearings_of_heading(heading) == (bearing,)


def test_a_heading_that_only_names_its_matter_does_nothing(sides):
    assert sides.bearings_of_heading("How we use your data") == ()
