"""The model's fixed words as a reader of the window sees them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.desktop.plain_text import visible
from app.model.clause import Level, Severity, Test, Value
from app.model.document import Document
from app.model.matter import Decision, Standing
from app.model.proofreading import FlawKind
from app.model.review import Finding, Match, Review, Subject

_NOT_CHECKED_SHOWN = 3
_AT_RISK_SHOWN = 3
_BEGINNING = 60
_CHANGED = 3
_GLYPHS: dict[Level, str] = {
    "preferred": "✓",
    "fallback": "◐",
    "walk-away": "✗",
    "missing": "○",
    "not-applicable": "–",
}


def tr(text: str) -> str:
    """Return the translation of `text`."""
    return QCoreApplication.translate("words", text)


def unmarked(text: str) -> str:
    """Return `text` as a menu or a button is to be given it, which take an ampersand for the mark of a key."""
    return " ".join(visible(text).split()).replace("&", "&&")


def severity_word(severity: Severity) -> str:
    """Return the name of a severity; that of "none" says that nothing is to be decided."""
    return {
        "critical": tr("Critical"),
        "high": tr("High"),
        "medium": tr("Medium"),
        "low": tr("Low"),
        "none": tr("In order"),
    }[severity]


def severity_letter(severity: Severity) -> str:
    """Return the letter that marks a severity in the margin."""
    return "✓" if severity == "none" else severity_word(severity)[0]


def level_word(level: Level) -> str:
    """Return the name of a level."""
    return {
        "preferred": tr("Preferred"),
        "fallback": tr("Fallback"),
        "walk-away": tr("Walk-away"),
        "missing": tr("Missing"),
        "not-applicable": tr("Not applicable"),
    }[level]


def level_glyph(level: Level) -> str:
    """Return the sign that stands before the name of a level."""
    return _GLYPHS[level]


def place_word(document: Document, paragraph: int) -> str:
    """Return where a paragraph stands: as the document numbers or names it, else which paragraph it is."""
    return document.name_of(paragraph) or tr("paragraph {0}").format(paragraph + 1)


def places_word(document: Document, finding: Finding) -> str:
    """Return where a finding stands: its first two places and how many more."""
    if not finding.paragraphs:
        return tr("not in the document")
    places = tuple(dict.fromkeys(place_word(document, paragraph) for paragraph in finding.paragraphs))
    more = f" +{len(places) - 2}" if len(places) > 2 else ""
    return ", ".join(places[:2]) + more


def key_word(key: str) -> str:
    """Return the name of a fact or of a field of the profile."""
    return key.replace("_", " ").capitalize()


def value_word(value: Value | tuple[Value, ...] | None) -> str:
    """Return a value as read; None is "not stated"."""
    if value is None:
        return tr("not stated")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, tuple):
        return ", ".join(value_word(each) for each in value)
    return f"{value:,.12g}" if isinstance(value, int | float) else value


def describe_test(test: Test) -> str:
    """Return a test as a phrase: "Cure days must be at least 30"."""
    key = key_word(test.key)
    if test.comparison == "stated":
        return tr("{0} must be stated").format(key) if test.operand else tr("{0} must not be stated").format(key)
    if test.comparison == "clear_of_profile" and isinstance(test.operand, tuple):
        field, percent = test.operand
        return tr("{0} must be more than {1} % above {2}").format(
            key, value_word(percent), key_word(str(field)).lower()
        )
    phrase = {
        "is": tr("{0} must be {1}"),
        "is_not": tr("{0} must not be {1}"),
        "one_of": tr("{0} must be one of {1}"),
        "includes": tr("{0} must name one of {1}"),
        "at_least": tr("{0} must be at least {1}"),
        "at_most": tr("{0} must be at most {1}"),
    }[test.comparison]
    return phrase.format(key, value_word(test.operand))


def stage_word(stage: str) -> str:
    """Return the words for what a job does now."""
    return {
        "Starting": tr("Starting"),
        "Waiting": tr("Waiting"),
        "Loading the clause library": tr("Loading the clause library"),
        "Reading": tr("Reading"),
        "Reading page": tr("Reading page"),
        "Matching clauses": tr("Matching clauses"),
        "Judging": tr("Judging"),
        "Drafting": tr("Drafting"),
        "Proofreading": tr("Proofreading"),
        "Writing": tr("Writing"),
        "Redlining": tr("Redlining"),
        "Writing the memo": tr("Writing the memo"),
        "Writing the review": tr("Writing the review"),
        "Saving": tr("Saving"),
    }.get(stage, stage)


def target_word(document: Document, paragraph: int) -> str:
    """Return where a link to a paragraph leads, with its first words."""
    begins = first_words(document.paragraphs[paragraph].text, _BEGINNING)
    return tr("Goes to {0}: {1}").format(place_word(document, paragraph), begins)


def first_words(text: str, letters: int) -> str:
    """Return the words that `text` begins with, in one line of about so many letters at most."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[:letters].rsplit(' ', 1)[0]} …"


def score_word(match: Match) -> str:
    """Return what a score is made of: "Score 0.96: cues 0.90, heading 0.30; 0.45 is enough"."""
    parts = ", ".join(f"{_part_word(name)} {share:.2f}" for name, share in match.parts)
    return tr("Score {0:.2f}: {1}; {2:.2f} is enough").format(match.score, parts, match.threshold)


def matters_word(about: Sequence[Subject]) -> str:
    """Return what an operative paragraph is about: "Duty, money"."""
    named = {
        "duty": tr("duty"),
        "money": tr("money"),
        "termination": tr("termination"),
        "liability": tr("liability"),
        "rights": tr("rights"),
        "data": tr("data"),
    }
    said = ", ".join(named[matter] for matter in about)
    return said[:1].upper() + said[1:]


def story_word(story: str) -> str:
    """Return the heading above the paragraphs of a story that is not the body."""
    return {
        "text-box": tr("Text boxes"),
        "footnote": tr("Footnotes"),
        "endnote": tr("Endnotes"),
        "header": tr("Headers"),
        "footer": tr("Footers"),
    }.get(story, key_word(story))


def flaw_word(kind: FlawKind) -> str:
    """Return the name of a kind of flaw."""
    return {
        "undefined-term": tr("Undefined term"),
        "unused-term": tr("Unused term"),
        "duplicate-term": tr("Term defined twice"),
        "term-case": tr("Capital letters of a term"),
        "broken-reference": tr("Broken reference"),
        "numbering-gap": tr("Gap in the numbering"),
        "placeholder": tr("Placeholder left in"),
        "number-words": tr("Number and word disagree"),
        "unpaired-bracket": tr("Unpaired bracket"),
        "hidden-text": tr("Hidden text"),
    }[kind]


def percent_word(share: float) -> str:
    """Return a share between 0 and 1 in whole percent, never more than it is."""
    return f"{int(100 * share)} %"


def moment_word(stated: str) -> str:
    """Return a date and time as a file states it ("2026-03-31T10:00:00Z"), to the minute."""
    return stated.replace("T", " ")[:16]


def not_checked_word(not_checked: Sequence[str]) -> str:
    """Return what was not checked, the first lines of it."""
    lines = not_checked[:_NOT_CHECKED_SHOWN]
    more = len(not_checked) - len(lines)
    rest = (tr("and {0} more, listed in the memo").format(more),) if more else ()
    return "\n".join((tr("Not checked:"), *lines, *rest))


def at_risk_words(at_risk: Sequence[str]) -> tuple[str, ...]:
    """Return which changes Word may undo, the first of them a line each."""
    shown = at_risk[:_AT_RISK_SHOWN]
    more = len(at_risk) - len(shown)
    rest = (tr("and {0} more at risk, listed in the review file").format(more),) if more else ()
    return (*(tr("At risk: {0}.").format(sentence) for sentence in shown), *rest)


def _part_word(name: str) -> str:
    """Return the name of a part of a score."""
    return {
        "cues": tr("cues"),
        "classifier": tr("classifier"),
        "heading": tr("heading"),
        "definition": tr("definition"),
        "position": tr("position"),
        "lead-in": tr("lead-in"),
    }.get(name, name)


def decision_word(decision: Decision) -> str:
    """Return what was decided, in a word or two."""
    if decision.verb is None:
        return tr("undecided")
    return {
        "accept": tr("accepted"),
        "fallback": tr("fallback"),
        "edit": tr("own words"),
        "accept-risk": tr("risk accepted"),
        "skip": tr("skipped"),
    }[decision.verb]


def decision_glyph(decision: Decision) -> str:
    """Return the sign of a decision; "" where nothing is decided."""
    signs = {"accept": "✓", "fallback": "◐", "edit": "✎", "accept-risk": "△", "skip": "–"}
    return signs[decision.verb] if decision.verb else ""


def change_word(title: str, before: Decision, after: Decision) -> str:
    """Return what a change of a decision did, for the undo menu and the history: "Accept: Cure period"."""
    if after.verb != before.verb:
        told = (
            {
                "accept": tr("Accept: {0}"),
                "fallback": tr("Fallback: {0}"),
                "edit": tr("Own words: {0}"),
                "accept-risk": tr("Accept the risk: {0}"),
                "skip": tr("Skip: {0}"),
            }[after.verb]
            if after.verb
            else tr("Take the decision back: {0}")
        )
    elif after.comment != before.comment:
        told = tr("Comment: {0}")
    elif after.note != before.note:
        told = tr("Internal note: {0}")
    elif after.words != before.words:
        told = tr("Own words: {0}")
    elif after.rung != before.rung:
        told = tr("Position: {0}")
    else:
        told = tr("Reason: {0}")
    return told.format(title)


def effect_word(before: Review, after: Review) -> str:
    """Return what judging a document anew changed: "2 findings change: User threshold (high → critical), …"."""
    changed = [
        (one, other)
        for one, other in zip(before.findings, after.findings, strict=True)
        if (one.level, one.severity) != (other.level, other.severity)
    ]
    if not changed:
        return tr("No finding changes.")
    shown = [f"{one.clause.title} ({_verdict_word(one)} → {_verdict_word(other)})" for one, other in changed[:_CHANGED]]
    more = (tr("and {0} more").format(len(changed) - _CHANGED),) if len(changed) > _CHANGED else ()
    told = tr("1 finding changes: {1}") if len(changed) == 1 else tr("{0} findings change: {1}")
    return told.format(len(changed), ", ".join((*shown, *more)))


def _verdict_word(finding: Finding) -> str:
    """Return the severity of a finding, or that it does not apply."""
    return (level_word(finding.level) if finding.level == "not-applicable" else severity_word(finding.severity)).lower()


def standing_word(standing: Standing) -> str:
    """Return in a word or two how a finding stands to the other documents of its matter."""
    return {
        "covered": tr("given by another document"),
        "overridden": tr("another document prevails"),
        "holds": tr("prevails over another document"),
        "also": tr("in another document too"),
    }[standing.kind]


def spoken(document: Document, finding: Finding, ordinal: int, count: int, decided: str = "") -> str:
    """Return what a screen reader says of a finding in a list."""
    said = tr("Finding {0} of {1}, {2}, {3}, {4}, {5}").format(
        ordinal,
        count,
        severity_word(finding.severity).lower(),
        finding.clause.title,
        places_word(document, finding),
        level_word(finding.level).lower(),
    )
    return f"{said}, {decided}" if decided else said
