def test_words_facts_tests_and_score_are_shown(run, licence):
    done = run("explain", licence, "--clause", "mau-threshold")
    assert (done.status, done.err) == (0, "")
    assert "threshold = 10,000,000" in done.out
    assert "monthly active users" in done.out
    assert "score " in done.out
    assert "walk-away: " in done.out


def test_a_clause_type_that_is_not_known_is_answered_with_near_ones(run, licence):
    done = run("explain", licence, "--clause", "vendor-authorty")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "counterdraft: the library has no clause type 'vendor-authorty'; did you mean vendor-authority?\n"
    )


def test_a_clause_the_document_lacks_is_explained_too(run, licence):
    done = run("explain", licence, "--clause", "vendor-authority")
    assert done.status == 0
    assert "missing" in done.out.splitlines()[0]
