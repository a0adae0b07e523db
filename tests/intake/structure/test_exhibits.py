"""Exhibits and where they begin and end."""


def exhibits(document):
    return [(each.label, each.title, each.first, each.end) for each in document.exhibits]


def test_each_exhibit_goes_on_to_the_next(read_text):
    text = (
        "1. Fees. You pay.\n\nExhibit A - Rates\n\nTen coins.\n\n"
        "SCHEDULE 2\n\nSupport Hours\n\nAll day long, every day.\n"
    )
    assert exhibits(read_text(text)) == [("Exhibit A", "Rates", 1, 3), ("Schedule 2", "Support Hours", 3, 6)]


def test_a_list_of_exhibits_is_none(read_text):
    text = (
        "Exhibit A - Rates\n\nExhibit B - Hours\n\n1. Fees. You pay.\n\n"
        "Exhibit A - Rates\n\nTen.\n\nExhibit B - Hours\n\nAll.\n"
    )
    assert [each[2] for each in exhibits(read_text(text))] == [3, 5]


def test_a_heading_that_comes_again_on_the_next_page_is_the_same_exhibit(read_text):
    text = "1. Fees. You pay.\n\nAnnex I\n\nTen coins a day.\n\nAnnex I (continued)\n\nTwenty coins a week.\n"
    assert [(label, first, end) for label, _, first, end in exhibits(read_text(text))] == [("Annex I", 1, 5)]


def test_the_number_of_a_filing_is_no_exhibit(read_text):
    assert exhibits(read_text("Exhibit 10.1\n\n1. Fees. You pay at once.\n")) == []


def test_a_sentence_about_an_exhibit_begins_none(read_text):
    assert exhibits(read_text("1. Fees. You pay.\n\nExhibit A shall be read with this contract.\n")) == []
