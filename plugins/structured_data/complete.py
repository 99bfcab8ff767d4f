"""What may stand in a graph: nodes with all the facts they need, and references to such nodes."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.structured_data.node import Node

# Without these facts a node says nothing, or nothing that a search engine takes
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "AboutPage": ("name", "url"),
    "Answer": ("text",),
    "BlogPosting": ("headline", "author", "datePublished"),
    "Brand": ("name",),
    "BreadcrumbList": ("itemListElement",),
    "CollectionPage": ("name", "url"),
    "ContactPage": ("name", "url"),
    "ContactPoint": ("telephone", "contactType"),
    "Credential": ("name", "recognizedBy"),
    "DefinedRegion": ("addressCountry",),
    "DefinedTerm": ("name", "description"),
    "DefinedTermSet": ("name", "hasDefinedTerm"),
    "EntryPoint": ("urlTemplate",),
    "FAQPage": ("name", "url", "mainEntity"),
    "ImageObject": ("url",),
    "ItemList": ("itemListElement",),
    "ListItem": ("position", "name"),
    "MerchantReturnPolicy": ("applicableCountry", "returnPolicyCategory"),
    "MonetaryAmount": ("value", "currency"),
    "Offer": ("price", "priceCurrency", "availability"),
    "OfferShippingDetails": ("shippingRate", "shippingDestination", "deliveryTime"),
    "OpeningHoursSpecification": ("opens", "closes"),
    "Organization": ("name",),
    "Person": ("name",),
    "Place": ("name", "address"),
    "PostalAddress": ("streetAddress",),
    "Product": ("name", "image", "offers"),
    "PropertyValue": ("name", "value"),
    "QAPage": ("name", "url", "mainEntity"),
    "QuantitativeValue": ("unitCode",),
    "Question": ("name", "acceptedAnswer"),
    "SearchAction": ("target",),
    "ShippingDeliveryTime": ("transitTime",),
    "UnitPriceSpecification": ("price", "priceCurrency"),
    "WebPage": ("name", "url"),
    "WebSite": ("name", "url"),
}
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def complete(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that have what they need; what lacks is left out, and so are references to it.

    A fact without a value is left out first. What lost a fact it needs goes, too, and so on until
    every reference leads to a node that is there.
    """
    found = _wholes(nodes, None)
    while True:
        identities: set[str] = set()
        named: set[str] = set()
        _gather(found, identities, named)
        if named <= identities:
            return found
        found = _wholes(found, identities)


def _wholes(values: Iterable[Any], known: set[str] | None) -> list[Any]:
    """Values without what lacks facts; `known` may be referred to, None for whatever is named."""
    wholes = [_whole(value, known) for value in values]
    return [whole for whole in wholes if whole not in _NOTHING]


def _whole(value: Any, known: set[str] | None) -> Any:
    """A value without what lacks facts; None where nothing of it is left."""
    if isinstance(value, dict):
        if "@type" not in value:
            return value if known is None or value["@id"] in known else None
        facts = {}
        for key, fact in value.items():
            whole = fact if isinstance(fact, str) else _whole(fact, known)
            if whole not in _NOTHING:
                facts[key] = whole
        return facts if all(name in facts for name in REQUIRED[value["@type"]]) else None
    return _wholes(value, known) if isinstance(value, list) else value


def _gather(value: Any, identities: set[str], named: set[str]) -> None:
    """Note every identity that a node has, at any depth, and every one that a reference names."""
    if isinstance(value, dict):
        if "@id" in value:
            (identities if "@type" in value else named).add(value["@id"])
        for fact in value.values():
            if not isinstance(fact, str):
                _gather(fact, identities, named)
    elif isinstance(value, list):
        for each in value:
            _gather(each, identities, named)
