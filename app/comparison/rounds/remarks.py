"""Comments of both sides, and the points of a round on which they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.comparison.rounds.passages import Followed
from app.comparison.rounds.sites import Sites
from app.comparison.rounds.steps import Rules
from app.comparison.rounds.stretches import is_blank, new_words, plainly
from app.model.document import Document
from app.model.marks import MarginComment
from app.model.rounds import ACCEPTED, Ask, NewAsk, Said, Site
from app.model.span import Place, Span

_NEAR = 2  # characters between a comment and words that it still stands on

_APART = re.compile(r"(?:On “(?P<words>.*?)” )?[Ii]n (?:a footnote|an endnote|the header|the footer|a text box): ")
"""How a comment begins that cannot stand on its words, because Word shows none there (`app/ooxml/comments.py`)."""

Key = tuple[str, str, str]
"""Author, date and words of a comment: ids are given anew when a file is saved."""


class Placed(NamedTuple):
    """A comment and the words of the document on which it stands."""

    comment: MarginComment
    place: Place


def comments_of(document: Document) -> list[Placed]:
    """Return the comments of a document in the order of their words."""
    return [
        Placed(comment, Place(paragraph.index, comment.span))
        for paragraph in document.paragraphs
        for comment in paragraph.comments
    ]


def key_of(comment: MarginComment, *, is_nameless: bool = False) -> Key:
    """Return what a comment is known by in other files."""
    author, date = ("", "") if is_nameless else (comment.author, comment.date)
    return author, date, comment.text


def keys_of(document: Document, *, is_nameless: bool = False) -> frozenset[Key]:
    """Return what the comments of a document are known by."""
    return frozenset(key_of(each.comment, is_nameless=is_nameless) for each in comments_of(document))


class Remarks:
    """The comments of a round: ours in the file that was sent, theirs in the one that came back."""

    def __init__(self, sent: Sites, returned: Sites, rules: Rules, earlier: frozenset[Key]) -> None:
        """Take the comments that are not `earlier`, those of the rounds before."""
        self._sent = sent
        self._returned = returned
        self._ours = [
            each
            for each in comments_of(sent.document)
            if each.comment.author in rules.ours and key_of(each.comment) not in earlier
        ]
        is_nameless = rules.is_nameless
        known = keys_of(sent.document, is_nameless=is_nameless)
        self._theirs = [
            each
            for each in comments_of(returned.document)
            if key_of(each.comment, is_nameless=is_nameless) not in known and each.comment.author not in rules.ours
        ]

    def has_accepted(self, site: Site) -> bool:
        """Tell whether we said of a site of the file that was sent that we accept it."""
        said = [each for each in self._ours if _is_acceptance(each.comment)]
        where = self._sent.shown_span(site)
        return any(_is_about(each.comment, site) or _stands_on(each.place, where, site.count) for each in said)

    def ours_on(self, site: Site) -> str:
        """Return what we said on a site of the file that was sent."""
        found = (each for each in self._ours if _stands_on(each.place, self._sent.shown_span(site), site.count))
        return "\n".join(each.comment.text for each in found if not _is_acceptance(each.comment))

    def theirs_on(self, site: Site) -> tuple[Said, ...]:
        """Return what they said on a site of the returned file."""
        where = self._returned.shown_span(site)
        return tuple(_said(each.comment) for each in self._theirs if _stands_on(each.place, where, site.count))

    def asks_by_comment(self, followed: Followed, taken: Sequence[Site]) -> Iterator[Ask]:
        """Yield what we asked by a comment alone: one that stands on none of the sites `taken`."""
        spans = [(self._sent.shown_span(site), site.count) for site in taken]
        for comment, place in self._ours:
            is_taken = any(_stands_on(place, *span) for span in spans)
            if is_taken or _is_acceptance(comment) or comment.reply_to or is_blank(comment.text):
                continue
            yield from self._ask_by_comment(followed, comment, place)

    def new_asks_by_comment(self, taken: Sequence[Site]) -> Iterator[NewAsk]:
        """Yield what they say on words that no other point is about."""
        spans = [(self._returned.shown_span(site), site.count) for site in taken]
        for comment, place in self._theirs:
            where = self._returned.stretch_of(place)
            if where is None or any(_stands_on(place, *span) for span in spans):
                continue
            ordinal, span = where
            words = self._returned.accepted(ordinal)[span.start : span.end]
            site = self._returned.site(ordinal, span)
            yield NewAsk("", (), site, words, words, comment.author, comment.date, (_said(comment),))

    def _ask_by_comment(self, followed: Followed, comment: MarginComment, place: Place) -> Iterator[Ask]:
        where = self._sent.stretch_of(place)
        if where is None:
            return
        ordinal, span = where
        words = self._sent.accepted(ordinal)[span.start : span.end]
        sent = self._sent.site(ordinal, span)
        returned, now = self._became(followed, ordinal, span, words)
        ask = Ask("", "", sent, returned, words, words, now, "ignored", ours=comment.text)
        yield ask if plainly(now) == plainly(words) else replace(ask, answer="countered")

    def _became(self, followed: Followed, ordinal: int, span: Span, words: str) -> tuple[Site, str]:
        """Return where words of the file that was sent stand in the returned one, and what they are there."""
        passage = next(each for each in followed.passages if ordinal in each.old)
        if not passage.steps:
            return self._returned.site(passage.new[0], span), words
        at, inside = 0, []
        for number, step in enumerate(passage.steps):
            unit = step.old
            if unit is None or unit.paragraph != ordinal or unit.deleted is not None:
                continue
            if at < span.end and at + len(unit.text) > span.start:
                inside.append(number)
            at += len(unit.text)
        start, end = (inside[0], inside[-1] + 1) if inside else (len(passage.steps), len(passage.steps))
        while end < len(passage.steps) and passage.steps[end].old is None:
            end += 1
        return self._returned.of_steps([step.new for step in passage.steps], start, end), new_words(
            passage.steps[start:end]
        )


def _stands_on(place: Place, where: Place | None, count: int) -> bool:
    """Tell whether a comment at `place` is on words at `where`, which run over so many paragraphs."""
    if where is None or not where.paragraph <= place.paragraph < where.paragraph + count:
        return False
    if count > 1:
        return True
    apart = max(where.span.start - place.span.end, place.span.start - where.span.end)
    return apart < 0 or (apart <= _NEAR and (_is_empty(place.span) or _is_empty(where.span)))


def _is_empty(span: Span) -> bool:
    return span.start == span.end


def _is_acceptance(comment: MarginComment) -> bool:
    return _APART.sub("", comment.text, count=1).startswith(ACCEPTED)


def _is_about(comment: MarginComment, site: Site) -> bool:
    """Tell whether a comment that stands apart from its words names words of a site."""
    apart = _APART.match(comment.text)
    return apart is not None and bool(apart["words"]) and apart["words"].rstrip("… ") in site.text


def _said(comment: MarginComment) -> Said:
    return Said(comment.id, comment.author, comment.date, comment.text)
