from app.model.document import Parties, Party

USES = (
    "“Services” means what the seller does for the buyer.",
    "The buyer pays for the Services provided under an order.",
    "The buyer may end the Services provided under an order.",
    "The seller stops the Services at once.",
    "The Services are new. The Services are good.",
    "The seller may change the Services.",
)


def test_a_term_in_small_letters_between_its_usual_words_is_told(flaws):
    again = "Nothing hinders the services provided under an order."
    assert flaws("term-case", *USES, again, terms=["Services"]) == ["services"]


def test_a_term_is_told_once_with_its_other_places(make):
    from app.proofreading.proofread import proofread  # noqa: PLC0415

    again = "Nothing hinders the services provided under an order."
    made = make(*USES, *USES[1:], again, again, terms=["Services"])
    (flaw,) = [flaw for flaw in proofread(made) if flaw.kind == "term-case"]
    assert len(flaw.related) == 1
    assert "once more" in flaw.message


def test_the_same_word_in_other_words_is_an_ordinary_word(flaws):
    texts = ("The seller offers other services too.", "It is paid for the services of a carrier.")
    assert flaws("term-case", *USES, *texts, terms=["Services"]) == []


def test_a_party_in_small_letters_that_does_something_is_told(flaws):
    uses = ("Bright Inc. (the “Licensee”) buys.", *(f"The Licensee pays fee {number}." for number in range(12)))
    parties = Parties(named=(Party("Bright Inc.", ("Licensee",), "customer"),))
    texts = (*uses, "Before that, licensee shall test it.", "Another licensee shall test it too.")
    assert flaws("term-case", *texts, terms=["Licensee"], parties=parties) == ["licensee"]


def test_words_of_an_address_are_no_term(flaws):
    texts = (*USES, "See example.com/the services provided under an order.", "Write to services@example.com.")
    assert flaws("term-case", *texts, terms=["Services"])[1:] == []


def test_a_word_set_apart_from_the_term_beside_it_is_an_ordinary_word(flaws):
    text = "The seller tells that the services provided under an order are the Services."
    assert flaws("term-case", *USES, text, terms=["Services"]) == []
