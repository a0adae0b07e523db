"""An entry of the library as a page to read: what it is, what we hold, how it is found, where it comes from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from app.desktop import words
from app.desktop.library import entry_words
from app.desktop.rich_text import RichText
from app.desktop.words import tr
from app.model.authoring import ShelfEntry
from app.model.clause import Claim, ClauseType, EditRule, Example, Position

_RULES = 3
"""Rules of a position that are shown to one who does not ask for the technical part."""
_PHRASES = 4
"""Phrases that are shown in plain words."""
_SLOT = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class EntryText(RichText):
    """Writes the page of an entry in the colours and the serif of the window.

    Attributes:
        technical: Whether phrases and tests are shown as they are written, too.
    """

    technical: bool = False

    def page(self, entry: ShelfEntry, packs: Sequence[tuple[str, str]], version: str) -> str:
        """Return the whole page; `packs` are ids with titles. Without an entry that can be read only what is wrong."""
        clause = entry.shown
        if clause is None:
            told = tr("{0} cannot be used yet: it has mistakes, or is a draft. Open it under Edit.")
            return f"<h2>{escape(entry.id)}</h2><p>{escape(told.format(entry.id))}</p>"
        return "".join(
            (
                self._head(entry, clause),
                self.part(tr("What it is"), self._what(clause)),
                self.part(tr("When it applies"), self._lines(entry_words.applies_phrases(clause.applies))),
                self.part(tr("What we ask"), self._line(clause.ask)),
                self.part(tr("Positions, best first"), "".join(self._ladder(clause))),
                self.part(tr("How bad it is"), self._severity(clause)),
                self._ground(tr("Comment to the counterparty"), self.slots(clause.comment), self.colours.selected),
                self._ground(
                    tr("Internal note – never sent to the counterparty"), self.slots(clause.note), self.colours.note
                ),
                self.part(tr("Facts that are read"), self._facts(clause)),
                self.part(tr("How it is found"), self._cues(clause)),
                self.part(tr("Examples"), self._examples(clause)),
                self.part(tr("What follows for those who live with it"), self._obligations(clause)),
                self.part(tr("What others claim"), "".join(self._claims(clause.claims))),
                self.part(tr("Sources"), self._lines(clause.sources)),
                self.part(tr("Who looks after it"), self._keeping(entry, clause, packs, version)),
            )
        )

    def slots(self, text: str) -> str:
        """Return wording with its slots marked; they keep their braces, so that colour is not all that tells them."""
        ours = self.colours
        mark = f'<span style="background:{ours.evidence}; font-family:monospace; font-size:medium">'
        pieces, done = [], 0
        for slot in _SLOT.finditer(text):
            pieces += [self.text(text[done : slot.start()]), f"{mark}{escape(slot[0])}</span>"]
            done = slot.end()
        return "".join((*pieces, self.text(text[done:])))

    def _head(self, entry: ShelfEntry, clause: ClauseType) -> str:
        ours = self.colours
        badge = (
            f'<span style="background:{ours.of(clause.severity)}; color:{ours.on_badge}; font-weight:600">'
            f"&nbsp;{words.severity_letter(clause.severity)}&nbsp;</span>"
        )
        told = [entry_words.nature_word(clause.nature), entry_words.group_word(clause.group)]
        state = ""
        if entry.is_left_out:
            state = tr("Your library leaves this entry out.")
        elif entry.clause is None:
            state = tr("Your file for this entry has mistakes; what you read is the bundled entry.")
        elif entry.path is not None and entry.bundled is None:
            state = tr("An entry of your own library.")
        elif entry.path is not None:
            fields = ", ".join(entry_words.field_word(field) for field in entry.changed)
            state = tr("Changed by your library: {0}.").format(fields)
        line = f'<p style="margin-top:0">{badge} <b>{words.severity_word(clause.severity)}</b> &nbsp;·&nbsp; '
        line += f"{self.text(' · '.join(told))} &nbsp;·&nbsp; {self.muted(clause.id)}</p>"
        return f'<h2 style="margin-bottom:4px">{self.text(clause.title)}</h2>{line}' + (
            f"<p>{self.accented('▸ ' + state)}</p>" if state else ""
        )

    def _what(self, clause: ClauseType) -> str:
        moves = entry_words.negotiability_word(clause.negotiability)
        return self._lines((clause.rationale, entry_words.nature_phrase(clause.nature), f"{moves}."))

    def _ladder(self, clause: ClauseType) -> Iterable[str]:
        for number, position in enumerate(clause.positions, 1):
            level = f"{number}. {words.level_glyph(position.level)} {words.level_word(position.level)}"
            told = [f"{self.muted(level)} &nbsp;<b>{self.text(position.name)}</b>"]
            told.append(f"{self.muted(tr('If'))} {self.text(entry_words.tests_phrase(position.tests))}")
            if self.technical and position.tests:
                told.append(self._code("; ".join(_as_written(position))))
            if position.approver:
                told.append(f"{self.muted(tr('Accepted by'))} {self.text(position.approver)}")
            told += self._wording(position)
            yield f'<p style="margin:8px 0 0 0">{"<br>".join(told)}</p>'

    def _wording(self, position: Position) -> list[str]:
        told = []
        if position.clause is not None:
            told.append(self.muted(tr("New clause:")))
            heading = f"<b>{self.slots(position.clause.heading)}</b> "
            texts = [self.slots(text) for text in position.clause.text]
            told.append(self.quoted(heading + "<br>".join(texts)))
        rules = [rule for group in position.edits for rule in group]
        if rules:
            told.append(self.muted(tr("Changes to words that stand there, of each kind the first that fits:")))
            shown = rules if self.technical else _of_other_wording(position)[:_RULES]
            told += [f"&nbsp;&nbsp;• {self._edit(rule)}" for rule in shown]
            if more := len(rules) - len(shown):
                told.append(self.muted(tr("and {0} more, shown with the technical part").format(more)))
        return told

    def _edit(self, rule: EditRule) -> str:
        told = self.text(entry_words.edit_phrase(rule)).replace("{0}", self.quoted(f"“{self.slots(rule.text)}”"))
        return f"{told} {self._code(rule.pattern)}" if self.technical and rule.pattern else told

    def _severity(self, clause: ClauseType) -> str:
        told = [tr("{0} where we would walk away or it is missing; one step less on a fallback.")]
        told[0] = told[0].format(words.severity_word(clause.severity))
        for rule in clause.severity_when:
            asked = entry_words.tests_phrase(rule.tests)
            told.append(tr("{0} where {1}.").format(words.severity_word(rule.severity), asked))
        return self._lines(told)

    def _facts(self, clause: ClauseType) -> str:
        rows = []
        for fact in clause.facts:
            told = self.text(entry_words.fact_phrase(fact))
            if self.technical and (phrases := (*fact.patterns, *fact.near)):
                told += f"<br>{self._code('  '.join(phrases))}"
            rows.append((words.key_word(fact.key), told))
        return self.table(rows)

    def _cues(self, clause: ClauseType) -> str:
        cues = clause.cues
        parts = (
            (tr("One of these is enough"), cues.strong),
            (tr("Two of these, or one and a heading"), cues.weak),
            (tr("In a heading"), cues.heading),
            (tr("Not where the sentence says"), cues.against),
        )
        return "".join(self._phrases(name, phrases) for name, phrases in parts if phrases)

    def _phrases(self, name: str, phrases: Sequence[str]) -> str:
        """Return phrases in plain words, the first of them; as they are written where the technical part is shown."""
        if self.technical:
            told = "<br>".join((self.muted(name + ":"), *map(self._code, phrases)))
        else:
            shown = "; ".join(f"“{entry_words.plain_phrase(phrase)}”" for phrase in phrases[:_PHRASES])
            more = len(phrases) - _PHRASES
            rest = self.muted(" " + tr("and {0} more, shown with the technical part").format(more)) if more > 0 else ""
            told = f"{self.muted(name + ':')} {self.text(shown)}{rest}"
        return f'<p style="margin:4px 0 0 0">{told}</p>'

    def _examples(self, clause: ClauseType) -> str:
        parts = []
        for carries, name in ((True, tr("Carry it")), (False, tr("Do not carry it, though they look alike"))):
            chosen = [example for example in clause.examples if example.carries == carries]
            if chosen:
                parts.append(f'<p style="margin:6px 0 0 0">{self.muted(name)}</p>')
                parts += [self._example(example) for example in chosen]
        return "".join(parts)

    def _example(self, example: Example) -> str:
        told = [words.level_word(example.level)] if example.level is not None else []
        if example.rung is not None:
            told.append(tr("position {0}").format(example.rung))
        told += [f"{words.key_word(key).lower()} {words.value_word(value)}" for key, value in example.facts]
        end = f" &nbsp;{self.muted('→ ' + ', '.join(told))}" if told else ""
        sign = "✓" if example.carries else "✗"
        said = self.quoted(self.text(" ".join(example.text.split())))
        return f'<p style="margin:4px 0 0 12px">{sign} {said}{end}</p>'

    def _obligations(self, clause: ClauseType) -> str:
        told = []
        for duty in clause.obligations:
            who = tr("We") if duty.who == "customer" else tr("The vendor")
            ends = [words.key_word(duty.due).lower()] if duty.due else []
            ends += [tr("from: {0}").format(duty.trigger)] if duty.trigger else []
            ends.append(tr("repeats: {0}").format(duty.repeats))
            ends += [tr("where {0}").format(entry_words.tests_phrase(duty.tests))] if duty.tests else []
            told.append(f"<b>{self.text(who)}</b>: {self.text(duty.text)} {self.muted('(' + '; '.join(ends) + ')')}")
        return "".join(f'<p style="margin:4px 0 0 0">{each}</p>' for each in told)

    def _claims(self, claims: Sequence[Claim]) -> Iterable[str]:
        """Yield what others claim, topic by topic, so that both sides of what is disputed stand together."""
        topics = dict.fromkeys(claim.topic or claim.statement for claim in claims)
        for topic in topics:
            held = [claim for claim in claims if (claim.topic or claim.statement) == topic]
            if held[0].topic:
                sides = tr("{0} statements").format(len(held)) if len(held) > 1 else tr("1 statement")
                yield f'<p style="margin:8px 0 0 0"><b>{self.text(topic)}</b> {self.muted("· " + sides)}</p>'
            for claim in held:
                about = tr(" · of documents that name {0}").format(claim.about) if claim.about else ""
                said = f"<b>{escape(_state_word(claim))}</b> · {self.text(claim.statement)}"
                said += f"<br>{self.muted(claim.source + about)}"
                if claim.text_says:
                    said += f"<br>{self.muted(tr('The text itself:'))} {self.text(claim.text_says)}"
                yield f'<p style="margin:4px 0 0 12px">{said}</p>'

    def _keeping(self, entry: ShelfEntry, clause: ClauseType, packs: Sequence[tuple[str, str]], version: str) -> str:
        approvers = list(dict.fromkeys(position.approver for position in clause.positions if position.approver))
        pack = dict(packs).get(clause.pack, clause.pack)
        told = [
            tr("Owner: {0}").format(clause.owner),
            *([tr("Deviations are accepted by: {0}").format(", ".join(approvers))] if approvers else []),
            *([tr("Pack: {0}").format(pack)] if pack else []),
            tr("Library: {0}").format(version),
        ]
        if entry.path is not None:
            told.append(tr("Our file: {0}").format(entry.path.name))
        return self._lines(told)

    def _ground(self, title: str, body: str, ground: str) -> str:
        """Return a part on a ground of its own."""
        head = f'<span style="color:{self.colours.muted}"><b>{escape(title)}</b></span>'
        return (
            '<table width="100%" cellspacing="0" cellpadding="8" style="margin-top:14px"><tr>'
            f'<td bgcolor="{ground}">{head}<br>{body}</td></tr></table>'
        )

    def _lines(self, texts: Iterable[str]) -> str:
        return "".join(self._line(text) for text in texts)

    def _line(self, text: str) -> str:
        return f'<p style="margin:4px 0 0 0">{self.text(text)}</p>'

    def _code(self, text: str) -> str:
        return f'<span style="color:{self.colours.muted}; font-family:monospace">{self.text(text)}</span>'


def _of_other_wording(position: Position) -> list[EditRule]:
    """Return of each group the rules whose wording is not that of one before."""
    seen: dict[tuple[str, str], EditRule] = {}
    for number, group in enumerate(position.edits):
        for rule in group:
            seen.setdefault((rule.text or str(number), rule.action), rule)
    return list(seen.values())


def _as_written(position: Position) -> Iterable[str]:
    for test in position.tests:
        yield f"{test.subject}: {test.key}, {test.comparison}: {test.operand}"


def _state_word(claim: Claim) -> str:
    return {
        "agreed": tr("Agreed"),
        "disputed": tr("Disputed"),
        "superseded": tr("Superseded"),
        "inferred": tr("Inferred from the text"),
        "open": tr("Open"),
    }[claim.state]
