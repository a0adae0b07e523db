"""Words by which contracts call their parties, in small letters."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word.strip() for line in lines for word in line.split(","))


CUSTOMER_ROLES = _words("licensee, customer, subscriber, client, purchaser, buyer, lessee")
VENDOR_ROLES = _words("licensor, provider, supplier, vendor, seller, lessor")
POSSESSIVE = _words("your, our, yours, ours")

SELLING = _words(
    "manufacturer, developer, consultant, contractor, subcontractor, franchisor, transporter, host, administrator",
    "publisher, agency, advisor, adviser, operator, data provider",
)
"""What stands for the vendor only beside the other party of a preamble."""

BUYING = _words(
    "franchisee, master franchisee, shipper, distributor, reseller, channel partner, network affiliate",
    "marketing affiliate, company, sponsor, data recipient, owner",
)
"""What stands for the customer only beside the other party of a preamble."""

PARTY_WORDS = _words(
    "company, employer, employee, founder, investor, fund, general partner, fund manager, parent, issuer, discloser",
    "recipient, disclosing party, receiving party, service provider, agent, trustee, landlord, tenant, lender",
    "borrower, guarantor, depositor, you, we, us, controller, processor, trust, data exporter, data importer",
    "participant, contributor, user, member, partner, executive, bank",
).union(CUSTOMER_ROLES, VENDOR_ROLES, SELLING, BUYING)
