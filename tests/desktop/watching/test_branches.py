from dataclasses import replace

from app.desktop.watching.branches import branches_of


def parts(branch):
    return [part.title for part in branch.under]


def part(found, title):
    return next(each for each in branches_of(found)[0].under if each.title.startswith(title))


def test_what_touches_planned_uses_is_first_and_then_what_is_better_or_worse(found):
    assert parts(branches_of(found)[0])[:2] == ["Touches planned uses (2)", "Clause types, better or worse (1)"]


def test_the_rest_follows_by_what_happened_to_it(found):
    assert parts(branches_of(found)[0])[2:] == [
        "New (1)",
        "Gone (1)",
        "Changed (1)",
        "Moved (1)",
        "Only reworded (1)",
        "Clause types as before, in other words (1)",
        "Not read or not compared (2)",
    ]


def test_what_is_worse_for_a_planned_use_is_told_before_what_is_better(found):
    assert [each.about.number for each in part(found, "Touches").under] == [2, 1]


def test_a_change_of_a_clause_type_tells_both_levels(found):
    (effect,) = part(found, "Clause types, better").under
    assert (effect.title, effect.severity) == ("Cure period · ▼ Worse · Fallback → Walk-away", "high")


def test_a_change_tells_its_words_its_direction_its_place_and_its_clause_types(found):
    (gone,) = part(found, "Gone").under
    assert gone.title == "“Old words”"
    assert gone.told == "▲ Better · Prohibition · clause 5 of the old version · Cure period"


def test_what_is_only_reworded_has_no_direction(found):
    assert part(found, "Only reworded").under[0].told.startswith("Prohibition")


def test_files_that_were_left_out_are_told_beside_the_steps(found):
    (line,) = branches_of(found)[1].under
    assert (line.title, line.step) == ("notes.txt: left out.", -1)


def test_what_was_not_read_of_a_version_is_told_once(found, step):
    again = replace(found, steps=(step, step))
    assert [title for title in parts(branches_of(again)[1]) if title.startswith("Not read")] == []


def test_a_step_in_which_nothing_changed_says_so(found, step):
    same = replace(step, changes=(), judged=replace(step.judged, effects=()))
    assert branches_of(replace(found, steps=(same,)))[0].told == (
        "No change was found that touches a planned use. No statement says anything else than before."
    )
