"""The collector of cycles during a reading."""

import gc

import pytest

from app.intake.collecting import rarely_collected


def test_the_collector_is_as_before_after_a_reading_that_fails():
    usual = gc.get_threshold()

    @rarely_collected()
    def fail():
        assert gc.get_threshold()[0] >= 100_000
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert gc.get_threshold() == usual


def test_the_collector_is_as_before_after_readings_that_overlap():
    usual = gc.get_threshold()
    first, second = rarely_collected(), rarely_collected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] >= 100_000
    second.__exit__(None, None, None)
    assert gc.get_threshold() == usual
