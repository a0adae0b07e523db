import pytest

from app.library.known import SIDES
from app.model.clause import Option

OPTIONS = tuple(Option(side, phrases) for side, phrases in SIDES.items())


@pytest.fixture
def who(value):
    return lambda *texts, verb="terminat*": value(*texts, reader="who", patterns=(verb,), options=OPTIONS)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Customer may terminate this Agreement.", "customer"),
        ("CUSTOMER MAY TERMINATE THIS AGREEMENT.", "customer"),
        ("Provider may, at any time and for any reason, terminate this Agreement.", "vendor"),
        ("We also reserve the right to limit, suspend or terminate access.", "vendor"),
        ("We’ll terminate your account.", "vendor"),
        ("This Agreement may be terminated by Provider at any time.", "vendor"),
        ("This Agreement may be terminated at any time by you.", "customer"),
        ("This Agreement shall not be terminated by Customer.", "customer"),
        ("Upon termination of this Agreement by Provider, access ends.", "vendor"),
        ("Either party may terminate this Agreement.", "mutual"),
        ("Neither party may terminate this Agreement.", "mutual"),
        ("Each of the parties may terminate this Agreement.", "mutual"),
        ("This Agreement may be terminated by either party.", "mutual"),
        ("Both Customer and Provider may terminate this Agreement.", "mutual"),
        ("If Customer does not pay, Provider may terminate this Agreement.", "vendor"),
        ("Provider may, if Customer does not pay, terminate this Agreement.", "vendor"),
        ("The Receiving Party may terminate this Agreement.", "mutual"),
        ("Customer’s licence may be terminated by Provider.", "vendor"),
        ("Your rights terminate at the end.", None),
        ("The rights of the terminating party remain.", None),
        ("No third party may terminate this Agreement.", None),
        ("Customer shall pay upon termination.", None),
        ("Subject to termination, the licence granted by Provider is worldwide.", None),
        ("Provider, at any time and in its discretion, may terminate this Agreement.", "vendor"),
        ("This Agreement runs until terminated by either party.", "mutual"),
    ],
)
def test_who_acts_is_read_in_the_active_and_the_passive_voice(who, text, side):
    assert who(text) == side


def test_a_noun_after_the_verb_does_not_make_it_a_noun(who):
    assert who("Provider shall maintain liability insurance.", verb="maintain .. insurance") == "vendor"


def test_sides_that_are_each_named_are_both_and_it_is_told(read):
    text = "Customer may terminate on 30 days' notice. Provider may terminate on 60 days' notice."
    fact = read(text, reader="who", patterns=("terminat*",), options=OPTIONS)
    assert (fact.value, fact.derivation) == ("mutual", "customer and vendor are each named")


def test_the_subject_of_an_item_stands_in_its_lead_in(who):
    assert who("Provider may at any time:", ("suspend access; or", 0), ("terminate this Agreement.", 0)) == "vendor"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Provider shall indemnify Customer.", "customer"),
        ("You will indemnify us.", "vendor"),
        ("Customer shall be indemnified by Provider.", "customer"),
        ("Each party shall indemnify the other party.", "mutual"),
        ("The parties indemnify nobody.", None),
    ],
)
def test_whom_it_is_done_to_is_read(value, text, side):
    assert value(text, reader="whom", patterns=("indemnif*",), options=OPTIONS) == side


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Customer shall assign it.", "must"),
        ("Customer will assign it.", "must"),
        ("Customer is required to assign it.", "must"),
        ("Customer agrees to assign it.", "must"),
        ("Customer may assign it.", "may"),
        ("Customer is entitled to assign it.", "may"),
        ("Customer reserves the right to assign it.", "may"),
        ("Customer may not assign it.", "must not"),
        ("CUSTOMER SHALL NOT ASSIGN IT.", "must not"),
        ("Customer won’t assign it.", "must not"),
        ("Customer agrees not to assign it.", "must not"),
        ("Customer is prohibited from assigning it.", "must not"),
        ("Neither party may assign it.", "must not"),
        ("In no event shall Customer assign it.", "must not"),
        ("It may be assigned by Customer.", "may"),
        ("Assignment is a matter of trust.", None),
    ],
)
def test_modality_is_read(value, text, modality):
    assert value(text, reader="modality", patterns=("assign*",)) == modality
