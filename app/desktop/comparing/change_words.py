"""What is said of changes in the window that compares two versions."""

from collections.abc import Collection, Iterator, Sequence

from app.desktop.comparing.entries import Aspect, Entry, Standing
from app.desktop.comparing.stretches import Stretch, StretchKind
from app.desktop.plain_text import visible
from app.desktop.words import first_words, place_word, tr
from app.model.comparison import Change, Comparison, Direction, Row, Subject

_GIST = 60  # letters of each side


def standing_word(standing: Standing) -> str:
    """Return what a chip of the list says of the changes that it keeps."""
    return {
        "all": tr("All"),
        "worse": tr("Worse"),
        "better": tr("Better"),
        "unclear": tr("Unclear"),
        "same": tr("Neutral"),
        "uncovered": tr("Not covered"),
    }[standing]


def direction_glyph(direction: Direction) -> str:
    """Return the sign that stands before the word for a direction."""
    return {"worse": "▼", "better": "▲", "unclear": "?", "same": "="}[direction]


def standing_sign(standing: Standing) -> str:
    """Return the sign that stands for that word where there is little room."""
    if standing == "all":
        return standing_word("all")
    return "○" if standing == "uncovered" else direction_glyph(standing)


def aspect_word(aspect: Aspect) -> str:
    """Return the name of an aspect of changes."""
    return {
        "text": tr("Text"),
        "moves": tr("Moves"),
        "formatting": tr("Formatting"),
        "numbering": tr("Numbering"),
    }[aspect]


def subject_word(subject: Subject) -> str:
    """Return what words that differ are; "" for plain words."""
    return {
        "number": tr("number"),
        "money": tr("money"),
        "date": tr("date"),
        "duration": tr("duration"),
        "term": tr("defined term"),
        "party": tr("party"),
        "reference": tr("reference"),
        "words": "",
    }[subject]


def kind_word(change: Change) -> str:
    """Return what happened to a stretch of text."""
    is_edited = bool(change.words)
    return {
        "edited": tr("Edited"),
        "added": tr("Added"),
        "removed": tr("Removed"),
        "moved": tr("Moved and edited") if is_edited else tr("Moved"),
        "split": tr("Split and edited") if is_edited else tr("Split"),
        "merged": tr("Joined and edited") if is_edited else tr("Joined"),
        "renumbered": tr("Renumbered"),
        "formatting": tr("Formatting"),
    }[change.kind]


def kind_sign(change: Change) -> str:
    """Return the sign of what happened, one or two letters wide."""
    return {
        "edited": "±",
        "added": "+",
        "removed": "−",
        "moved": "⇅",
        "split": "¶",
        "merged": "¶",
        "renumbered": "#",
        "formatting": "A",
    }[change.kind]


def where_word(comparison: Comparison, change: Change) -> str:
    """Return where a change stands: in the new document, of what is gone in the old one, of what moved in both."""
    if not change.new:
        return tr("{0} of the old version").format(place_word(comparison.old, change.old[0]))
    place = place_word(comparison.new, change.new[0])
    if change.kind == "moved":
        before = place_word(comparison.old, change.old[0])
        return place if before == place else f"{before} → {place}"
    return place


def gist(comparison: Comparison, change: Change) -> str:
    """Return in a line what a change is, for those of which nothing graver is known."""
    if change.kind == "moved" and not change.words:
        return first_words(_text_of(comparison, change), _GIST)
    if change.words:
        first = change.words[0]
        before, after = (first_words(text, _GIST) for text in (first.before, first.after))
        if before and after:
            told = f"“{before}” → “{after}”"
        else:
            told = (tr("out: “{0}”") if before else tr("in: “{0}”")).format(before or after)
        more = len(change.words) - 1
        return f"{told} +{more}" if more else told
    if change.labels is not None and change.kind == "renumbered":
        return f"{change.labels[0]} → {change.labels[1]}"
    if change.formats and change.kind == "formatting":
        return "; ".join(change.formats)
    return first_words(_text_of(comparison, change), 2 * _GIST)


def title_word(comparison: Comparison, entry: Entry) -> str:
    """Return what a change does, or in a line what it is."""
    if entry.effects:
        return entry.effects[0].what
    return gist(comparison, entry.change) if entry.change is not None else ""


def clauses_word(entry: Entry) -> str:
    """Return the clause type that a change does most to, and to how many others it does something."""
    more = len(entry.effects) - 1
    return f"{entry.effects[0].clause.title} +{more}" if more > 0 else entry.effects[0].clause.title


def state_word(entry: Entry) -> str:
    """Return what a change does for us in a word with its sign; "" where that is not known."""
    if entry.direction is not None:
        return f"{direction_glyph(entry.direction)} {standing_word(entry.direction)}"
    return f"{standing_sign('uncovered')} {standing_word('uncovered')}" if entry.is_uncovered else ""


def summary_word(entries: Sequence[Entry], listed: int, *, short: bool = False) -> str:
    """Return how many changes there are and, unless in short, what they do: "17 changes · 3 worse · 1 better"."""
    count = len(entries)
    if listed != count:
        return tr("{0} of {1} changes").format(listed, count)
    told = tr("1 change") if count == 1 else tr("{0} changes").format(count)
    if short:
        return told
    found = {standing: sum(entry.direction == standing for entry in entries) for standing in ("worse", "better")}
    named = ((tr("{0} worse"), found["worse"]), (tr("{0} better"), found["better"]))
    return " · ".join((told, *(word.format(number) for word, number in named if number)))


def spoken(comparison: Comparison, entry: Entry, ordinal: int, count: int) -> str:
    """Return what a screen reader says of an entry: "Change 5 of 17, worse, cure period, clause 6, edited"."""
    said = [tr("Change {0} of {1}").format(ordinal, count)]
    if entry.direction is not None:
        said += [standing_word(entry.direction).lower(), entry.effects[0].clause.title.lower()]
    elif entry.is_uncovered:
        said.append(standing_word("uncovered").lower())
    if entry.change is not None:
        where = where_word(comparison, entry.change)
        said.append(tr("clause {0}").format(where) if where[:1].isdigit() else where)
        said.append(kind_word(entry.change).lower())
    else:
        said.append(tr("no change of its own"))
    return visible(", ".join(said))


def said_of(comparison: Comparison, entry: Entry) -> str:
    """Return all words of an entry that a reader may look for."""
    effects = (f"{effect.clause.title} {effect.what}" for effect in entry.effects)
    if entry.change is None:
        return " ".join(effects)
    change = entry.change
    texts = (
        *(comparison.old.paragraphs[index].text for index in change.old),
        *(comparison.new.paragraphs[index].text for index in change.new),
    )
    return " ".join((*effects, kind_word(change), where_word(comparison, change), *change.formats, *texts))


def captions_of(comparison: Comparison, change: Change, row: Row, told: Collection[Aspect]) -> Iterator[str]:
    """Yield what is said above a row of a change, in words: where it moved, what became of it, its number, its look."""
    if change.kind == "moved":
        away, here = tr("Moved away: now at {0}"), tr("Moved here: was at {0}")
        if not row.new:
            yield away.format(place_word(comparison.new, change.new[0]))
            return
        yield here.format(place_word(comparison.old, change.old[0]))
    elif change.kind == "split":
        yield tr("Split: {0} paragraphs out of {1}").format(len(change.new), len(change.old))
    elif change.kind == "merged":
        yield tr("Joined: {0} paragraphs into {1}").format(len(change.old), len(change.new))
    if change.labels is not None and "numbering" in told and not _prints_numbers(comparison, change):
        yield tr("Number {0} → {1}").format(*change.labels)
    if change.formats and "formatting" in told:
        yield tr("Formatting: {0}").format("; ".join(change.formats))


def _prints_numbers(comparison: Comparison, change: Change) -> bool:
    """Return whether the numbers that a change had and has are printed as others before its words."""
    printed = comparison.old.paragraphs[change.old[0]].marker, comparison.new.paragraphs[change.new[0]].marker
    return printed[0] != printed[1]


def heard(stretch: Stretch) -> str:
    """Return what a screen reader says of words as a pane shows them."""
    told: dict[StretchKind, str] = {
        "kept": "{0}",
        "removed": tr("[removed: {0}]"),
        "added": tr("[added: {0}]"),
        "moved-away": tr("[moved away: {0}]"),
        "moved-here": tr("[moved here: {0}]"),
    }
    return told[stretch.kind].format(stretch.text)


def _text_of(comparison: Comparison, change: Change) -> str:
    if change.new:
        return comparison.new.paragraphs[change.new[0]].text
    return comparison.old.paragraphs[change.old[0]].text
