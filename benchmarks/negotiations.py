"""Random negotiations over a real Word file in three rounds, and what is true of each; the same for the same seed.

What our side and the other do is done by the writer and the resolver of revisions; what is done without a trace is
done to the XML. Each place has a script of its own, so that what became of it is known word by word.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import whole_paragraphs
from lxml import etree

from app.ooxml.changes import Change, Place, Remark, Rewording
from app.ooxml.cuts import isolate, set_text
from app.ooxml.names import MC, w
from app.ooxml.package import Package, open_package
from app.ooxml.resolution import settle
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

OURS, THEIRS = "Ada Ours", "Theo Theirs"
_FALLBACK = f"{{{MC}}}Fallback"
_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_SPECIAL = tuple(
    map(w, ("fldChar", "fldSimple", "hyperlink", "sdt", "footnoteReference", "drawing", "pict", "txbxContent"))
)
_WORD = re.compile(r"(?<![^\s])(?<!§\s)(?:[^\W\d_]{3,}|\d+(?:[.,]\d+)*)(?=[.,;]?(?:\s|$))")
_FAR = 3  # paragraphs between two that are put in or taken out whole
_NOTES = re.compile("/(?:footnotes|endnotes|header|footer)[^/]*$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_POOLS = (
    ("sixty-one", "prudent", "weekly", "orderly", "ninety", "candid", "tidy", "lawful"),
    ("forty-two", "brisk", "monthly", "careful", "seventy", "frank", "sober", "equal"),
    ("eighteen", "gentle", "hourly", "plain", "eleven", "steady", "modest", "level"),
    ("thirty-three", "quiet", "yearly", "exact", "fifteen", "honest", "simple", "alike"),
    ("fifty-five", "clear", "daily", "proper", "nineteen", "sound", "decent", "common"),
    ("twenty-seven", "fresh", "nightly", "ample", "thirteen", "sturdy", "polite", "mutual"),
)
"""Words that are put in; those of each step of a script from another pool, so that none is there already."""

_DEALS = ("accept", "reject", "counter", "back", "ignore", "comment", "silent", "accept-silent")
"""What they do about an ask: resolve it, change it on top or back by tracked changes, leave it, remark on it, write
other words into our own mark, or accept it and write other words without a trace."""

Ask = tuple[str, str, str, str]
"""Words before, asked and now, and the answer."""


@dataclass
class Truth:
    """What is true of a round; each with how often."""

    asks: Counter[Ask] = field(default_factory=Counter)
    new: Counter[tuple[str, str]] = field(default_factory=Counter)
    untracked: Counter[tuple[str, str]] = field(default_factory=Counter)
    reopened: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass
class Spot:
    """A stretch of a paragraph that is negotiated: its words between two texts that stay.

    Attributes:
        former: What stood there before the ask that is open.
        state: "plain", or "open" while our ask is, "theirs" while their change is, "agreed", or "done".
        deal: The part that it has in the first round.
        is_marked: Whether its words stand in a tracked change.
    """

    kind: str
    part: str
    before: str
    words: str
    after: str
    pools: list[list[str]]
    state: str = "plain"
    former: str = ""
    deal: str = ""
    is_marked: bool = False

    @property
    def text(self) -> str:
        """The whole paragraph as it reads now, all tracked changes accepted."""
        return f"{self.before}{self.words}{self.after}"

    def next_words(self, chance: random.Random) -> str:
        """Return words that stood here never."""
        pool = self.pools.pop(0)
        return " ".join(chance.sample(pool, chance.choice((1, 2, 3))))


class Negotiation:
    """Three rounds over one file.

    Attributes:
        files: What was sent and what was returned, in turn.
        truths: One for each round.
    """

    def __init__(self, source: Path, folder: Path, seed: int) -> None:
        """Play the negotiation; the files are written into `folder`."""
        self._chance = random.Random(f"{seed}:{source.name}")
        self._folder = folder
        self._data = source.read_bytes()
        self._path = source
        self.files: list[Path] = []
        self.truths: list[Truth] = []
        self._spots = list(self._chosen())
        self._whole = list(whole_paragraphs.cast(self._apart()))
        self._chance.shuffle(self._spots)
        for number in (1, 2, 3):
            self._play(number)

    def _play(self, number: int) -> None:
        truth = Truth()
        self.truths.append(truth)
        if number == 1:
            self._cast()
        self._send(number)
        self._return(number, truth)
        for spot in self._whole:
            self._tell(spot, number, truth)

    @staticmethod
    def _tell(spot: whole_paragraphs.WholeSpot, number: int, truth: Truth) -> None:
        """Note what is true of a whole paragraph: after the first round only what was left open is still an ask."""
        if spot.name.startswith("ours") and (number == 1 or spot.name.endswith("ignore")):
            truth.asks[(*spot.asked(), *spot.answer())] += 1
        elif number == 1 and not spot.name.startswith("ours"):
            (truth.new if spot.name.startswith("theirs") else truth.untracked)[spot.asked()] += 1

    def _apart(self) -> list[tuple[str, str]]:
        """Return paragraphs of the body that stand apart, and take them from those of which words are negotiated."""
        package = open_package(self._data, self._path)
        order = [p for p in paragraphs_of(package.tree(package.main)) if next(p.iterancestors(w("tc")), None) is None]
        places = {read_text(p).text: place for place, p in enumerate(order)}
        body = [spot for spot in self._spots if spot.kind == "body" and spot.part == package.main]
        alone = [
            spot for spot in body if _is_alone(order, places[spot.text]) and not set("\t\n") & set(spot.text.strip())
        ]
        taken: list[Spot] = []
        for spot in self._chance.sample(alone, len(alone)):
            is_far = all(abs(places[spot.text] - places[other.text]) > _FAR for other in taken)
            if is_far and len(taken) < len(body) // 3:
                taken.append(spot)
        self._spots = [spot for spot in self._spots if spot not in taken]
        return [(spot.part, spot.text) for spot in taken]

    # The spots

    def _chosen(self) -> Iterator[Spot]:
        """Yield what can be negotiated: one stretch of each paragraph whose text is like no other."""
        package = open_package(self._data, self._path)
        texts = Counter(read_text(p).text for part in package.stories() for p in paragraphs_of(package.tree(part)))
        for part in package.stories():
            for p in paragraphs_of(package.tree(part)):
                text = read_text(p).text
                usable = next(p.iter(*_SPECIAL, *_REVISIONS), None) is None
                if not usable or texts[text] > 1 or next(p.iterancestors(_FALLBACK), None) is not None:
                    continue
                spot = self._spot(part, p, text)
                if spot is not None:
                    yield spot

    def _spot(self, part: str, p: etree._Element, text: str) -> Spot | None:
        kind = "cell" if next(p.iterancestors(w("tc")), None) is not None else "body"
        kind = "note" if _NOTES.search(part) else kind
        words = list(_WORD.finditer(text))
        if words and not text[: words[0].start()].strip() and _NUMBER.fullmatch(words[0][0]):
            del words[0]  # the number of the paragraph, on which reading shows no comment
        if len(words) < (1 if kind != "body" else 8):
            return None
        numbers = [word for word in words if _NUMBER.fullmatch(word[0])]
        first = self._chance.choice(numbers or words)
        at = words.index(first)
        last = words[min(at + self._chance.choice((0, 0, 1)), len(words) - 1)]
        if set("\t\n") & set(text[first.start() : last.end()]):
            last = first
        pools = [list(pool) for pool in _POOLS]
        return Spot(kind, part, text[: first.start()], text[first.start() : last.end()], text[last.end() :], pools)

    def _cast(self) -> None:
        """Give each spot its part: asks of ours, asks of theirs, and edits without a trace."""
        rare = [spot for spot in self._spots if spot.kind != "body"][:4]
        body = [spot for spot in self._spots if spot.kind == "body"]
        silent = rare[:2] + [spot for spot in body if _NUMBER.fullmatch(spot.words)][:1]
        silent += [spot for spot in body if spot not in silent][: 3 - len(silent)]
        left = [spot for spot in (*rare, *body) if spot not in silent]
        for spot in silent:
            spot.deal = "untracked"
        for spot, deal in zip(left, (*_DEALS, "theirs", "theirs", "theirs", *_DEALS), strict=False):
            spot.deal = deal
        self._spots = [spot for spot in self._spots if spot.deal]

    # Our side

    def _send(self, number: int) -> None:
        hand = _Hand(OURS, 6 * number - 4)
        for spot in self._spots:
            if number == 1 and spot.deal in _DEALS:
                self._ask(spot, hand)
            elif number > 1 and spot.state == "theirs":
                self._answer(spot, hand)
            elif number > 1 and spot.state == "plain" and spot.deal == "reject" and self._chance.random() < 0.5:
                self._ask(spot, hand)
        if number == 1:
            when = datetime(2026, 3, hand.day, 9, tzinfo=UTC)
            self._data = whole_paragraphs.sent(self._data, self._path, self._whole, OURS, when)
        self._apply(hand, f"sent{number}.docx")

    def _ask(self, spot: Spot, hand: "_Hand") -> None:
        hand.tracked.append((spot, spot.next_words(self._chance)))
        spot.state, spot.former = "open", spot.words

    def _answer(self, spot: Spot, hand: "_Hand") -> None:
        """Accept what they changed, by making it text or by a comment; ask for something else; or leave it."""
        way = self._chance.choice(("comment", "settle", "ask", "leave"))
        if way == "ask":
            self._ask(spot, hand)
        elif way != "leave":
            (hand.comments if way == "comment" else hand.accepted).append(spot)
            spot.state = "agreed"

    # Their side

    def _return(self, number: int, truth: Truth) -> None:
        hand = _Hand(THEIRS, 6 * number - 1)
        for spot in self._spots:
            if spot.state == "open":
                self._deal(spot, spot.deal if number == 1 else self._chance.choice(_DEALS), truth, hand)
            elif spot.state == "agreed" and number > 1 and self._chance.random() < 0.5:
                self._reopen(spot, truth, hand)
            elif spot.deal == "theirs" and number == 1:
                new = spot.next_words(self._chance)
                hand.tracked.append((spot, new))
                truth.new[spot.words, new] += 1
                spot.state = "theirs"
            elif spot.deal == "untracked" and spot.state == "plain":
                new = spot.next_words(self._chance)
                hand.silent.append((spot, new))
                truth.untracked[spot.words, new] += 1
        if number == 1:
            self._data = whole_paragraphs.returned(self._data, self._path, self._whole, THEIRS, hand.day)
        self._apply(hand, f"returned{number}.docx")

    def _reopen(self, spot: Spot, truth: Truth, hand: "_Hand") -> None:
        new = spot.next_words(self._chance)
        is_silent = not spot.is_marked and self._chance.random() < 0.5
        (hand.silent if is_silent else hand.tracked).append((spot, new))
        (truth.untracked if is_silent else truth.new)[spot.words, new] += 1
        truth.reopened[spot.words, new] += 1
        spot.state = "done" if is_silent else "theirs"

    def _deal(self, spot: Spot, deal: str, truth: Truth, hand: "_Hand") -> None:
        asked, now, answer = spot.words, spot.words, "ignored"
        if deal == "accept":
            hand.accepted.append(spot)
            answer, spot.state = "accepted", "agreed"
        elif deal == "reject":
            hand.rejected.append(spot)
            now, answer, spot.state = spot.former, "rejected", "plain"
        elif deal in ("counter", "back"):
            now = spot.former if deal == "back" else spot.next_words(self._chance)
            hand.tracked.append((spot, now))
            answer, spot.state = ("rejected" if deal == "back" else "countered"), "theirs"
        elif deal in ("silent", "accept-silent"):
            now = spot.next_words(self._chance)
            hand.silent.append((spot, now))
            hand.accepted += [spot] if deal == "accept-silent" else []
            answer, spot.state = "countered", "done"
            truth.untracked[asked, now] += 1
        elif deal == "comment":
            hand.comments.append(spot)
            answer = "commented"
        truth.asks[spot.former, asked, now, answer] += 1

    # The file

    def _apply(self, hand: "_Hand", name: str) -> None:
        """Do to the file what a hand does, and write it."""
        self._settle(hand.accepted, accepting=True)
        self._settle(hand.rejected, accepting=False)
        self._track(hand)
        self._rewrite(hand.silent)
        path = self._folder / name
        path.write_bytes(self._data)
        self.files.append(path)

    def _find(self, package: Package, spot: Spot) -> tuple[Place, etree._Element]:
        for index, p in enumerate(paragraphs_of(package.tree(spot.part))):
            if read_text(p).text == spot.text:
                return Place(spot.part, index), p
        raise LookupError(f"{self._path.name}: no paragraph reads {spot.text[:60]!r}")

    def _settle(self, spots: list[Spot], *, accepting: bool) -> None:
        """Accept all tracked changes of places, or reject the last of ours."""
        package = open_package(self._data, self._path)
        chosen: set[tuple[str, str]] = set()
        for spot in spots:
            marks = list(self._find(package, spot)[1].iter(*_REVISIONS))
            ours = [mark for mark in marks if mark.get(w("author")) == OURS]
            last = max((mark.get(w("date"), "") for mark in ours), default="")
            wanted = marks if accepting else [mark for mark in ours if mark.get(w("date")) == last]
            chosen |= {(spot.part, mark.get(w("id"), "")) for mark in wanted}
            spot.words, spot.is_marked = (spot.words if accepting else spot.former), not accepting
        trees = {package.tree(part): part for part in package.stories()}
        if chosen:
            settle(
                package,
                accepting=accepting,
                choice=lambda mark: (trees.get(mark.getroottree().getroot()), mark.get(w("id"))) in chosen,
            )
            self._data = package.save()

    def _track(self, hand: "_Hand") -> None:
        package = open_package(self._data, self._path)
        changes: list[Change] = []
        for spot, words in hand.tracked:
            place, _ = self._find(package, spot)
            start = len(spot.before)
            changes.append(Rewording(place, (TextEdit(start, start + len(spot.words), words),)))
        for spot in hand.comments:
            place, _ = self._find(package, spot)
            start = len(spot.before)
            said = "Accepted" if hand.author == OURS else "We shall come back to you."
            changes.append(Remark(place, said, start, start + len(spot.words)))
        if changes:
            when = datetime(2026, 3, hand.day, 9, tzinfo=UTC)
            self._data = write_changes(package, changes, author=hand.author, when=when).data
        for spot, words in hand.tracked:
            spot.words, spot.is_marked = words, True

    def _rewrite(self, silent: list[tuple[Spot, str]]) -> None:
        """Put other words in the place of those that stand, without a tracked change."""
        package = open_package(self._data, self._path)
        for spot, words in silent:
            p = paragraphs_of(package.edit(spot.part))[self._find(package, spot)[0].index]
            runs = isolate(read_text(p).pieces, len(spot.before), len(spot.before) + len(spot.words))
            texts = [t for r in runs for t in r.iter(w("t"))]
            set_text(texts[0], words)
            for t in texts[1:]:
                set_text(t, "")
            spot.words = words
        if silent:
            self._data = package.save()


def _is_alone(order: Sequence[etree._Element], place: int) -> bool:
    """Tell whether a paragraph stands between others that are no part of a table or the end of a section."""
    p = order[place]
    beside = (p.getprevious(), p.getnext())
    return all(each is not None and each.tag == w("p") for each in beside) and next(p.iter(w("sectPr")), None) is None


@dataclass
class _Hand:
    """What a side does to the file before it goes out: places, with the new words where there are any."""

    author: str
    day: int
    tracked: list[tuple[Spot, str]] = field(default_factory=list)
    silent: list[tuple[Spot, str]] = field(default_factory=list)
    accepted: list[Spot] = field(default_factory=list)
    rejected: list[Spot] = field(default_factory=list)
    comments: list[Spot] = field(default_factory=list)
