"""What to settle: every point with its positions, how much hangs on it, and when it is talked about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from app.model.clause import DEVIATIONS, SEVERITIES, ClauseType, Position
from app.model.guidance import Argument, Purpose
from app.model.plan import Approval, Ask, Card, Fixed, Round, Rung, Stage, Task, Tier, Trade
from app.model.review import Finding
from app.model.tests import all_pass
from app.planning.scene import Scene, facts_of, listed

_MUST = ("critical", "high")
_SCOPE = "A"  # the group of clause types that say whether and how the product may be used at all
_MITIGATING: tuple[Purpose, ...] = ("control", "compliance", "customer terms", "recommendation", "monitoring")
_MOST_MEASURES = 3
_MOST_LEVERS = 2
_STAGES: tuple[Stage, ...] = get_args(Stage)
_REASONS: dict[Stage, str] = {
    "red lines": "They decide whether we can use the product at all: settle them before anything else is talked about.",
    "must-haves": "We do not sign without them, and vendors are known to move: settle them while both sides still want "
    "the deal.",
    "hard must-haves": "We do not sign without them, and vendors seldom move: bring counsel and a lever.",
    "nice-to-haves": "Ask for all of them, and give way here to get a must-have.",
    "fixed": "The vendor does not move on them: decide in our own house whether we can live with them.",
}
_GROUPS = {
    "A": "the grant and its scope",
    "B": "change of the terms",
    "C": "risk",
    "D": "term and exit",
    "E": "data",
    "F": "commercial terms",
    "G": "the legal frame",
    "H": "commercial restrictions",
}


def cards_of(scene: Scene, clauses: Sequence[str]) -> tuple[Argument, ...]:
    """Return the arguments that are called for and serve one of `clauses`, or any."""
    if not clauses:
        return ()
    return tuple(
        argument
        for argument in scene.review.library.arguments
        if scene.calls_for(argument.occasion)
        and (not argument.clauses or not set(argument.clauses).isdisjoint(clauses))
    )


def make_asks(scene: Scene) -> tuple[Ask, ...]:
    """Return a point for every finding that falls short, in the order of the talks."""
    findings = list(scene.open_findings())
    arguments = cards_of(scene, [finding.clause.id for finding in findings])
    asks = [(_ask(scene, finding, arguments), finding) for finding in findings]
    asks.sort(
        key=lambda pair: (
            _STAGES.index(pair[0].stage),
            SEVERITIES.index(pair[0].severity),
            DEVIATIONS.index(pair[1].level),
        )
    )
    return tuple(replace(ask, number=number) for number, (ask, _) in enumerate(asks, 1))


def _ask(scene: Scene, finding: Finding, arguments: Sequence[Argument]) -> Ask:
    clause = finding.clause
    tier = _tier(finding)
    redline = scene.review.redline_of(clause.id)
    walk_away = next((position for position in clause.positions if position.level == "walk-away"), None)
    return Ask(
        number=0,
        clause=clause.id,
        title=clause.title,
        level=finding.level,
        severity=finding.severity,
        tier=tier,
        stage=_stage(finding, tier),
        lever=_lever(clause, arguments),
        quote=scene.quote(finding),
        ask=clause.ask,
        fallbacks=tuple(
            _rung(clause, position)
            for position in clause.positions
            if position.level == "fallback" and _can_be_reached(scene, finding, position)
        ),
        walk_away=None if walk_away is None else _rung(clause, walk_away),
        stands_on=_stands_on(finding),
        proposed=redline is not None and bool(redline.edits or redline.insertions),
        owner=clause.owner,
    )


def _can_be_reached(scene: Scene, finding: Finding, position: Position) -> bool:
    """Return whether talks can bring us there: what a position asks of our own use has to hold already."""
    ours = [test for test in position.tests if test.subject == "profile" or test.comparison == "clear_of_profile"]
    return all_pass(ours, facts_of(finding), scene.review.profile)


def _tier(finding: Finding) -> Tier:
    if finding.clause.negotiability == "fixed":
        return "fixed"
    return "must-have" if finding.level != "fallback" and finding.severity in _MUST else "nice-to-have"


def _stage(finding: Finding, tier: Tier) -> Stage:
    if tier == "fixed":
        return "fixed"
    if tier == "nice-to-have":
        return "nice-to-haves"
    if finding.clause.group == _SCOPE and finding.severity == "critical":
        return "red lines"
    return "hard must-haves" if finding.clause.negotiability == "hard" else "must-haves"


def _lever(clause: ClauseType, arguments: Sequence[Argument]) -> str:
    """Return what may move the vendor on a clause type on which it seldom moves."""
    if clause.negotiability != "hard":
        return ""
    own = [argument.title for argument in arguments if clause.id in argument.clauses]
    titles = (own or [argument.title for argument in arguments if not argument.clauses])[:_MOST_LEVERS]
    return listed([f"“{title}”" for title in titles])


def _rung(clause: ClauseType, position: Position) -> Rung:
    return Rung(position.name, position.approver or clause.owner)


def _stands_on(finding: Finding) -> Rung | None:
    return None if finding.held is None else _rung(finding.clause, finding.held)


def make_rounds(asks: Sequence[Ask]) -> tuple[Round, ...]:
    """Return the stages of the talks that have a point in them."""
    rounds = (
        Round(stage, _REASONS[stage], tuple(ask for ask in asks if ask.stage == stage))
        for stage in _STAGES
        if stage != "fixed"
    )
    return tuple(each for each in rounds if each.asks)


def make_fixed(asks: Sequence[Ask], tasks: Sequence[Task]) -> tuple[Fixed, ...]:
    """Return what the vendor does not move on, each with the measures that make it bearable."""
    return tuple(Fixed(ask, mitigations(ask, tasks)) for ask in asks if ask.tier == "fixed")


def mitigations(ask: Ask, tasks: Sequence[Task]) -> tuple[str, ...]:
    """Return the titles of the measures that make a point bearable, the first few."""
    titles = [
        task.measure.title
        for task in tasks
        if ask.clause in task.measure.clauses and task.measure.purpose in _MITIGATING
    ]
    return tuple(titles[:_MOST_MEASURES])


def make_trades(scene: Scene, asks: Sequence[Ask]) -> tuple[Trade, ...]:
    """Return for each must-have, first to last, one nice-to-have that can be given for it; the least weighty first.

    Only what lies near is traded: something in the same field, else something on which the same people decide.
    """
    groups = {finding.clause.id: finding.clause.group for finding in scene.review.findings}
    free = [ask for ask in reversed(asks) if ask.tier == "nice-to-have"]
    trades: list[Trade] = []
    for is_near in (_in_one_field, _of_one_owner):
        for get in asks:
            if get.tier != "must-have" or any(trade.get is get for trade in trades):
                continue
            near = ((give, _acceptable(give), is_near(get, give, groups)) for give in free)
            found = next(((give, accept, why) for give, accept, why in near if accept is not None and why), None)
            if found is not None:
                trades.append(Trade(get, *found))
                free.remove(found[0])
    return tuple(sorted(trades, key=lambda trade: trade.get.number))


def _in_one_field(get: Ask, give: Ask, groups: Mapping[str, str]) -> str:
    group = groups[get.clause]
    return f"Both are about {_GROUPS.get(group, 'one field')}." if groups[give.clause] == group else ""


def _of_one_owner(get: Ask, give: Ask, _: Mapping[str, str]) -> str:
    return f"{get.owner} looks after both." if give.owner == get.owner else ""


def _acceptable(ask: Ask) -> Rung | None:
    """Return the least that we may accept on a point: what is offered where that is a fallback, else the last one."""
    if ask.level == "fallback":
        return ask.stands_on
    return ask.fallbacks[-1] if ask.fallbacks else None


def make_cards(scene: Scene, asks: Sequence[Ask]) -> tuple[Card, ...]:
    """Return the arguments that are called for, those that serve particular points first."""
    talked = [ask for ask in asks if ask.tier != "fixed"]
    arguments = cards_of(scene, [ask.clause for ask in talked])
    cards = [Card(argument, tuple(ask for ask in talked if ask.clause in argument.clauses)) for argument in arguments]
    return tuple(sorted(cards, key=lambda card: not card.asks))


def make_approvals(asks: Sequence[Ask]) -> tuple[Approval, ...]:
    """Return who would have to agree to what, if the document were signed as it stands."""
    by_approver: dict[str, list[Ask]] = {}
    for ask in asks:
        by_approver.setdefault(approver_of(ask), []).append(ask)
    return tuple(Approval(approver, tuple(theirs)) for approver, theirs in by_approver.items())


def approver_of(ask: Ask) -> str:
    """Return who may accept a point as it stands; of a clause that is missing, as if it stood at its walk-away."""
    rung = ask.stands_on or ask.walk_away
    return rung.approver if rung is not None else ask.owner
