import pytest

from app.errors import ProfileError
from app.model.profile import DeploymentProfile, GroupCompany
from app.service.profiles import (
    answer_from,
    load_profile,
    profile_toml,
    remove_profile,
    save_profile,
    saved_profiles,
)


@pytest.fixture
def profile_of(tmp_path):
    def load(text):
        path = tmp_path / "ours.toml"
        path.write_text(text, encoding="utf-8")
        return load_profile(path)

    return load


def test_without_a_file_the_profile_is_the_default():
    assert load_profile(None) == DeploymentProfile()


def test_fields_that_a_file_leaves_out_keep_their_defaults(profile_of):
    profile = profile_of('name = "Pilot"\nmonthly_active_users = 1_200\nmodalities = ["text"]\n')
    assert profile == DeploymentProfile(name="Pilot", monthly_active_users=1200, modalities=("text",))


def test_a_profile_printed_as_toml_reads_back_the_same(profile_of):
    profile = DeploymentProfile(name='Café "North" \\ 7', use="research", modalities=("audio",), paid=True)
    assert profile_of(profile_toml(profile)) == profile


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('hostng = "saas"', '"hostng" is no field of a profile; did you mean "hosting"?'),
        ("colour = 1", '"colour" is no field of a profile'),
        ('use = "comercial"', 'did you mean "commercial"?'),
        ('principal_place_of_business = "eu"', '"EU", "UK", "US", "other", not \'eu\'; did you mean "EU"?'),
        ('paid = "yes"', "\"paid\" must be true or false, not 'yes'"),
        ("monthly_active_users = true", '"monthly_active_users" must be a whole number'),
        ("monthly_active_users = -1", '"monthly_active_users" must be a whole number'),
        ('modalities = ["text", "smell"]', '"modalities" must be a list of "text", "image", "audio", "video"'),
        ('modalities = "text"', '"modalities" must be a list of'),
        ("modalities = []", '"modalities" must be a list of'),
        ('name = " "', '"name" must be words in quotation marks'),
        ('name = "a\\u0000b"', '"name" must be words in quotation marks, on one line'),
        ('model = "a\\nb"', '"model" must be words in quotation marks, on one line'),
        ("model = 2026-01-31", '"model" must be words in quotation marks, on one line, not 2026-01-31'),
        (f"monthly_active_users = {10**15 + 1}", '"monthly_active_users" must be a whole number'),
        (f"engineers = {10**400}", '"engineers" must be a number'),
        (f"paid = 0x{'f' * 5000}", '"paid" must be true or false, not a number of thousands of digits'),
        (f"use = 0x{'f' * 5000}", "not a number of thousands of digits"),
    ],
)
def test_a_wrong_entry_is_named_with_what_is_allowed(profile_of, entry, words):
    with pytest.raises(ProfileError) as caught:
        profile_of(entry)
    assert str(caught.value).startswith("ours.toml: ")
    assert words in str(caught.value)


def test_all_wrong_entries_are_named_in_one_line(profile_of):
    with pytest.raises(ProfileError, match=r"^ours\.toml: .*audience.*; .*critical[^\n]*$"):
        profile_of('audience = "nobody"\ncritical = 3\n')


def test_a_file_that_is_not_toml_is_named_with_the_line(profile_of):
    with pytest.raises(ProfileError, match=r"ours\.toml: the profile is not valid TOML: .*line 2"):
        profile_of("paid = true\nuse: commercial\n")


def test_a_file_as_windows_saves_it_is_read(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "Pilot"\r\npaid = true\r\n')
    assert load_profile(path) == DeploymentProfile(name="Pilot", paid=True)


def test_a_file_that_is_not_text_is_named(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match=r"ours\.toml: the profile is not a text file"):
        load_profile(path)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_opened_is_named(tmp_path, name):
    with pytest.raises(ProfileError, match="the profile cannot be read"):
        load_profile(tmp_path / name)


def test_a_profile_with_the_companies_of_a_group_reads_back_the_same(profile_of):
    group = (GroupCompany("Ours", "licensee", users_now=700), GroupCompany("Mother", "parent", 100.0, 3, 300, 0, 5))
    profile = DeploymentProfile(name="Group", monthly_active_users=1000, group=group)
    assert profile_of(profile_toml(profile)) == profile


def test_with_companies_their_sum_is_left_out_so_that_one_can_be_changed(profile_of):
    group = (GroupCompany("Ours", "licensee", users_now=700),)
    shared = profile_toml(DeploymentProfile(monthly_active_users=700, group=group))
    assert profile_of(shared.replace("users_now = 700", "users_now = 900")).monthly_active_users == 900


GROUP = """
[[group]]
name = "Ours"
relation = "licensee"
users_now = 700

[[group]]
name = "Mother"
relation = "parent"
users_now = 300

[[group]]
name = "Half"
relation = "joint venture"
control_percent = 50
users_now = 40

[[group]]
name = "Wanted"
relation = "planned acquisition"
users_now = 9
"""


def test_the_users_of_a_group_are_those_of_the_companies_under_control(profile_of):
    assert profile_of(GROUP).monthly_active_users == 1000


def test_a_group_without_companies_leaves_the_users_as_they_are(profile_of):
    assert profile_of("group = []").monthly_active_users == DeploymentProfile().monthly_active_users


def test_a_number_of_users_that_the_group_contradicts_is_refused(profile_of):
    with pytest.raises(ProfileError, match=r"says 5, but the users of the group now add up to 1000"):
        profile_of(f"monthly_active_users = 5\n{GROUP}")


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("[[group]]\nusers_now = 3", '"name" is missing in company 1 of the group'),
        (
            '[[group]]\nname = "A"\nusers = 3',
            '"users" is no field of company 1 of the group; did you mean "users_now"?',
        ),
        (
            '[[group]]\nname = "A"\n[[group]]\nname = "B"\nrelation = "mother"',
            '"relation" of company 2 of the group must be one of "licensee", "parent"',
        ),
        ('[[group]]\nname = "A"\ncontrol_percent = -1', '"control_percent" of company 1 of the group must be a number'),
        ('[[group]]\nname = "A"\ncontrol_percent = 101', "must be a number from 0 to 100"),
        ("group = 3", '"group" must be a list of companies, each under [[group]]'),
        ("growth_percent = nan", '"growth_percent" must be a number'),
    ],
)
def test_a_wrong_company_is_named(profile_of, entry, words):
    with pytest.raises(ProfileError) as caught:
        profile_of(entry)
    assert words in str(caught.value)


@pytest.fixture
def saved(monkeypatch, tmp_path):
    """Keep settings in a folder of the test."""
    monkeypatch.setattr("app.service.profiles.user_config_path", lambda _: tmp_path / "settings")
    return tmp_path / "settings"


@pytest.mark.parametrize("name", ["pilot 2", "Heron 3.1"])
def test_a_saved_profile_is_found_by_its_name(saved, tmp_path, name):
    profile = DeploymentProfile(name="Our pilot", paid=True)
    path = save_profile(profile, name)
    assert path.is_relative_to(saved)
    assert (load_profile(type(tmp_path)(name)), saved_profiles()) == (profile, (name,))


def test_a_file_that_lies_there_goes_before_a_saved_profile(saved, tmp_path, monkeypatch):
    save_profile(DeploymentProfile(name="saved"), "pilot")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pilot"
    path.write_text('name = "file"', encoding="utf-8")
    assert saved.is_dir()
    assert load_profile(path.relative_to(tmp_path)).name == "file"


def test_an_unknown_name_says_which_there_are(saved, tmp_path):
    save_profile(DeploymentProfile(), "pilot")
    assert saved.is_dir()
    with pytest.raises(ProfileError, match=r'^pilto: there is no such file.*saved are "pilot"'):
        load_profile(type(tmp_path)("pilto"))


def test_a_removed_profile_is_gone(saved):
    save_profile(DeploymentProfile(), "pilot")
    remove_profile("pilot")
    assert saved.is_dir()
    assert saved_profiles() == ()


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("name", ["", "../x", "a/b", "a\\b", ".hidden", "x" * 90, "ends.", "a\nb"])
def test_a_name_that_no_file_should_have_is_refused(name):
    with pytest.raises(ProfileError, match="a profile is saved under"):
        save_profile(DeploymentProfile(), name)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("paid", "Yes", True),
        ("paid", "no", False),
        ("monthly_active_users", "1,500,000", 1_500_000),
        ("growth_percent", "12.5", 12.5),
        ("regulated", "none", ()),
        ("regulated", "health, legal", ("health", "legal")),
        ("hosting", " saas ", "saas"),
        ("model", "Heron  3", "Heron 3"),
        ("modalities", "Text, pictures", ("text", "image")),
        ("principal_place_of_business", "eu", "EU"),
        ("growth_percent", "15 %", 15.0),
    ],
)
def test_a_typed_answer_becomes_what_the_field_holds(field, typed, value):
    assert answer_from(field, typed) == value


def test_of_several_answers_only_the_wrong_one_is_named():
    with pytest.raises(
        ProfileError, match=r'^the answer must be one or several of .*, not \'imag\'; did you mean "image"'
    ):
        answer_from("modalities", "text, imag")


@pytest.mark.parametrize(
    ("field", "typed"),
    [("paid", "maybe"), ("monthly_active_users", "many"), ("regulated", "sports"), ("modalities", "none")],
)
def test_a_typed_answer_that_the_field_cannot_hold_is_refused(field, typed):
    with pytest.raises(ProfileError, match=r"^the answer must be"):
        answer_from(field, typed)


@pytest.mark.parametrize(("field", "typed"), [("monthly_active_users", "9" * 5000), ("growth_percent", "9" * 400)])
def test_a_typed_number_that_is_too_great_is_refused(field, typed):
    with pytest.raises(ProfileError, match="the answer must be a"):
        answer_from(field, typed)
