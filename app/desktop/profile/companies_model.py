"""The companies of the group as an editable Qt model, and what a spreadsheet pastes into it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.desktop import words
from app.desktop.plain_text import tip, visible
from app.desktop.profile.question_words import asked, number_word, plain_number
from app.errors import ProfileError
from app.model.plan import CountedCompany
from app.model.profile import DeploymentProfile, GroupCompany
from app.model.questions import COMPANY_QUESTIONS
from app.service.profiles import answer_from
from app.service.users import count_users

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHOWN_PROBLEMS = 3
_RELATIONS = next(dict(question.answers) for question in COMPANY_QUESTIONS if question.field == "relation")


class CompaniesModel(QAbstractTableModel):
    """A row a company, a column a field of `GroupCompany`, and last whether it counts.

    Signals:
        changed: The companies are others.
        refused: What was typed or pasted cannot be held, in words.
    """

    changed = Signal()
    refused = Signal(str)
    FIELDS = tuple(question.field for question in COMPANY_QUESTIONS)
    COUNTS = len(FIELDS)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CountedCompany, ...] = ()

    def companies(self) -> tuple[GroupCompany, ...]:
        """Return the companies, in order."""
        return tuple(row.company for row in self._rows)

    def show_companies(self, companies: Sequence[GroupCompany]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = _counted(companies)
        self.endResetModel()

    def add(self) -> int:
        """Add a company at the end; return its row. The first is the one that takes the licence."""
        row = len(self._rows)
        name = words.tr("Company {0}").format(row + 1)
        new = GroupCompany(name, "subsidiary" if row else "licensee")
        self.beginInsertRows(_ROOT, row, row)
        self._rows = _counted((*self.companies(), new))
        self.endInsertRows()
        self.changed.emit()
        return row

    def remove(self, rows: Sequence[int]) -> None:
        """Take companies out."""
        for row in sorted(set(rows), reverse=True):
            self.beginRemoveRows(_ROOT, row, row)
            self._rows = (*self._rows[:row], *self._rows[row + 1 :])
            self.endRemoveRows()
        self.changed.emit()

    def paste(self, row: int, column: int, text: str) -> None:
        """Set lines of cells parted by tabs from a cell on; companies are added where there are not enough.

        A first line of headings is left out. What cannot be read changes nothing and is told.
        """
        lines = [line.split("\t") for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and column == 0 and _is_heading(lines[0]):
            lines = lines[1:]
        rows, problems = list(self.companies()), list[str]()
        for offset, cells in enumerate(lines):
            place = min(row + offset, len(rows))
            if place == len(rows):
                rows.append(GroupCompany(words.tr("Company {0}").format(place + 1)))
            for field, cell in zip(self.FIELDS[column:], cells, strict=False):
                try:
                    rows[place] = _with(rows[place], field, cell)
                except ProfileError:
                    problems.append(words.tr("line {0}: {1}").format(offset + 1, _demand_word(field, cell)))
        if problems:
            self.refused.emit(words.tr("Nothing was pasted. {0}").format("; ".join(problems[:_SHOWN_PROBLEMS])))
        elif lines:
            self.show_companies(rows)
            self.changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of companies."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self.COUNTS + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that all but the last column can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() < self.COUNTS else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column, and its whole question as a tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= self.COUNTS:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.tr("Counts") if section == self.COUNTS else _heading(self.FIELDS[section])
        if role == Qt.ItemDataRole.ToolTipRole and section < self.COUNTS:
            question = COMPANY_QUESTIONS[section]
            return tip(f"{asked(question.asks)} {asked(question.why)}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or the value itself to edit."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if 2 <= column < self.COUNTS else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            spoken = self._spoken(row, column)
            return tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else visible(spoken)
        if role == Qt.ItemDataRole.EditRole and column == self.FIELDS.index("relation"):
            return row.company.relation
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        cell = self._cell(row, column)
        return cell if role == Qt.ItemDataRole.EditRole else visible(cell)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell; what it cannot hold is refused."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() == self.COUNTS:
            return False
        rows = list(self.companies())
        try:
            rows[index.row()] = _with(rows[index.row()], self.FIELDS[index.column()], str(value))
        except ProfileError:
            self.refused.emit(_demand_word(self.FIELDS[index.column()], str(value)))
            return False
        if tuple(rows) != self.companies():
            self._rows = _counted(rows)
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.COUNTS))
            self.changed.emit()
        return True

    def _spoken(self, row: CountedCompany, column: int) -> str:
        """Return what a screen reader says of a cell: whose it is, which, and what it holds."""
        if column == self.COUNTS:
            return f"{row.company.name}: {self._cell(row, column)}"
        heading = _heading(self.FIELDS[column]).replace("\n", " ")
        return f"{row.company.name}, {heading}: {self._cell(row, column)}"

    def _cell(self, row: CountedCompany, column: int) -> str:
        """Return what a cell shows."""
        if column == self.COUNTS:
            return _counts_word(row)
        value = getattr(row.company, self.FIELDS[column])
        if isinstance(value, int | float):
            return number_word(value)
        return asked(_RELATIONS[value]) if self.FIELDS[column] == "relation" else str(value)


def _counted(companies: Sequence[GroupCompany]) -> tuple[CountedCompany, ...]:
    count = count_users(DeploymentProfile(group=tuple(companies)), None)
    return () if count is None else count.companies


def _with(company: GroupCompany, field: str, typed: str) -> GroupCompany:
    """Return `company` with what was typed for `field`.

    Raises:
        ProfileError: The field cannot hold it.
    """
    is_number = not isinstance(getattr(company, field), str)
    typed = (plain_number(typed) or "0") if is_number else typed
    # the name of a field is known from the questions only, which mypy cannot follow
    return replace(company, **{field: answer_from(field, typed, GroupCompany)})


def _is_heading(cells: Sequence[str]) -> bool:
    """Return whether cells are no company: no digit anywhere, and not one of the relations."""
    relations = {name.casefold() for pair in _RELATIONS.items() for name in pair}
    said = [cell.strip().casefold() for cell in cells]
    return len(said) > 1 and not any(any(map(str.isdigit, cell)) or cell in relations for cell in said)


def _counts_word(row: CountedCompany) -> str:
    """Return whether a company counts, in a word, and why."""
    company = row.company
    if company.relation in ("licensee", "planned acquisition"):
        why = asked(row.why)
    else:
        held = words.tr("{0}, {1} % of the votes: control")
        share = held if row.counts else words.tr("{0}, {1} % of the votes: no control")
        why = share.format(asked(_RELATIONS[company.relation]), number_word(company.control_percent))
    return (words.tr("yes – {0}") if row.counts else words.tr("no – {0}")).format(why)


def _demand_word(field: str, typed: str) -> str:
    """Return what a cell of `field` can hold, and that it is not `typed`."""
    kind = type(getattr(GroupCompany(""), field))
    due = (
        words.tr("a number such as {0} is due").format(number_word(1_500_000))
        if kind is int
        else words.tr("words are due")
    )
    if kind is float:
        due = words.tr("a number from 0 to 100 is due")
    elif field == "relation":
        due = words.tr("one of {0} is due").format(", ".join(asked(called) for called in _RELATIONS.values()))
    return words.tr("{0}: {1}, not “{2}”").format(_heading(field).replace("\n", " "), due, words.first_words(typed, 40))


def _heading(field: str) -> str:
    return {
        "name": words.tr("Company"),
        "relation": words.tr("Relation"),
        "control_percent": words.tr("Votes, %"),
        "users_at_release": words.tr("Users in month\nbefore release"),
        "users_now": words.tr("Users today"),
        "users_of_product": words.tr("of these, of\nthe product"),
        "internal_users": words.tr("of these,\nemployees"),
    }[field]
