"""The parties by their full names, short names and sides."""

import pytest


def named(document):
    return [(party.name, party.short, party.role) for party in document.parties.named]


def test_a_preamble_names_both_parties(read_text):
    text = (
        'This is made between Heron Labs, Inc., a company of Utah ("Provider"), and Bruma GmbH ("Customer").\n\n'
        "Provider shall host it. Customer shall pay Provider. Customer may copy it.\n"
    )
    assert named(read_text(text)) == [
        ("Heron Labs, Inc.", ("Provider",), "vendor"),
        ("Bruma GmbH", ("Customer",), "customer"),
    ]


def test_a_preamble_may_go_over_several_paragraphs(read_text):
    text = (
        "HOSTING AGREEMENT\n\nThis agreement is made between:\n\n(1) Heron Labs Ltd (the “Supplier”); and\n\n"
        "(2) Ada Alder, residing in Utah (the “Client”).\n\nSupplier hosts it. Client shall pay. Client may copy it.\n"
    )
    assert named(read_text(text)) == [
        ("Heron Labs Ltd", ("Supplier",), "vendor"),
        ("Ada Alder", ("Client",), "customer"),
    ]


def test_names_of_a_side_stay_together(read_text):
    text = (
        'These terms are between you and Heron Labs Inc. ("Heron", "we" or "us").\n\n'
        "You may use it. Heron may end it. We may change it. You pay us. You ask us.\n"
    )
    document = read_text(text)
    assert named(document)[0][0] == "Heron Labs Inc."
    assert set(named(document)[0][1]) == {"Heron", "we", "us"}
    assert ("", ("you",), "customer") in [(name, short, role) for name, short, role in named(document)]


@pytest.mark.parametrize("blank", ["[Company Name]", "{customer_name}", "__________"])
def test_a_name_left_blank_is_none(read_text, blank):
    text = (
        f'This is made between Heron Labs Inc. ("Provider") and {blank} ("Customer").\n\n'
        "Provider shall host it. Customer shall pay. Customer may copy it. Provider may end it.\n"
    )
    assert named(read_text(text))[1] == ("", ("Customer",), "customer")


def test_those_who_share_secrets_have_no_side(read_text):
    text = (
        'This is made between Heron Labs Inc. ("Disclosing Party") and Bruma LLC ("Receiving Party").\n\n'
        "Disclosing Party shows its secrets. Receiving Party keeps them. Disclosing Party may ask for them back. "
        "Receiving Party returns what Disclosing Party gave.\n"
    )
    document = read_text(text)
    assert (document.parties.customer, document.parties.vendor) == ((), ())
    assert [party.role for party in document.parties.named] == ["", ""]


def test_the_other_company_of_a_preamble_is_the_other_side(read_text):
    text = (
        'This is made between Heron Labs Inc. ("Heron") and the end user ("Licensee").\n\n'
        "Licensee may use it. Licensee pays. Licensee may copy it.\n\nNothing here binds Heron.\n"
    )
    assert read_text(text).parties.vendor == ("Heron",)


def test_a_third_company_is_no_party(read_text):
    text = (
        'This is made between Heron Labs Inc. ("Provider") and Bruma LLC ("Customer").\n\nProvider hosts it. '
        'Customer pays. Disputes go to the Utah Arbitration Association ("UAA"). Customer may copy it.\n'
    )
    assert [party.name for party in read_text(text).parties.named] == ["Heron Labs Inc.", "Bruma LLC"]


def test_a_table_of_parties_names_them(read_package):
    def row(*texts):
        return f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in texts)}</w:tr>"

    words = "Provider hosts it. Customer pays. Customer may copy it. Provider may end it. Provider and Customer agree."
    body = (
        f"<w:tbl>{row('Provider', 'Heron Labs Inc.')}{row('Customer', '[Name]')}</w:tbl>"
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
    assert named(read_package(body)) == [
        ("Heron Labs Inc.", ("Provider",), "vendor"),
        ("", ("Customer",), "customer"),
    ]


def test_a_country_that_is_spoken_of_is_no_party(read_text):
    text = "The laws of Norway apply. Recipient may use it. Recipient may copy it. Recipient pays. Norway does not pay."
    assert read_text(text).parties.vendor == ()
