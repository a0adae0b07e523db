import pytest

from app.drafting.vocabulary import read_vocabulary


@pytest.fixture
def words(make_document):
    def read(*lines, **names):
        return read_vocabulary(make_document(*lines, **names))

    return read


def test_you_has_its_own_possessive_and_takes_plural_verbs(words):
    customer = words("If you stop, you keep your copies.", customer="you").customer
    assert (customer.subject, customer.object, customer.possessive, customer.plural) == ("you", "you", "your", True)


def test_we_is_us_as_object(words):
    vendor = words("If you ask us, we answer.", vendor="we").vendor
    assert (vendor.subject, vendor.object, vendor.possessive) == ("we", "us", "our")


def test_a_pronoun_written_with_a_capital_inside_sentences_keeps_it(words):
    customer = words("Northwind grants You a right. It binds You.", customer="You").customer
    assert (customer.subject, customer.possessive) == ("You", "Your")


def test_a_capital_at_the_start_of_sentences_alone_is_none(words):
    assert words("You may copy. You may print. If you stop, tell us.", customer="You").customer.subject == "you"


def test_a_name_takes_the_article_the_document_gives_it(words):
    vocabulary = words("The Provider grants the Customer access. The Customer pays the Provider.", customer="Customer",
                       vendor="Provider")  # fmt: skip
    assert (vocabulary.customer.subject, vocabulary.vendor.possessive) == ("the Customer", "the Provider's")


def test_a_name_without_an_article_stays_bare(words):
    text = "Customer pays. Customer keeps the Customer Data. Provider may stop if Customer fails."
    assert words(text, customer="Customer").customer.subject == "Customer"


@pytest.mark.parametrize(
    ("text", "plural", "possessive"),
    [
        ("The HOF Entities shall pay. If the HOF Entities stop, all ends.", True, "the HOF Entities'"),
        ("Heron Systems is paid. Heron Systems has a right.", False, "Heron Systems's"),
        ("Heron Systems may stop. Nobody asks Heron Systems.", False, "Heron Systems's"),
        ("The Heron Works have a right. The Heron Works are paid.", True, "the Heron Works'"),
    ],
)
def test_a_name_of_many_takes_plural_verbs(words, text, plural, possessive):
    name = "HOF Entities" if "HOF" in text else " ".join(text.removeprefix("The ").split()[:2])
    customer = words(text, customer=name).customer
    assert (customer.plural, customer.possessive) == (plural, possessive)


def test_services_named_in_passing_are_not_what_the_document_is_about(words):
    lines = ["The Software is licensed."] * 12
    found = words(*lines, "It may reach the Cloud Services.", terms=("Software", "Cloud Services"))
    assert found.services == "the Software"


def test_what_the_text_calls_the_customers_own_is_not_what_is_supplied(words):
    found = words(
        "Your API reaches the Services. We test your API. The Services call your API.", terms=("API", "Services")
    )
    assert (found.materials, found.services) == ("the Services", "the Services")


def test_services_without_a_name_are_the_services(words):
    found = words("Northwind performs hosting services for Licensee.")
    assert (found.materials, found.services) == ("the services", "the services")


def test_affiliates_that_the_text_writes_with_a_capital_keep_it(words):
    assert words("It binds you and your Affiliates.").affiliates == "Affiliates"


def test_a_party_that_was_not_found_has_no_forms(words):
    assert words("The terms end on notice.", vendor="").vendor is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This Agreement begins today. Under this Agreement nobody pays.", "this Agreement"),
        ("These Terms of Use bind all. By using it under these Terms of Use you agree.", "these Terms of Use"),
        ("This License Agreement is short. This License Agreement ends.", "this License Agreement"),
        ("This Licence ends. Nothing in this Licence binds.", "this Licence"),
        ("You accept this agreement by clicking.", "this agreement"),
        ("Nobody may copy it.", "these terms"),
    ],
)
def test_the_document_names_itself(words, text, expected):
    assert words(text).agreement == expected


def test_the_licensed_thing_is_the_defined_term_used_most(words):
    vocabulary = words(
        "The Northwind Materials are licensed. Copies of the Northwind Materials carry it. The Services are free.",
        terms=("Agreement", "Northwind Materials", "Services"),
    )
    assert vocabulary.materials == "the Northwind Materials"
    assert vocabulary.services == "the Services"


def test_derivatives_are_not_the_licensed_thing(words):
    text = "Model Derivatives are shared. Model Derivatives are kept. Model Derivatives are new. Use the Model."
    assert words(text, terms=("Model Derivatives", "Model")).materials == "the Model"


def test_an_undefined_word_with_a_capital_will_do(words):
    assert words("Use the Software as you like. The Software comes as it is.").materials == "the Software"


def test_the_product_of_the_title_will_do(words):
    lines = ("= Northwind 2 Acceptable Use Policy", "You may use Northwind 2 for good.", "Do no harm.")
    assert words(*lines).materials == "Northwind 2"


def test_services_fall_back_to_what_is_licensed(words):
    assert words("Run the Model at home.", terms=("Model",)).services == "the Model"


def test_outputs_have_their_defined_name(words):
    assert words("Licensee owns Outputs.", terms=("Output",)).outputs == "Outputs"


def test_outputs_without_a_name_are_those_of_the_licensed_thing(words):
    assert words("Run the Model at home.", terms=("Model",)).outputs == "outputs of the Model"


def test_the_policy_has_its_name(words):
    assert words("Licensee adheres to the Acceptable Use Policy.").policy == "the Acceptable Use Policy"


def test_rules_of_use_may_be_called_rules(words):
    assert words("Licensee follows the Usage Rules.", terms=("Usage Rules",)).policy == "the Usage Rules"


def test_a_policy_is_its_own_policy(words):
    assert words("This Policy tells what nobody may do. Breach of this Policy is serious.").policy == "this Policy"


def test_a_document_without_a_policy_has_no_name_for_one(words):
    assert words("Licensee may copy.").policy == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Licensee shall pay. Licensee shall report. It will be dark.", "shall"),
        ("Licensee will pay. This Agreement shall be governed by law. Northwind will answer.", "will"),
        ("Licensee must pay. Licensee must not lend. Northwind will not stop.", "will"),
        ("Licensee must pay.", "must"),
        ("Licensee pays.", "shall"),
    ],
)
def test_the_word_for_duties_is_what_follows_the_parties(words, text, expected):
    assert words(text).shall == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within thirty (30) days and after ten (10) business days", True),
        ("within 30 days", False),
        ("on notice", False),
    ],
)
def test_numbers_are_written_as_the_document_writes_them(words, text, expected):
    assert words(text).numbers_in_words is expected


@pytest.mark.parametrize(
    ("text", "curly"), [("Northwind’s “Notice” file", True), ('Northwind\'s "Notice" file', False)]
)
def test_quotes_are_those_of_the_document(words, text, curly):
    assert words(text).curly is curly


@pytest.mark.parametrize(("text", "british"), [("This licence is granted.", True), ("This license is granted.", False)])
def test_the_spelling_of_licence_is_that_of_the_document(words, text, british):
    assert words(text).british is british


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("As Section 3 and Section 4 say.", "Section"),
        ("See paragraph 5 and Attachment A.", "paragraph"),
        ("No more.", "Section"),
        ("Under clause 6.2, and clauses 3 and 4.", "clause"),
    ],
)
def test_sections_are_cited_with_the_noun_of_the_document(words, text, noun):
    assert words(text).citation == noun


def test_affiliates_have_a_capital_where_they_are_defined(words):
    assert words("Affiliates may use it.", terms=("Affiliate",)).affiliates == "Affiliates"
    assert words("Its affiliates may use it.").affiliates == "affiliates"


def test_what_we_call_ours_is_ours(words):
    assert words("Use our APIs with care. We may limit our APIs.", vendor="we", terms=("APIs",)).materials == "our APIs"
