"""Products and their texts: a record in products.yaml and Markdown, joined by the sku."""

from collections.abc import Collection, Iterator, Mapping

from plugins.documents import Site
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, expected


def unpaired(site: Site, skus: Mapping[str, int]) -> Iterator[Problem]:
    """Texts without a record, records without a text, and two texts of one language for one sku.

    `skus` maps each sku to its line in products.yaml.
    """
    seen: dict[tuple[str, str], str] = {}
    for document in site.documents:
        if not document.product:
            continue
        key = (document.lang, document.product)
        file, line = f"content/{document.source}", document.key_line("product")
        if document.product not in skus:
            yield Problem(file, line, "Product", _unknown(document.product, skus))
        elif (other := seen.setdefault(key, document.source)) != document.source:
            text = message("content/%(other)s describes this product already", other=other)
            yield Problem(file, line, "Product", text)
    described = {sku for _, sku in seen}
    for sku, line in skus.items():
        if sku not in described:
            yield _undescribed(sku, line, site.languages[0])


def _undescribed(sku: str, line: int, lang: str) -> Problem:
    place = f"content/{lang}/products"
    what = message("a text with «Product: %(sku)s» in %(place)s", sku=sku, place=place)
    return Problem("content/data/products.yaml", line, sku, expected(what, NOTHING))


def _unknown(sku: str, skus: Collection[str]) -> Message:
    what = message("a sku of content/data/products.yaml (%(skus)s)", skus=", ".join(skus))
    return expected(what, f"'{sku}'")
