"""Blocks of an old text beside those that they became in the new one."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.blocks import Aligned, align_blocks

FEES = "The Licensee shall pay the annual fee within thirty days of the invoice."
INDEMNITY = "The vendor indemnifies the customer against claims that the service infringes patents."
EXIT = "Either side may terminate this agreement for a material breach that is not cured in time."
SECRECY = "Confidential information must be protected with reasonable care for five years."
LAW = "The courts of Delaware decide every dispute that arises out of the contract."
AUDIT = "Books and records are open to inspection by an independent accountant once a year."
ALL = [FEES, INDEMNITY, EXIT, SECRECY, LAW, AUDIT]


def stays(*places: tuple[int, int]) -> list[Aligned]:
    return [Aligned((old,), (new,)) for old, new in places]


def same(count: int, by: int = 0) -> list[Aligned]:
    return stays(*((place, place + by) for place in range(count)))


def is_together(aligned: tuple[Aligned, ...], old: int, new: int) -> bool:
    return any(old in each.old and new in each.new for each in aligned)


def test_a_text_is_aligned_with_itself_block_by_block():
    assert list(align_blocks(ALL, ALL)) == same(6)


def test_nothing_is_aligned_with_nothing():
    assert align_blocks([], []) == ()


def test_what_is_new_stands_where_it_was_put():
    assert list(align_blocks([FEES, LAW], [FEES, EXIT, LAW])) == [
        *stays((0, 0)),
        Aligned((), (1,)),
        *stays((1, 2)),
    ]


def test_what_is_gone_stands_after_the_block_before_it_and_before_what_is_new_there():
    assert list(align_blocks([FEES, EXIT, LAW], [FEES, AUDIT, LAW])) == [
        *stays((0, 0)),
        Aligned((1,), ()),
        Aligned((), (1,)),
        *stays((2, 2)),
    ]


def test_an_edited_block_goes_with_what_it_was():
    assert list(align_blocks(ALL, [*ALL[:2], EXIT.replace("material", "grave"), *ALL[3:]])) == same(6)


def test_a_block_to_which_sentences_are_added_is_an_edited_one():
    longer = f"{FEES} Late payments bear interest at the statutory rate. Set-off is excluded unless undisputed. {AUDIT}"
    assert list(align_blocks([SECRECY, FEES, LAW], [SECRECY, longer, LAW])) == same(3)


def test_a_block_with_other_quotes_dashes_and_case_goes_with_what_it_was():
    old = "The “Service” – as ordered – is the Vendor’s."
    new = 'The "service" - as ordered - is the vendor\'s.'
    assert is_together(align_blocks([LAW, old], [LAW, FEES, new]), 1, 2)


def test_blocks_that_share_only_common_words_are_not_paired():
    old = "The fee is due in advance and it is not to be paid in parts by the buyer."
    new = "The notice is given in writing and it is not to be sent by electronic mail."
    assert list(align_blocks([LAW, old], [LAW, new])) == [*stays((0, 0)), Aligned((1,), ()), Aligned((), (1,))]


def test_words_that_most_blocks_have_do_not_pair_two():
    frame = "The Licensee shall under this License Agreement with the Licensor {0}."
    verbs = ["pay fees", "keep records", "cease copying", "give notice", "return media", "train staff", "insure risks"]
    old = [frame.format(verb) for verb in verbs]
    new = [*old[:3], frame.format("appoint arbitrators swiftly"), *old[4:]]
    aligned = align_blocks([*old, *ALL], [*new, *ALL])
    assert is_together(aligned, 4, 4)
    assert not any(each.is_moved for each in aligned)


def test_a_moved_block_stands_at_its_new_place():
    assert list(align_blocks(ALL, [ALL[4], *ALL[:4], ALL[5]])) == [
        Aligned((4,), (0,), is_moved=True),
        *stays((0, 1), (1, 2), (2, 3), (3, 4), (5, 5)),
    ]


def test_a_moved_block_may_be_edited_too():
    edited = LAW.replace("Delaware", "New York")
    assert Aligned((4,), (0,), is_moved=True) in align_blocks(ALL, [edited, *ALL[:4], ALL[5]])


def test_blocks_that_moved_together_all_moved():
    old = ["Notices", FEES, "", "Charges", INDEMNITY, "", "Exit", EXIT, SECRECY, LAW]
    aligned = align_blocks(old, [*old[3:], *old[:3]])
    assert [each.old for each in aligned if each.is_moved] == [(0,), (1,), (2,)]


def test_the_shortest_set_of_blocks_is_called_moved():
    aligned = align_blocks(ALL, [*ALL[2:], *ALL[:2]])
    assert [each.old for each in aligned if each.is_moved] == [(0,), (1,)]


def test_of_two_blocks_that_changed_places_the_shorter_moved():
    longer = f"{FEES} {AUDIT}"
    aligned = align_blocks([longer, LAW], [LAW, longer])
    assert [each.old for each in aligned if each.is_moved] == [(1,)]


def test_a_heading_of_few_words_elsewhere_is_another_heading():
    aligned = align_blocks(["Notices", *ALL], [*ALL, "Notices"])
    assert not any(each.is_moved for each in aligned)


def test_empty_blocks_go_with_their_neighbours():
    old = [FEES, "", INDEMNITY, "", EXIT, "", LAW]
    new = [FEES, "", INDEMNITY, "", AUDIT, "", EXIT, "", LAW]
    aligned = align_blocks(old, new)
    assert [each for each in aligned if not each.old] == [Aligned((), (4,)), Aligned((), (5,))]


def test_a_repeated_block_goes_with_its_neighbours():
    repeated = "This clause survives the end of the agreement for any reason whatsoever."
    old = [FEES, repeated, EXIT, repeated, LAW, repeated]
    aligned = align_blocks(old, [*old[:2], *old[4:]])
    assert list(aligned) == [*stays((0, 0), (1, 1)), Aligned((2,), ()), Aligned((3,), ()), *stays((4, 2), (5, 3))]


def test_a_split_is_one_block_and_its_parts():
    assert list(align_blocks([FEES, f"{EXIT} {LAW}", AUDIT], [FEES, EXIT, LAW, AUDIT])) == [
        *stays((0, 0)),
        Aligned((1,), (1, 2)),
        *stays((2, 3)),
    ]


def test_a_split_in_three_with_an_empty_block_between_and_an_edited_part_is_one():
    whole = f"{EXIT} {SECRECY} {LAW}"
    new = [FEES, EXIT, "", SECRECY.replace("reasonable", "due"), LAW, AUDIT]
    assert Aligned((1,), (1, 2, 3, 4)) in align_blocks([FEES, whole, AUDIT], new)


def test_a_short_part_at_the_end_belongs_to_the_split():
    old = [FEES, f"{INDEMNITY} Gross negligence excepted.", AUDIT]
    new = [FEES, INDEMNITY, "Gross negligence excepted.", AUDIT]
    assert Aligned((1,), (1, 2)) in align_blocks(old, new)


def test_a_new_block_beside_an_edited_one_is_no_part_of_it():
    new = [FEES, INDEMNITY.replace("patents", "copyrights"), SECRECY, AUDIT]
    assert Aligned((), (2,)) in align_blocks([FEES, INDEMNITY, AUDIT], new)


def test_a_merge_is_the_blocks_and_the_one_they_became():
    merged = f"{EXIT} {SECRECY.replace('five', 'seven')}"
    assert Aligned((1, 2), (1,)) in align_blocks([FEES, EXIT, SECRECY, LAW], [FEES, merged, LAW])


def test_a_split_block_may_have_moved():
    aligned = align_blocks([f"{EXIT} {SECRECY}", FEES, LAW, AUDIT], [FEES, LAW, AUDIT, EXIT, SECRECY])
    assert Aligned((0,), (3, 4), is_moved=True) in aligned


def test_wholly_different_texts_have_nothing_in_common():
    aligned = align_blocks([FEES, INDEMNITY], [SECRECY, LAW])
    assert [each.old for each in aligned] == [(0,), (1,), (), ()]


BLOCKS = st.lists(st.sampled_from(["", "Yes", "Notices", *ALL, f"{FEES} {LAW}", f"{EXIT} {AUDIT}", f"{LAW} Twice."]))


@given(old=BLOCKS, new=BLOCKS)
@settings(deadline=None)
def test_every_block_of_either_text_stands_in_the_result_once(old, new):
    aligned = align_blocks(old, new)
    assert sorted(place for each in aligned for place in each.old) == list(range(len(old)))
    assert sorted(place for each in aligned for place in each.new) == list(range(len(new)))


@given(old=BLOCKS, new=BLOCKS)
@settings(deadline=None)
def test_what_did_not_move_ascends_on_both_sides(old, new):
    stayed = [each for each in align_blocks(old, new) if not each.is_moved]
    olds = [place for each in stayed for place in each.old]
    news = [place for each in align_blocks(old, new) for place in each.new]
    assert olds == sorted(olds)
    assert news == sorted(news)


@given(blocks=BLOCKS)
@settings(deadline=None)
def test_a_text_is_the_same_as_itself(blocks):
    assert list(align_blocks(blocks, blocks)) == same(len(blocks))


@given(old=BLOCKS, new=BLOCKS)
@settings(deadline=None)
def test_the_way_back_pairs_the_same_blocks(old, new):
    there = {(each.old, each.new, each.is_moved) for each in align_blocks(old, new)}
    assert {(each.new, each.old, each.is_moved) for each in align_blocks(new, old)} == there


@given(kept=st.lists(st.booleans(), min_size=6, max_size=6))
@settings(deadline=None)
def test_what_was_taken_out_is_gone_and_on_the_way_back_new(kept):
    fewer = [block for block, is_kept in zip(ALL, kept, strict=True) if is_kept]
    gone = [(place,) for place, is_kept in enumerate(kept) if not is_kept]
    assert [each.old for each in align_blocks(ALL, fewer) if not each.new] == gone
    assert [each.new for each in align_blocks(fewer, ALL) if not each.old] == gone


COMMON = "the of and to party agreement shall service customer vendor any such"


def long_text(seed: int) -> list[str]:
    """Return 2,500 blocks of 10 to 110 words, half of them words that every block has."""
    chance = random.Random(seed)
    common = COMMON.split()
    return [
        " ".join(
            chance.choice(common) if chance.random() < 0.5 else f"word{int(8000 * chance.random() ** 3)}"
            for _ in range(chance.randint(10, 110))
        )
        for _ in range(2500)
    ]


def test_two_texts_of_2500_blocks_with_a_tenth_changed_are_aligned_within_a_second():
    old = long_text(1)
    new = [f"{block} herein" if place % 20 == 3 else block for place, block in enumerate(old) if place % 20 != 7]
    began = time.process_time()
    aligned = align_blocks(old, new)
    assert time.process_time() - began < 1
    assert len([each for each in aligned if not each.new]) == 125


def test_two_wholly_different_texts_of_2500_blocks_are_told_apart_within_three_seconds():
    old, new = long_text(1), long_text(2)
    began = time.process_time()
    aligned = align_blocks(old, new)
    assert time.process_time() - began < 3
    assert len([each for each in aligned if each.old and each.new]) < 50
