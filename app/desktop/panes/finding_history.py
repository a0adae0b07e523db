"""What was decided on a finding, and when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.desktop.deciding import changed_line
from app.desktop.panes.detail_part import Disclosure, show_text, text_label
from app.model.matter import JournalEntry
from app.model.review import Finding


class FindingHistory(Disclosure):
    """Lists the changes of a decision on request, the last first; hidden where there is none."""

    def __init__(self) -> None:
        self.lines = text_label("detailHistory", Qt.TextFormat.PlainText)
        super().__init__("historyOpen", self.lines)

    def show_entries(self, finding: Finding, entries: Sequence[JournalEntry]) -> None:
        """Show `entries`, those on `finding` in the order in which they were made."""
        lines = []
        for entry in reversed(entries):
            line = f"{entry.when.astimezone().strftime('%Y-%m-%d %H:%M')}  {changed_line(finding, entry)}"
            lines.append(self.tr("{0} (undone)").format(line) if entry.undone else line)
        show_text(self.lines, "\n".join(lines))
        self.setVisible(bool(lines))
        self.set_title(self.tr("History ({0})").format(len(lines)))
