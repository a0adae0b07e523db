from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.intake.pdf.forms import fill_in, form_words, open_form
from app.intake.pdf.words import PageTooFullError, read_words

HEIGHT = 792


@pytest.fixture
def canvas():
    return Canvas(BytesIO(), pagesize=(612, HEIGHT), pageCompression=0)


def saved(canvas):
    canvas.showPage()
    canvas._doc.SaveToFile(file := BytesIO(), canvas)
    return file.getvalue()


def opened(data):
    pdf = pypdfium2.PdfDocument(data)
    told = open_form(pdf)
    page = pdf[0]
    return form_words(page, read_words(page)), told


def texts(canvas):
    return [word.text for word in opened(saved(canvas))[0]]


def test_the_value_of_a_text_field_stands_in_its_box(canvas):
    canvas.acroForm.textfield(name="customer", value="Otter Ltd", x=100, y=HEIGHT - 120, width=200, height=20)
    words, told = opened(saved(canvas))
    assert [word.text for word in words] == ["Otter", "Ltd"]
    assert all(100 <= word.left < word.right <= 300 for word in words)
    assert all(100 <= word.top < word.bottom <= 120 for word in words)
    assert words[0].right < words[1].left
    assert told == ()


def test_a_text_of_several_lines_runs_down_its_field(canvas):
    value = "Otter Ltd\n1 Mill Lane\nAnytown"
    canvas.acroForm.textfield(
        name="address", value=value, x=100, y=HEIGHT - 200, width=200, height=90, fieldFlags="multiline", fontSize=10
    )
    words, _ = opened(saved(canvas))
    assert [word.text for word in words] == value.split()
    assert len({word.top for word in words}) == 3
    assert words[2].top > words[0].bottom - 2


def test_a_long_text_is_wrapped_where_the_field_has_room(canvas):
    canvas.acroForm.textfield(
        name="use", value="any lawful use " * 12, x=100, y=HEIGHT - 200, width=200, height=90, maxlen=400, fontSize=10
    )
    words, _ = opened(saved(canvas))
    assert len(words) == 36
    assert max(word.right for word in words) <= 301


def test_boxes_show_whether_they_are_checked(canvas):
    canvas.acroForm.checkbox(name="yes", checked=True, x=100, y=700)
    canvas.acroForm.checkbox(name="no", checked=False, x=100, y=650)
    assert texts(canvas) == ["☒", "☐"]


def test_of_radio_buttons_the_chosen_one_is_checked(canvas):
    canvas.acroForm.radio(name="plan", value="basic", selected=False, x=100, y=700)
    canvas.acroForm.radio(name="plan", value="full", selected=True, x=100, y=650)
    assert texts(canvas) == ["☐", "☒"]


def test_a_choice_shows_its_label(canvas):
    options = [("Yearly plan", "y"), ("Monthly plan", "m")]
    canvas.acroForm.choice(name="term", value="m", options=options, x=100, y=700, width=120, height=20)
    assert texts(canvas) == ["Monthly", "plan"]


def test_a_password_is_not_shown(canvas):
    canvas.acroForm.textfield(name="secret", value="hunter2", x=100, y=700, fieldFlags="password")
    assert texts(canvas) == []


def test_a_field_without_size_is_not_shown(canvas):
    canvas.acroForm.textfield(name="hidden", value="42", x=100, y=700, width=0, height=0)
    assert texts(canvas) == []


def test_what_the_text_layer_shows_already_is_not_said_twice(canvas):
    canvas.acroForm.textfield(name="customer", value="Otter Ltd", x=100, y=HEIGHT - 120, width=200, height=20)
    canvas.drawString(105, HEIGHT - 115, "Otter Ltd")
    assert texts(canvas) == []


def test_a_form_with_more_letters_than_a_page_can_hold_is_refused(canvas):
    for place in range(30):
        canvas.acroForm.textfield(name=f"field {place}", value="word " * 2000, maxlen=10_000, x=10, y=10)
    with pytest.raises(PageTooFullError):
        opened(saved(canvas))


def test_a_page_without_a_form_has_no_words_of_one(canvas):
    canvas.drawString(100, 700, "No form.")
    assert opened(saved(canvas)) == ([], ())


def test_a_form_of_the_kind_xfa_is_named(canvas):
    canvas.acroForm.textfield(name="customer", value="Otter", x=100, y=700)
    data = saved(canvas).replace(b"/DA (/Helv 0 Tf 0 g) /DR", b"/XFA (x) /DA (/Helv 0 Tf 0 g) /DR")
    words, told = opened(data)
    assert [word.text for word in words] == ["Otter"]
    assert told == ("its form holds a second copy of the kind XFA; only its fields on the pages are read",)


def test_values_are_read_after_what_is_printed_before_them(print_words):
    printed = [*print_words("Customer:"), *print_words("Plan:", base=130), *print_words("Yes", left=90, base=160)]
    filled = [
        *print_words("Otter Ltd", left=200),
        *print_words("gold", left=200, base=130),
        *print_words("x", base=160),
        *print_words("Anytown", left=200, base=190),
    ]
    words = [word.text for word in fill_in(printed, filled)]
    assert " ".join(words) == "Customer: Otter Ltd Plan: gold x Yes Anytown"
