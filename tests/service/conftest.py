"""A clause file of our own without a mistake, to be spoiled in one place."""

import pytest

ENTRY = """\
id: audit
title: Audit
group: D
nature: burden
severity: low
negotiability: open
owner: Legal
applies:
  documents: [model-licence, unknown]
  otherwise: Nothing is to be audited here.
inherits: true
cues:
  strong: ["{vendor} .. may|will|shall|must .. audit|inspect", "audited|inspected by {vendor}"]
  heading: [audits]
facts:
  notice_days: {read: notice, near: ["audit*|inspect*"], silent: 0}
  yearly: {read: flag, yes: ["once a|per year"], silent: false}
positions:
  - level: preferred
    name: Thirty days' notice, once a year
    if:
      - {fact: notice_days, at_least: 30}
      - {fact: yearly, is: true}
    edits:
      - - {replace: "on notice of 10 days", text: "once a year and on notice of 30 days"}
        - {after: "audit|inspect {customer} records|books", text: "once a year and on {days:30} notice", unless: notice}
    clause:
      heading: Audits.
      text: ["{vendor} may audit {customer's} records once a year, on at least {days:30} prior notice."]
  - level: fallback
    name: Ten days' notice
    if: [{fact: notice_days, at_least: 10}]
    approver: Legal
    clause:
      heading: Audits.
      text: ["{vendor} may audit {customer's} records on at least {days:10} prior notice."]
  - level: walk-away
    name: Less notice than ten days
    approver: General Counsel
ask: Thirty days' notice of an audit.
rationale: An audit without warning stops work.
comment: We ask for thirty days' notice.
note: Rarely refused.
sources: [practice]
examples:
  carries:
    - {text: "Licensor may audit Licensee's records once a year, on 30 days' notice.", rung: 1}
    - {text: "Vendor may inspect Subscriber's books on notice of 10 days.", rung: 2}
    - {text: "Provider may audit your records at any time.", facts: {notice_days: 0}, rung: 3}
  does_not_carry:
    - text: You must delete the Model.
    - text: Provider shall keep records of its costs.
    - text: This Agreement lasts for two years.
"""


@pytest.fixture
def library_with(tmp_path):
    """Write a library of one clause file, with replacements, and return its folder."""

    def write(*replacements):
        text = ENTRY
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        folder = tmp_path / "library"
        folder.mkdir(exist_ok=True)
        (folder / "library.yaml").write_text("extends: none\n", encoding="utf-8")
        (folder / "audit.yaml").write_text(text, encoding="utf-8")
        return folder

    return write
