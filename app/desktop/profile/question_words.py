"""Questions, answers and numbers of the deployment profile as a reader of the form sees them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from app.desktop import words
from app.model.plan import UserCount, UserReading
from app.model.profile import GroupCompany
from app.model.questions import Question


def asked(text: str) -> str:
    """Return the translation of words that `app/model/questions.py` or the count of users has."""
    return QCoreApplication.translate("questions", text)


def number_word(value: float) -> str:
    """Return a number with separators of thousands."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # the locale of no country leaves them out
    return locale.toString(value) if isinstance(value, int) else locale.toString(value, "g", 12)


def plain_number(typed: str) -> str:
    """Return a number as it was typed without the separators of thousands, with a point for the decimal one."""
    locale = QLocale()
    grouped = typed.strip().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    separator = re.escape(locale.groupSeparator().strip() or " ")
    plain = re.sub(rf"(?<=\d){separator}(?=\d{{3}}(\D|$))", "", grouped)
    return plain if locale.decimalPoint() == "." else plain.replace(locale.decimalPoint(), ".")


def answer_word(question: Question, value: object) -> str:
    """Return what an answer is called."""
    names = dict(question.answers)
    if isinstance(value, bool):
        return words.tr("yes") if value else words.tr("no")
    if isinstance(value, int | float):
        return number_word(value)
    if isinstance(value, tuple):
        if any(isinstance(each, GroupCompany) for each in value):
            return ", ".join(each.name for each in value)
        return ", ".join(asked(names[each]) for each in value) or words.tr("none")
    return asked(names.get(str(value), str(value))) or words.tr("nothing")


def reading_words(count: UserCount) -> tuple[str, ...]:
    """Return the users on every reading, a line each, with the distance to the threshold."""
    lines = [_reading_word(reading, count.threshold) for reading in count.readings]
    if count.threshold is not None:
        lines.append(asked(count.measured))
    return (*lines, *map(asked, (*count.tripwires, *count.remarks)))


def _reading_word(reading: UserReading, threshold: int | None) -> str:
    users = f"{asked(reading.name)}: {number_word(reading.users)}"
    if threshold is None or reading.distance is None:
        return users
    held = (
        words.tr("above the threshold of {0} by {1}") if reading.over else words.tr("below the threshold of {0} by {1}")
    )
    return f"{users} – {held.format(number_word(threshold), number_word(abs(reading.distance)))}"


def counted_word(questions: Sequence[Question], changed: int) -> str:
    """Return how many questions a topic has, and how many answers of them differ from the saved ones."""
    count = words.tr("{0} questions").format(len(questions)) if len(questions) > 1 else words.tr("1 question")
    return f"{count} · {words.tr('{0} changed').format(changed)}" if changed else count
