"""Phrases of facts that many clause types ask for, written once: a clause file names them with `known`."""

from typing import Literal

Phrases = tuple[str, ...]
Known = Literal[
    "mutual",
    "sole_discretion",
    "automatic",
    "auto_renewal",
    "by_posting",
    "continued_use",
    "incorporated_by_link",
    "opt_out",
    "opt_in",
    "exclusive",
    "transferable",
    "sublicensable",
    "revocable",
    "perpetual",
    "worldwide",
    "royalty_free",
    "consent_required",
    "consent_reasonable",
    "refund",
    "arbitration",
    "class_waiver",
    "jury_waiver",
    "fault_based",
    "material",
    "written_notice",
    "notice_form",
    "promptness",
]

_CONSENT = "consent|consents|approval|permission|authorization|authorisation"

FLAGS: dict[str, tuple[Phrases, Phrases]] = {
    "mutual": (
        (
            "either|each|both|neither|no|a party",
            "either|each|neither|a|no party's",
            "both parties",
            "either|each|neither|both|any of the parties",
            "each|either|neither|both of us",
            "neither|both|either|each [of] {customer} and|nor|or {vendor}",
            "neither|both|either|each [of] {vendor} and|nor|or {customer}",
            "parties shall|will|must|may|agree|undertake|each",
            "receiving|disclosing|indemnifying|indemnified|non-breaching|breaching|defaulting party",
            "receiving|disclosing|indemnifying|indemnified party's",
        ),
        (),
    ),
    "sole_discretion": (
        (
            "sole|absolute|exclusive|unfettered|unlimited|complete discretion",
            "sole and|or|, absolute|exclusive|final|unfettered discretion",
            "{vendor} discretion",
            "discretion of {vendor}",
            "in|at its|our|their [own] discretion",
            "sole option|election|judgment|judgement|opinion|determination",
            "for any|no reason or no|any reason",
            "for any or no reason",
            "as .. sees|see fit",
            "{vendor} deems|deem|considers|consider .. necessary|appropriate|fit|advisable|desirable",
        ),
        (),
    ),
    "automatic": (
        (
            "terminat*|end|ends|cease*|expire*|lapse* .. automatically",
            "automatically .. terminat*|end|ends|cease*|expire*|lapse*|void|revoked",
            "automatic .. termination|revocation|cancellation|cancelation",
            "terminat*|end|ends|cease|ceases without .. notice|action|act|declaration",
            "ipso facto",
            "null and void",
        ),
        ("not .. automatically .. terminat*|end|cease|lapse",),
    ),
    "auto_renewal": (
        (
            "auto-renew*",
            "automatically .. renew*|extend*|roll|rolls",
            "renew|renews|renewed|extend|extends|extended automatically",
            "automatic .. renewal|renewals|extension",
            "will|shall .. renew for|on|each",
            "will|shall be renewed|extended for",
            "evergreen",
        ),
        ("not|no .. automatic*|auto-renew* .. renew*|extend*", "not .. auto-renew*", "not renew automatically"),
    ),
    "by_posting": (
        (
            "by .. posting|publishing",
            "post|posts|posted|posting .. on|at|to .. website|site|sites|webpage|page|portal|platform|dashboard",
            "publish* .. on|at|to .. website|site|sites|webpage|page|portal|platform|dashboard",
            "upon|on|after|following .. posting|publication",
            "effective .. posted|posting|published|publication",
            "posted|published|updated|revised|amended version",
        ),
        (),
    ),
    "continued_use": (
        (
            "continued use|access",
            "continue|continues|continuing to use|access",
            "use|access|using|accessing .. after ... constitute*|deemed|means|mean|accept*|agree*",
        ),
        (),
    ),
    "incorporated_by_link": (
        (
            "http*|www*",
            "incorporat* .. by .. reference",
            "by .. reference .. incorporat*",
            "available|found|located|set|posted|published|accessible .. at|on|under http*|www*|website|site|webpage",
        ),
        (),
    ),
    "opt_out": (
        (
            "opt-out|opts-out|opted-out|opting-out",
            "opt|opts|opted|opting .. out",
            "turn|turns|turned|switch|switches|switched .. off",
            "unless .. {customer} .. object|objects|opt|opts|disable|disables|decline|declines",
            "{customer} .. may|can .. object|disable|decline|unsubscribe|withdraw",
        ),
        ("not|no .. opt .. out", "no opt-out"),
    ),
    "opt_in": (
        (
            "opt-in|opts-in|opted-in|opting-in",
            "opt|opts|opted|opting .. in|into",
            f"only with|if|after|where .. {_CONSENT}|agree|agrees|agreed|enable*",
            f"without {{customer}} .. {_CONSENT}",
            "unless {customer} .. agree*|consent*|permit*|instruct*|enable*|authori*",
        ),
        (),
    ),
    "exclusive": (
        (
            "exclusive .. license|licence|right|rights|basis|grant",
            "an exclusive",
            "exclusively .. license*|licence*|grant*",
        ),
        ("non-exclusive|nonexclusive|non-exclusively|nonexclusively", "not .. exclusive", "non exclusive"),
    ),
    "transferable": (
        ("transferable|transferrable|assignable",),
        (
            "non-transferable|nontransferable|non-transferrable|untransferable|non-assignable|nonassignable",
            "not .. transferable|transferrable|assignable",
            "non transferable|assignable",
            "non-exclusive|nonexclusive , non- transferable|assignable",
        ),
    ),
    "sublicensable": (
        (
            "sublicensable|sub-licensable|sublicenseable|sublicencable",
            "right|rights .. to .. sublicense|sublicence|sub-license|sub-licence|sublicenses|sublicences",
            "may|can|copy|use|modify|distribute|perform|reproduce , ... sublicense|sublicence|sub-license|sub-licence",
        ),
        (
            "non-sublicensable|nonsublicensable|non-sublicenseable|non-sub-licensable",
            "not .. sublicensable|sublicense|sublicence|sub-license|sub-licence|sublicensed|sublicenced|sub-licensed",
            "without .. right .. to .. sublicense|sublicence|sub-license|sub-licence|grant|sublicenses",
            "no .. right .. to .. sublicense|sublicence|sub-license|sub-licence|grant",
            "no sublicense|sublicenses|sublicence|sublicences",
            "non sublicensable",
        ),
    ),
    "revocable": (
        (
            "revocable|revokable|terminable",
            "may|can|right|rights|reserves .. revoke|withdraw",
            "revoke* .. at any time",
            "revoked|withdrawn .. by {vendor}",
        ),
        ("irrevocable|irrevocably|non-revocable|nonrevocable", "not .. revocable|revoke|revoked|terminable"),
    ),
    "perpetual": (
        (
            "perpetual|perpetually|everlasting",
            "in perpetuity",
            "unlimited .. in time|duration",
            "without limit of time",
        ),
        ("not .. perpetual", "non-perpetual"),
    ),
    "worldwide": (
        (
            "worldwide|world-wide|global|globally",
            "throughout .. world|universe|globe",
            "anywhere in the world",
            "in all|any countries|territories|country",
            "without .. territorial .. limit*|restriction*",
        ),
        ("not .. worldwide|world-wide|global",),
    ),
    "royalty_free": (
        (
            "royalty-free",
            "no-charge|no-cost|cost-free|fee-free",
            "free of .. charge|royalties|royalty|cost|fees",
            "fully paid-up|paid",
            "no .. royalty|royalties|fee|fees .. due|payable|owed",
            "without .. charge|fee|fees|royalty|royalties|cost",
            "at no .. charge|cost|fee",
        ),
        ("royalty-bearing|fee-bearing", "not .. royalty-free"),
    ),
    "consent_required": (
        (
            f"without .. {_CONSENT}",
            f"without ... prior|written|express .. {_CONSENT}",
            f"prior|written|express|explicit .. {_CONSENT}",
            f"{_CONSENT} of {{customer}}",
            f"{_CONSENT} of {{vendor}}",
            f"{_CONSENT} of|from the|each|either|both .. party|parties",
            f"subject to .. {_CONSENT}",
            f"require|requires|obtain|obtains|obtained|with .. {_CONSENT}",
        ),
        (
            f"without [the] need|necessity|requirement .. {_CONSENT}",
            f"no .. {_CONSENT} .. required|needed|necessary",
            f"{_CONSENT} .. not .. required|needed|necessary",
            f"without notice or|nor {_CONSENT}",
        ),
    ),
    "consent_reasonable": (
        (
            "not .. unreasonably .. withhold|withheld|delay|delayed|condition|conditioned|deny|denied|refuse|refused",
            "unreasonably .. withhold|withheld|refuse|refused|deny|denied",
            f"reasonable {_CONSENT}",
        ),
        (),
    ),
    "refund": (
        (
            "refund|refunds|refunded|refunding|reimburse .. prepaid|unused",
            "return|repay .. prepaid|unused|unearned .. fees",
            "pro-rata|prorata|prorated|pro-rated .. refund|credit|repayment|reimbursement|portion|amount|share",
        ),
        (
            "no|any|not|never .. refund|refunds|refunded|refundable",
            "without .. refund",
            "non-refundable|nonrefundable",
            "neither .. refund|refunded",
        ),
    ),
    "arbitration": (
        ("arbitrat*",),
        ("not .. subject to .. arbitrat*", "not .. be .. arbitrated|referred to arbitration"),
    ),
    "class_waiver": (
        (
            "class action|actions|arbitration|arbitrations|proceeding|proceedings|relief|basis|claim|claims|member",
            "class or|, representative|collective|consolidated",
            "class-wide|classwide|class-action",
            "only .. individual capacity|basis",
        ),
        (),
    ),
    "jury_waiver": (
        ("jury trial|trials", "trial|trials by .. jury", "right|rights to .. jury"),
        (),
    ),
    "fault_based": (
        (
            "negligence|negligent|negligently|misconduct|fraud|fraudulent|recklessness|fault|wilful|willful|intentional",
            "to the extent .. caused|attributable|resulting|arising",
            "breach|violation of .. agreement|terms|law|laws|licence|license .. by",
        ),
        ("regardless|irrespective of .. fault|negligence|cause", "whether or not .. negligent|negligence|fault"),
    ),
    "material": (
        (
            "material|materially|substantial|substantially|fundamental|serious .. breach*|default*|violat*|fail*",
            "fundamentally|seriously .. breach*|default*|violat*|fail*",
            "material|substantial|essential|fundamental term|terms|provision|provisions|obligation*|condition*",
        ),
        (),
    ),
    "written_notice": (
        (
            "written|e-mail|email .. notice|notification",
            "notice|notify|notifies|notified|notification .. in writing|by e-mail|email|mail|post",
            "in writing|by e-mail|email .. notify|notice",
        ),
        ("without .. written .. notice",),
    ),
}
"""The phrases that make a flag true, and those that make it false whatever else is said."""

CHOICES: dict[str, dict[str, Phrases]] = {
    "notice_form": {
        "in writing": (
            "written|writing .. notice|notification|notify",
            "notice|notices|notify|notified|notification ... written|writing|mail|post|courier",
        ),
        "by e-mail": ("email|e-mail|emailing|emailed", "electronic mail|message"),
        "by posting": FLAGS["by_posting"][0],
        "none": ("without .. notice|notification|notifying", "no notice|notification"),
    },
    "promptness": {
        "immediately": ("immediately|forthwith|instantly", "at once", "with immediate effect"),
        "without delay": ("without .. delay", "as soon as .. practicable|possible"),
        "promptly": ("promptly|expeditiously", "prompt notice|notification|action"),
        "in reasonable time": ("reasonable .. time|period|notice", "in due course", "timely"),
    },
}
"""The values of a choice, and the phrases that say each; the first that is found counts."""

SIDES: dict[str, Phrases] = {
    "mutual": (
        "either|each|neither|any|no|a|other|one party",
        "both|the|all|either|neither|any parties",
        "either|each|neither|both|any|one of the parties",
        "each|either|neither|both of us",
        "parties",
        "neither|both|either|each [of] {customer} and|nor|or {vendor}",
        "neither|both|either|each [of] {vendor} and|nor|or {customer}",
        "{customer} and|or {vendor}",
        "{vendor} and|or {customer}",
        "receiving|disclosing|indemnifying|indemnified|non-breaching|breaching|defaulting|non-defaulting party",
        "terminating|affected|assigning|requesting|notifying|aggrieved|prevailing|first party",
    ),
    "customer": ("{customer}",),
    "vendor": ("{vendor}",),
}
"""What the sides are called, for `who` and `whom`."""
