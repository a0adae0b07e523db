"""Defined terms."""

import pytest


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('"Model" means the weights.', ["Model"]),
        ("“Model” shall mean the weights.", ["Model"]),
        ('"Licensee" or "you" means whoever uses it.', ["Licensee", "you"]),
        ('"You" (or "Your") means a person.', ["You", "Your"]),
        ("Heron Labs (the “Provider”) runs it.", ["Provider"]),
        ("Heron Labs (the „Provider“) runs it for Alba (the „Buyer“).", ["Provider", "Buyer"]),
        ("it applies to a person (“You”, “Your” or “Licensee”) alike.", ["You", "Your", "Licensee"]),
        ("run by Heron Labs (the “Company,” “we,” or “us”).", ["Company", "we", "us"]),
        ("Alba and Bruma (collectively, the “Parties”).", ["Parties"]),
        ("Heron Labs, hereinafter referred to as “Heron”.", ["Heron"]),
        ("By 'Heron', 'we' and 'us', we mean Heron Labs.", ["Heron", "we", "us"]),
        ("Licensed Material means the work.", ["Licensed Material"]),
        ('By clicking "I Accept" you agree.', []),
        ('the price (" ") means nothing.', []),
        ('a file (such as "NOTICE") with each copy.', []),
        ("the licensee's and the vendor's rights (both 'as is')", []),
    ],
)
def test_a_term_is_read_from_the_words_around_it(read_text, text, terms):
    assert [term.term for term in read_text(text).terms] == terms


def test_a_term_has_the_place_of_its_definition(read_text):
    document = read_text('1. "Model" means the weights.')
    term = document.terms[0]
    assert document.paragraphs[term.paragraph].text[term.span.start : term.span.end] == "Model"


def test_entries_of_a_list_of_definitions_are_terms(read_text):
    document = read_text("1. Definitions\n1.1 Model: The weights of Heron.\n2. Fees\n2.1 Bills: We send them.\n")
    assert [term.term for term in document.terms] == ["Model"]


def test_a_table_of_definitions_defines_its_first_column(read_package):
    def row(*texts):
        return f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in texts)}</w:tr>"

    rows = row("Term", "Meaning") + row("“Fee”", "what you pay") + row("Annual Report", "a list of the year")
    terms = read_package(f"<w:tbl>{rows}</w:tbl>").terms
    assert [term.term for term in terms] == ["Fee", "Annual Report"]


def test_words_in_bold_are_terms_where_definitions_are_announced(read_package):
    def p(bold, rest):
        return (
            f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{bold}</w:t></w:r>"
            f'<w:r><w:t xml:space="preserve">{rest}</w:t></w:r></w:p>'
        )

    announced = "<w:p><w:r><w:t>In this contract the following definitions apply:</w:t></w:r></w:p>"
    body = announced + p("Fee", " means what you pay") + p("Annual Report", " a list that is made each year")
    assert [term.term for term in read_package(body).terms] == ["Fee", "Annual Report"]
