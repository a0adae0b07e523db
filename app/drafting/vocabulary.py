"""The terms of one document: what it calls the parties, itself and its subject, and how it writes."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.model.document import Document

_OBJECTS = {"we": "us"}
_POSSESSIVES = {"you": "your", "we": "our", "they": "their"}
_PRONOUNS = {"your": "you", "yours": "you", "us": "we", "our": "we", "ours": "we", "them": "they", "their": "they"}

_SELF = re.compile(
    r"\b(?:[Tt]his|[Tt]hese) ((?:[A-Z][\w-]*,? (?:and )?){0,4}?"
    r"(?:Agreement|Licen[cs]e|Terms|Policy|Addendum|Contract|DPA|EULA|SLA|Conditions|Guidelines)"
    r"(?: Agreement| of (?:Use|Service)| and Conditions)?)(?! [A-Z])"
)
_SELF_PLAIN = re.compile(r"\b(?:this|these) (agreement|licen[cs]e|terms|policy|addendum|contract)\b")
_LICENSED = re.compile(
    r"(?:Materials?|Models?|Software|Programs?|Services?|Platform|Products?|APIs?|Datasets?|Weights|Works?|Offerings?|System)"
    r"(?:\(s\))?$"
)
_SERVICE = re.compile(r"(?:Services?|Platform|APIs?|Offerings?)$")
_NOT_LICENSED = re.compile(
    r"\b(?:Derivatives?|Derived|Complementary|Customer|Licensee|User|Your|Third|Third-Party|Fine-Tuned|Foundation|Marketplace"
    r"|Community|Additional|Competing|Competitive|Professional|Support|Beta|Preview|Excluded|Other)\b"
)
_UNDEFINED = re.compile(r"\bthe (Materials|Models?|Software|Services?|Platform|Products?)\b(?! [A-Z])")
_PLAIN = re.compile(r"\b[Tt]he (materials|models?|software|services?|platform|products?)\b")
_OF_SERVICES = re.compile(r"\bservices\b", re.IGNORECASE)
_OUTPUT = re.compile(r"(?:Model |Generated )?Output(?:s|\(s\))?")
_POLICY = re.compile(
    r"\b((?:(?:Acceptable|Prohibited|Permitted) Use|Usage|Use|Content) (?:Policy|Policies|Guidelines|Rules|Standards)"
    r"|AUP|Use Restrictions)\b"
)
_USE_BASED = re.compile(r"\b[Uu]se-based restrictions\b")
_DOCUMENT_NAMES = re.compile(
    r"[\s,–—-]*\b(?:(?:community|commercial|research|open|non-commercial|acceptable|prohibited|model|use|usage|software|end"
    r"|user|licen[cs]e|agreement|policy|terms|conditions|guidelines|version|of|and|service|addendum)\b[\s,–—-]*)+$",
    re.IGNORECASE,
)
_WORDS_AND_DIGITS = re.compile(r"\b[a-z]+(?:-[a-z]+)? \(\d{1,3}\)\s+(?:\w+\s)?(?:day|month|hour|year)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<!\()\b\d{1,3}[\s-](?:\w+\s)?(?:day|month|hour|year)", re.IGNORECASE)
_CITATION = re.compile(r"\b([Ss]ection|[Cc]lause|[Aa]rticle|[Pp]aragraph)s? (?=\d|[IVX]+\b|\(?[a-z]\)|[A-Z]\.\d)")
_BRITISH = re.compile(
    r"licence|(?:organ|author|recogn|minim|util|anonym)is(?=e|ing|ation)|favour|behaviour|honour|defence|centre",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"license(?!d|e)|(?:organ|author|recogn|minim|util|anonym)iz(?=e|ing|ation)|favor|behavior|honor|defense|center",
    re.IGNORECASE,
)
_ARTICLE_SHARE = 0.25
_MAIN_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Party:
    """How one side is named: as subject, as object and in the possessive (with a straight apostrophe)."""

    subject: str
    object: str
    possessive: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms and habits of a document; "" or None for what it has no word for.

    Attributes:
        shall: The word for duties: "shall", "will" or "must".
        numbers_in_words: Whether a duration reads "thirty (30) days".
        curly: Whether quotes and apostrophes are typographic.
        british: Whether the noun is spelled "licence".
        citation: The word before a section number ("Section", "paragraph").
    """

    customer: Party | None
    vendor: Party | None
    agreement: str
    materials: str
    outputs: str
    policy: str
    services: str
    affiliates: str
    shall: str
    numbers_in_words: bool
    curly: bool
    british: bool
    citation: str


@lru_cache(maxsize=4)
def read_vocabulary(document: Document) -> Vocabulary:
    """Return the terms of `document`, read from its body.

    Those of the last few documents are kept: a document is drafted again with every decision on it, and reading its
    terms takes most of that time.
    """
    text = "\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.story == "body")
    customer = _party(document.parties.customer, text)
    vendor = _party(document.parties.vendor, text)
    agreement = _agreement(text)
    terms = tuple(dict.fromkeys(term.term for term in document.terms))
    named = (term for term in terms if _LICENSED.search(term) and not _NOT_LICENSED.search(term))
    supplied = tuple(term for term in named if not _is_the_customers(term, text))
    materials = _licensed(document, supplied, text)
    return Vocabulary(
        customer=customer,
        vendor=vendor,
        agreement=agreement,
        materials=materials,
        outputs=_outputs(terms, materials, text),
        policy=_policy(terms, agreement, text),
        services=_services(supplied, materials, text) or materials,
        affiliates=_affiliates(terms, text),
        shall=_modal(document, text),
        numbers_in_words=_count(_WORDS_AND_DIGITS, text) > _count(_DIGITS, text) / 2,
        curly=len(re.findall(r"[“”’]", text)) >= len(re.findall(r"[\"']", text)),
        british=_count(_BRITISH, text) > _count(_AMERICAN, text),
        citation=_most(match[1] for match in _CITATION.finditer(text)) or "Section",
    )


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _most(found: Iterable[str]) -> str:
    """Return the most frequent of `found`, the earliest of equals; "" where there is none."""
    common = Counter(found).most_common(1)
    return common[0][0] if common else ""


def _party(names: tuple[str, ...], text: str) -> Party | None:
    """Return the forms of the name used most, which is the first of `names`."""
    if not names:
        return None
    pronoun = _PRONOUNS.get(names[0].lower(), names[0].lower())
    if pronoun not in _POSSESSIVES:
        subject = _with_article(names[0], text, share=0.5)
        plural = _is_of_many(names[0], subject, text)
        bare = plural or (re.search(rf"\b{re.escape(names[0])}['’](?!s)", text) and names[0].endswith("s"))
        return Party(subject, subject, f"{subject}'" if bare else f"{subject}'s", plural=plural)
    forms = (pronoun, _OBJECTS.get(pronoun, pronoun), _POSSESSIVES[pronoun])
    if _writes_capital(pronoun, text):
        forms = (forms[0].capitalize(), forms[1].capitalize(), forms[2].capitalize())
    return Party(*forms, plural=True)


def _is_of_many(name: str, subject: str, text: str) -> bool:
    """Tell whether a name ("the HOF Entities") takes a plural verb: as in the text, or with an article and an "s"."""
    if not re.search(r"[^su]s$", name):
        return False
    verbs: list[str] = re.findall(rf"\b{re.escape(name)} (is|are|was|were|has|have|does|do)\b", text)
    many = sum(verb in ("are", "were", "have", "do") for verb in verbs)
    return 2 * many > len(verbs) if verbs else subject != name


def _writes_capital(pronoun: str, text: str) -> bool:
    """Tell whether the pronoun has a capital in the middle of sentences ("grants to You")."""
    inside = re.findall(rf"(?<=[a-z,;] )({pronoun}|{pronoun.capitalize()})\b", text)
    return inside.count(pronoun.capitalize()) > len(inside) / 2


def _with_article(name: str, text: str, *, share: float = _ARTICLE_SHARE) -> str:
    """Return `name` after "the" or "our" where the document writes it so in at least `share` of its places."""
    text = _lines_with(name, text)
    alone = rf"\b{re.escape(name)}\b(?! [A-Z])"
    bare = len(re.findall(rf"(?<![“\"‘'*(]){alone}", text))
    articles = Counter(word.lower() for word in re.findall(rf"\b([Tt]he|[Oo]ur) {alone}", text))
    article, count = articles.most_common(1)[0] if articles else ("", 0)
    return f"{article} {name}" if count and count >= share * bare else name


def _agreement(text: str) -> str:
    """Return the document's name for itself; "these terms", which is always right, where it has none."""
    name = _most(match[1] for match in _SELF.finditer(text))
    name = name or _most(match[1] for match in _SELF_PLAIN.finditer(text)) or "terms"
    return f"these {name}" if re.search(r"(?:[Tt]erms|Conditions|Guidelines)\b", name) else f"this {name}"


def _uses(term: str, text: str) -> int:
    """Return how often `term` stands alone and not inside a longer name."""
    pattern = re.compile(rf"(?:\b([A-Z][\w-]*) )?\b{re.escape(term)}\b(?! [A-Z])")
    return sum(match[1] in (None, "The", "Any", "Such") for match in pattern.finditer(_lines_with(term, text)))


def _lines_with(words: str, text: str) -> str:
    """Return the lines of `text` that hold `words`: patterns that begin otherwise take long over all of it."""
    if "\n" in words:
        return text
    return "\n".join(line for line in text.split("\n") if words in line)


def _most_used(terms: Iterable[str], text: str) -> str:
    """Return that of `terms`, in the number the document uses more, which it uses most; "" where it uses none."""
    forms = [form for term in terms for form in _forms(term)]
    uses = {form: _uses(form, text) for form in forms}
    best = max(forms, key=lambda form: uses[form], default="")
    return best if best and uses[best] else ""


def _forms(term: str) -> tuple[str, ...]:
    return (term[:-3], f"{term[:-3]}s") if term.endswith("(s)") else (term,)


def _licensed(document: Document, terms: tuple[str, ...], text: str) -> str:
    """Return the name of what is licensed: a defined term, a word with a capital, the title's product, a plain word.

    Where there is none, but the text speaks of services, it is these.
    """
    if name := _most_used(terms, text):
        return _with_article(name, text)
    if name := _most(match[1] for match in _UNDEFINED.finditer(text)):
        return f"the {name}"
    if name := _product(document, text):
        return _with_article(name, text)
    name = _most(match[1] for match in _PLAIN.finditer(text)) or ("services" if _OF_SERVICES.search(text) else "")
    return f"the {name}" if name else ""


def _product(document: Document, text: str) -> str:
    """Return the product named in the title, written as in the text: "Llama 3.1" of a use policy for it."""
    titles = [paragraph.text for paragraph in document.paragraphs if paragraph.kind == "title"] or [document.title]
    name = _DOCUMENT_NAMES.sub("", titles[0]).strip()
    if not name or name == titles[0].strip():
        return ""
    sentences = text.replace(titles[0], "")
    return _most(re.findall(rf"\b(?i:{re.escape(name)})\b(?! [A-Z])", sentences))


def _outputs(terms: tuple[str, ...], materials: str, text: str) -> str:
    """Return the name of what a model gives, in the plural; "outputs of ..." where the document has no term for it."""
    defined = [term.removesuffix("(s)").removesuffix("s") for term in terms if _OUTPUT.fullmatch(term)]
    if not defined:
        return f"outputs of {materials}" if materials else ""
    name = max(defined, key=lambda term: _uses(term, text) + _uses(f"{term}s", text))
    forms = [_with_article(form, text, share=0.5) for form in (f"{name}s", name)]
    return f"{name}s" if forms == [f"{name}s", name] else f"the {name}s"


def _policy(terms: tuple[str, ...], agreement: str, text: str) -> str:
    """Return the name of the rules of use; the document itself where it is these rules."""
    if agreement.endswith(("Policy", "policy", "Guidelines")):
        return agreement
    if name := _most_used([term for term in terms if _POLICY.fullmatch(term) or term.endswith("Use Policy")], text):
        return f"the {name}"
    if name := _most(match[1] for match in _POLICY.finditer(text)):
        return f"the {name}"
    return f"the {match[0].lower()}" if (match := _USE_BASED.search(text)) else ""


def _services(terms: tuple[str, ...], materials: str, text: str) -> str:
    """Return the name of the services; "" where it is used so seldom that they are not what the document is about."""
    name = _most_used([term for term in terms if _SERVICE.search(term)], text)
    licensed = re.sub(r"^(?:the|our) ", "", materials)
    if name and _uses(name, text) >= _MAIN_SHARE * _uses(licensed, text):
        return _with_article(name, text)
    name = _most(match[1] for match in _UNDEFINED.finditer(text) if _SERVICE.search(match[1]))
    return f"the {name}" if name else ""


def _is_the_customers(term: str, text: str) -> bool:
    """Tell whether the text speaks of a term as the customer's own more often than not ("your API")."""
    with_term = _lines_with(term, text)
    return 2 * len(re.findall(rf"\b[Yy]our {re.escape(term)}\b(?! [A-Z])", with_term)) > _uses(term, with_term)


def _affiliates(terms: tuple[str, ...], text: str) -> str:
    """Return the word for companies of one group, with a capital where the document defines it or writes it so."""
    inside = re.findall(r"(?<=[a-z,;] )([Aa])ffiliates?\b", text)
    capital = inside.count("A") > len(inside) / 2
    return "Affiliates" if capital or any(term in ("Affiliate", "Affiliates") for term in terms) else "affiliates"


def _modal(document: Document, text: str) -> str:
    """Return the word for duties: what follows the names of the parties most, "must" only where nothing else does.

    "Will" also tells the future ("this Agreement will be governed"), so it is counted after a party first.
    """
    names = "|".join(
        re.escape(name) for name in (*document.parties.customer, *document.parties.vendor, "party", "parties")
    )
    for found in (rf"\b(?:{names}) (shall|will|must)\b", r"\b(shall|will|must)\b"):
        counted = Counter(word.lower() for word in re.findall(found, text, re.IGNORECASE))
        if counted["shall"] or counted["will"]:
            return "will" if counted["will"] > counted["shall"] else "shall"
    return "must" if counted["must"] else "shall"
