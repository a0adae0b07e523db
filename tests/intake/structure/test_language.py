"""The language of a document."""

import pytest

from app.intake.structure.language import language_of

ENGLISH = "You may use the model for any purpose, and you must not remove the notice that is in it. "
GERMAN = "Der Kunde darf die Software nicht für andere Zwecke nutzen, und er ist mit der Zahlung in Verzug. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        ("Le client ne peut pas utiliser le logiciel dans une autre ville, et les frais sont pour lui.", "fr"),
        ("El cliente no puede usar el programa para otros fines, y las tarifas se pagan en euros.", "es"),
        ("Il cliente non può usare il programma per altri fini, e le tariffe sono pagate con la carta.", "it"),
        ("De klant mag het programma niet gebruiken voor een ander doel, en de kosten zijn door hem te dragen.", "nl"),
        ("Клиент не может использовать программу.", "ru"),
        ("お客様は本ソフトウェアを利用できます。", "ja"),
        ("客户可以使用本软件。", "zh"),
        ("고객은 이 소프트웨어를 사용할 수 있습니다.", "ko"),
        ("12 34 56", ""),
    ],
)  # fmt: skip
def test_the_language_is_told_by_script_and_frequent_words(text, language):
    assert language_of([text]) == language


def test_a_document_in_another_language_is_said_to_be_not_judged(read_text):
    document = read_text(GERMAN * 3)
    assert document.language == "de"
    assert document.not_read == (
        "it is written in German; the clause library reads English, so most of it is not judged",
    )


def test_of_a_document_in_two_languages_the_other_part_is_named(read_text):
    document = read_text("\n\n".join([ENGLISH * 3] * 12 + [GERMAN * 3] * 12))
    assert document.language == "en"
    assert document.not_read[0].startswith("parts of it are written in German")


def test_english_is_not_worth_a_word(read_text):
    assert read_text(ENGLISH).not_read == ()
