"""How goods can be given back."""

from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page

# Whose law of distance sales the days of returns.yaml are measured by
COUNTRY = "RU"
FEES = {
    "buyer": "https://schema.org/ReturnFeesCustomerResponsibility",
    "seller": "https://schema.org/FreeReturn",
}
WAYS = {
    "carrier": "https://schema.org/ReturnByMail",
    "warehouse": "https://schema.org/ReturnInStore",
}


def return_policy(page: Page) -> Node | None:
    """The terms for goods that work and do not suit; None where the site states no terms."""
    terms = page.facts.returns
    if terms is None:
        return None
    return node(
        "MerchantReturnPolicy",
        applicableCountry=COUNTRY,
        returnPolicyCategory="https://schema.org/MerchantReturnFiniteReturnWindow",
        merchantReturnDays=terms.return_days,
        returnFees=FEES.get(terms.way_back or ""),
        returnMethod=[WAYS[way] for way in terms.ways],
        merchantReturnLink=page.url_of("returns"),
    )
