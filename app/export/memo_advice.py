"""What the internal memo says of measures, arguments, comparisons and claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.export.memo_plan import numbers_phrase
from app.export.phrases import CLAIM_STATES, date_phrase
from app.export.tracked_text import plain_runs, styled_run
from app.model.guidance import Purpose
from app.model.plan import Card, MarkedTable, Plan, Task, Topic, Watch

_GROUPS: tuple[tuple[str, tuple[Purpose, ...]], ...] = (
    ("Do this", ("recommendation",)),
    ("Keep to this", ("compliance",)),
    ("Technical controls", ("control",)),
    ("Our own terms for customers", ("customer terms",)),
    ("Governance", ("governance",)),
    ("Mistakes that others made", ("pitfall",)),
)
_OURS = "  ·  our case"


@dataclass(frozen=True, slots=True)
class CardLine:
    """An argument."""

    title: str
    serves: str
    text: str
    words: str
    caution: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """Something to do."""

    text: Markup
    due: str
    owner: str


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Measures of one sort; there is one at least."""

    title: str
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class WatchLine:
    """Something to look at again."""

    what: Markup
    when: str
    next: str
    owner: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison table, our own way in bold."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class TopicLine:
    """What sources say on one thing, and what the texts say."""

    name: str
    claims: tuple[str, ...]
    texts: tuple[str, ...]


def advice_values(plan: Plan) -> dict[str, object]:
    """Return the values of the template that come of the library's guidance."""
    return {
        "cards": [_card(each) for each in plan.cards],
        "comparisons": [_comparison(each) for each in plan.tables],
        "tasks": list(_groups(plan.tasks)),
        "watches": [_watch(each) for each in plan.watches],
        "incident": [_task(each) for each in plan.tasks if each.measure.purpose == "incident"],
        "topics": [_topic(each) for each in plan.topics if each.disagrees],
    }


def _card(card: Card) -> CardLine:
    argument = card.argument
    words = f"“{argument.words}”" if argument.words else "–"
    caution = f"Beware: {argument.caution}" if argument.caution else ""
    return CardLine(argument.title, numbers_phrase(card.asks) or "For all", argument.text, words, caution)


def _groups(tasks: Sequence[Task]) -> Iterator[TaskGroup]:
    for title, purposes in _GROUPS:
        lines = tuple(_task(task) for task in tasks if task.measure.purpose in purposes)
        if lines:
            yield TaskGroup(title, lines)


def _task(task: Task) -> TaskLine:
    measure = task.measure
    return TaskLine(_led(measure.title, measure.text), measure.due, measure.owner)


def _led(title: str, text: str) -> Markup:
    """Return a title in bold and a text after it."""
    return styled_run(title.rstrip(".") + ". ", "Lead") + plain_runs(text)


def _watch(watch: Watch) -> WatchLine:
    day = date_phrase(watch.next) if watch.next is not None else "–"
    return WatchLine(_led(watch.what, watch.why), watch.when, day, watch.owner)


def _comparison(marked: MarkedTable) -> Comparison:
    """Return a table in three columns: of a table with more, the last holds the rest."""
    ours = (False, *(marked.ours or (False for _ in marked.table.columns[1:])))
    heads = tuple(head + _OURS * is_ours for head, is_ours in zip(marked.table.columns, ours, strict=True))
    return Comparison(
        title=marked.table.title,
        heads=(*heads[:2], " / ".join(heads[2:])),
        rows=tuple(
            (styled_run(row[0], "Lead"), _compared(row[1:2], ours[1:2]), _compared(row[2:], ours[2:]))
            for row in marked.table.rows
        ),
        note=marked.table.note,
    )


def _compared(cells: Sequence[str], ours: Sequence[bool]) -> Markup:
    """Return cells in one, ours in bold."""
    text = " / ".join(cells)
    return styled_run(text, "Lead") if any(ours) else plain_runs(text)


def _topic(topic: Topic) -> TopicLine:
    return TopicLine(
        name=topic.name,
        claims=tuple(f"{each.source} ({CLAIM_STATES[each.state]}): {each.statement}" for each in topic.claims),
        texts=tuple(dict.fromkeys(each.text_says for each in topic.claims if each.text_says)),
    )
