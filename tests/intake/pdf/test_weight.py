import zlib
from base64 import a85encode
from pathlib import Path

import pytest

from app.errors import OverBudgetError
from app.intake.pdf.weight import check_weight

PAGE = b"1 0 obj << /Type /Page /Contents %s >> endobj\n"
FLATE = b"/Filter /FlateDecode"
FORM = b"/Subtype /Form /Resources << /XObject << /X %d 0 R >> >>"
MB = 2**20


def stream(number, content, dictionary=b""):
    return b"%d 0 obj << %s >> stream\n%s\nendstream endobj\n" % (number, dictionary, content)


def is_refused(*objects):
    try:
        check_weight(Path("contract.pdf"), b"%PDF-1.7\n" + b"".join(objects))
    except OverBudgetError:
        return True
    return False


@pytest.mark.parametrize(("size", "refused"), [(8 * MB, False), (32 * MB, True)])
def test_a_stream_is_refused_by_what_it_unpacks_to(size, refused):
    assert is_refused(PAGE % b"2 0 R", stream(2, zlib.compress(bytes(size)), FLATE)) is refused


def test_a_stream_that_is_packed_twice_is_unpacked_twice():
    packed = zlib.compress(zlib.compress(bytes(32 * MB)))
    assert is_refused(stream(2, packed, b"/Filter [/FlateDecode /FlateDecode]"))


def test_a_stream_in_ascii_characters_is_unpacked_too():
    packed = a85encode(zlib.compress(bytes(64 * MB))) + b"~>"
    assert is_refused(stream(2, packed, b"/Filter [/ASCII85Decode /FlateDecode]"))


def test_a_filter_is_known_however_it_is_named():
    assert is_refused(stream(2, zlib.compress(bytes(32 * MB)), b"/Filter /Fl#61teDecode"))


def test_what_one_page_draws_is_added_up():
    part = stream(2, zlib.compress(bytes(8 * MB)), FLATE)
    assert not is_refused(PAGE % b"[2 0 R 2 0 R]", part)
    assert is_refused(PAGE % b"[2 0 R 2 0 R 2 0 R 2 0 R]", part)


def test_what_all_pages_draw_is_added_up():
    part = stream(2, zlib.compress(bytes(8 * MB)), FLATE)
    assert not is_refused(*[PAGE % b"2 0 R"] * 20, part)
    assert is_refused(*[PAGE % b"2 0 R"] * 40, part)


def test_pages_packed_in_an_object_stream_are_seen():
    pages = stream(3, zlib.compress((PAGE % b"2 0 R") * 40), b"/Type /ObjStm " + FLATE)
    assert is_refused(stream(2, zlib.compress(bytes(8 * MB)), FLATE), pages)


def test_a_large_picture_is_read_but_not_as_content():
    picture = stream(2, zlib.compress(bytes(32 * MB)), b"/Subtype /Image " + FLATE)
    assert not is_refused(picture)
    assert is_refused(PAGE % b"2 0 R", picture)


@pytest.mark.parametrize(("depth", "refused"), [(5, False), (30, True)])
def test_forms_that_draw_the_next_one_twice_grow_too_fast(depth, refused):
    forms = [stream(number, b"/X Do /X Do", FORM % (number + 1)) for number in range(10, 10 + depth)]
    assert is_refused(*forms, stream(10 + depth, b"()", b"/Subtype /Form")) is refused


def test_what_cannot_be_unpacked_is_left_to_the_reader():
    assert not is_refused(PAGE % b"2 0 R", stream(2, b"not packed", FLATE), b"stream\nstray")
