"""What the library advises beside clauses, as far as it is called for here."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from app.model.clause import Claim
from app.model.guidance import Purpose
from app.model.plan import Ask, Duty, MarkedTable, Task, Topic, Watch
from app.model.tests import all_pass
from app.planning.days import next_round
from app.planning.scene import Scene

_PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
_MOST_POLICIES = 8


def make_tasks(scene: Scene, asks: Sequence[Ask], when: date) -> tuple[Task, ...]:
    """Return the measures that are called for, by purpose, each in the order of the library."""
    tasks = [
        Task(
            measure=measure,
            because=tuple(ask for ask in asks if ask.clause in measure.clauses),
            next=next_round(when, measure.due),
        )
        for measure in scene.review.library.measures
        if scene.calls_for(measure.occasion)
    ]
    return tuple(sorted(tasks, key=lambda task: _PURPOSES.index(task.measure.purpose)))


def make_watches(scene: Scene, tasks: Sequence[Task], duties: Sequence[Duty], when: date) -> tuple[Watch, ...]:
    """Return what to look at again: days that are near first, then what comes round, then what calls for it."""
    dated = [
        Watch(duty.what, f"{duty.title}: {duty.working}", duty.due, "Contract owner", duty.on)
        for duty in duties
        if duty.on is not None and duty.on >= when
    ]
    measures = [
        Watch(task.measure.title, task.measure.text, task.measure.due, task.measure.owner, task.next)
        for task in tasks
        if task.measure.purpose == "monitoring"
    ]
    watches = [*dated, *_policies(scene, when), *measures]
    return tuple(sorted(watches, key=lambda watch: (watch.next is None, watch.next or when)))


def _policies(scene: Scene, when: date) -> Iterator[Watch]:
    """Yield the documents taken in by reference, which may change where they lie."""
    policies = {each.name: each for each in scene.review.document.incorporated if each.attached is None}
    for each in list(policies.values())[:_MOST_POLICIES]:
        due = "quarterly"
        yield Watch(
            what=each.name if each.url in ("", each.name) else f"{each.name} ({each.url})",
            why="The document takes it in by reference; keep a dated copy and compare.",
            when=due,
            owner="Legal",
            next=next_round(when, due),
        )


def make_tables(scene: Scene) -> tuple[MarkedTable, ...]:
    """Return the comparison tables that are called for, our own way marked."""
    profile = scene.review.profile
    return tuple(
        MarkedTable(table, tuple(all_pass(tests, {}, profile) for tests in table.ours))
        for table in scene.review.library.tables
        if scene.calls_for(table.occasion)
    )


def make_topics(scene: Scene) -> tuple[Topic, ...]:
    """Return what sources say, by topic, in the order of the library.

    Claims about other documents are left out, and claims about any document where the clause type does not apply.
    """
    topics: dict[str, list[Claim]] = {}
    for finding in scene.review.findings:
        for claim in finding.claims:
            if claim.about or finding.level != "not-applicable":
                topics.setdefault(claim.topic or finding.clause.title, []).append(claim)
    for claim in scene.review.library.claims:
        if scene.is_about(claim.about):
            topics.setdefault(claim.topic or "General", []).append(claim)
    return tuple(Topic(name, tuple(claims)) for name, claims in topics.items())
