"""One round, without the clause library: what was sent, followed into what came back, and the points found there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.comparison.rounds.asks import Found, PointFinder, Points
from app.comparison.rounds.earlier import NOTHING, Earlier, Marked, Words, marked
from app.comparison.rounds.layered import Layered, Mark, Unit
from app.comparison.rounds.passages import Followed, follow_file
from app.comparison.rounds.remarks import Remarks, keys_of
from app.comparison.rounds.sites import Sites
from app.comparison.rounds.steps import Rules
from app.model.document import Document
from app.model.rounds import Ask, NewAsk, Site


@dataclass(frozen=True, slots=True)
class File:
    """A file of a round: the document that was read from it, and its paragraphs with their tracked changes."""

    document: Document
    paragraphs: Sequence[Layered] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Traced:
    """A round as it was followed.

    Attributes:
        remarks: The comments of both sides.
        points: With their ids, and the comments on them.
        open_marks: The tracked changes of ours in the returned file that are as open as they were sent, word by word.
    """

    followed: Followed = field(repr=False)
    sent: Sites = field(repr=False)
    returned: Sites = field(repr=False)
    remarks: Remarks = field(repr=False)
    points: Points
    open_marks: tuple[tuple[Unit, Mark], ...] = field(repr=False)


def trace(sent: File, returned: File, rules: Rules, earlier: Earlier = NOTHING) -> Traced:
    """Return what became of the file that was sent, beside what was there `earlier`."""
    followed = follow_file(sent.paragraphs, returned.paragraphs, rules)
    out, back = Sites(sent.paragraphs, sent.document), Sites(returned.paragraphs, returned.document)
    remarks = Remarks(out, back, rules, earlier.comments)
    found = PointFinder(followed, out, back, earlier, remarks.has_accepted).find()
    asks: list[Found[Ask]] = [replace(each, point=_with_comments(each.point, remarks)) for each in found.asks]
    by_comment = remarks.asks_by_comment(followed, [each.point.sent for each in found.asks])
    asks += [Found(_with_comments(ask, remarks), ask.sent) for ask in by_comment]
    new_asks: list[Found[NewAsk]] = [
        replace(each, point=replace(each.point, said=remarks.theirs_on(each.point.site))) for each in found.new_asks
    ]
    taken: list[Site] = [each.point.returned for each in asks] + [each.point.returned for each in found.untracked]
    taken += [each.point.site for each in new_asks]
    new_asks += [Found(ask, ask.site) for ask in remarks.new_asks_by_comment(taken)]
    asks.sort(key=lambda each: (out.ordinal(each.point.sent), each.point.sent.span.start))
    new_asks.sort(key=lambda each: (back.ordinal(each.point.site), each.point.site.span.start))
    points = Points(
        tuple(replace(each, point=replace(each.point, id=f"A{n}")) for n, each in enumerate(asks, start=1)),
        tuple(replace(each, point=replace(each.point, id=f"N{n}")) for n, each in enumerate(new_asks, start=1)),
        tuple(replace(each, point=replace(each.point, id=f"U{n}")) for n, each in enumerate(found.untracked, start=1)),
    )
    return Traced(followed, out, back, remarks, points, _open_units(followed, asks))


def _with_comments(ask: Ask, remarks: Remarks) -> Ask:
    said = remarks.theirs_on(ask.returned)
    answer = "commented" if said and ask.answer == "ignored" else ask.answer
    return replace(ask, ours=ask.ours or remarks.ours_on(ask.sent), said=said, answer=answer)


def earlier_than_next(traced: Traced, before: Earlier) -> Earlier:
    """Return what a round leaves for the next one."""
    followed = traced.followed
    units = (
        unit for at, paragraph in enumerate(followed.new) if not paragraph.is_plain for unit in paragraph.units(at)
    )
    found = [(unit, mark) for unit in units for mark in (unit.inserted, unit.deleted) if mark is not None]
    ours = [(unit, mark) for unit, mark in found if followed.rules.is_ours(mark)]
    opened = _words_of(traced.open_marks)
    return Earlier(
        before.comments | keys_of(traced.sent.document) | keys_of(traced.returned.document),
        frozenset((mark.author, mark.date) for _, mark in found),
        opened,
        {key: words for key, words in _words_of(ours).items() if key not in opened},
    )


def _words_of(marks: Iterable[tuple[Unit, Mark]]) -> Words:
    words: dict[tuple[str, Marked], str] = {}
    for unit, mark in marks:
        for number in mark.numbers:
            key = number, marked(mark, unit)
            words[key] = words.get(key, "") + unit.text
    return words


def _open_units(followed: Followed, asks: Sequence[Found[Ask]]) -> tuple[tuple[Unit, Mark], ...]:
    """Return the units of the returned file in asks that are as open as they were sent, with our marks on them."""
    found: list[tuple[Unit, Mark]] = []
    for each in asks:
        if each.stretch is None or each.point.answer not in ("ignored", "commented"):
            continue
        steps = followed.passages[each.stretch.passage].steps[each.stretch.start : each.stretch.end]
        units = [step.new for step in steps if step.new is not None]
        marked = ((unit, mark) for unit in units for mark in (unit.inserted, unit.deleted))
        found += ((unit, mark) for unit, mark in marked if mark is not None and followed.rules.is_ours(mark))
    return tuple(found)
