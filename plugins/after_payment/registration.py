"""What the payment service registers of a site: where buyers come back to, in each case."""

import json
from collections.abc import Iterator

from plugins.after_payment.pages import (
    FAILED,
    OUTCOMES,
    SKU_PLACE,
    failure_pages,
    outcome_pages,
)
from plugins.documents import Document, Site
from plugins.documents.claims import Claim

FILE = ".well-known/checkout-returns.json"


def registration(site: Site, name: str) -> bytes:
    """The file: the firm's name; by language all goods, return pages by outcome, the cart."""
    goods = {d.lang: f"/{d.url}" for d in site.live if d.kind == "list" and d.lists == "products"}
    returns: dict[str, dict[str, str]] = {}
    for (lang, outcome), page in outcome_pages(site).items():
        returns.setdefault(lang, {})[outcome] = f"/{page.url}{_last(page)}"
    carts = {lang: f"/{cart.url}" for lang in site.languages if (cart := site.cart(lang))}
    said: dict[str, object] = {"name": name, "goods": goods, "returns": returns}
    said |= {"cart": carts} if carts else {}
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def page_claims(site: Site) -> Iterator[Claim]:
    """That file, and the pages of failures."""
    yield Claim(FILE, "CHECKOUT", "CHECKOUT")
    for page in failure_pages(site):
        file = f"content/{page.chosen.source}"
        yield Claim(page.document.save_as, file, file, page.chosen.key_line("product"), "Product")


def _last(page: Document) -> str:
    return f"{SKU_PLACE}/" if OUTCOMES[page.template] == OUTCOMES[FAILED] else ""
