import pytest

from app.intake.ocr.skew import levelled
from app.intake.pdf.placed import PlacedWord


def line(top, slope=0.0, turn=0):
    """Return six words of one line that begins at the height `top`."""
    return [
        PlacedWord(
            str(place),
            100.0 + 50 * place,
            top + 50 * place * slope,
            140.0 + 50 * place,
            top + 10 + 50 * place * slope,
            turn=turn,
        )
        for place in range(6)
    ]


@pytest.mark.parametrize("slope", [0.03, -0.05])
def test_lines_askew_are_made_level_about_the_middle(slope):
    words = levelled([line(top, slope) for top in (100, 115, 130)])
    tops = [word.top for word in words]
    assert tops[:6] == pytest.approx([100 + 125 * slope] * 6)
    assert tops[6:12] == pytest.approx([115 + 125 * slope] * 6)
    assert all(word.bottom - word.top == pytest.approx(10) for word in words)


def test_words_made_level_know_where_they_are_printed():
    printed = line(100, 0.03)
    assert [word.top + word.lift for word in levelled([printed])] == pytest.approx([word.top for word in printed])


def test_level_lines_stay():
    lines = [line(100), line(115)]
    assert levelled(lines) == [*lines[0], *lines[1]]


def test_one_line_askew_among_others_stays_askew():
    lines = [line(100), line(115), line(130, 0.1)]
    assert levelled(lines)[12:] == lines[2]


def test_turned_words_and_short_lines_tell_nothing_and_stay():
    lines = [line(100, 0.05, turn=90), line(115, 0.05)[:3]]
    assert levelled(lines) == [*lines[0], *lines[1]]


def test_no_lines_give_no_words():
    assert levelled([]) == []
