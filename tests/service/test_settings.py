import pytest

from app.errors import LibraryError, ProfileError
from app.model.profile import DeploymentProfile
from app.paths import data_dir
from app.service.settings import library_folder, load_clause_library, load_profile, profile_toml


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
    profile = DeploymentProfile(name='Café "North" \\ 7\x7f', use="research", modalities=("audio",), paid=True)
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


def test_a_file_that_is_not_text_is_named(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match=r"ours\.toml: the profile is not a text file"):
        load_profile(path)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_opened_is_named(tmp_path, name):
    with pytest.raises(ProfileError, match="the profile cannot be read"):
        load_profile(tmp_path / name)


def test_the_bundled_library_is_used_unless_another_is_chosen(tmp_path):
    assert (library_folder(None), library_folder(tmp_path)) == (data_dir("clause_library"), tmp_path)


def test_a_library_folder_that_is_missing_is_a_mistake_of_the_library(tmp_path):
    with pytest.raises(LibraryError):
        load_clause_library(tmp_path / "nowhere")
