import pytest

from app.errors import CostError
from app.model.profile import DeploymentProfile
from app.service.cost import cost_file_text, cost_worksheet, example_costs


@pytest.fixture
def changed(tmp_path):
    """Work out the bundled example with some of its words replaced."""

    def work(old, new, profile=None):
        text = example_costs().read_text("utf-8")
        assert old in text
        path = tmp_path / "ours.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return cost_worksheet(path, profile)

    return work


def test_the_example_reproduces_the_table_of_the_guide():
    worksheet = cost_worksheet(None)
    figures = [(round(line.amount.low), round(line.amount.high)) for line in (*worksheet.hosting, worksheet.total)]
    assert figures == [
        (8_000, 15_000),
        (12_000, 18_000),
        (1_500, 4_000),
        (500, 1_500),
        (500, 1_000),
        (22_500, 39_500),
    ]


def test_a_file_of_ones_own_changes_the_figures(changed):
    assert round(changed("replicas = 3", "replicas = 6").total.amount.low) == 30_500


def test_a_file_as_windows_saves_it_is_read_and_printed(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xef\xbb\xbf" + example_costs().read_bytes().replace(b"\n", b"\r\n"))
    assert (cost_worksheet(path), cost_file_text(path)) == (cost_worksheet(None), cost_file_text(None))


def test_claims_are_recomputed_with_their_own_figures_and_not_those_of_the_file(changed):
    assert changed("requests_per_day = 500_000", "requests_per_day = 1").claims == cost_worksheet(None).claims


def test_a_capacity_may_be_left_out(changed):
    assert changed("requests_per_day_per_replica = 166_667", "").growth == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "requests_per_day =",
            "request_per_day =",
            '"request_per_day" is no field of [load]; did you mean "requests_per_day"?',
        ),
        ("requests_per_day =", "request_per_day =", '[load] lacks "requests_per_day"'),
        ("[staff]", "[stuff]", '"stuff" is no field of the file; did you mean "staff"?'),
        ("[staff]", "[stuff]", 'the file lacks "staff"'),
        ("replicas = 3", 'replicas = "3"', '"replicas" of [machines] must be 0, or a number from 1e-9'),
        ("replicas = 3", "replicas = 2.5", '"replicas" of [machines] must be a whole number, 1 or more'),
        ("replicas = 3", "replicas = true", "or a range such as [3, 8], not True"),
        ("replicas = 3", "replicas = [4, 2]", "must be a range with its lesser figure first, not [4, 2]"),
        ("replicas = 3", "replicas = [2.5, 1.5]", "lesser figure first, not [2.5, 1.5]"),
        ("replicas = 3", "replicas = [1, 2, 3]", "or a range such as [3, 8], not [1, 2, 3]"),
        ("hours = 730", "hours = 0", '"hours" of [month] must be more than 0, not 0'),
        ("hours = 730", "hours = nan", "not NaN"),
        ("hours = 730", "hours = inf", "not Infinity"),
        ("hours = 730", "hours = 1e999999999999999999999", "not Infinity"),
        ("hours = 730", "hours = 0x" + "f" * 9_000, "not a number of thousands of digits"),
        ("hours = 730", "hours = -1", "not -1"),
        ("hours = 730", "hours = 1.5e-12", "from 1e-9 to 1e15"),
        ("percent_in_batch = 0", "percent_in_batch = 101", '"percent_in_batch" of [load] must be from 0 to 100'),
        ("as_of = 2026-01-31", 'as_of = "today"', '"as_of" of [[offers]] 1 must be a day without quotation marks'),
        ('currency = "USD"', 'currency = "$"', '"currency" of the file must be a code of three capital letters'),
        ('name = "Claude Haiku 4.5"', 'name = "a\\nb"', '"name" of [[offers]] 2 must be words in quotation marks'),
        ("[month]", "[[month]]", '"month" of the file must be a table: a line [month]'),
        ("[needs]", '[needs]\nrouting = "yes"', "\"routing\" of [needs] must be true or false, not 'yes'"),
        ("[[offers]]", "[offers]", "not valid TOML"),
        ("replicas = 3", "replicas = 1" + "0" * 5_000, "not valid TOML"),
        ("replicas = 3", "replicas = " + "[" * 5_000, "nested too deeply"),
    ],
)
def test_a_mistake_is_named_with_file_field_and_what_is_allowed(changed, old, new, words):
    with pytest.raises(CostError) as caught:
        changed(old, new)
    assert str(caught.value).startswith("ours.toml: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_without_offers_is_refused(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(example_costs().read_text("utf-8").split("[[offers]]")[0], encoding="utf-8")
    with pytest.raises(CostError, match='the file lacks "offers"'):
        cost_worksheet(path)


def test_all_mistakes_are_named_at_once(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text('name = ""\ncurrency = "usd"\noffers = []\n', encoding="utf-8")
    with pytest.raises(CostError, match=r'"name" of .*; "currency" of .*; "offers" of .*; the file lacks "load"'):
        cost_worksheet(path)


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(CostError, match=r"nowhere\.toml: the cost file cannot be read"):
        cost_worksheet(tmp_path / "nowhere.toml")


def test_a_profile_answers_what_the_file_leaves_open(changed):
    profile = DeploymentProfile(sovereign=True, routes_models=False, latency_ms=150)
    worksheet = changed("# routing = true", "routing = true", profile)
    assert [reason.demands for reason in worksheet.reasons] == [False, False, True, None, True, True]


def test_the_bundled_example_takes_the_load_of_a_profile():
    worksheet = cost_worksheet(None, DeploymentProfile(name="Pilot", requests_per_day=2_000))
    load = next(line for line in worksheet.inputs if line.key == "load.requests_per_day")
    assert (load.amount.low, load.source.endswith("requests: the profile “Pilot”")) == (2_000, True)


def test_a_file_of_ones_own_keeps_its_load(changed):
    worksheet = changed("replicas = 3", "replicas = 3", DeploymentProfile(requests_per_day=2_000))
    assert worksheet.volumes[3].load.low == 500_000


@pytest.mark.parametrize(
    ("profile", "remark"),
    [
        (
            DeploymentProfile(yearly_budget=100_000),
            "Self-hosting is over the budget of USD 100,000 per year: 270,000 to 474,000 per year",
        ),
        (
            DeploymentProfile(yearly_budget=300_000),
            "Self-hosting may be over the budget of USD 300,000 per year: 270,000 to 474,000 per year",
        ),
        (DeploymentProfile(engineers=0.5), "Full-time engineers that self-hosting takes: 1; at hand: 0.5"),
    ],
)
def test_what_self_hosting_takes_too_much_of_is_remarked(profile, remark):
    assert remark in cost_worksheet(None, profile).remarks


def test_a_budget_and_a_team_that_suffice_are_not_remarked():
    enough = DeploymentProfile(yearly_budget=500_000, engineers=2)
    assert cost_worksheet(None, enough).remarks == cost_worksheet(None).remarks


def test_costs_at_a_greater_load_are_compared_with_replicas_enough_for_it():
    worksheet = cost_worksheet(None, DeploymentProfile(requests_per_day=1_000_000))
    own = worksheet.reasons[0].evidence[0].amount
    assert (round(own.low), round(own.high)) == (30_500, 54_500)


def test_two_offers_of_one_name_are_refused(changed):
    with pytest.raises(CostError, match=r'^ours\.toml: two offers are called "Claude Sonnet 4\.5"'):
        changed('name = "Claude Haiku 4.5"', 'name = "Claude Sonnet 4.5"')
