from app.service.library_overlay import library_with


def severity_of(library, name):
    return library.clause(name).severity


def test_without_a_folder_it_is_the_bundled_library():
    library, problems = library_with(None, {})
    assert (library.clause("assignment").title, problems) == ("Assignment", ())


def test_a_text_stands_in_the_place_of_a_file(tmp_path):
    (tmp_path / "assignment.yaml").write_text("severity: high\n")
    library, _ = library_with(tmp_path, {"assignment.yaml": "severity: low\n"})
    assert severity_of(library, "assignment") == "low"


def test_nothing_is_written_into_the_folder(tmp_path):
    (tmp_path / "assignment.yaml").write_text("severity: high\n")
    library_with(tmp_path, {"assignment.yaml": "severity: low\n", "publicity.yaml": "severity: low\n"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"assignment.yaml": "severity: high\n"}


def test_a_file_with_mistakes_keeps_no_other_from_being_used(tmp_path):
    (tmp_path / "assignment.yaml").write_text("severity: high\n")
    (tmp_path / "publicity.yaml").write_text("severity: awful\n")
    library, problems = library_with(tmp_path, {})
    assert severity_of(library, "assignment") == "high"
    assert problems[0].startswith("publicity.yaml:1: severity: must be")


def test_a_wrong_library_file_is_left_out_and_named(tmp_path):
    (tmp_path / "library.yaml").write_text("extends: nothing\n")
    (tmp_path / "assignment.yaml").write_text("severity: high\n")
    library, problems = library_with(tmp_path, {})
    assert severity_of(library, "assignment") == "high"
    assert problems[0].startswith("library.yaml:1: extends: must be")


def test_where_all_files_have_mistakes_the_bundled_library_is_left(tmp_path):
    (tmp_path / "assignment.yaml").write_text("severity: [\n")
    library, problems = library_with(tmp_path, {})
    assert library.clause("assignment").title == "Assignment"
    assert problems[0].startswith("assignment.yaml:2:")
