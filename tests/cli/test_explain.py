import re


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


def test_a_definition_and_a_carve_out_elsewhere_are_shown_with_their_place_and_words(run, linked):
    lines = run("explain", linked, "--clause", "mau-threshold").out.splitlines()
    start = lines.index("Words elsewhere that bear on it")
    bearing = lines[start + 1 : lines.index("", start)]
    definition = 'Words. "Affiliate" means any company that you control or that controls you.'
    assert f"  definition: defines “Affiliate”   1: “{definition}”" in bearing
    carve_out = "Notwithstanding Section 2, Licensor will not refuse a licence to a fishery."
    assert f"  exception: takes something out of Section 2   5: “{carve_out}”" in bearing


def test_a_value_that_the_words_do_not_say_plainly_is_derived_on_the_line_below(run, linked):
    lines = run("explain", linked, "--clause", "termination-for-breach").out.splitlines()
    fact = lines.index("  cure_days = 30   3: “one month”")
    assert lines[fact + 1] == "    “one month” counts as 30 days"


def test_a_fact_on_which_the_clause_is_silent_says_so_on_its_line(run, linked):
    out = run("explain", linked, "--clause", "mau-threshold").out
    assert "  transition = no   (the clause says nothing of it)\n" in out


def test_a_match_says_what_its_score_is_made_of_and_how_much_is_enough(run, linked):
    out = run("explain", linked, "--clause", "mau-threshold").out
    assert re.search(r"^  2: score [01]\.\d\d \(0\.\d\d is enough\) from cues [01]\.\d\d", out, re.MULTILINE)


def test_the_words_of_a_match_are_shown_in_their_sentence(run, licence):
    lines = run("explain", licence, "--clause", "mau-threshold").out.splitlines()
    score = next(number for number, line in enumerate(lines) if ": score " in line)
    found = lines[score + 2].removeprefix("    found by ")
    assert len(lines[score + 1]) > len(found)
    assert "monthly active users" in lines[score + 1]
    assert "monthly active users" in found


def test_a_tested_fact_on_which_the_text_is_silent_is_no_figure_of_the_text(run, linked):
    out = run("explain", linked, "--clause", "mau-threshold").out
    assert "    ✗ fact transition is yes: no (the text is silent)\n" in out


def test_the_last_position_says_that_it_takes_whatever_meets_none_above(run, linked):
    lines = run("explain", linked, "--clause", "mau-threshold").out.splitlines()
    last = next(number for number, line in enumerate(lines) if line.startswith("  walk-away: "))
    assert lines[last + 1] == "    whatever meets no position above"


def test_a_test_that_wants_silence_is_told_in_words(run, licence):
    out = run("explain", licence, "--clause", "licence-grant").out
    assert "fact revocable is not stated: not stated\n" in out
