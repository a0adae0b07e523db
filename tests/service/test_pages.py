from itertools import count
from time import monotonic

import pytest

from app.paths import data_dir
from app.service import pages
from app.service.pages import render_page


@pytest.fixture
def sample():
    return (data_dir("resources") / "samples" / "community-model-licence.pdf").read_bytes()


def test_a_page_of_the_sample_is_drawn_within_a_tenth_of_a_second(sample):
    render_page(sample, 1, 1.5)
    begun = monotonic()
    image = render_page(sample, 2, 1.5)
    assert (image.width, image.height) == (893, 1263)
    assert monotonic() - begun < 0.1


def test_a_page_that_takes_too_long_says_so(sample, monkeypatch):
    ticks = count(step=pages._BUDGET_S + 1)
    monkeypatch.setattr(pages, "monotonic", lambda: next(ticks))
    assert render_page(sample, 1, 1.0) == "slow"


def test_a_page_that_is_not_wanted_any_more_is_left(sample):
    assert render_page(sample, 1, 1.0, is_wanted=lambda: False) is None
