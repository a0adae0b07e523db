"""The clause types that the points of a round are about, and how those stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.comparison.fact_words import change_phrase
from app.comparison.rounds.layered import Layer
from app.comparison.rounds.sites import Sites
from app.comparison.rounds.trace import Traced
from app.comparison.scale import by_facts, by_level
from app.comparison.touching import carrying_places, overlaps
from app.model.comparison import Direction, FactChange
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.model.rounds import Ask, ClauseRound, NewAsk, Site, Stand, Untracked
from app.model.span import Span

_DIRECTIONS: tuple[Direction, ...] = ("worse", "unclear", "better", "same")
_WORDS: Mapping[Direction, str] = {"worse": "worse", "better": "better", "same": "the same", "unclear": "to be read"}
_TOLD = 3  # facts in one sentence


@dataclass(frozen=True, slots=True)
class Reviews:
    """The texts of a round, reviewed by the same library and profile.

    Attributes:
        before: What was sent without our asks.
        asked: What was sent with all tracked changes accepted.
        returned: What came back with all tracked changes accepted.
        now: The same, without those asks of ours that are still open.
        exported: The review from which the file that was sent was made, with what was decided; None where that is not
            known.
    """

    before: Review = field(repr=False)
    asked: Review = field(repr=False)
    returned: Review = field(repr=False)
    now: Review = field(repr=False)
    exported: Review | None = field(default=None, repr=False)


def moved(old: Finding, new: Finding, review: Review) -> tuple[Direction, tuple[FactChange, ...]]:
    """Return what the way from one finding to another does for us, and the facts that are read otherwise."""
    facts = _fact_changes(old, new)
    direction = by_level(old, new)
    return (by_facts(new.clause, facts, review.profile) if direction == "same" else direction), facts


def stand_of(finding: Finding) -> Stand:
    """Return where a finding stands."""
    held = finding.held
    rung = None if held is None else finding.clause.positions.index(held)
    facts = tuple((fact.key, fact.value) for fact in finding.reading.facts)
    return Stand(finding.level, rung, held.name if held else finding.why, facts)


def what_moved(old: Finding, new: Finding, direction: Direction, facts: Sequence[FactChange]) -> str:
    """Return the way from one finding to another in a sentence ("Cure period: 60 to 20 days; worse, now …")."""
    told = "; ".join(change_phrase(new.clause, change) for change in facts[:_TOLD])
    if not told:
        told = _position(new) if old.held == new.held else f"{_position(old)}; now: {_position(new)}"
    how = "still" if old.level == new.level else "now"
    return (
        f"{told[:1].upper()}{told[1:]}; {_WORDS[direction]}, {how} {new.level.replace('not-applicable', 'not there')}."
    )


def _position(finding: Finding) -> str:
    return (finding.held.name if finding.held else finding.why).rstrip(".")


class ClauseFinder:
    """Tells which clause types the points of a round are about."""

    def __init__(self, traced: Traced, reviews: Reviews) -> None:
        self._traced = traced
        self._reviews = reviews
        self._before = {each.text: each.index for each in reviews.before.document.paragraphs if each.text}

    def asks(self) -> tuple[Ask, ...]:
        """Return our asks, each with the clause type that it serves."""
        return tuple(replace(each.point, clause=self._served(each.point)) for each in self._traced.points.asks)

    def new_asks(self) -> tuple[NewAsk, ...]:
        """Return what they ask, with the clause types that it touches."""
        found = self._traced.points.new_asks
        return tuple(replace(each.point, clauses=self._touched(each.sent, each.point.site)) for each in found)

    def untracked(self) -> tuple[Untracked, ...]:
        """Return what was changed without a trace, with the clause types that it touches."""
        found = self._traced.points.untracked
        return tuple(replace(each.point, clauses=self._touched(each.sent, each.point.returned)) for each in found)

    def rounds(self, touched: Iterable[str]) -> tuple[ClauseRound, ...]:
        """Return how the clause types `touched`, and those judged otherwise than we asked, stand; the worst first."""
        named = set(touched)
        texts = (self._reviews.before, self._reviews.asked, self._reviews.now)
        findings = zip(*(review.findings for review in texts), strict=True)
        found = [
            self._clause_round(before, asked, now)
            for before, asked, now in findings
            if now.clause.id in named or (asked.level != now.level and _is_read(asked, now))
        ]
        return tuple(sorted(found, key=lambda each: _DIRECTIONS.index(each.direction)))

    def _clause_round(self, before: Finding, asked: Finding, now: Finding) -> ClauseRound:
        direction, facts = moved(asked, now, self._reviews.now)
        what = what_moved(asked, now, direction, facts)
        return ClauseRound(now.clause, stand_of(before), stand_of(asked), stand_of(now), direction, what)

    # The clause type that an ask serves

    def _served(self, ask: Ask) -> str:
        """Return the clause type whose redline asks the same, else the one that the words carry."""
        redlines = (self._reviews.exported or self._reviews.before).redlines
        shared = [(self._shared(redline, ask), redline.clause) for redline in redlines]
        best = max(shared, key=lambda each: each[0], default=(0, ""))
        if best[0]:
            return best[1]
        carried = self._carried(self._reviews.asked, ask.sent) or self._carried_before(ask.sent)
        return next(iter(self._preferred(carried, self._reviews.before, self._reviews.asked)), "")

    def _shared(self, redline: Redline, ask: Ask) -> int:
        """Return how many characters of an ask a redline asks too."""
        at = self._paragraph_before(ask.sent)
        texts = [(edit.text, ask.asked) for edit in redline.edits if edit.paragraph == at]
        texts += [(new.text, ask.asked) for new in redline.insertions if len(ask.asked) > len(new.text) // 2]
        if not ask.asked:
            paragraphs = self._reviews.before.document.paragraphs
            texts += [
                (paragraphs[at].text[edit.span.start : edit.span.end], ask.before)
                for edit in redline.edits
                if edit.paragraph == at and not edit.text
            ]
        return max((_common(one.strip(), other) for one, other in texts), default=0)

    def _paragraph_before(self, site: Site) -> int | None:
        """Return the paragraph that stood where a site is, in the document without our asks."""
        sites, rules = self._traced.sent, self._traced.followed.rules

        def stood(layer: Layer) -> bool:
            return not rules.is_ours(layer.inserted) and (layer.deleted is None or rules.is_ours(layer.deleted))

        ordinal = sites.ordinal(site)
        text = sites.paragraphs[ordinal].text_of(stood)
        reader = sites.reader(ordinal)
        offset = 0 if reader is None else max(reader.offset, 0)
        return self._before.get(text[offset:], self._before.get(text))

    def _carried_before(self, site: Site) -> list[tuple[float, str]]:
        at = self._paragraph_before(site)
        return [] if at is None else list(_matches(self._reviews.before, range(at, at + 1)))

    # The clause types that a point touches

    def _touched(self, sent: Site, returned: Site) -> tuple[str, ...]:
        back, out = self._reviews.returned, self._reviews.asked
        carried = [*self._carried(back, returned), *self._carried(out, sent)]
        close = {*self._close(self._traced.returned, back, returned), *self._close(self._traced.sent, out, sent)}
        near = [each for each in carried if each[1] in close]
        return self._preferred(near or carried, out, back)

    def _carried(self, review: Review, site: Site) -> list[tuple[float, str]]:
        if site.paragraph is None:
            return []
        return list(_matches(review, range(site.paragraph, site.paragraph + site.count)))

    def _close(self, sites: Sites, review: Review, site: Site) -> Iterator[str]:
        """Yield the clause types whose evidence or facts stand in the words of a site."""
        place = sites.shown_span(site)
        if place is None:
            return
        span = Span(max(place.span.start - 1, 0), place.span.end + 1)
        for finding in review.findings:
            for paragraph, evidence in carrying_places(finding):
                if paragraph == place.paragraph and evidence is not None and overlaps(evidence, span):
                    yield finding.clause.id

    def _preferred(self, carried: Sequence[tuple[float, str]], old: Review, new: Review) -> tuple[str, ...]:
        """Return those of the clause types that are judged otherwise; where none is, the one carried most surely."""
        ranked = list(dict.fromkeys(clause for _, clause in sorted(carried, key=lambda each: -each[0])))
        before = {finding.clause.id: finding for finding in old.findings}
        after = {finding.clause.id: finding for finding in new.findings}
        changed = tuple(clause for clause in ranked if moved(before[clause], after[clause], new)[0] != "same")
        return changed or tuple(ranked[:1])


def touched_by(asks: Iterable[Ask], new: Iterable[NewAsk], untracked: Iterable[Untracked]) -> frozenset[str]:
    """Return the clause types that the points of a round are about."""
    named = {ask.clause for ask in asks}
    named.update(*(point.clauses for point in new), *(point.clauses for point in untracked))
    return frozenset(named - {""})


def _matches(review: Review, paragraphs: range) -> Iterator[tuple[float, str]]:
    for finding in review.findings:
        for match in finding.reading.matches:
            if match.paragraph in paragraphs:
                yield match.score, finding.clause.id


def _is_read(old: Finding, new: Finding) -> bool:
    return bool(old.reading.matches or new.reading.matches)


def _fact_changes(old: Finding, new: Finding) -> tuple[FactChange, ...]:
    """Return the facts that are read otherwise; none where the clause type is new, or gone."""
    if not old.reading.matches or not new.reading.matches:
        return ()
    before = {fact.key: fact.value for fact in old.reading.facts}
    after = {fact.key: fact.value for fact in new.reading.facts}
    keys = (spec.key for spec in new.clause.facts)
    return tuple(FactChange(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key))


def _common(one: str, other: str) -> int:
    """Return how long the shorter of two texts is where the other holds it."""
    if not any(map(str.isalnum, one)) or not any(map(str.isalnum, other)):
        return 0
    return min(len(one), len(other)) if one in other or other in one else 0
