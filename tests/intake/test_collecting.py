"""The collector of cycles during a reading."""

import gc

import pytest

from app.intake.collecting import rarely_collected


def test_the_collector_is_as_before_after_a_reading_that_fails():
    usual = gc.get_threshold()

    @rarely_collected()
    def fail():
        assert gc.get_threshold()[0] > usual[0]
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert gc.get_threshold() == usual
