"""What may stand in a graph: nodes with all the facts they need, and references to such nodes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.structured_data.node import Node, is_reference

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
    "Product": ("name", "offers"),
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
    nothing changes.
    """
    found = list(nodes)
    while True:
        known = set(_identities(found))
        kept = [whole for each in found if (whole := _whole(each, known)) not in _NOTHING]
        if kept == found:
            return kept
        found = kept


def _whole(value: Any, known: set[str]) -> Any:
    """A value without what lacks facts; None where nothing of it is left."""
    if isinstance(value, dict):
        if is_reference(value):
            return value if value["@id"] in known else None
        facts = {key: _whole(fact, known) for key, fact in value.items()}
        facts = {key: fact for key, fact in facts.items() if fact not in _NOTHING}
        return facts if facts.keys() >= set(REQUIRED[value["@type"]]) else None
    if isinstance(value, list | tuple):
        return [whole for each in value if (whole := _whole(each, known)) not in _NOTHING]
    return value


def _identities(value: Any) -> Iterator[str]:
    """Every identity that a node of the graph has, at any depth."""
    if isinstance(value, dict) and not is_reference(value):
        if "@id" in value:
            yield value["@id"]
        for fact in value.values():
            yield from _identities(fact)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _identities(each)
