from app.model.redline import Edit, Redline
from app.model.span import Span


def test_the_text_of_a_paragraph_is_what_its_edits_make_of_it():
    edits = (Edit(3, Span(4, 8), "thirty"), Edit(3, Span(13, 13), " in writing"), Edit(4, Span(0, 3), "Nobody"))
    assert Redline("exit", edits=edits).text_of(3, "The five days") == "The thirty days in writing"
