"""The users of a profile counted against the threshold of a review: light, for it is asked at every key."""

from app.model.plan import Quote, UserCount
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.planning.users import THRESHOLD, count_against


def count_users(profile: DeploymentProfile, review: Review | None) -> UserCount | None:
    """Return the count, without the words that set the threshold.

    None where `review` sets no threshold in users, or there is none, and the profile names no companies.
    """
    findings = () if review is None else review.findings
    finding = next((each for each in findings if each.clause.id == THRESHOLD), None)
    return count_against(finding, profile, Quote())
