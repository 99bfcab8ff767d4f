"""Settings, keys and the clock become the one Checkout of a build."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from plugins.checkout.key_list import FILE, CheckoutKey, published
from plugins.checkout.key_source import FILE_VARIABLE, VARIABLE
from plugins.checkout.keys import EXAMPLE_D, SigningKey, signing_key
from plugins.checkout.settings import Checkout, CheckoutSettings
from plugins.checkout.shop import Shop
from plugins.documents import Site
from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected

_KEYS_FILE = f"content/data/{FILE}"


def checkout_of(
    settings: CheckoutSettings,
    key: SigningKey | None,
    listed: Sequence[CheckoutKey],
    address: str,
    now: datetime,
) -> Checkout:
    """How links of a build are made; `address` is the site's. Raises ProblemsFound.

    Without a key the published example signs, and links lead to the stand-in.
    """
    found = Checkout(
        settings,
        urlsplit(address).netloc.lower(),
        key or signing_key(EXAMPLE_D),
        published(listed, now, settings.period, timedelta(days=settings.grace)),
        now,
    )
    problems = [*settings.problems(), *_key_problems(found, listed)]
    if problems:
        raise ProblemsFound(problems)
    return found


def _key_problems(checkout: Checkout, listed: Iterable[CheckoutKey]) -> Iterator[Problem]:
    """A key of one's own that must not sign now, or that has nowhere to lead to."""
    if checkout.demo or checkout.settings.off:
        return
    kid = checkout.key.public.kid
    day = checkout.now.astimezone(MOSCOW).date()
    entry = next((key for key in listed if key.kid == kid), None)
    if entry is None:
        advice = message("`invoke keys new` writes it; without it no service can verify links")
        what = message("the public half of your key, %(kid)s", kid=kid)
        yield Problem(_KEYS_FILE, 0, "kid", expected(what, NOTHING, advice))
    elif not entry.signs(day):
        text = message(
            "this key may not sign on %(day)s: it is retired, leaked or too new; take a live one",
            day=day,
        )
        yield Problem(_KEYS_FILE, 0, kid, text)
    if not checkout.settings.address:
        what = message("the address of your payment service")
        yield Problem("pelicanconf.py", 0, "CHECKOUT.address", expected(what, NOTHING))


def unready(_site: Site, shop: Shop) -> Iterator[Problem]:
    """A site rule for publishing: links are signed with a key of one's own, or are off."""
    checkout = shop.checkout
    if checkout.demo and not checkout.settings.off:
        names = f"{VARIABLE}, {FILE_VARIABLE}"
        what = message("a private key in one of %(names)s", names=names)
        advice = message("make one with `invoke keys new`, or set CHECKOUT to off")
        got = message("the published example key, with which everybody can sign")
        yield Problem(VARIABLE, 0, "", expected(what, got, advice))
