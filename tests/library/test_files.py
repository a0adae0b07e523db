from pathlib import Path

import pytest

from app.library.files import parse

PATH = Path("visits.yaml")
CHAIN = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
)


@pytest.mark.parametrize("text", [CHAIN, "a: &a\n  b: *a\n"], ids=["a chain", "one that holds itself"])
def test_aliases_that_stand_for_more_than_a_machine_holds_are_refused(text):
    assert parse(PATH, text.encode()) == (
        "visits.yaml:1: its aliases (*) stand for more than a library can hold; write out what they stand for"
    )


def test_a_few_aliases_are_read():
    assert parse(PATH, b"a: &a [x]\nb: *a\n") == {"a": ["x"], "b": ["x"]}


def test_a_file_of_another_size_than_clause_files_is_not_read():
    problem = parse(PATH, b"#" * 5_000_001)
    assert problem.startswith("visits.yaml:1: has more than 5,000,000 bytes")
