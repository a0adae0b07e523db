"""Numbers as a reader cites them."""

from app.intake.structure.labels import Item, place_items
from app.intake.structure.markers import split_marker


def items(*given):
    """Make items: a marker, or (marker, indent), or an Item."""
    made = []
    for each in given:
        marker, indent = each if isinstance(each, tuple) else (each, None)
        made.append(each if isinstance(each, Item) else Item(split_marker(f"{marker} text"), indent))
    return made


def labels(*given):
    return [place.label for place in place_items(items(*given))]


def test_other_styles_of_marker_nest_in_one_another():
    assert labels("1.", "a.", "i.", "ii.", "b.", "2.") == ["1", "1.a", "1.a.i", "1.a.ii", "1.b", "2"]


def test_parentheses_stay_in_the_label():
    assert labels("5.", "(a)", "(i)", "(ii)", "(b)") == ["5", "5(a)", "5(a)(i)", "5(a)(ii)", "5(b)"]


def test_a_number_with_points_says_itself_where_it_stands():
    assert labels("2.", "2.1", "(a)", "2.2", "2.2.1") == ["2", "2.1", "2.1(a)", "2.2", "2.2.1"]


def test_i_after_h_is_a_letter():
    letters = "abcdefghij"
    assert labels(*(f"({letter})" for letter in letters)) == [f"({letter})" for letter in letters]


def test_i_after_h_is_roman_where_ii_follows():
    assert labels("(g)", "(h)", "(i)", "(ii)", "(i)")[2:] == ["(h)(i)", "(h)(ii)", "(i)"]


def test_v_after_iv_is_roman():
    assert labels("a.", "i.", "ii.", "iii.", "iv.", "v.", "b.")[-2:] == ["a.v", "b"]


def test_deeper_items_of_the_same_style_nest():
    assert labels(("1.", 0), ("1.", 4), ("1.", 8), ("2.", 8), ("2.", 4), ("2.", 0)) == [
        "1", "1.1", "1.1.1", "1.1.2", "1.2", "2",
    ]  # fmt: skip


def test_numbers_run_on_through_sections_in_words():
    assert labels("Section I:", "1.", "2.", "Section II:", "3.") == ["Section I", "1", "2", "Section II", "3"]


def test_letters_in_an_article_are_cited_with_it():
    assert labels("Article II:", "(a)") == ["Article II", "Article II(a)"]


def test_a_skipped_number_goes_on_in_its_list():
    assert labels("1.", "a.", "3.", "a.") == ["1", "1.a", "3", "3.a"]


def test_a_heading_without_number_closes_the_lists_above_it():
    given = items("7.", Item(heading=True), "1.", "a.")
    assert [place.label for place in place_items(given)] == ["7", "", "1", "1.a"]


def test_a_list_that_begins_again_is_no_part_of_the_one_before():
    given = items("1.", "2.", Item(), "1.")
    assert [place.label for place in place_items(given)] == ["1", "2", "", "1"]


def test_a_first_number_under_a_lead_in_of_the_same_style_is_its_list():
    lead = Item(split_marker("8. text"), lead_in=True)
    assert [place.label for place in place_items([lead, *items("1.", "2.", "9.")])] == ["8", "8.1", "8.2", "9"]


def test_a_number_repeated_on_every_line_does_not_nest():
    assert {place.level for place in place_items(items(*["1."] * 50))} == {0}


def test_bullets_have_no_label_but_a_level_and_a_parent():
    places = place_items(items("1.", ("-", 4), ("-", 4), ("*", 8)))
    assert [(place.label, place.level, place.parent) for place in places[1:]] == [("", 1, 0), ("", 1, 0), ("", 2, 2)]


def test_items_hang_on_an_unnumbered_lead_in_without_counting_it_as_a_level():
    places = place_items([Item(lead_in=True), *items("1.", "a.")])
    assert [(place.parent, place.level) for place in places] == [(None, 0), (0, 0), (1, 1)]


def test_a_plain_paragraph_ends_the_list_of_an_unnumbered_lead_in():
    places = place_items([Item(lead_in=True), *items("-"), Item(), *items("-")])
    assert [place.parent for place in places] == [None, 0, None, None]


def test_a_number_goes_on_after_the_parts_of_the_one_before():
    assert labels("1.", "1.1", "1.2", "2.", "14.1", "14.3", "15.") == ["1", "1.1", "1.2", "2", "14.1", "14.3", "15"]


def test_a_numbered_heading_stands_in_no_list_of_bullets():
    heading = Item(split_marker("2. Scope"), heading=True)
    given = [Item(heading=True), Item(lead_in=True), *items("-", "-"), heading]
    assert [(place.label, place.level, place.parent) for place in place_items(given)][-1] == ("2", 0, None)


def test_clauses_after_recitals_are_counted_on_their_own():
    clause = Item(split_marker("1. Scope."), titled=True)
    assert labels("A.", "B.", clause, "2.") == ["A", "B", "1", "2"]


def test_numbers_under_a_lettered_heading_stay_under_it():
    heading = Item(split_marker("A. Fees"), heading=True)
    assert labels(heading, Item(split_marker("1. Rates."), titled=True)) == ["A", "A.1"]
