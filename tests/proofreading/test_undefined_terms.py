import pytest

USES = (
    "The buyer shall pay the Launch Fee within ten days.",
    "The buyer may set off the Launch Fee against a claim.",
    "Where each Launch Fee is late, the launch may stop, and no other fee is due.",
)


def test_a_phrase_used_like_a_term_that_nothing_defines_is_told(make):
    from app.proofreading.proofread import proofread  # noqa: PLC0415

    (flaw,) = [flaw for flaw in proofread(make(*USES)) if flaw.kind == "undefined-term"]
    assert flaw.message == "“Launch Fee” is used like a defined term 3 times, first at 1, and is not defined."
    assert len(flaw.related) == 2


@pytest.mark.parametrize(
    "definition",
    [
        "“Launch Fee” means the sum in the order.",
        "The buyer pays the sum in the order (the “Launch Fees”).",
        "The buyer pays the sum in the order (the Launch Fee).",
        "Launch Fee: the sum in the order.",
        "The word Launch Fee (as defined in the order) is used.",
        "Capitalised terms not defined here have the meaning that the order gives them.",
        ("Launch Fee", {"kind": "heading"}),
        ("Launch Fee", {"kind": "table-cell"}),
    ],
)
def test_a_phrase_that_is_defined_in_whatever_form_is_passed_by(flaws, definition):
    assert flaws("undefined-term", *USES, definition) == []


@pytest.mark.parametrize(
    "name",
    [
        "Secretary of State",
        "Data Protection Act",
        "Zurich",
        "Agreement",
        "Board of Directors",
        "Fees and Costs",
        "GDPR",
    ],
)
def test_names_offices_and_documents_need_no_definition(flaws, name):
    texts = [f"Nothing hinders the {name} number {number}, its fees and costs of data." for number in range(4)]
    assert flaws("undefined-term", *texts) == []


def test_a_phrase_that_is_as_common_in_small_letters_is_passed_by(flaws):
    assert flaws("undefined-term", *USES, *["The launch fee is a fee for the launch."] * 3) == []


def test_a_title_that_supplements_another_document_needs_no_definitions(flaws):
    assert flaws("undefined-term", *USES, title="First Amendment") == []
