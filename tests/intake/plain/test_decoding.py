"""Bytes of a text file to characters."""

from pathlib import Path

import pytest

from app.errors import OverBudgetError
from app.intake.plain.decoding import decode_text

RUSSIAN = "Настоящий договор заключён между сторонами. Плата составляет пять процентов в год. "
JAPANESE = "本契約は甲と乙との間で締結される。料金は月額千円とする。支払期限は三十日以内とする。"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_are_told_without_a_mark(encoding):
    assert decode_text(Path("a"), "You pay 10 € – at once.".encode(encoding)).text == "You pay 10 € – at once."


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")]
)
def test_other_scripts_are_guessed_from_their_letters_and_it_is_said(text, encoding):
    decoded = decode_text(Path("a"), (text * 4).encode(encoding))
    assert decoded.text == text * 4
    assert "does not say how its letters are coded" in decoded.not_read[0]


def test_few_letters_beyond_ascii_are_windows_1252_without_a_word():
    decoded = decode_text(Path("a"), "Müller’s fee – 10 €".encode("cp1252"))
    assert (decoded.text, decoded.not_read) == ("Müller’s fee – 10 €", ())


def test_a_stated_encoding_goes_before_a_guess():
    assert decode_text(Path("a"), "Плата".encode("koi8-r"), "koi8-r").text == "Плата"


@pytest.mark.parametrize("stated", ["hex", "rot13", "idna", "no such thing", "\x00"])
def test_a_stated_encoding_of_no_use_is_passed_over(stated):
    assert decode_text(Path("a"), "Gebühr".encode("cp1252"), stated).text == "Gebühr"


@pytest.mark.parametrize("data", [b"x" * 20_000_001, b"\r\n" * 200_001])
def test_text_longer_than_any_contract_is_refused(data):
    with pytest.raises(OverBudgetError, match="longer than any contract"):
        decode_text(Path("a"), data)
