"""The firm: who it is in a word on any page, and in full where the site tells about it."""

from collections.abc import Iterator

from plugins.company import Company
from plugins.company.company import Address
from plugins.language.messages import message
from plugins.structured_data.contact import contact_points
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page

# Pages that show the requisites, the people or the ways to reach the firm
TOLD_IN_FULL = ("home", "about", "contacts")
PLACES = {"office": message("Office"), "warehouse": message("Warehouse")}
OGRN = message("OGRN (register number)")
KPP = message("KPP (tax registration)")
REGISTER = message("Register number")


def organization(page: Page) -> Node:
    """The firm as a page tells of it."""
    company = page.facts.company
    short = node(
        "Organization",
        f"{page.facts.address}/#organization",
        name=page.said(company.brand),
        url=f"{page.facts.address}/",
    )
    return short | _in_full(page, company) if page.template in TOLD_IN_FULL else short


def _in_full(page: Page, company: Company) -> Node:
    legal = next(place for place in company.addresses if place.kind == "legal")
    return {
        "legalName": page.said(company.legal_name),
        "alternateName": page.said(company.short_name),
        "description": page.said(company.tagline),
        "foundingDate": company.founded.isoformat(),
        "taxID": company.inn,
        "vatID": company.inn,
        "identifier": list(_identifiers(page, company)),
        "address": _address(page, legal) | {"addressCountry": company.jurisdiction},
        "location": [
            node("Place", name=PLACES[place.kind].in_language(page.lang), address=shown)
            for place in company.addresses
            if place.kind in PLACES
            for shown in [_address(page, place)]
        ],
        "email": company.email,
        "telephone": company.phones[0].number,
        "contactPoint": contact_points(page, company),
        "sameAs": [profile.url for profile in company.profiles],
        "hasCredential": list(_credentials(page, company)),
    }


def _identifiers(page: Page, company: Company) -> Iterator[Node]:
    """Numbers of registers, under the names that the page gives them."""
    numbers = {OGRN: company.ogrn, KPP: company.kpp, REGISTER: company.registration}
    for name, number in numbers.items():
        yield node("PropertyValue", name=name.in_language(page.lang), value=number)


def _address(page: Page, place: Address) -> Node:
    return node("PostalAddress", streetAddress=page.said(place.text), postalCode=place.postcode)


def _credentials(page: Page, company: Company) -> Iterator[Node]:
    for paper in company.credentials:
        yield node(
            "Credential",
            name=page.said(paper.name),
            identifier=paper.number,
            recognizedBy=node("Organization", name=page.said(paper.issuer)),
            dateCreated=paper.since.isoformat(),
            expires=paper.until and paper.until.isoformat(),
        )
