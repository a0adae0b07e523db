import tracemalloc

import pytest

from app.errors import Cancelled
from app.matching.pipeline import Scan, Scanner
from app.model.document import Parties
from app.model.span import Span

PARTIES = Parties(customer=("you", "Licensee"), vendor=("Acme Cloud", "we"))


def words_found(pattern, text, parties=PARTIES):
    scanner = Scanner([pattern]).with_parties(parties)
    return [text[span.start : span.end] for span in scanner.scan([text]).each[0].found.get(pattern, ())]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("indemnif*", "The seller INDEMNIFIES the buyer.", ["INDEMNIFIES"]),
        (
            "third-party claim",
            "A third party claim, or a third-party claim.",
            ["third party claim", "third-party claim"],
        ),
        ("third-party claim", "Any third–party claim.", ["third–party claim"]),
        ("as-is", "It comes “AS IS”.", ["AS IS"]),
        ("as-is", "It comes «AS IS».", ["AS IS"]),
        ("title, interest", "all right, title, interest", ["title, interest"]),
        ("{number} days", "within thirty (30) days", ["thirty (30) days"]),
        ("{customer} may", "Your staff may look, you may stay.", ["you may"]),
        ("{customer} staff", "Licensee’s staff and your staff", ["Licensee’s staff", "your staff"]),
        ("{vendor} may", "Acme Cloud may, and we may.", ["Acme Cloud may", "we may"]),
        ("may .. end", "It may at any time end.", ["may at any time end"]),
        ("may .. end", "It may at some later time soon end.", []),
        ("may ... end", "It may wait. In the end it stops.", []),
        ("cease|stop ... use", "You cease and stop all use.", ["cease and stop all use", "stop all use"]),
    ],
)
def test_a_phrase_is_found_where_the_notation_says(pattern, text, words):
    assert words_found(pattern, text) == words


def test_a_gap_takes_the_shortest_reading():
    assert words_found("may ... end", "It may end or end.") == ["may end"]


def test_optional_words_are_taken_along():
    assert words_found("material breach [of] [contract]", "a material breach of contract") == [
        "material breach of contract"
    ]


def test_without_parties_their_slots_find_nothing():
    assert words_found("{vendor} may", "We may.", Parties()) == []


def test_sentences_cover_the_text_and_abbreviations_do_not_end_them():
    scan = Scanner(["x"]).scan(["Acme Inc. may go. You stay."]).each[0]
    assert scan.sentences == (Span(0, 17), Span(18, 27))


def test_a_point_inside_a_word_does_not_end_a_sentence():
    text = "It may not be sold without Heron.AI's consent. Then it may."
    assert len(Scanner(["sold"]).scan([text]).each[0].sentences) == 2


def test_an_empty_text_has_one_empty_sentence():
    assert Scanner(["x"]).scan([""]).each[0].sentences == (Span(0, 0),)


def test_a_long_sentence_with_many_candidates_is_scanned_in_no_time():
    text = "you may end " * 1500
    assert len(words_found("{customer} ... may ... end", text)) == 1500


def test_a_text_longer_than_spacys_limit_is_read():
    text = "The brown foxes stay here. " * 40_000 + "You may end it."
    assert words_found("may end", text) == ["may end"]


def test_a_word_as_long_as_a_file_takes_no_more_memory_than_it_holds():
    tracemalloc.start()
    assert words_found("indemnif*", "indemnif" + "y" * 20_000) == ["indemnif" + "y" * 20_000]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_a_place_between_two_sentences_belongs_to_the_later():
    scan = Scan({}, (Span(0, 5), Span(6, 9)))
    assert [scan.sentence_at(offset) for offset in (0, 4, 5, 6, 40)] == [
        Span(0, 5),
        Span(0, 5),
        Span(6, 9),
        Span(6, 9),
        Span(6, 9),
    ]


def test_two_reviews_at_once_keep_their_own_parties():
    shared = Scanner(["{customer} may"])
    one, other = shared.with_parties(Parties(customer=("Licensee",))), shared.with_parties(Parties(customer=("you",)))
    text = "Licensee may look and you may stay."
    places = [scanner.scan([text]).each[0].first(["{customer} may"]) for scanner in (one, other)]
    assert places == [Span(0, 12), Span(22, 29)]


def test_the_texts_that_hold_a_phrase_are_known():
    scans = Scanner(["may end", "stay", "go"]).scan(["You may end it.", "Stay.", "You may end it.", "Stay or may end."])
    assert scans.holders == {"may end": (0, 2, 3), "stay": (1, 3)}


def test_the_texts_that_hold_any_of_several_phrases_come_in_order():
    assert Scanner(["end", "stay"]).scan(["Stay.", "End.", "No.", "Stay."]).holding(["end", "stay", "?"]) == [0, 1, 3]


def test_no_phrase_and_no_name_goes_over_the_end_of_a_text():
    scanner = Scanner(["may end", "may .. end", "{vendor} end"]).with_parties(Parties(vendor=("Acme Cloud",)))
    assert scanner.scan(["You may", "end", "Acme", "Cloud end"]).holders == {}


def test_a_mark_that_begins_a_text_begins_its_sentence():
    assert Scanner(["x"]).scan(["It ends.", "§ 5 begins."]).each[1].sentences == (Span(0, 11),)


def test_a_text_is_read_alike_alone_and_among_many():
    texts = [f"The {word} may end it. You stay ({word})." for word in ("fox", "dog")] * 3 + [
        "x " * 150_000,
        "It may end.",
    ]
    scanner = Scanner(["may end", "you stay"])
    assert scanner.scan(texts).each == tuple(scanner.scan([text]).each[0] for text in texts)


def test_each_text_is_told_before_it_is_read():
    told = []
    Scanner(["x"]).scan(["a", "b", "a"], told.append)
    assert told == [0, 1, 2]


def test_a_search_can_be_stopped():
    def step(_):
        told.append(None)
        if len(told) == 3:
            raise Cancelled("stopped")

    told = []
    with pytest.raises(Cancelled):
        Scanner(["may", "end"]).scan(["It may end."], step)


def test_no_texts_give_no_scans():
    assert Scanner(["x"]).scan([]).each == ()
