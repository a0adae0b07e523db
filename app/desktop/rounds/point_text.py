"""What is told of a point: what became of it, the words sent and returned in place, how the clause types stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.desktop.plain_text import visible
from app.desktop.redline_text import Piece, PieceKind
from app.desktop.rich_text import RichText
from app.desktop.rounds import round_words
from app.desktop.rounds.entries import ALARMS, differing, group_of, sites_of
from app.desktop.words import tr
from app.model.comparison import Direction
from app.model.rounds import Ask, ClauseRound, NewAsk, Point, Reopened, Round, Rounds, Site, Untracked, clauses_of

POINT = "point:"
"""What the address of a link to another point begins with; its id follows."""

_CONTEXT = 260  # letters around the words in a long paragraph
_LONG = 1200  # letters of words that are quoted
_SIGNS: dict[Direction, str] = {"worse": "▼", "better": "▲", "same": "=", "unclear": "?"}


@dataclass(frozen=True, slots=True)
class PointText(RichText):
    """Writes pages on points in the colours and the serif of the window."""

    def page(self, rounds: Rounds, one: Round, point: Point) -> str:
        """Return all that is known of a point."""
        return "".join(
            (
                self._line(self._heading(point)),
                self._clause_types(rounds, one, point),
                self._words(point),
                self._in_place(point),
                self._reopened(point) if isinstance(point, Reopened) else "",
                self._said(point),
            )
        )

    def notes(self, one: Round) -> str:
        """Return what could not be read or compared."""
        parts = [
            (tr("Not compared"), one.not_compared),
            (tr("Not read of {0}").format(one.sent.name), one.sent.not_read),
            (tr("Not read of {0}").format(one.returned.name), one.returned.not_read),
        ]
        told = "".join(self.part(visible(title), "".join(map(self._plain, lines))) for title, lines in parts if lines)
        return told or self._line(self.muted(tr("All was read and compared.")))

    def _heading(self, point: Point) -> str:
        group = group_of(point)
        told = self.text(f"{round_words.group_sign(group)} {round_words.point_word(point)}")
        colour = f' style="color:{self.colours.critical}"' if group in ALARMS else ""
        sent, back = sites_of(point)
        places = [round_words.place_word(back)]
        if sent is not None and sent.label != back.label:
            places.insert(0, round_words.place_word(sent))
        where = self.muted(f"· {point.id} · {' → '.join(places)}")
        return f"<span{colour}><b>{told}</b></span> {where}"

    def _clause_types(self, rounds: Rounds, one: Round, point: Point) -> str:
        """Return how each clause type of the point stood, what we asked, and how it stands now."""
        names = clauses_of(point)
        if not names:
            return self._line(self.muted(tr("No clause type was recognised here: read the words yourself.")))
        told = []
        for name in names:
            stands = one.stand_on(name)
            title = round_words.title_of(rounds.library, name)
            told.append(self._line(f"<b>{self.text(title)}</b>") if stands is None else self._stand(stands))
        return self.part(tr("Clause type and level"), "".join(told))

    def _stand(self, stands: ClauseRound) -> str:
        direction = f"{_SIGNS[stands.direction]} {round_words.direction_word(stands.direction)}"
        rows = [
            (tr("Before our asks"), self.text(round_words.stand_word(stands.before))),
            (tr("As we asked"), self.text(round_words.stand_word(stands.asked))),
            (tr("As it came back"), f"<b>{self.text(round_words.stand_word(stands.now))}</b>"),
        ]
        head = f"<b>{self.text(stands.clause.title)}</b> {self.muted(f'· {direction}')}"
        return self._line(head) + self._plain(stands.what) + self.table(rows)

    def _words(self, point: Point) -> str:
        """Return the words one below the other: those that stood there, those that were sent, those that came back."""
        if isinstance(point, Ask):
            rows: list[tuple[str, str, PieceKind]] = [(tr("The words were"), point.before, "deleted")]
            rows.append((tr("Words sent: what we asked"), point.asked, "inserted"))
            rows.append((tr("Words returned"), point.now, "kept"))
            if point.answer == "countered":
                sent = "".join(self.part(title, self._quote(words, kind)) for title, words, kind in rows[:2])
                return sent + self.part(tr("Words returned"), self._against(point.asked, point.now))
            if point.before == point.asked:
                rows = [(tr("Words of our comment"), point.asked, "kept"), (tr("Words returned"), point.now, "kept")]
        elif isinstance(point, Reopened):
            agreed = self.part(tr("Words agreed"), self._quote(point.agreed, "kept"))
            return agreed + self.part(tr("Words returned"), self._against(point.agreed, point.now))
        elif isinstance(point, NewAsk) and point.is_comment:
            rows = [(tr("Words of their comment"), point.after, "kept")]
        else:
            rows = [(tr("Words sent"), point.before, "deleted"), (tr("Words returned"), point.after, "inserted")]
        return "".join(self.part(title, self._quote(words, kind)) for title, words, kind in rows)

    def _against(self, sent: str, back: str) -> str:
        """Return words with what is not as it was sent marked in them."""
        at = differing(sent, back)[1]
        if not back.strip() or at.start == at.end:
            return self._quote(back, "kept")
        parts = (self.text(back[: at.start]), self._marked(back[at.start : at.end]), self.text(back[at.end :]))
        return self._line(self.quoted("".join(parts)))

    def _marked(self, words: str) -> str:
        return f'<span style="background:{self.colours.evidence}"><b>{self.text(words)}</b></span>' if words else ""

    def _quote(self, words: str, kind: PieceKind) -> str:
        if not words.strip():
            return self._line(self.muted(tr("nothing")))
        short = words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"
        return self._line(self.quoted(self.piece(Piece(kind, short, 0))))

    def _in_place(self, point: Point) -> str:
        """Return the paragraphs in which the words stood and stand."""
        sent, back = sites_of(point)
        told = "" if sent is None else self.part(self._title(tr("In its place, as sent"), sent), self._around(sent))
        return told + self.part(self._title(tr("In its place, as returned"), back), self._around(back))

    def _title(self, told: str, site: Site) -> str:
        return visible(f"{told}: {round_words.place_word(site)}")

    def _around(self, site: Site) -> str:
        """Return a paragraph with the words marked; of a long one what stands around them."""
        text, span = site.text, site.span
        if not text.strip():
            return self._line(self.muted(tr("Nothing stands there any more.")))
        start, end = max(span.start - _CONTEXT, 0), min(span.end + _CONTEXT, len(text))
        marked = text[span.start : min(span.end, span.start + _LONG)]
        parts = (
            "… " if start else "",
            self.text(text[start : span.start]),
            self._marked(marked),
            self.text(text[span.end : end]) if len(marked) == span.end - span.start else "",
            " …" if end < len(text) or len(marked) < span.end - span.start else "",
        )
        return self._line(self.quoted("".join(parts)))

    def _reopened(self, point: Reopened) -> str:
        agreed = tr("Agreed in round {0} as {1}.").format(point.closed_in, point.closed_as)
        links = ", ".join(
            f'<a href="{POINT}{self.text(name)}" style="color:{self.colours.accent}">{self.text(name)}</a>'
            for name in point.by
        )
        by = f" {self.text(tr('Changed by:'))} {links}" if links else ""
        return self.part(tr("Why it was closed"), self._line(f"{self.text(agreed)}{by}"))

    def _said(self, point: Point) -> str:
        """Return our comment on the point, and theirs."""
        ours = point.ours if isinstance(point, Ask) else ""
        theirs: Sequence[str] = ()
        if isinstance(point, Ask | NewAsk):
            theirs = [", ".join(filter(None, (each.author, each.date[:10]))) + f": {each.text}" for each in point.said]
        named = ""
        if isinstance(point, NewAsk):
            named = ", ".join(filter(None, (point.author, point.date[:10])))
        if isinstance(point, Untracked) and point.in_our_name:
            named = tr("The words stand in a tracked change that bears our name.")
        return (
            self.part(tr("By"), self._plain(named) if named else "")
            + self.part(tr("Our comment"), self._plain(ours) if ours else "")
            + self.part(tr("What they said"), "".join(map(self._plain, theirs)))
        )

    def _plain(self, text: str) -> str:
        return self._line(self.text(text))

    def _line(self, html: str) -> str:
        return f'<p style="margin:0 0 6px 0">{html}</p>' if html else ""
