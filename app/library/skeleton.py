"""A clause file to begin with: a small entry that works, with what each part is for."""

import re

from app.errors import CounterdraftError

_ID = re.compile(r"[a-z][a-z0-9-]*")
_GROUPS = "ABCDEFGH"

_HEAD = """\
# What your library is called. The entries of this folder are added to those of the bundled library;
# an entry with the id of a bundled one changes it, field by field.
title: {title}
version: "1"
# effective: "2026-11-21"      # the day from which it is in force, in quotation marks
# leave_out: [publicity]       # bundled entries that you do not want
# extends: none                # with this the bundled entries are not used at all
"""

_ENTRY = """\
# {title}. Replace what is here with your own; lines that begin with # are for you alone.
# When done: counterdraft library check DIR. All fields are explained in docs/library.md.

id: {name}  # the name of the file
title: {title}  # as the memo calls it
group: {group}             # A grant, B changes, C risk, D exit, E data, F commercial, G legal frame, H restrictions
nature: burden       # burden: fine where it is not there; protection: missing where it is not there
severity: medium     # how bad it is at worst: low, medium, high, critical
negotiability: open  # do vendors move? open, hard, fixed
owner: Legal         # who looks after it

applies:
  # Whose silence means something. Types: model-licence, use-policy, terms-of-service, data-processing,
  # service-levels, order-form, unknown.
  documents: [model-licence, terms-of-service, order-form, unknown]
  otherwise: Documents of this kind do not deal with it.

cues:
  # Words that announce the clause: a|b is a or b, .. up to 4 words, ... up to 20 words, x* words that begin so,
  # {{customer}} and {{vendor}} the parties as the document names them.
  strong:
    - "{{vendor}} .. may|shall|will|must .. visit|enter"
    - "{{customer}} .. admit|admits .. {{vendor}}"
  heading: [visits]
  # against: ["..."]        # a sentence with one of these is about something else

facts:
  # What to read in the clause. `silent` is the value where the clause says nothing of it.
  notice_days: {{read: notice, near: ["visit*|enter*|admit*"], silent: 0}}

positions:
  # Best first; the first whose tests all pass is the level. The last takes what is left.
  - level: preferred
    name: Ten days' notice
    if:
      - {{fact: notice_days, at_least: 10}}
    edits:
      # Changes to words that stand there. Of each group (- -) the first rule that fits is used.
      - - {{replace: "notice of {{number}} days", text: "notice of {{days:10}}"}}
        - sentence_end: "{{vendor}} .. may|shall|will|must .. visit|enter"
          text: ", on notice of {{days:10}}"
          unless: notice
    clause:
      # What is put in where nothing of the edits fits.
      heading: Visits.
      text:
        - "{{vendor}} may visit {{customer's}} offices on notice of at least {{days:10}}."
  - level: fallback
    name: Three days' notice
    if:
      - {{fact: notice_days, at_least: 3}}
    approver: Legal          # who may accept it
    clause:
      heading: Visits.
      text:
        - "{{vendor}} may visit {{customer's}} offices on notice of at least {{days:3}}."
  - level: walk-away
    name: Less than three days' notice, or none
    approver: General Counsel

ask: Ten days' notice of a visit.                             # for the memo
rationale: A visit without notice stops work.                 # for the memo
comment: We ask for notice, so that the right people are in.  # goes to the other side; say nothing internal
note: Three days are enough where the office is small.        # stays in the house
sources: [our practice]

examples:
  # Paragraphs of your own that prove the entry: three that carry it, three that do not, each position reached once.
  carries:
    - {{text: "Vendor may visit the offices of Customer on 15 days' notice.", rung: 1}}
    - {{text: "Provider may enter your premises after notice of five days.", rung: 2}}
    - {{text: "Licensor may visit Licensee's offices.", facts: {{notice_days: 0}}, rung: 3}}
  does_not_carry:
    - text: Customer may visit the website of Provider.
    - text: Provider shall give 30 days' notice of a change of its fees.
    - text: This Agreement is governed by the law of Ruritania.
"""


def new_head(title: str) -> str:
    """Return the text of `library.yaml` for a library called `title`."""
    return _HEAD.format(title=_quoted(title))


def new_entry(name: str, *, title: str, group: str) -> str:
    """Return the text of a clause file with the id `name`.

    Raises:
        CounterdraftError: There can be no such id or group.
    """
    if not _ID.fullmatch(name):
        raise CounterdraftError(f"{name!r} is no id: use small letters, digits and hyphens, such as audit-notice")
    if group not in _GROUPS or len(group) != 1:
        raise CounterdraftError(f"{group!r} is no group; there are {', '.join(_GROUPS)}")
    words = " ".join((title or name.replace("-", " ").capitalize()).split())
    return _ENTRY.format(name=name, title=_quoted(words), group=group)


def _quoted(words: str) -> str:
    """Return `words` as YAML takes them for words."""
    return words if re.fullmatch(r"[A-Za-z][\w ,()/’'-]*", words) else '"' + words.replace('"', "'") + '"'
