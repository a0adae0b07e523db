"""Who is who."""

import pytest


def parties(document):
    return document.parties.customer, document.parties.vendor


def test_names_defined_with_a_pronoun_share_its_side(read_text):
    text = (
        '"Licensee" or "you" means the person who uses it.\n\n"Heron" or "we" means Heron Labs Inc.\n\n'
        "Heron grants you a licence, and you pay Heron. Licensee may not sell it; you may copy it. We may end it.\n"
    )
    assert parties(read_text(text)) == (("you", "Licensee"), ("Heron", "we"))


def test_the_name_used_most_comes_first(read_text):
    text = (
        'Terms between Heron Labs Inc. ("Heron") and you ("Customer"). Customer pays. Customer may copy. Heron may end.'
    )
    assert parties(read_text(text))[0] == ("Customer", "you")


def test_a_company_that_deals_with_you_is_the_vendor(read_text):
    text = '"Heron" means Heron Labs GmbH.\n\nHere you may use it. Heron may change it. First you ask Heron.'
    assert parties(read_text(text)) == (("you",), ("Heron",))


def test_roles_count_without_a_definition(read_text):
    text = (
        "Supplier shall deliver. Customer shall pay Supplier. Supplier owns it. Customer may use it. Customer agrees."
    )
    assert parties(read_text(text)) == (("Customer",), ("Supplier",))


def test_a_company_defined_as_a_role_is_named_by_it(read_text):
    text = (
        'Made between Alba Ltd ("Alba") and Bruma LLC ("Client").\n\nClient pays Alba. Client may copy. Alba may end.'
    )
    assert parties(read_text(text)) == (("Client",), ("Alba",))


def test_between_two_companies_the_one_that_grants_is_the_vendor(read_text):
    text = (
        'This is made between Bruma LLC ("Bruma") and Alba Ltd ("Alba").\n\n'
        "Alba grants Bruma a licence. Bruma shall pay Alba. Alba licenses parts to Bruma.\n"
    )
    assert parties(read_text(text)) == (("Bruma",), ("Alba",))


def test_you_defined_as_company_is_the_customer(read_text):
    text = (
        "This is an agreement between you, whether a person or a firm (“Company”), and Heron Labs Inc. (“Heron”).\n\n"
        "Company pays Heron. Company may use it. Heron may end it.\n"
    )
    assert parties(read_text(text)) == (("Company", "you"), ("Heron",))


def test_a_name_that_only_acts_is_found(read_text):
    text = "You will not harm others. Heron is committed to safety. We want you to be safe. Heron may end your use."
    assert parties(read_text(text)) == (("you",), ("Heron", "We"))


@pytest.mark.parametrize("text", ["The sky is blue.", "Either Party may end this Agreement. Each Party pays."])
def test_where_nobody_is_named_there_is_nobody(read_text, text):
    assert parties(read_text(text)) == ((), ())


def test_possessives_are_left_out(read_text):
    text = 'This is for a person ("You", "Your" or "Licensee"). You own Your work. Licensee pays. You may copy.'
    assert parties(read_text(text))[0] == ("You", "Licensee")


def test_a_common_word_at_the_start_of_a_sentence_is_no_party(read_text):
    text = (
        "Refunds will be paid when we approve refunds. You may use it. Misleading claims are barred. "
        "You may stop. We may end it. Refunds must be asked for. You and we agree. "
        "Heron reserves the right to change it."
    )
    assert parties(read_text(text)) == (("You",), ("we", "Heron"))


def test_a_company_beside_you_and_a_role_is_not_the_customer(read_text):
    text = (
        'Heron Commons Corporation ("Heron Commons") wrote this form.\n\n'
        "Licensor grants it. You may copy it. Licensor may end it. You agree. You and Licensor are bound."
    )
    assert parties(read_text(text)) == (("You",), ("Licensor",))


def test_a_role_in_passing_gives_way_to_the_company_that_is_defined(read_text):
    text = (
        'This is made between Heron Software, Inc. ("Heron") and the buyer named below ("Licensee").\n\n'
        "Heron grants Licensee a licence. Heron and its Licensor keep the rights. Heron may end it. "
        "Licensee pays Heron. "
        "Each Licensor of Heron is free. No Licensor pays. Licensee counts each Subscriber. A Subscriber may leave. "
        "No Subscriber pays."
    )
    found = parties(read_text(text))
    assert found[0] == ("Licensee",)
    assert found[1][0] == "Heron"


def test_a_vendor_is_no_country_where_something_stands_in_what_is_its_own(read_text):
    text = (
        "Customer orders the archive. Customer pays Heron. Customer may copy it.\n\n"
        "Heron will keep the archive. Heron may move it. Heron shall answer Customer. The rooms are listed in "
        "Heron’s guide.\n"
    )
    assert parties(read_text(text))[1] == ("Heron",)
