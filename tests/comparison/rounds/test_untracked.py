"""What was changed without a trace: their text, their changes rejected, must be what we sent."""

import pytest

from app.comparison.rounds.steps import Rules
from app.comparison.rounds.trace import trace


def found(traced):
    return [(each.point.kind, each.point.before, each.point.after) for each in traced.points.untracked]


def test_a_number_changed_without_a_trace_is_found(follow, markup):
    sent, returned = (markup.paragraph(f"Interest is {many} percent a month.") for many in ("two", "three"))
    assert found(follow([sent], [returned])) == [("changed", "two", "three")]


def test_words_put_in_without_a_trace_are_found(follow, markup):
    sent = markup.paragraph("Fees are fixed for a year.")
    returned = markup.paragraph("Fees are not fixed for a year.")
    assert found(follow([sent], [returned])) == [("added", "", "not")]


def test_words_taken_out_without_a_trace_are_found(follow, markup):
    sent = markup.paragraph("Fees are not fixed for a year.")
    returned = markup.paragraph("Fees are fixed for a year.")
    assert found(follow([sent], [returned])) == [("removed", "not", "")]


def test_an_edit_beside_their_tracked_changes_is_found(follow, markup):
    sent = markup.paragraph("Interest is two percent a month. Law is that of Delaware.")
    returned = markup.paragraph(
        "Interest is three percent a month. Law is that of ", markup.gone("Them", "Delaware", day=5),
        markup.ins("Them", "Nevada", day=5), "."
    )  # fmt: skip
    assert found(follow([sent], [returned])) == [("changed", "two", "three")]


def test_an_edit_of_words_that_we_asked_for_is_found_and_the_ask_is_countered(follow, markup):
    sent = markup.paragraph("due in ", markup.gone("Us", "thirty"), markup.ins("Us", "sixty"), " days")
    traced = follow([sent], [markup.paragraph("due in forty days")])
    assert found(traced) == [("changed", "sixty", "forty")]
    assert [each.point.answer for each in traced.points.asks] == ["countered"]


def test_other_words_inside_our_own_mark_are_found_and_told_to_bear_our_name(follow, markup):
    sent, returned = (
        markup.paragraph("due in ", markup.gone("Us", "thirty"), markup.ins("Us", many), " days")
        for many in ("sixty", "forty")
    )
    traced = follow([sent], [returned])
    assert found(traced) == [("changed", "sixty", "forty")]
    assert traced.points.untracked[0].point.in_our_name


def test_a_deletion_in_our_name_that_we_did_not_make_is_found(follow, markup):
    sent = markup.paragraph("Fees are not fixed for a year.")
    returned = markup.paragraph("Fees are ", markup.gone("Us", "not ", day=5), "fixed for a year.")
    traced = follow([sent], [returned])
    assert found(traced) == [("removed", "not", "")]
    assert traced.points.untracked[0].point.in_our_name


def test_a_paragraph_taken_out_without_a_trace_is_found_whole(follow, markup):
    kept = [markup.paragraph(f"{name} are fixed for a year.") for name in ("Fees", "Taxes", "Costs")]
    assert found(follow(kept, [kept[0], kept[2]])) == [("removed", "Taxes are fixed for a year.", "")]


def test_a_paragraph_put_in_without_a_trace_is_found_whole(follow, markup):
    kept = [markup.paragraph(f"{name} are fixed for a year.") for name in ("Fees", "Taxes", "Costs")]
    assert found(follow([kept[0], kept[2]], kept)) == [("added", "", "Taxes are fixed for a year.")]


def test_a_paragraph_taken_out_beside_a_changed_one_is_told_apart(follow, markup):
    sent = [markup.paragraph(text) for text in ("Delivery is due within 60 days.", "Copies are kept in their control.")]
    returned = [markup.paragraph("Delivery is due within ninety days.")]
    assert found(follow(sent, returned)) == [
        ("changed", "60", "ninety"),
        ("removed", "Copies are kept in their control.", ""),
    ]


def test_a_paragraph_moved_without_a_trace_is_found(follow, markup):
    texts = (
        "Fees are fixed for the first year of the term.", "Customer shall keep its account details secret.",
        "Provider stores backups in two distant places.", "Either party may end this for cause at any time.",
        "Notices are sent by registered mail to the seat.",
    )  # fmt: skip
    one, two, three, four, five = map(markup.paragraph, texts)
    assert found(follow([one, two, three, four, five], [two, three, four, one, five])) == [
        ("moved", texts[0], texts[0])
    ]


def test_a_paragraph_split_without_a_trace_is_found(follow, markup):
    sent = [markup.paragraph("Fees are fixed. Taxes are extra.")]
    returned = [markup.paragraph("Fees are fixed. "), markup.paragraph("Taxes are extra.")]
    assert found(follow(sent, returned)) == [("parted", "", "")]


def test_words_put_out_of_sight_are_found(follow, markup):
    sent = markup.paragraph("Fees are ", "not ", "fixed.")
    returned = markup.paragraph("Fees are ", markup.hidden("not "), "fixed.")
    assert found(follow([sent], [returned])) == [("hidden", "not", "not")]


def test_blanks_alone_are_told_as_such(follow, markup):
    sent, returned = (
        markup.paragraph("Fees are fixed.  Taxes are extra."),
        markup.paragraph("Fees are fixed. Taxes are extra."),
    )
    assert [kind for kind, *_ in found(follow([sent], [returned]))] == ["blanks"]


def test_what_a_field_shows_anew_is_told_as_such(follow, markup):
    sent, returned = (markup.paragraph("see page ", markup.field(number)) for number in ("4", "5"))
    assert found(follow([sent], [returned])) == [("field", "4", "5")]


def test_their_open_change_made_text_is_found(follow, markup):
    sent = markup.paragraph(
        "Law of ", markup.gone("Them", "Delaware", day=5), markup.ins("Them", "Nevada", day=5), " holds."
    )
    returned = markup.paragraph("Law of Nevada holds.")
    assert found(follow([sent], [returned])) == [("settled", "Delaware", "Nevada")]


def test_their_open_change_that_they_withdraw_is_no_alarm(follow, markup):
    sent = markup.paragraph(
        "Law of ", markup.gone("Them", "Delaware", day=5), markup.ins("Them", "Nevada", day=5), " holds."
    )
    assert found(follow([sent], [markup.paragraph("Law of Delaware holds.")])) == []


def test_letters_that_fit_by_chance_hide_no_edit(follow, markup):
    sent = markup.paragraph("due in ", markup.gone("Us", "ten"), markup.ins("Us", "steadily many"), " days")
    returned = markup.paragraph("due in ", markup.ins("Us", "stay"), " days")
    assert found(follow([sent], [returned])) == [("changed", "steadily many", "stay")]


def test_an_edit_in_a_table_cell_is_found_with_its_place(follow, markup):
    def table(*cells):
        row = "".join(f"<w:tc>{markup.paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tbl><w:tr>{row}</w:tr></w:tbl>{markup.paragraph('End.')}"

    traced = follow([table("Uptime", "99")], [table("Uptime", "95")])
    assert found(traced) == [("changed", "99", "95")]
    assert traced.points.untracked[0].point.returned.label == "paragraph 2, table 1, row 1"


@pytest.mark.parametrize(
    ("kind", "tag", "label"),
    [("header", "hdr", "a header"), ("footer", "ftr", "a footer")],
)
def test_an_edit_in_a_running_story_is_found(file, markup, kind, tag, label):
    sent, returned = (
        file(markup.paragraph("Fees."), **{kind: f"<w:{tag}>{markup.paragraph(text)}</w:{tag}>"})
        for text in ("Draft 1", "Draft 2")
    )
    (edit,) = trace(sent, returned, Rules(frozenset({"Us"}))).points.untracked
    assert (edit.point.before, edit.point.after, edit.point.returned.label) == ("1", "2", label)


def test_the_lines_that_part_notes_from_the_text_are_not_compared(file, markup):
    def notes(separator, text):
        return (
            f'<w:footnotes><w:footnote w:type="separator" w:id="0">{markup.paragraph(separator)}</w:footnote>'
            f'<w:footnote w:id="1">{markup.paragraph(text)}</w:footnote></w:footnotes>'
        )

    sent = file(markup.paragraph("Fees."), footnotes=notes("-", "Net of tax."))
    returned = file(markup.paragraph("Fees."), footnotes=notes("--", "Gross of tax."))
    (edit,) = trace(sent, returned, Rules(frozenset({"Us"}))).points.untracked
    assert (edit.point.before, edit.point.after) == ("Net", "Gross")
