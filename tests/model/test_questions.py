from dataclasses import fields
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from app.model.profile import DeploymentProfile, GroupCompany
from app.model.questions import COMPANY_QUESTIONS, QUESTIONS


@pytest.mark.parametrize(
    ("form", "questions"), [(DeploymentProfile, QUESTIONS), (GroupCompany, COMPANY_QUESTIONS)], ids=["plan", "company"]
)
def test_every_field_is_asked_once(form, questions):
    assert sorted(question.field for question in questions) == sorted(field.name for field in fields(form))


def _values(question):
    kind = get_type_hints(GroupCompany if question in COMPANY_QUESTIONS else DeploymentProfile)[question.field]
    kind = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return get_args(kind) if get_origin(kind) is Literal else ()


@pytest.mark.parametrize("question", [*QUESTIONS, *COMPANY_QUESTIONS], ids=lambda question: question.field)
def test_every_fixed_value_has_a_name(question):
    assert tuple(value for value, _ in question.answers) == _values(question)


@pytest.mark.parametrize("question", [*QUESTIONS, *COMPANY_QUESTIONS], ids=lambda question: question.field)
def test_a_question_is_one_and_says_why(question):
    assert question.asks.endswith("?")
    assert question.why.endswith(".")
