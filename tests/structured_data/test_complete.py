"""A node without the facts it needs is left out, and so are references to it."""

from plugins.structured_data.complete import complete
from plugins.structured_data.node import node

FIRM = node("Organization", "#firm", name="Печь и Верстак")


def test_a_fact_without_a_value_is_left_out() -> None:
    assert complete([FIRM | {"taxID": None, "sameAs": [], "email": ""}]) == [FIRM]


def test_zero_is_a_value() -> None:
    days = node("QuantitativeValue", minValue=0, maxValue=1, unitCode="DAY")
    assert complete([days]) == [days]


def test_a_node_without_a_fact_it_needs_is_left_out() -> None:
    assert complete([node("Organization", "#firm", name="")]) == []


def test_references_to_what_is_left_out_go_too() -> None:
    site = node("WebSite", "#site", name="Сайт", url="https://x.ru/", publisher={"@id": "#firm"})

    assert complete([site, FIRM]) == [site, FIRM]
    assert "publisher" not in complete([site, node("Organization", "#firm")])[0]


def test_what_lost_a_fact_it_needs_is_left_out_in_its_turn() -> None:
    offer = node(
        "Offer", price=None, priceCurrency="RUB", availability="https://schema.org/InStock"
    )
    product = node("Product", "#product", name="Печь", image="https://x.ru/a.jpg", offers=offer)
    page = node("WebPage", "#page", name="Печь", url="/", mainEntity={"@id": "#product"})

    assert complete([page, product]) == [node("WebPage", "#page", name="Печь", url="/")]


def test_a_list_keeps_what_is_whole() -> None:
    terms = [node("DefinedTerm", name="А", description="Б"), node("DefinedTerm", name="В")]
    glossary = node("DefinedTermSet", name="Словарь", hasDefinedTerm=terms)

    assert complete([glossary])[0]["hasDefinedTerm"] == terms[:1]


def test_a_reference_may_lead_to_a_node_inside_of_another() -> None:
    hours = node("OpeningHoursSpecification", "#hours", opens="09:00:00", closes="18:00:00")
    first = node("ContactPoint", telephone="+7", contactType="заказы", hoursAvailable=hours)
    second = first | {"hoursAvailable": {"@id": "#hours"}}

    whole = FIRM | {"contactPoint": [first, second]}
    assert complete([whole]) == [whole]
