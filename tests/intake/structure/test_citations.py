"""What running words cite by number."""

import pytest

from app.intake.structure.citations import find_citations


def cited(text):
    return [(each.word, each.label) for each in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as Section 5(c) says", [("section", "5(c)")]),
        ("under Sections 4 and 5.", [("section", "4"), ("section", "5")]),
        ("see clauses 3.1 to 3.4", [("clause", "3.1"), ("clause", "3.4")]),
        ("Article IV applies", [("article", "IV")]),
        ("paragraph (b) applies", [("paragraph", "(b)")]),
        ("Sections 5(a) and (b)", [("section", "5(a)"), ("section", "5(b)")]),
        ("Section 2.1(a)(i) or (ii)", [("section", "2.1(a)(i)"), ("section", "2.1(a)(ii)")]),
        ("paragraph (b) of Section 7", [("paragraph", "7(b)"), ("section", "7")]),
        ("in § 4.2", [("section", "4.2")]),
        ("Sec. 3 or Art. 5", [("section", "3"), ("article", "5")]),
        ("as in Section 1.1.(a) and (b)", [("section", "1.1.(a)"), ("section", "1.1.(b)")]),
        ("as in Section 1.b.ii", [("section", "1.b.ii")]),
        ("Exhibits A, B and C", [("exhibit", "A"), ("exhibit", "B"), ("exhibit", "C")]),
        ("Annex I, Schedule 2", [("annex", "I"), ("schedule", "2")]),
        ("within Section 5 and 30 days", [("section", "5")]),
        ("a section of the law", []),
    ],
)
def test_numbers_of_clauses_are_read_singly_and_in_lists(text, found):
    assert cited(text) == found


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Section 7 of this Agreement", "this"),
        ("Section 7 hereof", "this"),
        ("Section 7 of the Agreement", "perhaps"),
        ("Section 7 of the MSA", "other"),
        ("Article 28 of the GDPR", "other"),
        ("Article 28 GDPR", "other"),
        ("Section 365(n) of the Bankruptcy Code", "other"),
        ("11 U.S.C. Section 365(n)", "other"),
        ("17 CFR § 230.144", "other"),
        ("Section 6 thereof", "other"),
        ("Section 2 under the Heron Lease", "other"),
        ("Section 2 of the main body of the Heron Terms", "other"),
    ],
)
def test_it_is_told_whose_clause_is_cited(text, whose):
    assert {each.whose for each in find_citations(text)} <= {whose}


def test_all_of_a_list_belong_to_the_text_named_after_it():
    assert [each.whose for each in find_citations("Sections 4 and 5 of the Data Addendum")] == ["other", "other"]


def test_the_exhibit_of_a_clause_is_told():
    assert [each.within for each in find_citations("paragraph 3 of Schedule 2")] == ["schedule 2", ""]


def test_places_named_in_one_another_without_end_are_read():
    assert len(list(find_citations("Section 1 of " * 2000))) == 2000
