"""What a site publishes of its keys, goods and return pages becomes a merchant."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from plugins.checkout.claims import PATH
from plugins.checkout.keys import keys_of
from plugins.payment_service.merchants import Item, Merchant

# Paths on the site: public keys, goods with prices, return pages (docs/checkout-contract.md)
FILES = (
    ".well-known/jwks.json",
    ".well-known/checkout-catalogue.json",
    ".well-known/checkout-returns.json",
)


def registered(files: Mapping[str, bytes], address: str, notify: str) -> dict[str, Merchant]:
    """The merchant under its issuer; `files` by path. Raises ValueError for what is none.

    A file of keys that is none raises ProblemsFound.
    """
    keys, goods, returns = FILES
    try:
        catalogue, pages = json.loads(files[goods]), json.loads(files[returns])
        merchant = Merchant(
            name=pages["name"],
            address=address,
            keys=keys_of(files[keys], keys),
            catalogue={product["s"]: _item(product) for product in catalogue["products"]},
            returns=_returns(pages["returns"]),
            goods=_paths(pages["goods"]),
            notify=notify,
            grace=timedelta(seconds=catalogue["grace"]),
            carts=_paths(pages.get("cart", {})),
        )
        return {str(catalogue["issuer"]): merchant}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError from error


def _paths(said: Mapping[str, str]) -> dict[str, str]:
    """Paths by language, as links hold them; ValueError for what is no path of a site."""
    paths = {lang: quote(path, safe="/%~") for lang, path in said.items()}
    if not all(map(PATH, paths.values())):
        raise ValueError
    return paths


def _item(said: Mapping[str, Any]) -> Item:
    return Item(said["names"], said["p"], said["c"], said["v"], said["pages"], said["sold"])


def _returns(said: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    return {(lang, outcome): path for lang, by in said.items() for outcome, path in by.items()}
