"""The plan as a workbook: lists to sort, filter and paste. All of it is for our own house."""

from collections.abc import Iterable, Iterator, Sequence

from app.export.phrases import CLAIM_STATES, place_phrase, severity_phrase
from app.export.workbook import Book, CellValue, Head, write_list
from app.model.plan import Plan, Quote, Rung
from app.model.review import Review

_YES, _NO = "yes", "no"


def plan_xlsx(review: Review, plan: Plan) -> bytes:
    """Return the plan as a workbook; the same plan gives the same bytes."""
    book = Book()
    about = f"{review.document.title or review.document.name}. Internal: do not send to the counterparty."
    write_list(book.sheet("Issues", "Issues", about, _ISSUES), _issues(review, plan))
    write_list(book.sheet("Negotiation", "Negotiation", about, _NEGOTIATION), _negotiation(plan))
    write_list(book.sheet("Checklist", "Checklist", about, _CHECKLIST), _checklist(plan))
    write_list(book.sheet("Risk register", "Risk register", about, _RISKS), _risks(plan))
    write_list(book.sheet("Obligations", "Obligations", about, _OBLIGATIONS), _obligations(plan))
    write_list(book.sheet("Monitoring", "Monitoring", about, _MONITORING), _monitoring(plan))
    write_list(book.sheet("Users", "Users", about, _USERS), _users(plan))
    write_list(book.sheet("Claims", "Claims", about, _CLAIMS), _claims(plan))
    return book.finished(f"Plan: {review.document.title}")


_ISSUES: tuple[Head, ...] = (
    ("No.", 6),
    ("Severity", 10),
    ("Level", 11),
    ("Clause", 26),
    ("Place", 16),
    ("What it says", 44),
    ("We ask", 40),
    ("Fallback", 34),
    ("Fallback agreed by", 20),
    ("Walk-away", 30),
    ("Waived by", 20),
    ("Why", 44),
    ("Internal note", 44),
    ("Owner", 18),
    ("Wording proposed", 11),
    ("Sources", 40),
)


def _issues(review: Review, plan: Plan) -> Iterator[Sequence[CellValue]]:
    clauses = {finding.clause.id: finding.clause for finding in review.findings}
    notes = dict(review.notes)
    for ask in plan.asks:
        clause = clauses[ask.clause]
        yield (
            ask.number,
            severity_phrase(ask.severity),
            ask.level,
            ask.title,
            _place(ask.quote),
            ask.quote.words or "Nothing",
            ask.ask,
            _names(ask.fallbacks),
            "\n".join(rung.approver for rung in ask.fallbacks),
            _names((ask.walk_away,) if ask.walk_away else ()),
            ask.walk_away.approver if ask.walk_away else "",
            clause.rationale,
            notes[ask.clause].text if ask.clause in notes else "",
            ask.owner,
            _YES if ask.proposed else _NO,
            "; ".join(clause.sources),
        )


_NEGOTIATION: tuple[Head, ...] = (
    ("Order", 6),
    ("Stage", 18),
    ("Point", 30),
    ("Why then", 44),
    ("Lever", 34),
    ("We can give", 30),
    ("And accept", 38),
    ("If agreed by", 20),
    ("Arguments", 50),
)


def _negotiation(plan: Plan) -> Iterator[Sequence[CellValue]]:
    trades = {trade.get.number: trade for trade in plan.trades}
    for stage in plan.rounds:
        for ask in stage.asks:
            trade = trades.get(ask.number)
            yield (
                ask.number,
                stage.stage,
                ask.title,
                stage.reason,
                ask.lever,
                f"{trade.give.number} {trade.give.title}" if trade else "",
                trade.accept.name if trade else "",
                trade.accept.approver if trade else "",
                "\n".join(card.argument.title for card in plan.cards if ask in card.asks),
            )
    for fixed in plan.fixed:
        reason = "The vendor does not move on it. Instead: " + ("; ".join(fixed.mitigations) or "accept it.")
        yield (fixed.ask.number, "fixed", fixed.ask.title, reason, "", "", "", "", "")


_CHECKLIST: tuple[Head, ...] = (
    ("Purpose", 16),
    ("Measure", 34),
    ("What to do", 60),
    ("Why", 50),
    ("Owner", 22),
    ("Due", 24),
    ("Next", 12),
    ("For points", 14),
    ("Done", 8),
    ("Sources", 40),
)


def _checklist(plan: Plan) -> Iterator[Sequence[CellValue]]:
    for task in plan.tasks:
        measure = task.measure
        numbers = ", ".join(str(ask.number) for ask in task.because)
        yield (
            *(measure.purpose, measure.title, measure.text, measure.why, measure.owner, measure.due),
            *(task.next, numbers, "", "; ".join(measure.sources)),
        )


_RISKS: tuple[Head, ...] = (
    ("Id", 32),
    ("Risk", 30),
    ("Cause", 44),
    ("Place", 16),
    ("Consequence", 50),
    ("Severity", 10),
    ("Treatment", 18),
    ("Measure", 44),
    ("Owner", 20),
    ("Accepted by", 20),
    ("Review", 22),
    ("Review on", 12),
)


def _risks(plan: Plan) -> Iterator[Sequence[CellValue]]:
    for risk in plan.risks:
        cause = f"“{risk.cause.words}”" if risk.cause.words else "The document is silent."
        yield (
            *(risk.id, risk.title, cause, _place(risk.cause), risk.consequence, severity_phrase(risk.severity)),
            *(risk.treatment, risk.measure, risk.owner, risk.approver, risk.review, risk.review_on),
        )


_OBLIGATIONS: tuple[Head, ...] = (
    ("Who", 18),
    ("Ours", 8),
    ("What", 60),
    ("Time", 14),
    ("From", 34),
    ("How often", 12),
    ("On", 12),
    ("Worked out", 34),
    ("Clause", 26),
    ("Place", 16),
    ("Words", 44),
)


def _obligations(plan: Plan) -> Iterator[Sequence[CellValue]]:
    for duty in plan.duties:
        yield (
            *(duty.who, _YES if duty.ours else _NO, duty.what, duty.due, duty.trigger, duty.repeats, duty.on),
            *(duty.working, duty.title, _place(duty.quote), duty.quote.words),
        )


_MONITORING: tuple[Head, ...] = (("What", 40), ("Why", 60), ("When", 26), ("Next", 12), ("Owner", 24))


def _monitoring(plan: Plan) -> Iterator[Sequence[CellValue]]:
    return ((watch.what, watch.why, watch.when, watch.next, watch.owner) for watch in plan.watches)


_USERS: tuple[Head, ...] = (
    ("Line", 44),
    ("Counts", 40),
    ("Month before release", 18),
    ("Today", 18),
    ("Of these employees", 18),
    ("Users on this reading", 20),
    ("Distance to the threshold", 22),
    ("Per cent of it", 12),
)


def _users(plan: Plan) -> Iterator[Sequence[CellValue]]:
    users = plan.users
    if users is None:
        return
    if users.threshold is not None:
        yield (
            f"Threshold, {place_phrase(users.quote.place)}",
            users.measured,
            None,
            None,
            None,
            users.threshold,
            None,
            None,
        )
    for each in users.companies:
        company = each.company
        counts = f"{_YES if each.counts else _NO}: {each.why}"
        yield (
            *(company.name, counts, company.users_at_release, company.users_now, company.internal_users),
            *(None, None, None),
        )
    for reading in users.readings:
        percent = None if reading.percent is None else round(reading.percent, 2)
        yield (f"Reading: {reading.name}", "", None, None, None, reading.users, reading.distance, percent)
    for line in (*users.tripwires, *users.remarks):
        yield (line, "", None, None, None, None, None, None)


_CLAIMS: tuple[Head, ...] = (
    ("Topic", 30),
    ("Source", 34),
    ("State", 18),
    ("What it says", 60),
    ("What the texts say", 60),
)


def _claims(plan: Plan) -> Iterator[Sequence[CellValue]]:
    for topic in plan.topics:
        for claim in topic.claims:
            yield (topic.name, claim.source, CLAIM_STATES[claim.state], claim.statement, claim.text_says)


def _place(quote: Quote) -> str:
    return place_phrase(quote.place) if quote.place else ""


def _names(rungs: Iterable[Rung]) -> str:
    return "\n".join(rung.name for rung in rungs)
