"""Two versions of a document, reviewed by the real stages with a small library."""

import pytest

from app.comparison.changes import compare_documents
from app.comparison.effects import judge
from app.comparison.statements import statements_of
from app.model.clause import Cues, FactSpec, Position, SeverityRule, Test
from app.model.profile import DeploymentProfile
from app.service.review import review_document


@pytest.fixture
def cure(clause):
    """Give a burden whose positions ask for days to cure a breach."""
    return clause(
        Cues(("terminate .. breach",)),
        id="cure",
        facts=(
            FactSpec("cure_days", "duration", ("cure",)),
            FactSpec("automatic", "flag", ("automatically",), silent=False),
        ),
        positions=(
            Position("preferred", "60 days to cure", (Test("fact", "cure_days", "at_least", 60),)),
            Position("fallback", "30 days to cure", (Test("fact", "cure_days", "at_least", 30),)),
            Position("walk-away", "Less than that", ()),
        ),
        severity_when=(SeverityRule("critical", (Test("fact", "automatic", "is", True),)),),
    )


@pytest.fixture
def use(clause):
    """Give a burden that rules on use put on us, whatever they forbid."""
    return clause(
        Cues(("must|may not .. use", "use .. to :")),
        id="use",
        inherits="always",
        positions=(Position("walk-away", "Rules on use"),),
    )


@pytest.fixture
def judged(document, library, cure, use):
    """Judge what became of the paragraphs of one document in another; more of either goes to the document."""

    def make(old, new, *clauses, profile=None):
        known, facts = library(*(clauses or (cure, use))), profile or DeploymentProfile()
        before, after = document(*old), document(*new)
        reviews = [review_document(each, known, facts) for each in (before, after)]
        return judge(compare_documents(before, after), *reviews)

    return make


@pytest.fixture
def effect(judged):
    """Give the effect on the clause type `cure` of changing a paragraph; None for no effect."""

    def make(old, new, **fields):
        found = judged([old] if isinstance(old, str) else old, [new] if isinstance(new, str) else new, **fields)
        return next((each for each in found.effects if each.clause.id == "cure"), None)

    return make


@pytest.fixture
def statements(document):
    """Cut paragraphs into statements; a text that ends with a colon leads in those after it that begin with a dash."""

    def make(*texts, heading=""):
        paragraphs, lead_in = [], None
        for index, text in enumerate(texts):
            if text.startswith("- "):
                paragraphs.append((text[2:], {"kind": "list-item", "parent": lead_in, "marker": "-"}))
            else:
                paragraphs.append((text, {"kind": "heading"} if text.startswith("# ") else {}))
                lead_in = index if text.endswith(":") else None
        made = document(*((text.removeprefix("# "), fields) for text, fields in paragraphs), heading=heading)
        return statements_of(made)

    return make
