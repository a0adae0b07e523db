import pytest

from app.library.recasts import RECASTS
from app.library.variants import VARIANTS

CHANGES = {**VARIANTS, **RECASTS}


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("numbers in words", "within 30 days", "within thirty days"),
        ("numbers in figures", "within thirty (30) days", "within 30 days"),
        ("numbers in figures", "within Twelve months", "within Twelve months"),
        ("numbers in both", "within 30 days", "within thirty (30) days"),
        ("a month for 30 days", "within thirty (30) days after", "within one month after"),
        ("weeks for days", "on fourteen (14) days notice", "on two weeks notice"),
        ("days for hours", "within 72 hours", "within three days"),
        ("figures with separators", "700 million users", "700,000,000 users"),
        ("figures with separators", "1500000 euros", "1,500,000 euros"),
        ("figures without separators", "$2,000,000", "$2000000"),
        ("soft hyphens", "the agreement ends", "the agre\u00adement ends"),
        ("British spelling", "The license of an organization", "The licence of an organisation"),
        ("American spelling", "Licences and behaviour", "Licenses and behavior"),
        ("upper case", "See example.com now", "SEE example.com NOW"),
        ("other names for the parties", "Licensor pays Licensee", "Vendor pays Customer"),
        (
            "“you” for the customer",
            "If Licensee fails to pay, the Licensee's rights end.",
            "If you fail to pay, your rights end.",
        ),
        (
            "“you” for the customer",
            "Customer applies and Vendor pays Customer.",
            "You apply and Vendor pays you.",
        ),
        (
            "“Customer” for “you”",
            "Your rights end if you fail to pay us.",
            "Customer's rights end if Customer fails to pay us.",
        ),
        ("“shall” for duties", "Provider must pay. It will rain.", "Provider shall pay. It will rain."),
        ("“must” for duties", "You shall not sell it.", "You must not sell it."),
        ("“will” for duties", "The parties shall meet.", "The parties will meet."),
        (
            "passive for active",
            "Provider may amend these terms at any time.",
            "These terms may be amended by Provider at any time.",
        ),
        ("passive for active", "We shall not use the data.", "The data shall not be used by us."),
        ("active for passive", "These terms may be amended by us.", "We may amend these terms."),
    ],
)
def test_a_text_is_put_in_other_words_that_mean_the_same(kind, before, after):
    assert CHANGES[kind](before) == after


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("weeks for days", "seven days a week"),
        ("days for hours", "24 hours a day"),
        ("figures with separators", "ISO 27001"),
        ("“you” for the customer", "Customer Data belongs to Customer."),
        ("“you” for the customer", "If Customer breaks the rules or does not pay, it ends."),
        ("“you” for the customer", "Nothing is due without the consent of Customer."),
        ("“Customer” for “you”", "You bravely sign."),
        ("“shall” for duties", "The agreement will be governed by the law of Ruritania."),
        ("passive for active", "Provider may terminate this Agreement and the order."),
        ("active for passive", "Upon notice these terms may be amended by us."),
    ],
)
def test_what_cannot_be_changed_by_rule_is_left(kind, text):
    assert CHANGES[kind](text) == text
