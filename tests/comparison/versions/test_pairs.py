from app.comparison.pairs import pair_statements

KEPT = ("The pond lies in the north.", "Fish are counted in spring.", "A gate leads to the meadow.")


def pairs(statements, old, new):
    found, _ = pair_statements(statements(*old), statements(*new))
    return [(each.before, each.after) for each in found if each.before != each.after]


def test_a_rewritten_sentence_stands_beside_what_it_was(statements):
    old, new = "Operators must disclose to clients that a machine answers.", "You must disclose that a machine answers."
    assert pairs(statements, (*KEPT, old), (*KEPT, new)) == [(old, new)]


def test_a_short_rule_that_grew_stands_beside_what_it_was(statements):
    old, new = "Frighten hatchlings", "Frighten or chase hatchlings, also in stories or by play"
    assert pairs(statements, (*KEPT, old), (*KEPT, new)) == [(old, new)]


def test_a_sentence_that_another_took_in_goes_with_that(statements):
    kept = "Visitors must leave the meadow at dusk."
    gone = "Visitors must also carry a lantern near the weir."
    both = "Visitors must leave the meadow at dusk and carry a lantern near the weir."
    assert pairs(statements, (*KEPT, kept, gone), (*KEPT, both)) == [(f"{kept} {gone}", both)]


def test_sentences_that_share_common_words_alone_are_two(statements):
    old, new = "The otter sleeps in the willow.", "A ferry crosses the lake at noon."
    assert sorted(pairs(statements, (*KEPT, old), (*KEPT, new))) == [("", new), (old, "")]


def test_the_line_with_the_day_stands_beside_the_earlier_one(statements):
    old, new = "Last updated January 10, 2024", "Last Updated: June 4, 2025"
    assert pairs(statements, (old, *KEPT), (new, *KEPT)) == [(old, new)]


def test_a_title_and_a_sentence_are_two(statements):
    old, new = "# How we use heron data", "- Count heron data,"
    assert sorted(pairs(statements, (*KEPT, old), (*KEPT, new))) == [("", new[2:]), (old[2:], "")]


def test_what_bears_a_new_name_throughout_is_paired_by_it(statements):
    old = ("Each Plugin is free.", "No Plugin may bite.", "Plugin owners pay.")
    new = tuple(text.replace("Plugin", "Connector") for text in old)
    found, names = pair_statements(statements(*old), statements(*new))
    assert (len(found), names) == (3, {"plugin": "connector"})
