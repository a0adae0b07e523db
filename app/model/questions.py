"""What each field of the deployment profile asks, in plain words, why it matters, and what the answers are called.

The window's form, `counterdraft profile --questions` and the guide show the same questions in this order.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question about the planned use.

    Attributes:
        field: Of `DeploymentProfile`, or of `GroupCompany` for those about a company of the group.
        topic: The heading it stands under.
        why: What hangs on the answer.
        answers: What each value is called, where the values are fixed and not yes or no.
        meets: Rows of `docs/requirements.toml` that it answers.
        sources: Who says that it should be asked.
    """

    field: str
    topic: str
    asks: str
    why: str
    answers: tuple[tuple[str, str], ...] = ()
    meets: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


_REGIONS = (
    ("EU", "European Union"),
    ("UK", "United Kingdom"),
    ("US", "United States"),
    ("other", "somewhere else"),
)
_ADVISORY, _HUB, _GUIDE = "LLaMA licensing advisory", "GenAI licensing hub guide", "Llama enterprise guide"

QUESTIONS: tuple[Question, ...] = (
    Question("name", "This plan", "What do you call this plan?", "Every export names it."),
    Question(
        "paid",
        "This plan",
        "Is the product under review paid for?",
        "Service levels, warranties and a cap are expected of what is paid for, hardly of what is free.",
    ),
    Question(
        "critical",
        "This plan",
        "Does production depend on it?",
        "An end without notice weighs more where it stops your own service.",
        sources=(f"{_ADVISORY}, line 118",),
    ),
    Question(
        "model",
        "The model",
        "Which model, and which version?",
        "Each version has a licence of its own; the licence must be that of the version.",
        meets=("Q01", "L03"),
        sources=(f"{_ADVISORY}, lines 3 to 7",),
    ),
    Question(
        "modalities",
        "The model",
        "What can the model take, whether you use it or not?",
        "Some licences withhold rights in the EU for models that take more than text, even where only text is put in.",
        (("text", "text"), ("image", "pictures"), ("audio", "sound"), ("video", "video")),
        ("Q01",),
        (f"{_HUB}, line 41",),
    ),
    Question(
        "weights_from",
        "The model",
        "Where do the weights come from?",
        "It decides whether you accept the maker's licence yourself or a provider's terms on top of it.",
        (
            ("maker", "from the maker of the model"),
            ("mirror", "from a public mirror"),
            ("cloud", "from a cloud provider"),
            ("vendor", "from a vendor, inside its product"),
        ),
        ("Q02",),
        (f"{_GUIDE}, line 24", f"{_ADVISORY}, line 42"),
    ),
    Question(
        "hosting",
        "The model",
        "Where does it run?",
        "On rented machines that you run you are still the licensee; behind an API the provider's terms come on top.",
        (
            ("self-hosted", "on our own machines"),
            ("own-cloud", "on rented machines that we run"),
            ("managed-api", "behind a provider's API"),
            ("saas", "inside a vendor's software"),
        ),
        ("Q03",),
        (f"{_ADVISORY}, lines 33 to 44",),
    ),
    Question(
        "use",
        "Who uses it",
        "What is it used for?",
        "Licences for research or internal use do not cover a product.",
        (("commercial", "in a product or service"), ("internal", "inside our house"), ("research", "for research")),
        ("Q04",),
        (f"{_ADVISORY}, lines 9 and 10",),
    ),
    Question(
        "audience",
        "Who uses it",
        "Who uses it?",
        "Customers and partners bring duties of passing on terms and of policing use.",
        (("customers", "customers"), ("employees", "our own employees"), ("partners", "partners")),
        ("Q04",),
        (f"{_ADVISORY}, lines 57 to 66",),
    ),
    Question(
        "delivery",
        "Who uses it",
        "In which ways does it reach its users?",
        "Downloads, resale and partners mean distribution; answers over a network may not.",
        (
            ("internal", "internal tools"),
            ("hosted", "a service that we host"),
            ("embedded", "built into a product of ours"),
            ("download", "a download or an app that holds it"),
            ("resold", "resold by others"),
            ("white-label", "under the name of others"),
            ("partner-built", "built or run by a partner"),
        ),
        ("Q04",),
        (f"{_ADVISORY}, lines 57 to 66", f"{_GUIDE}, lines 14 to 16"),
    ),
    Question(
        "distributes_derivatives",
        "Who uses it",
        "Do fine-tuned weights or copies leave your organisation?",
        "Only then do naming, notices and passing on the licence bite in full.",
        meets=("Q05",),
        sources=(f"{_ADVISORY}, lines 59 and 62",),
    ),
    Question(
        "weights_go_to",
        "Who uses it",
        "To whom are weights handed?",
        "A copy for a contractor is distribution, too.",
        (("contractors", "contractors"), ("clients", "clients"), ("devices", "devices in the field")),
        ("Q05",),
        (f"{_ADVISORY}, lines 37 and 81",),
    ),
    Question(
        "public_prompts",
        "Who uses it",
        "Do people outside your house write the prompts?",
        "You answer for what they do with it, so terms, filters and a right to suspend are needed.",
        meets=("Q13",),
        sources=(f"{_ADVISORY}, line 63",),
    ),
    Question(
        "role",
        "Who uses it",
        "Do you build with the model, or use a product in which somebody else built it in?",
        "Licences exempt end users of an integrated product from some limits.",
        (("builder", "we build with it"), ("end user", "we use a product that holds it")),
        ("Q08",),
        (f"{_HUB}, line 41",),
    ),
    Question(
        "gives_indemnity",
        "Who uses it",
        "Do you indemnify your own customers for the product?",
        "A promise given downstream that nobody gives you upstream is a gap of your own.",
        meets=("V22",),
        sources=(f"{_ADVISORY}, lines 64 and 72",),
    ),
    Question(
        "monthly_active_users",
        "How many users",
        "How many monthly active users do all your products have, affiliates and parent included?",
        "Above a threshold the licence may not hold at all.",
        meets=("Q06", "L04"),
        sources=(f"{_HUB}, line 25", f"{_ADVISORY}, line 17"),
    ),
    Question(
        "group",
        "How many users",
        "Which companies stand behind that number?",
        "Subsidiaries and the parent count; joint ventures and planned acquisitions are shown apart.",
        meets=("Q06", "L05"),
        sources=(f"{_ADVISORY}, lines 17 and 83",),
    ),
    Question(
        "growth_expected",
        "How many users",
        "Will that number grow, or is an acquisition planned?",
        "A threshold that is far away today can be crossed overnight.",
        meets=("Q06", "L06"),
        sources=(f"{_ADVISORY}, lines 83 and 90",),
    ),
    Question(
        "growth_percent",
        "How many users",
        "By how many per cent a year?",
        "It says in how many years a threshold would be crossed.",
        meets=("Q06",),
        sources=(f"{_ADVISORY}, line 90",),
    ),
    Question(
        "internal_users",
        "How many users",
        "How many employees have access, counting those who use it a few times a year?",
        "From about 100,000 on, ask counsel or the vendor in writing whether they count.",
        meets=("Q07", "L07"),
        sources=(f"{_GUIDE}, line 18",),
    ),
    Question(
        "principal_place_of_business",
        "Where",
        "Where is your company at home?",
        "Rights for multimodal models, the contracting entity and the law may hang on it.",
        _REGIONS,
        ("Q08", "L28"),
        (f"{_HUB}, line 41",),
    ),
    Question(
        "offered_in",
        "Where",
        "Where is the product offered?",
        "A bar on a territory matters where you sell, not only where you sit.",
        _REGIONS,
        ("Q08",),
        (f"{_ADVISORY}, line 113",),
    ),
    Question(
        "residency",
        "Where",
        "Where must data stay?",
        "The provider must promise these regions, subprocessors included.",
        _REGIONS,
        ("Q15", "V07"),
        (f"{_GUIDE}, lines 26 to 28",),
    ),
    Question(
        "fine_tunes",
        "Data and outputs",
        "Do you fine-tune the model?",
        "Then it must be clear who owns the result, and what it must be called when it is handed on.",
        meets=("Q09",),
        sources=(f"{_GUIDE}, line 9", f"{_HUB}, lines 33 and 178"),
    ),
    Question(
        "fine_tuning_data",
        "Data and outputs",
        "On which data?",
        "Proprietary and personal data make ownership, residency and deletion weigh more.",
        (("public", "public data"), ("proprietary", "our own data"), ("personal", "personal data")),
        ("Q09",),
        (f"{_GUIDE}, line 9",),
    ),
    Question(
        "trains_on_outputs",
        "Data and outputs",
        "Are outputs used to train anything, synthetic data included?",
        "Some licences bar it, and by that a whole pipeline.",
        meets=("Q10", "L12"),
        sources=(f"{_ADVISORY}, lines 16 and 82",),
    ),
    Question(
        "regulated",
        "Data and outputs",
        "Does the use touch a field with rules of its own?",
        "Use policies bar or limit such uses; a qualified review and a disclaimer may be needed.",
        (
            ("health", "health"),
            ("legal", "legal advice"),
            ("finance", "finance"),
            ("employment", "employment"),
            ("defence", "defence"),
            ("critical-infrastructure", "critical infrastructure"),
            ("children", "children"),
        ),
        ("Q11", "L08"),
        (f"{_ADVISORY}, lines 15, 79, 95 and 109",),
    ),
    Question(
        "output_use",
        "Data and outputs",
        "What are outputs used for?",
        "Published content, code that is sold and words to customers make a missing indemnity weigh more.",
        (
            ("content", "content that is published"),
            ("code", "code in commercial products"),
            ("customer-facing", "answers to customers"),
            ("decisions", "decisions about people"),
            ("analysis", "internal analysis"),
        ),
        ("Q12", "L24"),
        (f"{_GUIDE}, line 20",),
    ),
    Question(
        "personal_data",
        "Data and outputs",
        "Does personal data go in?",
        "Then an agreement on data processing that covers inference is needed.",
        meets=("Q11", "L34", "V05"),
        sources=(f"{_GUIDE}, line 35",),
    ),
    Question(
        "confidential_stack",
        "Data and outputs",
        "Is it confidential which model you use?",
        "A duty to display the model's name is then worse than a formality.",
        meets=("Q14", "L15"),
        sources=(f"{_HUB}, line 194",),
    ),
    Question(
        "cloud_commitment",
        "Volume and team",
        "Is spending with the cloud provider committed already?",
        "Use may count towards it.",
        meets=("Q15", "V17"),
        sources=(f"{_HUB}, line 105",),
    ),
    Question(
        "requests_per_day",
        "Volume and team",
        "How many requests a day do you plan?",
        "Self-hosting pays from a volume on that the cost worksheet works out.",
        meets=("Q16", "Q18"),
        sources=(f"{_HUB}, lines 87 to 99",),
    ),
    Question(
        "latency_ms",
        "Volume and team",
        "How long may an answer take, in milliseconds?",
        "Demands under 200 ms speak for machines of your own.",
        meets=("Q16", "Q18"),
        sources=(f"{_HUB}, line 97",),
    ),
    Question(
        "sovereign",
        "Volume and team",
        "Must data stay on machines of your own?",
        "Then a shared API is out, whatever it costs.",
        meets=("Q16", "Q18"),
        sources=(f"{_HUB}, line 91",),
    ),
    Question(
        "routes_models",
        "Volume and team",
        "Do you route requests between several models?",
        "It speaks for a serving stack of your own.",
        meets=("Q16", "Q18"),
        sources=(f"{_HUB}, line 99",),
    ),
    Question(
        "engineers",
        "Volume and team",
        "How many full-time engineers can run models?",
        "Self-hosting needs about one for a small deployment.",
        meets=("Q17",),
        sources=(f"{_HUB}, line 63",),
    ),
    Question(
        "vendor_contact",
        "Volume and team",
        "Do you talk to the maker of the model already?",
        "It opens side letters and clarifications in writing.",
        meets=("Q17",),
        sources=(f"{_ADVISORY}, line 112",),
    ),
    Question(
        "yearly_budget",
        "Volume and team",
        "What may it cost a year?",
        "It is held against the cost worksheet; indemnities and caps have a price.",
        meets=("Q17",),
        sources=(f"{_ADVISORY}, line 113",),
    ),
)

COMPANY_QUESTIONS: tuple[Question, ...] = (
    Question("name", "Company", "Which company?", "Every row is named."),
    Question(
        "relation",
        "Company",
        "How does it belong to the group?",
        "It decides whether its users count.",
        (
            ("licensee", "it takes the licence"),
            ("parent", "parent company"),
            ("subsidiary", "subsidiary"),
            ("sister company", "sister company"),
            ("joint venture", "joint venture"),
            ("planned acquisition", "acquisition that is planned"),
        ),
    ),
    Question("control_percent", "Company", "What share of the votes ties it to the group?", "Over 50 is control."),
    Question(
        "users_at_release",
        "Company",
        "How many monthly active users did all its products have in the calendar month before the model's release?",
        "Licences that test once count these.",
    ),
    Question(
        "users_now",
        "Company",
        "How many in the last full month?",
        "Licences that test all the time count these, and so does the next version.",
    ),
    Question(
        "users_of_product",
        "Company",
        "How many of them use the product that the model is in?",
        "It is the number to propose in a side letter.",
    ),
    Question("internal_users", "Company", "How many of them are employees?", "Whether they count is often not said."),
)
