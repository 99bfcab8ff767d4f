"""What the stand-in is asked, and the forms in which it answers."""

from dataclasses import dataclass, field

from starlette.datastructures import Headers, QueryParams
from starlette.responses import HTMLResponse, RedirectResponse, Response

from plugins.language.messages import Message
from plugins.payment_service import words
from plugins.payment_service.forms import Form
from plugins.payment_service.landing import Offer, SentBack
from plugins.payment_service.merchants import Merchant
from plugins.payment_service.orders import Order
from plugins.payment_service.pages import page
from plugins.payment_service.payments import SLOW, Ending
from plugins.payment_service.returns import return_address
from plugins.payment_service.service import Service

SEE_OTHER = 303
# Where a form leads in the end, the site, a policy counts as the form's own target
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " frame-ancestors 'none'; form-action 'self'"
)


@dataclass(frozen=True)
class Asked:
    """A request: which order it names, what its address and its form say."""

    service: Service
    number: str = ""
    query: QueryParams = field(default_factory=QueryParams)
    headers: Headers = field(default_factory=Headers)
    form: Form = field(default_factory=Form)

    @property
    def merchants(self) -> list[Merchant]:
        """All sites."""
        return list(self.service.merchants().values())

    def seller(self, site: str) -> Merchant | None:
        """The site with an issuer."""
        return self.service.merchants().get(site)

    def name(self, site: str, sku: str, lang: str) -> str:
        """What a product is called, its sku where it has no name."""
        seller = self.seller(site)
        item = seller.catalogue.get(sku) if seller else None
        return (item.names.get(lang) if item else None) or sku


def shown(asked: Asked, html: str, status: int = 200) -> Response:
    """A page; it may load nothing, and forms lead here and to the sites."""
    sites = " ".join(merchant.address for merchant in asked.merchants)
    headers = {
        "Content-Security-Policy": f"{POLICY} {sites}",
        "Referrer-Policy": "no-referrer",
        # Not no-store: a step back must show the form of the same attempt
        "Cache-Control": "private, no-cache",
    }
    return HTMLResponse(html, status, headers)


def lost(asked: Asked, said: Message, offer: Offer | None = None) -> Response:
    """A page that says what is missing, and leads back to the sites."""
    lang = offer.lang if offer else language_of(asked)
    sellers = [offer.merchant] if offer else asked.merchants
    html = page("lost", lang, said=said.in_language(lang), merchants=sellers)
    return shown(asked, html, 400 if offer else 404)


def sent_back(asked: Asked, landing: SentBack) -> Response:
    """To the page of the product or of the cart, where there are fresh links."""
    if landing.address:
        return RedirectResponse(landing.address, SEE_OTHER)
    return lost(asked, words.NO_LINK)


def gone_back(asked: Asked, order: Order, ending: Ending) -> Response:
    """To the return page of an ending; of none yet, to the page that waits."""
    if ending.outcome == SLOW:
        return RedirectResponse(f"/orders/{order.number}/wait", SEE_OTHER)
    seller = asked.seller(order.site)
    if seller is None:
        return lost(asked, words.NO_LINK)
    return RedirectResponse(return_address(asked.service, seller, order, ending), SEE_OTHER)


def language_of(asked: Asked) -> str:
    """The language of whoever comes without a link."""
    return "ru" if asked.headers.get("accept-language", "").lower().startswith("ru") else "en"
