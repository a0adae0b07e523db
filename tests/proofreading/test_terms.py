import pytest

from app.model.document import Exhibit, Parties, Party

DEFINITION = "“Work” means the software and its manual."


def test_a_term_that_is_never_used_is_told(flaws):
    assert flaws("unused-term", DEFINITION, "The buyer shall pay.", terms=["Work"]) == ["Work"]


def test_a_term_used_only_in_small_letters_is_told_as_unused(make):
    from app.proofreading.proofread import proofread  # noqa: PLC0415

    made = make(DEFINITION, "The buyer may use the work.", terms=["Work"])
    assert [flaw.message for flaw in proofread(made)] == [
        "“Work” is defined at 1 and used only in small letters (once)."
    ]


def test_a_part_of_an_address_is_no_use_of_a_term(make):
    from app.proofreading.proofread import proofread  # noqa: PLC0415

    made = make(DEFINITION, "See https://heron.example/work for it.", terms=["Work"])
    assert [flaw.message for flaw in proofread(made)] == ["“Work” is defined at 1 and never used."]


@pytest.mark.parametrize("use", ["The Work is new.", "The buyer may copy the Works.", "THE WORK IS NEW.", "the Work’s"])
def test_a_term_that_is_used_in_whatever_number_is_passed_by(flaws, use):
    assert flaws("unused-term", DEFINITION, use, terms=["Work"]) == []


def test_another_name_of_a_term_may_be_unused(flaws):
    text = "Acme Inc. (“Acme” or the “Seller”) sells."
    assert flaws("unused-term", text, "Acme shall deliver.", terms=["Acme", "Seller"]) == []


def test_the_name_of_a_party_may_be_unused(flaws):
    parties = Parties(named=(Party("Acme Inc.", ("Acme",), "vendor"),))
    assert flaws("unused-term", "Acme Inc. (“Acme”) sells.", terms=["Acme"], parties=parties) == []


def test_an_example_in_quotes_is_no_unused_term(flaws):
    assert flaws("unused-term", "A list (for example, “Carta”) is kept.", terms=["Carta"]) == []


def test_two_definitions_that_differ_are_told_at_the_second(make):
    from app.proofreading.proofread import proofread  # noqa: PLC0415

    made = make(DEFINITION, "The Work is new.", "“Work” means what the seller builds for the buyer.", terms=["Work"])
    (flaw,) = [flaw for flaw in proofread(made) if flaw.kind == "duplicate-term"]
    assert flaw.place.paragraph == 2
    assert [place.paragraph for place in flaw.related] == [0]


@pytest.mark.parametrize(
    "second",
    [
        DEFINITION,
        "“Work” has the meaning given in Section 1.",
        "For purposes of this Section, “Work” means the software alone.",
        "The parties call this “Work”.",
    ],
)
def test_a_second_definition_that_says_the_same_or_stands_for_itself_is_passed_by(flaws, second):
    assert flaws("duplicate-term", DEFINITION, "The Work is new.", second, terms=["Work"]) == []


def test_an_exhibit_may_define_a_term_for_its_own_use(flaws):
    texts = (DEFINITION, "The Work is new.", "Exhibit A", "“Work” means the manual alone.")
    assert flaws("duplicate-term", *texts, terms=["Work"], exhibits=(Exhibit("A", "", 2, 4),)) == []


def test_an_agreement_further_on_in_the_file_defines_its_own_terms(flaws):
    texts = (
        "The seller builds the software (the “Work”).",
        "The Work is new.",
        "This Assignment is made between Acme and the customer and is about the manual (the “Work”).",
    )
    assert flaws("duplicate-term", *texts, terms=["Work"]) == []
