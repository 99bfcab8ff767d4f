from dataclasses import replace
from datetime import timedelta

from plugins.audit.checks.checkout_link import checkout_link
from plugins.audit.sale import Sale
from plugins.audit.subject import Subject
from plugins.checkout import Checkout, CheckoutSettings
from plugins.checkout.links import Place, bought_by, claims_of
from plugins.checkout.making import checkout_of
from tests.audit.subjects import ADDRESS, NOW, found, subject
from tests.checkout.examples import product

CHECKOUT = checkout_of(CheckoutSettings(), None, (), ADDRESS, NOW)
EARLIER = checkout_of(CheckoutSettings(), None, (), ADDRESS, NOW - timedelta(days=90))


def link(checkout: Checkout = CHECKOUT) -> str:
    claims = claims_of(product(), None, Place("", "ru"), checkout)
    return bought_by(claims, checkout)


def judged(href: str, sale: Sale) -> Subject:
    return replace(subject({"index.html": f'<a href="{href}">Купить</a>'}), sale=sale)


def said(href: str, sale: Sale) -> list[str]:
    return [finding[4] for finding in found(checkout_link, judged(href, sale))]


def test_a_good_link_and_pages_without_any() -> None:
    assert said(link(), Sale(CHECKOUT)) == []
    assert said("/x/", Sale(CHECKOUT)) == []
    assert said(link(), Sale()) == []


def test_links_that_end_before_the_next_release_and_a_margin() -> None:
    for days, wrong in ((32, False), (33, True), (60, True)):
        sale = Sale(CHECKOUT, NOW + timedelta(days=days))
        assert (
            said(link(), sale)
            == [
                f"links to payment end before {(NOW + timedelta(days=days + 7)).date()}:"
                " before they are renewed"
            ]
            * wrong
        )


def test_links_of_an_old_build_and_altered_ones() -> None:
    assert "end before" in said(link(EARLIER), Sale(CHECKOUT))[0]
    (what,) = said(f"{link()}=", Sale(CHECKOUT))
    assert what.startswith("the payment service would refuse a link: a part is not written")
