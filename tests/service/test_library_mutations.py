from app.service.library_check import check_library

EXAMPLE = "{text: \"Licensor may audit Licensee's records once a year, on 30 days' notice.\", rung: 1}"


def test_examples_that_are_read_the_same_in_other_words_survive(library_with):
    found = check_library(library_with())
    assert found.mutations.share == 1.0
    assert found.mutations.tried["upper case"] == 3


def test_an_example_that_is_lost_in_other_words_is_told_with_what_it_became(library_with):
    found = check_library(
        library_with(("may|will|shall|must .. audit", "may|will|shall .. audit"), (EXAMPLE, EXAMPLE_OF_A_DUTY))
    )
    lost = [line for line in found.warnings if "(“must” for duties)" in line]
    assert len(lost) == 1
    assert lost[0].startswith("audit.yaml:47: examples.carries.0: changed (“must” for duties) it is not found to carry")
    assert "“Licensor must audit Licensee's records" in lost[0]


EXAMPLE_OF_A_DUTY = EXAMPLE.replace("may", "shall")


def test_a_library_whose_examples_are_mostly_lost_fails(library_with):
    cues = '["{vendor} .. may|will|shall|must .. audit|inspect", "audited|inspected by {vendor}"]'
    narrow = """["licensor may audit licensee's records", "subscriber's books on", "provider may audit your records"]"""
    problems = check_library(library_with((cues, narrow))).problems
    assert problems[-1].startswith("library: ")
    assert "of the examples in other words are read as before, under 95%" in problems[-1]


def test_a_fact_that_stands_in_a_paragraph_of_its_own_is_looked_for(library_with):
    text = EXAMPLE.replace("once a year, on 30 days' notice.", "on 30 days' notice. It is done once a year.")
    warnings = check_library(library_with((EXAMPLE, text))).warnings
    assert any("changed (split in two) yearly is read as False, not True" in line for line in warnings)
