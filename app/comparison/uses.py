"""The uses that a deployment profile plans, in the words in which use policies and the law speak of them.

Each row names a text that uses its words, so that a reader can see where they come from. Answers without a row, such as
"analysis", are spoken of by no policy that was read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.profile import DeploymentProfile
from app.model.span import Place, Span
from app.model.watch import Bearing, PlannedUse, Statement, TouchedUse
from app.text.words import plain

_ANTHROPIC = "Anthropic, Usage Policy of 15 September 2025"
_LLAMA = "Llama 3.2 use policy"
_LICENCE = "Llama 3.1 licence"
_OPENAI = "OpenAI, Terms of Use of 11 December 2024"
_AI_ACT = "Regulation (EU) 2024/1689"
_STABILITY = "Stability AI, community licence"
_VENDORS: tuple[Bearing, ...] = ("promise", "reservation")


@dataclass(frozen=True, slots=True)
class _Row:
    """A use with its words.

    Attributes:
        words: Any of them stands in a statement on this use, in small or capital letters.
        with_any: One of these stands there too; "" for no such condition.
        is_cased: Whether `words` are read with their capitals ("US" is no "us").
        binds_us: Whether what the other side promises or may do is not about it.
    """

    field: str
    answer: str
    title: str
    words: str
    source: str
    with_any: str = ""
    is_cased: bool = False
    binds_us: bool = False


_HEALTH = (
    r"medical(?! (?:devices?|countermeasures?))|medicine|health|healthcare|clinic(?:al)?|diagnos\w+|patients?"
    r"|therap(?:y|ist|ists|eutic)|physicians?|doctors?|mental health"
)
_LEGAL = (
    r"legal (?:advice|services?|guidance|interpretation|questions|profession|implications|matters)|practice of law"
    r"|lawyers?|attorneys?|legal,? (?:and |or )?(?:medical|financial|health|accounting|tax)"
    r"|(?:medical|financial|tax|health|accounting),? (?:and |or )?legal"
)
_FINANCE = (
    r"financial (?:advice|products?|services?|decisions?|eligibility|guidance|credit|information|markets?)|financial,"
    r"|financial or|credit(?:worthiness| scor\w+| decisions?| approvals?)|lending|loans?|mortgages?|insurance"
    r"|(?<!voting )securities|invest(?:ment|ments|ing)|commodities|payday|debt collection|banking"
)
_EMPLOYMENT = (
    r"employment|employability|hiring|recruit(?:ing|ment)|job (?:applicants?|applications?)|workers?|workplace|resumes?"
)
_DEFENCE = r"military|warfare|weapon\w*|armed forces|munitions?|battlefield|national security"
_INFRASTRUCTURE = (
    r"critical (?:infrastructure|systems)|power (?:grids?|plants?)|water treatment|electric(?:al)? grids?"
    r"|nuclear (?:power|plants?|industries|energy|facilit\w+)"
    r"|transportation technolog\w+|heavy machinery|air traffic|telecommunications networks?"
)
_CHILDREN = (
    r"minors?|child|children|childrens|kids|teen(?:s|ager|agers)?|under (?:the age of )?1[368]|students?|pupils?"
)
_CONTENT = (
    r"publish\w*|publication|journalis\w+|news|synthetic media|deep-?fakes?|watermark\w*|human-generated|ai-generated"
    r"|disinformation|misinformation|advertis\w+|fake reviews|political (?:content|campaign\w*)"
)
_FACING = (
    r"chat-?bots?|(?:consumer|customer|external|user)-facing|interacting with (?:an? )?(?:ai|artificial)"
    r"|virtual assistants?|human or (?:an )?ai|disclose .{0,60}\bai\b"
)
_DECISIONS = (
    r"automated decision\w*|decision-making|decisions? (?:about|affecting|that affects?|regarding)|eligibility"
    r"|consequential decisions?|high-stakes|high-risk|social scor\w+|determinations?|profiling|scores or ratings"
)
_TRAINING = (
    r"train(?:ing|ed)?|distil\w*|model scraping|compet(?:e|es|ing|itive)|machine-learning models?"
    r"|(?:foundation|language|ai|generative) models?"
)
_TUNING = r"fine-?tun\w*|fine tun\w*|derivative works?|derivative models?|model derivatives?|model weights"
_DISTRIBUTION = (
    r"redistribut\w+|sublicen[cs]\w+|distribut\w+ .{0,40}(?:model|models|weights|materials|derivatives?|copies)"
    r"|make available .{0,40}(?:model|models|weights|materials|derivatives?)"
)
_HOSTED = (
    r"(?:your|customer|customer's|licensee's) (?:own )?(?:products?|applications?|services|apps?)"
    r"|available to (?:others|third parties|any third party|anyone)|time-?sharing|service bureau"
)
_IMAGES = r"images?|pictures?|photo\w*|facial|deep-?fakes?|multimodal|vision models?"
_PROMPTS = r"end[- ]users?|your users|users of your|user (?:inputs?|prompts?)|user-generated"
_PERSONAL = (
    r"personal(?:ly identifiable)? (?:data|information)|sensitive (?:data|information)|private (?:data|information)"
    r"|biometric\w*|data subjects?|protected health information|special categor\w+|gdpr"
)
_COMMERCIAL = (
    r"commercial(?! terms)|non-?commercial|revenue|for[- ]profit|commercially(?! reasonable)|commerciali[sz]e\w*"
)
_PRODUCTION = (
    r"suspend\w*|suspension|discontinu\w+|deprecat\w+|retire(?:d|ment|s)?|terminat\w+ (?:your|the|this|these|access)"
    r"|downtime|maintenance"
)

_ROWS = (
    _Row(
        "regulated", "health", "output used for medical advice", _HEALTH, f"{_LLAMA}, 1.4; {_ANTHROPIC}, high-risk uses"
    ),
    _Row("regulated", "legal", "output used for legal advice", _LEGAL, f"{_LLAMA}, 1.4; {_ANTHROPIC}, high-risk uses"),
    _Row(
        "regulated", "finance", "output used for financial advice", _FINANCE, f"{_LLAMA}, 1.4; {_AI_ACT}, Annex III 5"
    ),
    _Row("regulated", "employment", "output used on employment", _EMPLOYMENT, f"{_LLAMA}, 1.3; {_AI_ACT}, Annex III 4"),
    _Row("regulated", "defence", "use in defence", _DEFENCE, f"{_LLAMA}, 2.8"),
    _Row(
        *("regulated", "critical-infrastructure", "use in critical infrastructure", _INFRASTRUCTURE),
        f"{_LLAMA}, 2.11; {_AI_ACT}, Annex III 2",
    ),
    _Row(
        "regulated", "children", "a product that children use", _CHILDREN, f"{_ANTHROPIC}, organizations serving minors"
    ),
    _Row("output_use", "content", "output that is published", _CONTENT, f"{_LLAMA}, 3; {_AI_ACT}, Article 50(4)"),
    _Row(
        *("output_use", "code", "code in commercial products"),
        r"source code|generated code|software code|coding|code suggestions|open[- ]source",
        f"{_OPENAI}, what you cannot do",
    ),
    _Row(
        *("output_use", "customer-facing", "answers to customers", _FACING),
        f"{_ANTHROPIC}, additional guidelines; {_AI_ACT}, Article 50(1)",
    ),
    _Row(
        *("output_use", "decisions", "decisions about people", _DECISIONS),
        f"{_OPENAI}, accuracy; {_AI_ACT}, Annex III",
    ),
    _Row(
        *("trains_on_outputs", "yes", "outputs used to train other models", _TRAINING),
        f"Llama 3 licence, 1.b.v; {_OPENAI}, what you cannot do",
        with_any=r"outputs?|results?|generat\w+|distil\w*|scraping|responses?",
        binds_us=True,
    ),
    _Row("fine_tunes", "yes", "fine-tuning of the model", _TUNING, f"{_LICENCE}, 1.b.i"),
    _Row("distributes_derivatives", "yes", "weights handed to others", _DISTRIBUTION, f"{_LICENCE}, 1.b"),
    _Row("delivery", "hosted", "a service that we host", _HOSTED, f"{_LICENCE}, 1.b.i", binds_us=True),
    _Row("delivery", "embedded", "a product that it is built into", _HOSTED, f"{_LICENCE}, 1.b.i", binds_us=True),
    _Row(
        "delivery",
        "resold",
        "resale by others",
        r"resell\w*|resale|resold|sell access",
        f"{_OPENAI}, what you cannot do",
    ),
    _Row("delivery", "white-label", "use under the name of others", r"white-?label\w*|rebrand\w*", f"{_LICENCE}, 5.a"),
    _Row(
        "delivery",
        "partner-built",
        "a product that a partner builds",
        r"partners?|resellers?",
        f"{_ANTHROPIC}, preamble",
    ),
    _Row("modalities", "image", "pictures", _IMAGES, f"{_LLAMA}, 3.15 and last paragraphs"),
    _Row("modalities", "audio", "sound", r"audio|voices?|speech|multimodal", f"{_LLAMA}, last paragraphs"),
    _Row("modalities", "video", "video", r"videos?|deep-?fakes?|multimodal", f"{_LLAMA}, last paragraphs"),
    _Row(
        "public_prompts", "yes", "prompts that people outside our house write", _PROMPTS, f"{_LLAMA}, 4", binds_us=True
    ),
    _Row("personal_data", "yes", "personal data that goes in", _PERSONAL, f"{_LLAMA}, 1.5; Regulation (EU) 2016/679"),
    _Row("use", "commercial", "commercial use", _COMMERCIAL, f"{_STABILITY}, preamble", binds_us=True),
    _Row("use", "research", "research", r"research|academic|scholarly", f"{_STABILITY}, non-commercial use"),
    _Row("critical", "yes", "production that depends on it", _PRODUCTION, f"{_OPENAI}, termination and suspension"),
    _Row(
        "confidential_stack",
        "yes",
        "a model that is kept confidential",
        r"built with|powered by|attribution (?:notice|requirement)s?|display .{0,40}(?:name|logo|brand)",
        f"{_LICENCE}, 1.b.i",
    ),
    _Row(
        "regions",
        "EU",
        "a company or product in the EU",
        r"European Union|\bEU\b|\bEEA\b|European Economic Area|Europe\b",
        f"{_LLAMA}, last paragraphs",
        is_cased=True,
    ),
    _Row(
        "regions",
        "UK",
        "a company or product in the United Kingdom",
        r"United Kingdom|\bUK\b|Great Britain",
        f"{_OPENAI}, preamble",
        is_cased=True,
    ),
    _Row(
        "regions",
        "US",
        "a company or product in the United States",
        r"United States|\bU\.S\.|\bUSA?\b",
        f"{_LLAMA}, 2.8",
        is_cased=True,
    ),
)


class PlannedUses:
    """The uses that one profile plans, to be found in statements."""

    def __init__(self, profile: DeploymentProfile) -> None:
        self._sought = [(row, *_patterns(row)) for row in _ROWS if _plans(profile, row)]

    @property
    def uses(self) -> tuple[PlannedUse, ...]:
        """What is looked for."""
        return tuple(_use(row) for row, _, _ in self._sought)

    def touched(self, statement: Statement, bearing: Bearing) -> Iterator[TouchedUse]:
        """Yield the uses that a statement with this bearing is about, each with the first words that say so."""
        text = plain(statement.text)
        for row, words, with_any in self._sought:
            found = words.search(text)
            if found is None or (with_any is not None and not with_any.search(text)):
                continue
            if row.binds_us and bearing in _VENDORS:
                continue
            start = statement.span.start
            place = Place(statement.paragraph, Span(start + found.start(), start + found.end()))
            yield TouchedUse(_use(row), place, statement.text[found.start() : found.end()])


def _plans(profile: DeploymentProfile, row: _Row) -> bool:
    if row.field == "regions":
        return row.answer in (profile.principal_place_of_business, *profile.offered_in)
    value = getattr(profile, row.field)
    if isinstance(value, bool):
        return value
    return row.answer in value if isinstance(value, tuple) else bool(row.answer == value)


def _patterns(row: _Row) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    flags = 0 if row.is_cased else re.IGNORECASE
    with_any = re.compile(rf"\b(?:{row.with_any})\b", re.IGNORECASE) if row.with_any else None
    words = row.words if row.is_cased else rf"\b(?:{row.words})\b"
    return re.compile(words, flags), with_any


def _use(row: _Row) -> PlannedUse:
    return PlannedUse(row.field, row.answer, row.title, row.source)
