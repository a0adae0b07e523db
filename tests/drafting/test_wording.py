import pytest

from app.drafting.vocabulary import Party, Vocabulary
from app.drafting.wording import Wording, agreed, capitalised
from app.model.redline import Citation

YOU = Party("you", "you", "your", plural=True)
WE = Party("we", "us", "our", plural=True)
LICENSEE = Party("Licensee", "Licensee", "Licensee's", plural=False)
PROVIDER = Party("the Provider", "the Provider", "the Provider's", plural=False)


@pytest.fixture
def wording():
    def make(
        customer=LICENSEE,
        vendor=PROVIDER,
        *,
        sections=(),
        policy="the Use Policy",
        numbers_in_words=False,
        curly=False,
        british=False,
    ):
        vocabulary = Vocabulary(
            customer=customer,
            vendor=vendor,
            agreement="this Agreement",
            materials="the Northwind Materials",
            outputs="outputs of the Northwind Materials",
            policy=policy,
            services="the Service",
            affiliates="affiliates",
            shall="will",
            numbers_in_words=numbers_in_words,
            curly=curly,
            british=british,
            citation="Section",
        )
        cited = {clause: Citation(text, text.rsplit(maxsplit=1)[-1], 0) for clause, text in dict(sections).items()}
        return Wording(vocabulary, cited)

    return make


@pytest.mark.parametrize(
    ("customer", "expected"),
    [(YOU, "if you fail to cure your breach"), (LICENSEE, "if Licensee fails to cure Licensee's breach")],
)
def test_the_customer_has_the_documents_name_and_a_verb_that_agrees(wording, customer, expected):
    assert wording(customer).fill("if {customer|fails} to cure {customer's} breach", "") == expected


@pytest.mark.parametrize(
    ("vendor", "expected"),
    [
        (WE, "notice from us; we give it; our duty"),
        (PROVIDER, "notice from the Provider; the Provider gives it; the Provider's duty"),
    ],
)
def test_the_vendor_is_named_as_subject_object_and_owner(wording, vendor, expected):
    text = "notice from {vendor:object}; {vendor|gives} it; {vendor's} duty"
    assert wording(vendor=vendor).fill(text, "") == expected


def test_a_sentence_begins_with_a_capital(wording):
    assert (
        wording(YOU).sentence("{customer} may stop. {customer's} copies stay.", "") == "You may stop. Your copies stay."
    )
    assert wording(vendor=PROVIDER).sentence("{vendor} {shall} answer.", "") == "The Provider will answer."


def test_filling_alone_leaves_the_first_word_as_it_is(wording):
    assert wording(YOU).fill("{customer} may stop", "") == "you may stop"


def test_nouns_take_verbs_too(wording):
    filled = wording().fill(
        "{materials|is} licensed and {services|is} free; {outputs|belongs} to {customer:object}", ""
    )
    assert filled == (
        "the Northwind Materials are licensed and the Service is free; "
        "outputs of the Northwind Materials belong to Licensee"
    )


@pytest.mark.parametrize(
    ("in_words", "expected"),
    [(True, "thirty (30) days, twelve (12) months, one (1) day"), (False, "30 days, 12 months, 1 day")],
)
def test_durations_are_written_in_the_documents_way(wording, in_words, expected):
    assert wording(numbers_in_words=in_words).fill("{days:30}, {months:12}, {days:1}", "") == expected


def test_the_possessive_of_a_duration_has_the_documents_apostrophe(wording):
    assert wording(curly=True).fill("{days:90}' notice", "") == "90 days’ notice"


def test_the_section_is_that_of_the_clause_itself_or_of_another(wording):
    filled = wording(sections=[("survival", "Section 6"), ("notices", "Section 9")]).fill(
        "{section} applies, and {section:notices}", "survival"
    )
    assert filled == "Section 6 applies, and Section 9"


def test_a_clause_that_stands_nowhere_yet_is_this_section(wording):
    assert wording().fill("as {section} says", "survival") == "as this Section says"


def test_slots_without_a_word_are_told(wording):
    assert wording(vendor=None, policy="").unfilled(
        "{vendor|gives} notice of {policy} to {customer}, {vendor}", ""
    ) == (
        "vendor|gives",
        "policy",
        "vendor",
    )


def test_optional_words_stand_where_their_slots_are_filled(wording):
    text = "It lasts[, as {section:notices} says]."
    assert wording(sections=[("notices", "Section 9")]).fill(text, "") == "It lasts, as Section 9 says."
    assert wording().fill(text, "") == "It lasts."
    assert wording().unfilled(text, "") == ()


def test_the_section_of_an_absent_clause_is_unfilled(wording):
    assert wording().unfilled("see {section:notices}", "") == ("section:notices",)


def test_an_unknown_slot_is_an_error(wording):
    with pytest.raises(ValueError, match="no slot"):
        wording().fill("{licensor} may end it", "")


@pytest.mark.parametrize(
    ("curly", "expected"),
    [(True, "the “Model” (“Weights”) is Licensee’s"), (False, 'the "Model" ("Weights") is Licensee\'s')],
)
def test_quotes_follow_the_document(wording, curly, expected):
    assert wording(curly=curly).fill('the "Model" (“Weights”) is {customer\'s}', "") == expected


@pytest.mark.parametrize(
    ("british", "text", "expected"),
    [
        (
            True,
            "The license to license, its sublicenses and what is licensed",
            "The licence to license, its sublicences and what is licensed",
        ),
        (False, "The licence and LICENCES", "The license and LICENSES"),
    ],
)
def test_licence_is_spelled_as_in_the_document(wording, british, text, expected):
    assert wording(british=british).fill(text, "") == expected


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("fails", "fail"),
        ("has", "have"),
        ("is", "are"),
        ("does not cure", "do not cure"),
        ("applies", "apply"),
        ("breaches", "breach"),
        ("accesses", "access"),
        ("discloses", "disclose"),
        ("uses", "use"),
        ("fixes", "fix"),
        ("goes", "go"),
        ("dies", "die"),
        ("may", "may"),
    ],
)
def test_verbs_agree_with_a_plural(singular, plural):
    assert agreed(singular, plural=True) == plural
    assert agreed(singular, plural=False) == singular


@pytest.mark.parametrize(
    ("text", "expected"), [("the end", "The end"), ("xAI may", "xAI may"), ("“you” may", "“You” may"), ("", "")]
)
def test_a_capital_is_given_but_to_names_of_their_own(text, expected):
    assert capitalised(text) == expected


@pytest.mark.parametrize(
    ("british", "text", "expected"),
    [
        (False, "Organisational measures bar unauthorised use.", "Organizational measures bar unauthorized use."),
        (True, "Organizational measures bar unauthorized use.", "Organisational measures bar unauthorised use."),
        (True, "{vendor|authorizes} the favored defense.", "the Provider authorises the favoured defence."),
    ],
)
def test_words_are_spelled_as_british_or_american_documents_are(wording, british, text, expected):
    assert wording(british=british).fill(text, "") == expected
