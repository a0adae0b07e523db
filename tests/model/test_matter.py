from app.model.matter import UNDECIDED, Decision


def test_an_undecided_finding_asks_for_nothing():
    assert not UNDECIDED.asks


def test_a_fallback_asks():
    assert Decision("fallback", rung=1).asks


def test_an_accepted_risk_asks_for_nothing():
    assert not Decision("accept-risk", reason="small sums").asks
