from collections import Counter

from app.intake.pdf.blocks import Printed, make_block
from app.intake.pdf.lines import make_line
from app.intake.pdf.setting import setting_of


def test_a_word_of_a_line_made_level_is_said_to_stand_where_it_is_printed(print_words):
    words = [word._replace(lift=3.0 * place) for place, word in enumerate(print_words("You pay at once."))]
    lines = [make_line(words, 1)]
    block = make_block(lines, Printed(Counter(), setting_of(lines)))
    assert [(box.top, box.bottom) for box in block.boxes] == [(90, 100), (93, 103), (96, 106), (99, 109)]
