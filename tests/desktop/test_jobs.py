import pytest

from app.desktop.jobs import file_of


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("licence.docx", "licence.docx"),
        ("Größe „S“.pdf", "Größe „S“.pdf"),
        ("C:\\deals\\terms.txt", "C deals terms.txt"),
        ("../../etc/passwd", "passwd"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b.txt", "a b.txt"),
        ("con.txt", "_con.txt"),
        ("x" * 300 + ".txt", "x" * 110 + ".txt"),
        ("terms.\u202etxt", "terms"),
        ("caf\udce9.txt", "caf.txt"),
    ],
)
def test_a_document_of_a_matter_is_read_from_a_file_that_every_system_allows(name, called):
    with file_of(b"words", name) as path:
        assert path.name == called
        assert path.read_bytes() == b"words"
    assert not path.parent.exists()
