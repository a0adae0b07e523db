import pytest

from app.model.clause import Test
from app.model.profile import DeploymentProfile
from app.model.tests import passes, profile_value

PROFILE = DeploymentProfile(monthly_active_users=600)


@pytest.mark.parametrize(
    ("comparison", "operand", "value", "passed"),
    [
        ("is", True, True, True),
        ("is", True, 1, False),
        ("is", "EU", "EU", True),
        ("is", 30, 30.0, True),
        ("is_not", "EU", "UK", True),
        ("one_of", ("EU", "UK"), "UK", True),
        ("one_of", ("EU", "UK"), "US", False),
        ("at_least", 30, 30, True),
        ("at_least", 30, 29, False),
        ("at_most", 30, 30, True),
        ("at_most", 30, 31, False),
        ("stated", True, 0, True),
        ("stated", False, None, True),
        ("stated", True, None, False),
        ("at_least", 30, None, False),
        ("is", False, None, False),
        ("clear_of_profile", ("monthly_active_users", 20.0), 751, True),
        ("clear_of_profile", ("monthly_active_users", 20.0), 750, False),
        ("clear_of_profile", ("monthly_active_users", 20.0), 500, False),
    ],
)
def test_each_comparison_decides(comparison, operand, value, passed):
    assert passes(Test("fact", "key", comparison, operand), value, PROFILE) is passed


def test_several_answers_of_the_profile_are_one_text():
    assert profile_value(DeploymentProfile(modalities=("text", "audio")), "modalities") == "text, audio"


def test_a_derived_answer_of_the_profile_is_read_too():
    assert profile_value(DeploymentProfile(modalities=("text",)), "multimodal") is False
