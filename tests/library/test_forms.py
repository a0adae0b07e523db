from datetime import date

import pytest

from app.errors import LibraryError
from app.library.forms import form_file, load_families, load_forms
from app.library.parsed import ParsedFiles
from app.model.forms import FormUnit, StandardForm
from app.paths import data_dir

FORM = """\
id: kite-loan
title: Kite Loan Terms
document_type: terms-of-service
publisher: Village
effective: 2024-05-01
sections:
  - section: "1"
    units: >-
      00112233445566aa:80:17
      _00112233445566ab:30:6
"""
FAMILY = """\
id: kite
title: Kite
publisher: Village
versions:
  - {id: "1", title: Kite 1}
  - {id: "2", title: Kite 2, released: 2024-05-01}
topics:
  - id: tail
    title: Tails
    cells:
      - {versions: ["1"], says: None.}
      - {versions: ["2"], says: Red., exact: Scarlet, at: "3", read: use-policy}
"""


@pytest.fixture
def folder(tmp_path):
    def write(text, *changes, name="one.yaml"):
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_form_file_is_read(folder):
    (form,) = load_forms(folder(FORM))
    assert form.units == (
        FormUnit("00112233445566aa", 80, 17, "1"),
        FormUnit("00112233445566ab", 30, 6, "1", blank=True),
    )
    assert form.effective == date(2024, 5, 1)


def test_a_family_file_is_read(folder):
    (family,) = load_families(folder(FAMILY))
    (difference,) = family.differences("1", "2")
    assert (difference.later.exact, difference.later.read) == ("Scarlet", "use-policy")


def test_a_written_form_reads_back_as_it_is(tmp_path):
    units = (
        FormUnit("0" * 16, 9, 2, "it's “1”"),
        FormUnit("1" * 16, 9, 2, "", blank=True),
        FormUnit("2" * 16, 1, 1, "2"),
        FormUnit("3" * 16, 1, 1, 'Two\n lines\xa0of \\ and "\U000e0001'),
    )
    form = StandardForm(
        "nda-2.1", "Our: NDA", "unknown", "O'Hara", units, "nda", "2.1", date(2024, 1, 2), date(2023, 1, 2), True
    )
    (tmp_path / "nda.yaml").write_text(form_file(form), encoding="utf-8")
    assert load_forms(tmp_path) == (form,)


def test_a_folder_that_is_not_there_holds_no_forms(tmp_path):
    assert load_forms(tmp_path / "forms") == ()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("id: kite-loan", "id: Kite Loan", "one.yaml:1: id:"),
        ("document_type: terms-of-service", "document_type: poem", "one.yaml:3: document_type:"),
        ("effective: 2024-05-01", "effective: May", "one.yaml:5: effective:"),
        ("00112233445566aa:80:17", "00112233445566aa:80", "one.yaml:8: sections.0.units:"),
        ("publisher: Village", "publisher: [", "one.yaml:"),
    ],
)
def test_mistakes_are_named_with_file_line_and_field(folder, old, new, line):
    with pytest.raises(LibraryError) as error:
        load_forms(folder(FORM, (old, new)))
    assert error.value.problems[0].startswith(line)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('versions: ["2"], says', 'versions: ["3"], says', "'3', which is no version"),
        ('versions: ["2"], says', 'versions: ["1"], says', "answers twice"),
        ("read: use-policy", "read: rumour", "use-policy"),
        ('id: "2", title', 'id: "1", title', "two versions have the same id"),
    ],
)
def test_a_family_that_contradicts_itself_is_refused(folder, old, new, words):
    with pytest.raises(LibraryError, match=words):
        load_families(folder(FAMILY, (old, new)))


def test_all_mistakes_of_all_files_are_told_at_once(folder):
    folder(FORM, ("id: kite-loan", "id: A B"), name="a.yaml")
    with pytest.raises(LibraryError) as error:
        load_forms(folder(FORM, ("id: kite-loan", "id: C D"), name="b.yaml"))
    assert [problem[:6] for problem in error.value.problems] == ["a.yaml", "b.yaml"]


def test_an_id_is_not_used_twice(folder):
    folder(FORM, name="a.yaml")
    with pytest.raises(LibraryError, match="another file has the id 'kite-loan'"):
        load_forms(folder(FORM, name="b.yaml"))


def test_files_are_remembered_between_loads(folder, tmp_path):
    where = folder(FORM)
    first = ParsedFiles(tmp_path / "remembered.json")
    forms = load_forms(where, first)
    first.save()
    assert load_forms(where, ParsedFiles(tmp_path / "remembered.json")) == forms


@pytest.fixture(scope="module")
def bundled():
    return load_forms(data_dir("clause_library") / "forms"), load_families(data_dir("clause_library") / "families")


def test_every_bundled_form_of_a_family_is_a_version_of_it(bundled):
    forms, families = bundled
    known = {family.id: family for family in families}
    assert all(known[form.family].version_of(form) for form in forms if form.family in known)


def test_every_text_that_a_bundled_family_names_is_a_bundled_form(bundled):
    forms, families = bundled
    named = {text for family in families for each in family.versions for text in (each.licence, each.policy) if text}
    assert named <= {form.id for form in forms}


def test_a_bundled_form_is_dated_as_its_family_says(bundled):
    forms, (llama,) = bundled
    by_id = {form.id: form for form in forms}
    dates = {v.id: (v.released, v.effective) for v in llama.versions}
    assert {v.id: (by_id[v.licence].released, by_id[v.licence].effective) for v in llama.versions} == dates


@pytest.mark.parametrize(
    ("earlier", "later", "topics"),
    [
        ("2", "3", {"output-use", "attribution-words", "attribution-trigger", "naming", "mark", "pass-on", "warranty"}),
        ("3", "3.1", {"output-use", "attribution-words", "attribution-trigger", "naming", "mark"}),
        ("3.1", "3.2", {"european-union", "policy-personal-data", "policy-safeguards"}),
        ("3.2", "3.3", set()),
        ("3.3", "4", {"threshold-day"}),
    ],
)
def test_the_bundled_family_says_what_changed_from_one_release_to_the_next(bundled, earlier, later, topics):
    _, (llama,) = bundled
    assert {each.topic.id for each in llama.differences(earlier, later)} == topics
