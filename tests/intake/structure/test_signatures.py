"""Lines to sign on, and for whom."""


def blocks(document):
    return [(each.party, each.first, each.end) for each in document.signatures]


def test_each_place_to_sign_is_a_block_with_the_party_above_it(read_text):
    text = (
        "1. Fees. You pay at once.\n\nHERON LABS INC.\n\nBy: ____________\n\nName: Ada Alder\n\n"
        "BRUMA LLC\n\nBy: ____________\n\nName: Ben Birch\n"
    )
    assert blocks(read_text(text)) == [("HERON LABS INC", 1, 4), ("BRUMA LLC", 4, 7)]


def test_a_party_on_whose_behalf_is_signed_is_named(read_text):
    text = "Signed for and on behalf of Heron Labs Ltd\n\nSignature: ____________\n\nTitle: Director\n"
    assert [each[0] for each in blocks(read_text(text))] == ["Heron Labs Ltd"]


def test_parties_that_sign_side_by_side_have_a_block_each(read_text):
    text = (
        "| HERON LABS INC | BRUMA LLC |\n| --- | --- |\n| By: ____________ | By: ____________ |\n"
        "| Name: Ada Alder | Name: Ben Birch |\n"
    )
    document = read_text(text, "contract.md")
    assert blocks(document) == [("HERON LABS INC", 0, 6), ("BRUMA LLC", 0, 6)]


def test_parties_that_sign_in_a_cell_each_have_one_block_each(read_package):
    def cell(party):
        lines = (f"For and on behalf of {party}", "Signature: ________", "Name: ________")
        return "<w:tc>" + "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines) + "</w:tc>"

    body = (
        "<w:p><w:r><w:t>Signed by the parties:</w:t></w:r></w:p>"
        f"<w:tbl><w:tr>{cell('Heron Labs Ltd')}{cell('Bruma LLC')}</w:tr></w:tbl>"
    )
    assert blocks(read_package(body)) == [("Heron Labs Ltd", 1, 4), ("Bruma LLC", 4, 7)]


def test_a_single_line_is_no_block(read_text):
    assert blocks(read_text("Name: the name of the model.\n\nYou may use it.")) == []


def test_parties_apart_on_one_line_have_a_block_each(read_package):
    lines = ("HERON LABS LTD<w:tab/>BRUMA LLC", "By: ________<w:tab/>By: ________", "Name:<w:tab/>Name:")
    tab = '</w:t><w:tab/><w:t xml:space="preserve">'
    runs = (f"<w:p><w:r><w:t>{line.replace('<w:tab/>', tab)}</w:t></w:r></w:p>" for line in lines)
    assert [each[0] for each in blocks(read_package("".join(runs)))] == ["HERON LABS LTD", "BRUMA LLC"]
