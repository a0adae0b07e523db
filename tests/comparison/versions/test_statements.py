def bearings(found):
    return [each.bearings[:1] for each in found]


def test_an_item_does_what_its_lead_in_does(statements):
    found = statements("You may not use the model to:", "- frighten fish")
    assert (bearings(found), found[1].lead_in) == ([("prohibition",)] * 2, 0)


def test_an_item_that_says_itself_what_it_does_goes_its_own_way(statements):
    assert statements("You must:", "- You may feed the herons")[1].bearings == ("permission",)


def test_where_the_lead_in_says_nothing_the_heading_counts(statements):
    found = statements("# Do Not Frighten Fish", "This includes using the model to:", "- splash")
    assert bearings(found)[1:] == [("prohibition",)] * 2


def test_what_explains_an_item_is_not_of_its_kind(statements):
    found = statements("You may not:", "- splash. Waves of the wind are no splash.")
    assert bearings(found)[1:] == [("prohibition",), ()]


def test_what_an_item_includes_is_of_its_kind(statements):
    found = statements("You may not:", "- splash. This includes every wave.")
    assert bearings(found)[1:] == [("prohibition",)] * 2


def test_a_title_run_into_a_paragraph_is_a_heading(statements):
    assert [each.is_heading for each in statements("Ponds. You must keep the pond clean.")] == [True, False]


def test_statements_are_cut_where_sentences_end(statements):
    found = statements("Feed the herons. You must not splash.")
    assert [each.text for each in found] == ["Feed the herons.", "You must not splash."]


def test_a_line_set_as_a_title_is_a_heading_and_an_item_without_a_mark_is_none(statements):
    assert [each.is_heading for each in statements("Rules for Every Pond", "Sell herons to anybody")] == [True, False]
