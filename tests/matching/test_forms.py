import pytest

from app.matching.fingerprints import form_units
from app.matching.forms import recognise_forms
from app.model.forms import StandardForm

LOAN = (
    "Kite Loan Terms",
    "The lender lends the borrower one kite with its string and its bag for the whole of the summer.",
    "The borrower flies it over open fields only, never near wires, roads or nests of birds.",
    "The borrower mends small tears with the tape in the bag and tells the lender of large ones the same day.",
    "Nobody else may hold the string unless the borrower stands beside them and watches the sky.",
    "At the end of the summer the borrower brings the kite back dry, rolled and complete.",
    "A lost kite is paid for with the price of a new one of the same size and make.",
    "These terms follow the customs of the village by the lake and nothing else.",
)
BOAT = (
    "Boat Loan Terms",
    "The lender lends the borrower one rowing boat with two oars for a single afternoon on calm water.",
    "The borrower wears a vest, stays in sight of the pier and takes at most three people along.",
    "A boat that is holed or lost is paid for by whoever rowed it last that afternoon.",
)
GEESE = "Grey geese cross the northern lake before the first frost sets in."
OTHER = tuple(
    f"In chapter {n} of this tale a miller walks to the market and sells {n} sacks of flour." for n in range(40)
)


@pytest.fixture
def form(document):
    def make(name, *paragraphs, **fields):
        units, is_open = form_units(document(*paragraphs))
        return StandardForm(name, name, "model-licence", "Village", units, blank_at_end=is_open, **fields)

    return make


@pytest.fixture
def recognised(document, form):
    """Recognise the kite and the boat form in some paragraphs."""
    return lambda *paragraphs: recognise_forms(document(*paragraphs), (form("kite", *LOAN), form("boat", *BOAT)))


def changes_in(found):
    return [(change.kind, change.paragraph) for each in found.forms for change in each.changes]


def test_a_form_is_recognised_as_it_is(recognised):
    (found,) = recognised(*LOAN).forms
    assert (found.form.id, found.is_unmodified, found.share, found.first, found.end) == ("kite", True, 1.0, 0, 8)


def test_a_text_of_another_kind_is_no_form(recognised):
    assert recognised(*OTHER) is None


def test_an_empty_document_is_no_form(recognised):
    assert recognised() is None


def test_paragraphs_joined_or_parted_change_nothing(recognised):
    assert recognised(" ".join(LOAN)).forms[0].is_unmodified


def test_a_list_in_one_line_is_the_same_as_a_list(document, form):
    items = ("You may not:", "fly at night", "fly in a storm that is near", "fly over nests", *LOAN)
    line = ("You may not: fly at night fly in a storm that is near fly over nests", *LOAN)
    assert recognise_forms(document(*line), (form("kite", *items),)).forms[0].is_unmodified


@pytest.mark.parametrize("place", range(1, 8))
def test_a_changed_word_is_named_with_its_paragraph(recognised, place):
    changed = [*LOAN]
    changed[place] = " ".join("zebra" if n == 4 else word for n, word in enumerate(changed[place].split()))
    assert changes_in(recognised(*changed)) == [("changed", place)]


@pytest.mark.parametrize("place", range(1, 8))
def test_a_sentence_left_out_is_named_after_the_paragraph_before_it(recognised, place):
    assert changes_in(recognised(*LOAN[:place], *LOAN[place + 1 :])) == [("left-out", place - 1)]


@pytest.mark.parametrize("place", range(9))
def test_a_sentence_added_is_named_with_its_paragraph(recognised, place):
    assert changes_in(recognised(*LOAN[:place], GEESE, *LOAN[place:])) == [("added", place)]


@pytest.mark.parametrize(("start", "end"), [(1, 6), (5, 1), (2, 4)])
def test_a_sentence_moved_is_named_where_it_stands_now(recognised, start, end):
    moved = [*LOAN[:start], *LOAN[start + 1 :]]
    moved.insert(end, LOAN[start])
    (change,) = recognised(*moved).forms[0].changes
    assert (change.kind, moved[change.paragraph]) in {("moved", LOAN[start]), ("moved", LOAN[4])}


def test_changes_in_several_places_are_all_named(recognised):
    text = [*LOAN[:3], GEESE, *LOAN[3:5], *LOAN[6:7], LOAN[7].replace("village", "town")]
    assert changes_in(recognised(*text)) == [("added", 3), ("left-out", 5), ("changed", 7)]


def test_a_change_shows_the_words_and_the_section_of_the_published_text(document, form):
    labelled = [(text, {"label": str(n)}) for n, text in enumerate(LOAN)]
    changed = LOAN[3].replace("tape", "glue")
    found = recognise_forms(document(*LOAN[:3], changed, *LOAN[4:]), (form("kite", *labelled),))
    (change,) = found.forms[0].changes
    assert change.section == "3"
    assert "glue" in changed[change.span.start : change.span.end]


def test_similar_forms_are_told_apart(document, form):
    later = tuple(text.replace("summer", "winter") for text in LOAN)
    forms = (form("later", *later), form("first", *LOAN))
    assert [recognise_forms(document(*text), forms).forms[0].form.id for text in (LOAN, later)] == ["first", "later"]


def test_a_changed_text_stays_with_the_form_it_is_nearest_to(document, form):
    later = tuple(text.replace("summer", "winter") for text in LOAN)
    text = [*later[:2], GEESE, *later[3:]]
    (found,) = recognise_forms(document(*text), (form("first", *LOAN), form("later", *later))).forms
    assert found.form.id == "later"
    assert len(found.changes) == 1


def test_two_forms_in_one_file_are_recognised_as_parts(recognised):
    found = recognised(*LOAN, *BOAT)
    assert [(each.form.id, each.first, each.end, each.is_unmodified) for each in found.forms] == [
        ("kite", 0, 8, True),
        ("boat", 8, 12, True),
    ]


def test_a_form_in_a_long_document_leaves_the_rest_beside_it(recognised):
    found = recognised(*OTHER[:20], *LOAN, *OTHER[20:])
    assert [(each.form.id, each.first, each.end, each.is_unmodified) for each in found.forms] == [
        ("kite", 20, 28, True)
    ]
    assert found.beside == ((0, 20), (28, 48))


def test_words_after_a_form_that_is_nearly_all_of_the_document_are_added_to_it(recognised):
    found = recognised(*LOAN, GEESE)
    assert changes_in(found) == [("added", 8)]
    assert found.beside == ()


def test_a_text_with_half_of_the_words_changed_is_no_such_form(recognised):
    assert recognised(*LOAN[:3], *OTHER[:5]) is None


@pytest.mark.parametrize("name", ["Heron Kites", "____________", "[Company]", "Ada Lovelace, living by the lake"])
def test_a_blank_that_is_filled_in_is_no_change(document, form, name):
    blank = ("This loan is made between the lender and [Company], called the borrower, by the lake.", *LOAN)
    filled = (blank[0].replace("[Company]", name), *LOAN)
    assert recognise_forms(document(*filled), (form("kite", *blank),)).forms[0].is_unmodified


def test_a_clause_written_into_a_blank_is_a_change(document, form):
    blank = ("This loan is made between the lender and [Company], called the borrower, by the lake.", *LOAN)
    clause = " ".join(OTHER[:6])
    found = recognise_forms(document(blank[0].replace("[Company]", clause), *LOAN), (form("kite", *blank),))
    assert not found.forms[0].is_unmodified


def test_words_in_brackets_that_the_form_lacks_are_a_change(recognised):
    text = [LOAN[0], LOAN[1].replace("one kite", "one kite [and its box]"), *LOAN[2:]]
    assert changes_in(recognised(*text)) == [("changed", 1)]


def test_words_in_a_running_header_are_no_change(recognised):
    assert recognised(("Village, page 2", {"story": "header"}), *LOAN).forms[0].is_unmodified


def test_the_same_document_gives_the_same_recognition(recognised):
    text = [*LOAN[:3], GEESE, *LOAN[4:], *BOAT]
    assert recognised(*text) == recognised(*text)


def test_the_order_of_forms_does_not_matter(document, form):
    kite, boat = form("kite", *LOAN), form("boat", *BOAT)
    made = document(*LOAN, *BOAT)
    assert recognise_forms(made, (kite, boat)) == recognise_forms(made, (boat, kite))


@pytest.mark.timeout(30)
def test_each_of_many_copies_is_found_without_going_through_those_found_before(document, form):
    between = tuple(f"In chapter {n} of this tale a miller walks to market with {n} sacks of flour." for n in range(45))
    found = recognise_forms(document(*(BOAT + between) * 400), (form("boat", *BOAT),))
    assert [each.first for each in found.forms] == list(range(0, 400 * 49, 49))


@pytest.mark.parametrize("place", [1, 2])
def test_a_chinese_form_is_recognised_with_what_changed(document, form, place):
    lent = (
        "风筝出借协议",
        "借用人在草地上放风筝。",
        "不得在电线附近放风筝。",
        "夏天结束时归还风筝。",
        "丢失的风筝照价赔偿。",
    )
    changed = [*lent]
    changed[place] = changed[place].replace("风筝", "小船")
    assert changes_in(recognise_forms(document(*changed), (form("kite", *lent),))) == [("changed", place)]


def test_sentences_in_reverse_order_were_moved_one_by_one(recognised):
    turned = [LOAN[0], *LOAN[4:0:-1], *LOAN[5:]]
    assert [kind for kind, _ in changes_in(recognised(*turned))] == ["moved"] * 3
