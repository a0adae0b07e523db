from pathlib import Path
from typing import get_args

import pytest

from app.library.known import CHOICES, FLAGS, SIDES, Known
from app.library.loader import load_library
from app.library.schema import FactEntry
from app.matching.pipeline import scanner_for
from app.model.clause import Reader
from app.model.document import Parties
from app.paths import data_dir
from app.text.patterns import parse_pattern

GUIDE = Path(__file__).parents[2] / "docs" / "library.md"
PARTIES = Parties(customer=("Customer",), vendor=("Provider",))
PHRASES = {
    *(phrase for yes, no in FLAGS.values() for phrase in (*yes, *no)),
    *(phrase for choice in CHOICES.values() for phrases in choice.values() for phrase in phrases),
    *(phrase for phrases in SIDES.values() for phrase in phrases),
}


def flag(name, text):
    """Return what the phrases of a known flag say of a text."""
    yes, no = FLAGS[name]
    scan = scanner_for(frozenset(PHRASES)).with_parties(PARTIES).scan([text]).each[0]
    return False if scan.first(no) else True if scan.first(yes) else None


def test_the_phrases_of_a_file_stand_beside_those_known_by_name():
    clauses = {clause.id: clause for clause in load_library(data_dir("clause_library")).clauses}
    spec = next(fact for fact in clauses["licence-grant"].facts if fact.key == "sublicensable")
    assert set(spec.patterns) > set(FLAGS["sublicensable"][0])


def test_a_clause_file_may_name_all_that_is_known():
    assert set(get_args(Known)) == {*FLAGS, *CHOICES}


@pytest.mark.parametrize("name", [*get_args(Reader), *get_args(Known)])
def test_the_guide_for_library_authors_explains_every_name(name):
    assert f"`{name}`" in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("phrase", sorted(PHRASES))
def test_every_known_phrase_follows_the_notation(phrase):
    assert parse_pattern(phrase).source == phrase


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("mutual", "Each party shall keep it.", True),
        ("mutual", "Neither of the parties is liable.", True),
        ("mutual", "NEITHER CUSTOMER NOR PROVIDER IS LIABLE.", True),
        ("mutual", "Provider is not liable to any third party.", None),
        ("sole_discretion", "Provider may do so in its sole and absolute discretion.", True),
        ("sole_discretion", "Provider may do so as it sees fit.", True),
        ("sole_discretion", "Provider may do so at a suitable time.", None),
        ("automatic", "The licence terminates automatically.", True),
        ("automatic", "The licence shall cease without further notice.", True),
        ("automatic", "The licence does not automatically terminate.", False),
        ("auto_renewal", "The term renews automatically each year.", True),
        ("auto_renewal", "The term does not renew automatically.", False),
        ("by_posting", "Changes apply once posted on the website.", True),
        ("by_posting", "Changes apply after notice.", None),
        ("incorporated_by_link", "The policy at https://example.com/policy applies.", True),
        ("incorporated_by_link", "The policy in Annex 2 applies.", None),
        ("opt_out", "You may opt out at any time.", True),
        ("opt_in", "Only customers who opted in take part.", True),
        ("exclusive", "Provider grants an exclusive licence.", True),
        ("exclusive", "Provider grants a non-exclusive licence.", False),
        ("exclusive", "PROVIDER GRANTS A NONEXCLUSIVE LICENSE.", False),
        ("transferable", "The licence is transferable.", True),
        ("transferable", "The licence is non-transferable.", False),
        ("transferable", "The licence is not assignable.", False),
        ("sublicensable", "The licence is sublicensable.", True),
        ("sublicensable", "The right may not be sublicensed.", False),
        ("sublicensable", "It comes without the right to sublicense.", False),
        ("revocable", "Provider may revoke it.", True),
        ("revocable", "The licence is irrevocable.", False),
        ("perpetual", "The licence is granted in perpetuity.", True),
        ("worldwide", "It may be used anywhere in the world.", True),
        ("royalty_free", "The licence is free of charge.", True),
        ("royalty_free", "The licence is royalty-bearing.", False),
        ("consent_required", "It may not be assigned without Provider's prior written consent.", True),
        ("consent_required", "It may be assigned without the need for consent.", False),
        ("consent_reasonable", "Consent shall not be unreasonably withheld.", True),
        ("refund", "Provider shall refund prepaid fees.", True),
        ("refund", "Fees are non-refundable.", False),
        ("refund", "No refund is given.", False),
        ("arbitration", "Disputes are settled by arbitration.", True),
        ("class_waiver", "No class actions are allowed.", True),
        ("jury_waiver", "Each side waives trial by jury.", True),
        ("fault_based", "Customer pays for losses caused by its negligence.", True),
        ("fault_based", "Customer pays regardless of fault.", False),
        ("material", "Either may end it for material breach.", True),
        ("material", "Either may end it for any breach.", None),
        ("written_notice", "Either may end it by written notice.", True),
    ],
)
def test_a_known_flag_is_read_from_its_phrases(name, text, value):
    assert flag(name, text) is value


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"read": "choice", "known": "mutual"}, "'mutual' is known as a flag"),
        ({"read": "flag", "known": "promptness"}, "'promptness' is known as a choice"),
        ({"read": "who"}, "a who needs 'near'"),
        ({"read": "modality"}, "a modality needs 'near'"),
        ({"read": "flag", "near": ["breach"]}, "a flag needs 'yes'"),
        ({"read": "notice", "silent": "soon"}, "'soon' is nothing a notice can be read as"),
        ({"read": "date", "silent": 0}, "0 is nothing a date can be read as"),
    ],
)
def test_a_fact_that_does_not_fit_its_reader_is_refused(fields, message):
    with pytest.raises(ValueError, match=message):
        FactEntry.model_validate(fields)
