"""The wording of the sample: a model licence of our own writing, with the traps that community licences hold.

Vendor, model and addresses are invented; ".example" addresses lead nowhere by definition (RFC 2606).
"""

from dataclasses import dataclass

STEM = "community-model-licence"
TITLE = "Curlew Community Model Licence"
DATED = "Version 2.0, in force from 3 March 2025"
RULES_ADDRESS = "https://aldermoor.example/usage-rules"
BRAND_ADDRESS = "https://aldermoor.example/brand"

OPENING = (
    "This licence is an agreement between Aldermoor Systems Inc., of Halifax, Nova Scotia (“Aldermoor”), "
    "and the person or organisation that downloads, runs or otherwise uses the Curlew Materials "
    "(“Licensee”). Licensee accepts every term below by its first download or use."
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered paragraph.

    Attributes:
        level: 0 for the heading of a section ("1."), 1 for a clause ("1.1"), 2 for an item ("(a)").
        heading: The clause's own heading, run into its text; "" for none.
    """

    level: int
    text: str
    heading: str = ""

    @property
    def whole(self) -> str:
        """Heading and text as printed."""
        return f"{self.heading} {self.text}".strip()


CLAUSES = (
    Clause(
        0,
        "Definitions",
    ),
    Clause(
        1,
        "“Affiliate” means any entity that controls Licensee, that Licensee controls, or that is under common"
        " control with Licensee.",
    ),
    Clause(
        1,
        "“Curlew Materials” means the weights, inference code and documentation of the Curlew 2 models listed"
        " in the Schedule, in whole or in part.",
    ),
    Clause(
        1,
        "“Adaptation” means any model that results from altering, fine-tuning, merging or distilling the "
        "Curlew Materials.",
    ),
    Clause(
        1,
        "“Output” means the text, image or other content that a Curlew 2 model or an Adaptation returns in "
        "answer to a prompt.",
    ),
    Clause(
        1,
        f"“Usage Rules” means the rules of conduct at {RULES_ADDRESS}, as published there from time to time.",
    ),
    Clause(
        0,
        "What Licensee May Do",
    ),
    Clause(
        1,
        "Aldermoor grants Licensee a royalty-free, non-exclusive and non-transferable licence, valid worldwide, to "
        "run, copy, modify and distribute the Curlew Materials and to make Adaptations, for as long as "
        "Licensee keeps to this licence.",
        "Grant.",
    ),
    Clause(
        1,
        "If Licensee distributes the Curlew Materials or an Adaptation, or offers any product or service that"
        " is built on either, Licensee shall give every recipient a copy of this licence and shall bind the "
        "recipient to all of its terms.",
        "Passing on.",
    ),
    Clause(
        1,
        "Whenever Section 2.2 applies, Licensee shall also:",
        "Credit and name.",
    ),
    Clause(
        2,
        "display the words “Runs on Curlew” prominently on every screen, web page and printed work of the "
        "product or service, tools for Licensee’s own staff included;",
    ),
    Clause(
        2,
        "begin the name of every Adaptation with the word “Curlew”; and",
    ),
    Clause(
        2,
        "keep the file NOTICE.txt, unchanged, with every copy.",
    ),
    Clause(
        1,
        "As between the parties, Licensee owns the Adaptations it makes, subject to Aldermoor’s rights in the"
        " Curlew Materials. Licensee grants Aldermoor a perpetual, irrevocable and royalty-free licence to "
        "use any suggestion or improvement that Licensee sends to Aldermoor.",
        "Adaptations and feedback.",
    ),
    Clause(
        1,
        "Aldermoor claims no ownership of Outputs. Licensee shall not use the Curlew Materials or any Output "
        "to train, tune or otherwise improve another language model, Adaptations excepted.",
        "Outputs.",
    ),
    Clause(
        0,
        "Limits",
    ),
    Clause(
        1,
        "If in any calendar month the products and services of Licensee and its Affiliates together have more"
        " than 60 million monthly active users, the rights in Section 2 end. Licensee must then request a "
        "separate licence, which Aldermoor may grant or withhold in its sole discretion.",
        "Size.",
    ),
    Clause(
        1,
        "Licensee shall comply with the Usage Rules, which are incorporated into this licence by reference, "
        "and shall not permit any third party to breach them. Licensee answers for every act of its users as "
        "for its own.",
        "Usage Rules.",
    ),
    Clause(
        1,
        "Aldermoor may change the Usage Rules at any time. A change binds Licensee as soon as it is posted at"
        " the address given in Section 1.5.",
        "Changes to the Usage Rules.",
    ),
    Clause(
        1,
        "The rights in Section 2 to the image features of Curlew 2 are not granted to any individual who "
        "lives in, or any company with its principal place of business in, the European Union.",
        "Europe.",
    ),
    Clause(
        1,
        "No right is granted to any name, logo or trademark of Aldermoor, except as Section 2.3 requires, and"
        f" then only under the brand guidelines at {BRAND_ADDRESS}, which Aldermoor may revise"
        " without notice.",
        "Brand.",
    ),
    Clause(
        1,
        "Licensee shall comply with all export control and sanctions laws that apply to the Curlew Materials.",
        "Export.",
    ),
    Clause(
        0,
        "Risk",
    ),
    Clause(
        1,
        "The Curlew Materials and all Outputs are provided “as is”. Aldermoor gives no warranty of any kind, "
        "express or implied, including any warranty of title, non-infringement, merchantability or fitness "
        "for a particular purpose.",
        "No warranty.",
    ),
    Clause(
        1,
        "Aldermoor shall not be liable, on any legal ground, for loss of profit, loss of data or any "
        "indirect, special or consequential damages that arise from this licence or the Curlew Materials, "
        "even if it knew they were possible.",
        "No liability.",
    ),
    Clause(
        1,
        "Licensee shall indemnify, defend and hold Aldermoor and its officers harmless from and against all "
        "claims, losses and costs arising out of or related to Licensee’s use or distribution of the Curlew "
        "Materials, Adaptations or Outputs.",
        "Indemnity.",
    ),
    Clause(
        0,
        "Term and Termination",
    ),
    Clause(
        1,
        "This licence begins when Licensee accepts it and continues until it is terminated under this Section 5.",
        "Term.",
    ),
    Clause(
        1,
        "Aldermoor may terminate this licence immediately if Licensee breaches any of its terms.",
        "Breach.",
    ),
    Clause(
        1,
        "If Licensee or an Affiliate brings a claim, a counterclaim included, that the Curlew Materials or "
        "any Output infringes intellectual property rights, every right granted to Licensee ends "
        "automatically on the day of filing.",
        "Litigation.",
    ),
    Clause(
        1,
        "Upon termination Licensee shall at once cease all use of the Curlew Materials and shall delete every"
        " copy of them and of every Adaptation within five (5) days.",
        "Effect.",
    ),
    Clause(
        1,
        "Sections 2.5, 4, 5.4 and 6 survive termination.",
        "Survival.",
    ),
    Clause(
        0,
        "General",
    ),
    Clause(
        1,
        "This licence is governed by the laws of the Province of Nova Scotia, without regard to its conflict "
        "of laws rules. The courts at Halifax have exclusive jurisdiction over every dispute.",
        "Law and courts.",
    ),
    Clause(
        1,
        "Aldermoor may amend this licence by posting a new version on its website. Licensee’s continued use "
        "of the Curlew Materials is acceptance of the new version.",
        "Amendments.",
    ),
    Clause(
        1,
        "Licensee may not assign this licence, by merger or otherwise, without Aldermoor’s consent. Aldermoor"
        " may assign it freely.",
        "Assignment.",
    ),
    Clause(
        1,
        "This licence and the Usage Rules are the entire agreement of the parties on the Curlew Materials. If"
        " the two conflict, the Usage Rules prevail.",
        "Entire agreement.",
    ),
)

SCHEDULE_TITLE = "Schedule: the Curlew 2 models"
SCHEDULE = (
    ("Model", "Parameters", "Context", "Input"),
    ("Curlew 2 Small", "4 billion", "32,000 tokens", "Text"),
    ("Curlew 2 Medium", "28 billion", "128,000 tokens", "Text and image"),
    ("Curlew 2 Large", "110 billion", "128,000 tokens", "Text and image"),
)

EARLIER_INSERTION = " in its sole discretion"
"""The Word file tracks these words of Section 3.1 as inserted; the other files show them plain."""

COMMENT = ("Usage Rules.", "The rules were last published in January. Check the address before the next release.")
"""A remark that Aldermoor's counsel left on a clause of the Word file: the clause's heading, and the remark."""

VENDOR_COUNSEL = ("Ines Marchetti", "IM")
"""The fictional author of the earlier change and the comment, with initials."""


def labels() -> tuple[str, ...]:
    """Return the number of each clause as printed: "2.", "2.3", "(a)"."""
    counts = [0, 0, 0]
    printed = []
    for clause in CLAUSES:
        counts[clause.level] += 1
        counts[clause.level + 1 :] = [0] * (2 - clause.level)
        section, number, item = counts
        printed.append((f"{section}.", f"{section}.{number}", f"({chr(96 + item)})")[clause.level])
    return tuple(printed)
