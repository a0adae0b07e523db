import pytest

from app.model.clause import Option
from app.model.span import Place, Span

CURE = {"reader": "duration", "patterns": ("cure",)}


def test_the_figure_nearest_to_a_phrase_counts_and_the_others_are_told(read):
    fact = read("Provider gives 5 days to answer and thirty (30) days to cure it.", **CURE)
    assert (fact.value, fact.derivation) == (30, "the nearest of several figures, beside “5 days”")


def test_the_least_of_several_figures_counts_where_that_is_asked(read):
    fact = read("30 days to cure it.", "Ten days to cure late payment.", pick="least", **CURE)
    assert (fact.value, fact.place.paragraph) == (10, 1)
    assert fact.derivation == "the least of several figures, beside “30 days”"


def test_a_figure_in_another_sentence_does_not_count(value):
    assert value("It must be cured. Fees are due in 30 days.", reader="duration", patterns=("cured",)) is None


def test_a_sentence_with_a_barred_phrase_is_not_read(value):
    text = "Cure late payment in 10 days. Cure any other breach in 30 days."
    assert value(text, unless=("late payment",), **CURE) == 30


def test_a_fact_that_is_not_stated_has_the_value_of_silence_and_says_so(read):
    fact = read("Fees are due.", silent=0, **CURE)
    assert (fact.value, fact.place, fact.derivation) == (0, None, "the clause says nothing of it")


def test_silence_of_the_whole_document_is_told_as_such(read):
    assert read("Fees are due.", silent=0, scope="document", **CURE).derivation == "the document says nothing of it"


def test_words_for_no_period_are_the_evidence_where_silence_means_none(read):
    text = "Provider may terminate immediately if Customer does not cure a breach."
    fact = read(text, silent=0, **CURE)
    assert (fact.value, text[fact.place.span.start : fact.place.span.end]) == (0, "immediately")


@pytest.mark.parametrize("text", ["Customer must cure it promptly.", "Customer must cure it without undue delay."])
def test_words_for_no_period_are_no_figure_where_silence_is_unknown(value, text):
    assert value(text, **CURE) is None


def test_no_notice_is_stated_where_the_words_say_so(value):
    assert value("Provider may raise fees without notice.", reader="notice", patterns=("fees",)) == 0


def test_reasonable_notice_is_no_figure(value):
    assert value("Provider may raise fees on reasonable notice.", reader="notice", patterns=("fees",)) is None


def test_the_figure_of_an_item_is_read_with_the_phrase_of_its_lead_in(read):
    fact = read("Either party may terminate:", ("on 30 days' notice.", 0), reader="notice", patterns=("terminat*",))
    assert (fact.value, fact.place) == (30, Place(1, Span(3, 11)))


def test_the_figure_of_a_lead_in_is_read_with_the_phrase_of_its_item(read):
    fact = read("Within 30 days Customer must:", ("delete the data; and", 0), reader="duration", patterns=("delete",))
    assert (fact.value, fact.place) == (30, Place(0, Span(7, 14)))


def test_items_are_not_read_with_one_another(value):
    texts = ("Customer must:", ("delete the data; and", 0), ("pay within 30 days.", 0))
    assert value(*texts, reader="duration", patterns=("delete",)) is None


def test_a_date_is_read_in_the_form_of_iso_8601(value):
    text = "The term begins on 5 April 2026 and ends later."
    assert value(text, reader="date", patterns=("begins",)) == "2026-04-05"


def test_a_flag_is_read_only_in_the_sentences_that_are_meant(value):
    text = "Either party may terminate. Provider may assign this Agreement."
    fields = {"reader": "flag", "patterns": ("either party",), "silent": False}
    assert value(text, near=("assign",), **fields) is False
    assert value(text, near=("terminate",), **fields) is True


def test_a_choice_tells_what_else_the_words_speak_of(read):
    options = (Option("research", ("research",)), Option("internal", ("internal",)))
    fact = read("For internal research only.", reader="choice", options=options)
    assert (fact.value, fact.derivation) == ("research", "goes before “internal”, which the words speak of too")


def test_a_whole_number_is_an_integer(value):
    assert isinstance(value("1.5 times two years of fees", reader="duration", patterns=("fees",)), int)


CLAUSES = {
    "cure": (
        "Provider may terminate if Customer does not cure the breach within {thirty} of Provider's notice.",
        {"reader": "deadline", "patterns": ("cure",)},
    ),
    "notice": (
        "Either party may terminate this Agreement on {thirty} prior written notice to the other party's address.",
        {"reader": "notice", "patterns": ("terminate",)},
    ),
    "renewal": (
        'The "Term" renews for further periods of {thirty} each unless Customer\'s notice says otherwise.',
        {"reader": "term", "patterns": ("renews",)},
    ),
    "posting": (
        'Provider shall tell Customer of "Changes" by e-mail {thirty} before they apply to Customer\'s use.',
        {"reader": "notice", "patterns": ()},
    ),
}
FORMS = [
    "30 days",
    "thirty days",
    "thirty (30) days",
    "30 (thirty) days",
    "thirty (30) calendar days",
    "thirty (30) consecutive days",
    "one month",
    "one (1) month",
]
VARIANTS = {
    "as it is": lambda text: text,
    "upper case": str.upper,
    "curly quotes": lambda text: text.replace("'", "’").replace(' "', " “").replace('" ', "” "),
    "hard wraps": lambda text: text.replace(" ", "\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CLAUSES)
def test_the_form_of_the_text_changes_no_fact(value, name, form, variant):
    text, fields = CLAUSES[name]
    assert value(VARIANTS[variant](text.format(thirty=form)), **fields) == 30
