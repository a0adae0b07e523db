"""Library wording in the words of one document: slots filled, verbs agreed, quotes and spelling as it has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.drafting.vocabulary import Party, Vocabulary
from app.model.redline import Citation
from app.model.slots import Slot, parse_slot, slots_of, with_options
from app.text.numerals import number_in_words

_IRREGULAR = {"has": "have", "is": "are", "was": "were", "does": "do", "goes": "go"}
_STRAIGHT = str.maketrans("“”’‘", "\"\"''")
_SENTENCE_START = re.compile(r"(?:^|(?<!e\.g)(?<!i\.e)[.!?][\"”’')]*\s+|\n\s*)[\"“(]*$")
_LICENSE_NOUN = re.compile(
    r"(?<!\bto )(?<!\bmay )(?<!\bshall )(?<!\bwill )(?<!\bnot )\b(sub-?)?license(s?)\b", re.IGNORECASE
)
_TO_BRITISH = (
    (re.compile(r"((?:organ|author|recogn|minim|util|anonym|pseudonym|real)i)z(?=e|ing|ation)", re.IGNORECASE), r"\1s"),
    (re.compile(r"\b((?:un|dis)?(?:fav|behavi|hon|lab))or", re.IGNORECASE), r"\1our"),
    (re.compile(r"\b(cent)er\b", re.IGNORECASE), r"\1re"),
    (re.compile(r"\b(cent)ers\b", re.IGNORECASE), r"\1res"),
    (re.compile(r"\b(defen)se", re.IGNORECASE), r"\1ce"),
)
_TO_AMERICAN = (
    (re.compile(r"((?:organ|author|recogn|minim|util|anonym|pseudonym|real)i)s(?=e|ing|ation)", re.IGNORECASE), r"\1z"),
    (re.compile(r"\b((?:un|dis)?(?:fav|behavi|hon|lab))our", re.IGNORECASE), r"\1or"),
    (re.compile(r"\b(cent)re", re.IGNORECASE), r"\1er"),
    (re.compile(r"\b(defen)ce", re.IGNORECASE), r"\1se"),
    (re.compile(r"\b(program)me", re.IGNORECASE), r"\1"),
)
_LICENCE = re.compile(r"(?<=licen)ce(?=s?\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """Fills slots with the words of one document.

    Attributes:
        sections: Citation of the section where each clause type stands, by its id; without a number where the
            section has none.
    """

    vocabulary: Vocabulary
    sections: Mapping[str, Citation]

    @property
    def names(self) -> frozenset[str]:
        """The words for the parties, which inside a sentence are written as here."""
        parties = (self.vocabulary.customer, self.vocabulary.vendor)
        return frozenset(name for party in parties if party for name in (party.subject, party.object, party.possessive))

    def unfilled(self, text: str, clause: str) -> tuple[str, ...]:
        """Return the slots of `text` for which the document has no word, as written, each once.

        Raises:
            ValueError: `text` has a slot that does not exist.
        """
        needed = slots_of(self._with_options(text, clause))
        return tuple(dict.fromkeys(slot for slot in needed if not self._value(parse_slot(slot), clause)))

    def fill(self, text: str, clause: str) -> str:
        """Return `text` with its slots filled for clause type `clause`; its first word is left as it is.

        Raises:
            ValueError: `text` has a slot that does not exist.
        """
        pieces: list[str] = []
        rest = self._spelled_like_the_document(self._with_options(text, clause))
        for source in slots_of(rest):
            before, rest = rest.split(f"{{{source}}}", 1)
            pieces.append(before)
            value = self._value(parse_slot(source), clause)
            so_far = "".join(pieces)
            pieces.append(capitalised(value) if so_far.strip() and _SENTENCE_START.search(so_far) else value)
        return self._spelled("".join([*pieces, rest]).strip())

    def citations(self, text: str, clause: str) -> tuple[Citation, ...]:
        """Return the numbered places that `text` cites once it is filled, each once."""
        slots = (parse_slot(source) for source in slots_of(self._with_options(text, clause)))
        cited = (self.sections.get(slot.argument or clause) for slot in slots if slot.name == "section")
        return tuple(dict.fromkeys(found for found in cited if found and found.number))

    def sentence(self, text: str, clause: str) -> str:
        """Return `text` filled, beginning with a capital."""
        return capitalised(self.fill(text, clause))

    def _with_options(self, text: str, clause: str) -> str:
        return with_options(text, lambda slot: bool(self._value(parse_slot(slot), clause)))

    def _value(self, slot: Slot, clause: str) -> str:
        """Return what stands for `slot`; "" where the document has no word for it."""
        words = self.vocabulary
        side = slot.name.removesuffix("'s")
        if side in ("customer", "vendor"):
            return _party_value(words.customer if side == "customer" else words.vendor, slot)
        if slot.name in ("days", "months", "hours"):
            return _duration(int(slot.argument), slot.name.removesuffix("s"), in_words=words.numbers_in_words)
        if slot.name == "section":
            cited = self.sections.get(slot.argument or clause)
            return cited.text if cited else "" if slot.argument else f"this {words.citation}"
        if slot.name == "shall":
            return words.shall
        names = {
            "agreement": words.agreement,
            "materials": words.materials,
            "outputs": words.outputs,
            "policy": words.policy,
            "services": words.services,
            "affiliates": words.affiliates,
        }
        name = names[slot.name]
        return f"{name} {agreed(slot.verb, plural=_is_plural(name))}" if name and slot.verb else name

    def _spelled_like_the_document(self, text: str) -> str:
        """Return library `text` spelled as British or American documents are; names and ids in slots stay."""
        pieces = re.split(r"(\{[^|}]*\})", text)
        for written, wanted in _TO_BRITISH if self.vocabulary.british else _TO_AMERICAN:
            pieces = [
                piece if piece.startswith("{") and "|" not in piece else written.sub(wanted, piece) for piece in pieces
            ]
        return "".join(pieces)

    def _spelled(self, text: str) -> str:
        """Return `text` with the document's quotes and its spelling of "license"."""
        text = text.translate(_STRAIGHT)
        if self.vocabulary.curly:
            text = re.sub(r"(^|[\s(\[—–/])\"", r"\1“", text).replace('"', "”")
            text = re.sub(r"(^|[\s(\[—–/“])'", r"\1‘", text).replace("'", "’")
        if self.vocabulary.british:
            return _LICENSE_NOUN.sub(lambda match: re.sub(r"(?i)(?<=licen)s", _c_for, match[0]), text)
        return _LICENCE.sub(lambda match: "SE" if match[0].isupper() else "se", text)


def _c_for(match: re.Match[str]) -> str:
    return "C" if match[0].isupper() else "c"


def _party_value(party: Party | None, slot: Slot) -> str:
    if party is None:
        return ""
    if slot.name.endswith("'s"):
        return party.possessive
    if slot.argument == "object":
        return party.object
    return f"{party.subject} {agreed(slot.verb, plural=party.plural)}" if slot.verb else party.subject


def agreed(verb: str, *, plural: bool) -> str:
    """Return `verb`, written for one person ("fails", "does not cure"), for a subject in the plural ("fail")."""
    if not plural:
        return verb
    first, blank, rest = verb.partition(" ")
    return _plural_verb(first) + blank + rest


def _plural_verb(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _is_plural(name: str) -> bool:
    """Tell whether a noun such as "the Llama Materials" or "outputs of the Model" takes a plural verb."""
    head = name.split(" of ", maxsplit=1)[0]
    return head.endswith("s") and not head.endswith("ss")


def _duration(number: int, unit: str, *, in_words: bool) -> str:
    counted = f"{number_in_words(number)} ({number})" if in_words else str(number)
    return f"{counted} {unit}" if number == 1 else f"{counted} {unit}s"


def capitalised(text: str) -> str:
    """Return `text` beginning with a capital, but for a name such as "xAI" that has its own way."""
    start = next((place for place, letter in enumerate(text) if letter.isalnum()), len(text))
    word = re.match(r"\w*", text[start:])
    if word is None or any(letter.isupper() for letter in word[0]):
        return text
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
