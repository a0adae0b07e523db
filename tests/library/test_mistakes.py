import pytest
from pydantic import ValidationError

from app.library.mistakes import message_of_form, message_of_yaml
from app.library.schema import ClauseEntry, PositionEntry


def said(form, fields):
    with pytest.raises(ValidationError) as error:
        form.model_validate(fields)
    return {".".join(map(str, each["loc"])): message_of_form(each) for each in error.value.errors()}


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"level": "falback", "name": "A"}, "level", "not 'falback'; did you mean 'fallback'?"),
        ({"level": "fallback", "name": "A", "edit": []}, "edit", "no field that belongs here; did you mean 'edits'?"),
        ({"level": "fallback", "name": 15}, "name", "must be words; put 15 in quotation marks"),
        ({"level": "fallback", "name": None}, "name", "is empty"),
        ({"level": "fallback", "name": "A", "if": "always"}, "if", "must be a list: in square brackets"),
        ({"level": "fallback", "name": "A", "clause": "Stop."}, "clause", "must hold fields, one a line"),
        (
            {"level": "fallback", "name": "A", "if": [{"fact": "days", "at_least": "15"}]},
            "if.0.at_least",
            "must be a number, without quotation marks",
        ),
        ({"level": "fallback"}, "name", "is missing"),
    ],
)
def test_a_mistake_of_form_says_what_may_stand_there(fields, field, message):
    assert message in said(PositionEntry, fields)[field]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("group", "K", "one letter from A to H, not 'K'"), ("id", "Site Visits", "small letters, digits and hyphens")],
)
def test_a_name_of_other_letters_is_told(field, value, message):
    assert message in said(ClauseEntry, {field: value})[field]


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (r"found character '\t' that cannot start any token", "a tab; begin the line with blanks"),
        ("found character '@' that cannot start any token", "words that begin with '@' must stand in quotation marks"),
        ("mapping values are not allowed here", "a colon within words"),
        ('found duplicate key "owner" with value "B" (original value: "A")', 'the field "owner" stands twice'),
        ("expected <block end>, but found '<scalar>'", "does not fit the lines above: quotation marks or braces"),
        ("something that was never seen", "something that was never seen"),
    ],
)
def test_what_yaml_says_is_told_with_what_to_do(problem, message):
    assert message_of_yaml(problem).startswith(message)
