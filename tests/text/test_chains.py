"""What stays in order while the rest moves."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.text.chains import heaviest_chain

EDGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=8)


def weight_of(chain, edges):
    return sum(max(weight for old, new, weight in edges if (old, new) == pair) for pair in chain)


def best_weight(edges):
    best = 0
    for size in range(len(edges) + 1):
        for some in combinations(sorted(edges), size):
            if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(some)):
                best = max(best, sum(weight for *_, weight in some))
    return best


def test_no_edges_have_no_chain():
    assert heaviest_chain([]) == []


def test_one_heavy_pair_outweighs_two_light_ones():
    assert heaviest_chain([(0, 2, 5), (1, 0, 2), (2, 1, 2)]) == [(0, 2)]


def test_a_place_is_used_once():
    assert heaviest_chain([(0, 0, 1), (0, 1, 1), (1, 1, 1)]) == [(0, 0), (1, 1)]


@given(edges=EDGES)
def test_the_chain_ascends_on_both_sides_and_none_is_heavier(edges):
    chain = heaviest_chain(edges)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert weight_of(chain, edges) == best_weight(edges)


@given(edges=EDGES)
def test_the_order_of_the_edges_does_not_matter(edges):
    assert heaviest_chain(edges) == heaviest_chain(edges[::-1])
