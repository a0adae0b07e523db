"""Automatic numbers as Word prints them."""

import pytest
from lxml import etree

from app.ooxml.names import W
from app.ooxml.number_formats import format_custom, format_number
from app.ooxml.numbering import Lists, Numbering
from app.ooxml.styles import Styles, properties_of


def xml(text):
    return etree.fromstring(f'<w:x xmlns:w="{W}">{text}</w:x>')


def lvl(index, form, text, more=""):
    content = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}">{content}</w:lvl>'


LEVELS = lvl(0, "decimal", "%1.") + lvl(1, "lowerLetter", "(%2)") + lvl(2, "lowerRoman", "%1.%2(%3)")


def abstract(levels=LEVELS, number=0):
    return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'


def num(number, of=0, more=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def override(level, content):
    return f'<w:lvlOverride w:ilvl="{level}">{content}</w:lvlOverride>'


def item(level=0, number=1, style=""):
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr></w:p>'


def marks(numbering, *paragraphs, styles=""):
    counter = Numbering(Lists(xml(numbering), Styles(xml(styles))))
    found = [counter.mark(properties_of(p)) for p in xml("".join(paragraphs))]
    return [mark.text if mark else "" for mark in found]


def test_levels_count_and_begin_again_under_the_next_number():
    paragraphs = (item(0), item(1), item(1), item(2), item(0), item(1))
    assert marks(abstract() + num(1), *paragraphs) == ["1.", "(a)", "(b)", "1.b(i)", "2.", "(a)"]


def test_paragraphs_without_a_list_have_no_mark():
    assert marks(abstract() + num(1), "<w:p/>", item(number=0), item(number=7)) == ["", "", ""]


def test_instances_of_one_definition_count_on():
    assert marks(abstract() + num(1) + num(2), item(), item(number=2), item()) == ["1.", "2.", "3."]


def test_a_start_override_begins_anew_once():
    numbering = abstract() + num(1) + num(2, more=override(0, '<w:startOverride w:val="5"/>'))
    assert marks(numbering, item(), item(number=2), item(number=2)) == ["1.", "5.", "6."]


def test_an_instance_may_replace_a_level():
    numbering = abstract() + num(1, more=override(0, lvl(0, "upperRoman", "Article %1")))
    assert marks(numbering, item(), item(1)) == ["Article I", "(a)"]


def test_definitions_count_apart():
    assert marks(abstract() + abstract(number=1) + num(1) + num(2, of=1), item(), item(number=2)) == ["1.", "1."]


def test_a_level_may_go_on_through_the_numbers_above_it():
    levels = lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    assert marks(abstract(levels) + num(1), item(0), item(1), item(0), item(1)) == ["1.", "1.", "2.", "2."]


def test_legal_numbering_shows_all_levels_in_decimals():
    levels = lvl(0, "upperRoman", "Article %1") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert marks(abstract(levels) + num(1), item(0), item(1)) == ["Article I", "1.1"]


def test_a_level_that_was_passed_over_counts_as_begun():
    levels = lvl(0, "decimal", "%1") + lvl(1, "decimal", "%1.%2")
    assert marks(abstract(levels) + num(1), item(1), item(0), item(1)) == ["1.1", "2", "2.1"]


def test_a_level_begins_again_at_the_start_that_its_instance_states():
    numbering = abstract() + num(1, more=override(1, '<w:startOverride w:val="3"/>'))
    assert marks(numbering, item(0), item(1), item(0), item(1)) == ["1.", "(c)", "2.", "(c)"]


def test_legal_numbering_keeps_the_zeros_before_small_numbers():
    levels = lvl(0, "upperRoman", "Article %1.") + lvl(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")
    assert marks(abstract(levels) + num(1), item(0), item(1)) == ["Article I.", "Section 1.01"]


def test_a_format_may_be_given_by_its_first_numbers():
    level = lvl(0, "custom", "%1").replace('"custom"', '"custom" w:format="001, 002, 003, ..."')
    assert marks(abstract(level) + num(1), item(), item()) == ["001", "002"]


def test_a_picture_is_shown_as_a_plain_bullet():
    assert marks(abstract(lvl(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>')) + num(1), item()) == ["•"]


@pytest.mark.parametrize(("text", "shown"), [("\uf0b7", "•"), ("o", "◦"), ("–", "–"), ("\uf123", "•"), ("", "")])
def test_bullets_of_symbol_fonts_are_shown_as_characters(text, shown):
    assert marks(abstract(lvl(0, "bullet", text)) + num(1), item(), item()) == [shown, shown]


def test_a_level_without_text_prints_nothing():
    assert marks(abstract(lvl(0, "none", "")) + num(1), item()) == [""]


def style(name, content, base=""):
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}">{based}<w:pPr>{content}</w:pPr></w:style>'


STYLED = (
    style("H1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("H2", "", base="H1")
    + style("H3", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>')
    + style("Off", '<w:numPr><w:numId w:val="0"/></w:numPr>', base="H1")
)


def test_styles_number_their_paragraphs_at_the_level_that_names_them():
    levels = lvl(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>') + lvl(
        1, "lowerLetter", "(%2)", '<w:pStyle w:val="H2"/>'
    )
    paragraphs = [item(style=name, number=None) for name in ("H1", "H2", "H2", "H1")]
    assert marks(abstract(levels) + num(1), *paragraphs, styles=STYLED) == ["1.", "(a)", "(b)", "2."]


def test_a_style_may_state_its_level():
    assert marks(abstract() + num(1), item(style="H3", number=None), styles=STYLED) == ["1.a(i)"]


def test_a_style_may_switch_the_numbering_of_its_base_off():
    assert marks(abstract() + num(1), item(style="Off", number=None), styles=STYLED) == [""]


def test_the_list_of_a_paragraph_goes_before_that_of_its_style():
    numbering = abstract() + abstract(number=1) + num(1) + num(2, of=1)
    assert marks(numbering, item(style="H1", number=None), item(1, number=2, style="H1"), styles=STYLED) == [
        "1.",
        "(a)",
    ]


def test_a_numbering_style_leads_to_the_definition():
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List"/></w:abstractNum>'
    linked = style("List", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert marks(abstract() + link + num(1) + num(2, of=1), item(number=2), styles=linked) == ["1."]


def test_a_circle_of_numbering_styles_ends():
    link = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="List"/></w:abstractNum>'
    linked = style("List", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert marks(link + num(1), item(), styles=linked) == [""]


@pytest.mark.parametrize(("example", "shown"), [("0001, 0002", "0007"), ("α, β", "7"), ("", "7")])
def test_formats_of_their_own_pad_with_zeros(example, shown):
    assert format_custom(7, example) == shown


@pytest.mark.parametrize(
    ("style", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 14, "XIV"),
        ("ordinal", 12, "12th"),
        ("ordinal", 23, "23rd"),
        ("cardinalText", 42, "Forty-two"),
        ("cardinalText", 317, "Three hundred seventeen"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 31, "Thirty-first"),
        ("hex", 26, "1A"),
        ("chicago", 6, "††"),
        ("none", 4, ""),
        ("lowerRoman", 0, "0"),
        ("upperLetter", 781, "A"),
        ("cardinalText", 1012, "One thousand twelve"),
        ("chineseCounting", 105, "一百零五"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 23, "二十三"),
        ("thaiNumbers", 10, "๑๐"),
        ("decimalEnclosedCircle", 3, "③"),
        ("numberInDash", 4, "- 4 -"),
        ("bahtText", 5, "5"),
    ],
)
def test_numbers_are_shown_in_the_formats_of_word(style, value, shown):
    assert format_number(value, style) == shown
