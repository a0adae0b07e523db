"""Names that a document calls something by throughout, and its next version by another: "Plugin", "Connector"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.model.document import Document
from app.text.diff import TextEdit, word_edits
from app.text.words import in_small_letters, plain

_FEWEST = 3  # times that one stands in the place of the other
_MOST_WORDS = 3
_LEFT_OVER = 0.2  # share of its former uses that a name may keep
_ARTICLE = re.compile(r"\A(?:the|our|your|an?) ", re.IGNORECASE)
_PRONOUNS = ("you", "we", "us")
_VERSION = re.compile(r"v?\d+(?:\.\d+)*")
_BEFORE_VERSION = re.compile(r"\b([A-Z][\w-]+[ -])\Z")


def renames(pairs: Iterable[tuple[str, str]], old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Return the names, in small letters, that another took the place of; by the old one.

    `pairs` are statements that became one another, `old` and `new` all texts of either document. A name is one with a
    capital letter ("Plugin", "Llama 3") that hardly stands in the new document any more, and whose successor hardly
    stood in the old one.
    """
    differing = ((before, after) for before, after in pairs if before != after)
    counted = Counter(name for before, after in differing for name in _replaced_names(before, after))
    before_all, after_all = (in_small_letters(plain("\n".join(texts))) for texts in (old, new))
    found: dict[str, str] = {}
    for (gone, come), times in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if times >= _FEWEST and gone not in found and gone != come and _has_gone(gone, come, before_all, after_all):
            found[gone] = come
    return found


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Return `text` with the new names in the place of the old ones."""
    for gone in sorted(names, key=lambda name: (-len(name), name)):
        come = names[gone].replace("\\", r"\\")
        text = re.sub(rf"\b{re.escape(gone)}(?=s?\b)", come, text, flags=re.IGNORECASE)
    return text


def _replaced_names(before: str, after: str) -> Iterator[tuple[str, str]]:
    for edit in word_edits(before, after):
        gone, come = _with_name(before, edit)
        if _is_name(gone) and _is_name(come):
            yield _bare(gone), _bare(come)


def _with_name(before: str, edit: TextEdit) -> tuple[str, str]:
    """Return the words before and after an edit; a version with the name before it: "Llama 3.1"."""
    gone, come = (_ARTICLE.sub("", words.strip()) for words in (before[edit.start : edit.end], edit.text))
    name = _BEFORE_VERSION.search(before, 0, edit.start)
    if name and _VERSION.fullmatch(gone) and _VERSION.fullmatch(come):
        return name[1] + gone, name[1] + come
    return gone, come


def _is_name(words: str) -> bool:
    return bool(words) and len(words.split()) <= _MOST_WORDS and words[:1].isupper() and words[-1:].isalnum()


def _bare(name: str) -> str:
    name = in_small_letters(plain(name))
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def _has_gone(gone: str, come: str, before: str, after: str) -> bool:
    """Return whether the name hardly stands in the text `after` any more, and its successor hardly stood `before`."""
    gone_before, come_before = _uses(gone, before), _uses(come, before)
    gone_after, come_after = _uses(gone, after), _uses(come, after)
    return gone_after <= _LEFT_OVER * gone_before and come_before <= _LEFT_OVER * come_after


def _uses(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}(?=s?\b)(?!\.\d)", text))


def sides_renamed(document: Document) -> dict[str, str]:
    """Return the names of both sides, in small letters, with "you" or "we" for each."""
    parties = document.parties
    names = {name.casefold(): "you" for name in parties.customer}
    names.update({name.casefold(): "we" for name in parties.vendor})
    return {name: word for name, word in names.items() if name not in _PRONOUNS}
