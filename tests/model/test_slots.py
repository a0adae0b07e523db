import pytest

from app.model.slots import KNOWN_SLOTS, Slot, parse_slot, slot_problems, slots_of


def test_slots_are_found_in_order():
    assert slots_of("{customer|fails} to pay {vendor:object} in {days:30}") == (
        "customer|fails",
        "vendor:object",
        "days:30",
    )


@pytest.mark.parametrize(
    ("source", "slot"),
    [
        ("customer", Slot("customer")),
        ("customer's", Slot("customer's")),
        ("vendor’s", Slot("vendor's")),
        ("vendor:object", Slot("vendor", argument="object")),
        ("customer|does not cure", Slot("customer", verb="does not cure")),
        ("days:30", Slot("days", argument="30")),
        ("section", Slot("section")),
        ("section:liability-cap", Slot("section", argument="liability-cap")),
        ("materials|is", Slot("materials", verb="is")),
    ],
)
def test_a_slot_is_read_in_its_parts(source, slot):
    assert parse_slot(source) == slot


@pytest.mark.parametrize(
    "source",
    [
        "licensee",
        "",
        "days",
        "days:0",
        "days:soon",
        "days:1000",
        "shall|is",
        "customer:subject",
        "agreement:object",
        "a b",
        "customer:object|fails",
    ],
)
def test_what_is_no_slot_is_refused(source):
    with pytest.raises(ValueError, match=r"slot|stand|follow"):
        parse_slot(source)


def test_the_message_names_the_slots_there_are():
    with pytest.raises(ValueError, match="there are customer, "):
        parse_slot("licensor")


def test_good_wording_has_no_problems():
    numbers = {name for name, kind in KNOWN_SLOTS.items() if kind.argument == "number"}
    text = " ".join(f"{{{name}:30}}" if name in numbers else f"{{{name}}}" for name in KNOWN_SLOTS)
    assert slot_problems(text) == ()


def test_every_wrong_slot_of_a_text_is_a_problem():
    assert len(slot_problems("{licensor} gives {days} to {customer}")) == 2


def test_a_brace_without_a_partner_is_a_problem():
    assert slot_problems("{customer shall pay") == ("a brace has no partner",)


@pytest.mark.parametrize("text", ["It lasts[, as {section} says.", "It lasts[ [{section}]].", "It lasts[ for ever]."])
def test_square_brackets_stand_in_pairs_around_slots(text):
    assert len(slot_problems(text)) == 1
