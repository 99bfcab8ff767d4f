"""Page, microdata, catalogue, JSON-LD and product feed say the same of every product.

Each place is read by a reader of its own (product_facts.py). `REQUIRED` are the places that must
tell of every product that has a description and a picture (Yandex wants the one, Google the other
too); whatever else tells of a product must agree as well.
"""

from dataclasses import replace

import pytest

from tests import product_facts
from tests.microdata import of_type
from tests.product_facts import Facts, Output
from tests.sites import output_of
from tests.test_theme import themed

REQUIRED = {"page", "microdata", "JSON-LD"}
HOSTILE = 'Чайник "Бриз" & </script><b> 2 л'
GOODS = """
groups:
  - key: kitchen
    name: {ru: Кухня, en: Kitchen}
products:
"""
PRODUCT = """
  - sku: {sku}
    group: kitchen
    price: {price}
    unit: {{ru: шт., en: pc}}
    availability: {availability}
    pictures: {pictures}
    tnved: 8516797000
    checked: 2026-11-14
"""
KETTLE = '[{file: pictures/kettle.png, alt: {ru: "Чайник", en: "A kettle"}}]'
PAGE = "Title: {title}\nSlug: {slug}\nProduct: {sku}\n{more}\nТекст.\n"
ABOUT = "Description: О «чайнике» & его <цене>"
LIST = "Title: Goods\nDescription: Our kettles.\nSlug: products\nLists: products\n\nKettles.\n"


def told(output: Output, path: str) -> dict[str, Facts | None]:
    """What each place tells of the product of a page."""
    page = output[path]
    url = product_facts.address_of(page)
    return {
        "page": product_facts.seen(page),
        "microdata": product_facts.in_microdata(page),
        "catalogue": product_facts.in_catalogue(output, url),
        "JSON-LD": product_facts.in_json_ld(page),
        "product feed": product_facts.in_feed(output, url),
        "signed link": product_facts.in_link(page),
    }


def faults(output: Output, path: str) -> list[str]:
    """Everything in which the places that tell of a product differ, and places that lack."""
    places = told(output, path)
    whole = b'name="description"' in output[path] and b'.jpg"' in output[path]
    silent = [f"no {place}" for place in sorted(REQUIRED) if places[place] is None and whole]
    listed, shown = places["catalogue"], places["page"]
    if shown and (places["signed link"] is None) != (shown.availability == "OutOfStock"):
        silent.append("a link for what cannot be bought, or none for what can")
    if listed and shown:
        # A catalogue shows the first picture alone
        places["catalogue"] = replace(listed, pictures=None)
        silent += [] if listed.pictures == (shown.pictures or ())[:1] else ["another picture"]
    return [*silent, *product_facts.differences(places)]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """A site of goods with hostile names, kopecks, and what some of them lack."""
    goods = [
        PRODUCT.format(sku="K-2", price=2990, availability="in-stock", pictures=KETTLE),
        PRODUCT.format(sku="K-3", price="1234567.50", availability="on-order", pictures=KETTLE),
        PRODUCT.format(sku="K-4", price="0.05", availability="out-of-stock", pictures="[]"),
    ]
    files = {
        "data/products.yaml": GOODS + "".join(goods),
        "en/pages/catalog.md": LIST,
        "ru/products/k3.md": PAGE.format(title=HOSTILE, slug="k-3", sku="K-3", more=ABOUT),
        "en/products/k3.md": PAGE.format(title=HOSTILE, slug="k-3", sku="K-3", more=ABOUT),
        "ru/products/k4.md": PAGE.format(title="Без картинки", slug="k-4", sku="K-4", more=ABOUT),
        "en/products/k4.md": PAGE.format(title="No more", slug="k-4", sku="K-4", more=""),
    }
    return output_of(themed(tmp_path_factory.mktemp("tried"), files))


def test_every_product_of_the_shipped_site_is_told_alike_in_each_language(shipped: Output) -> None:
    pages = list(product_facts.product_pages(shipped))

    assert len([path for path in pages if path.startswith("en/")]) == 8
    assert len(pages) == 16
    assert [f"{path}: {each}" for path in pages for each in faults(shipped, path)] == []


def test_every_product_of_a_difficult_site_is_told_alike(tried: Output) -> None:
    pages = list(product_facts.product_pages(tried))

    assert pages == [
        "en/products/k-3/index.html",
        "en/products/k-4/index.html",
        "products/chaynik/index.html",
        "products/k-3/index.html",
        "products/k-4/index.html",
    ]
    assert [f"{path}: {each}" for path in pages for each in faults(tried, path)] == []


@pytest.mark.parametrize("lang", ["", "en/"])
def test_what_is_told_of_a_difficult_product(tried: Output, lang: str) -> None:
    facts = told(tried, f"{lang}products/k-3/index.html")["microdata"]

    assert facts is not None
    assert facts.name == HOSTILE
    assert (str(facts.price), facts.currency) == ("1234567.50", "RUB")
    assert facts.availability == "BackOrder"
    assert facts.url == f"https://kettles.example/{lang}products/k-3/"
    assert facts.pictures == ("pictures/kettle",)


def test_a_catalogue_leaves_out_what_lacks_a_picture_or_a_description(tried: Output) -> None:
    listed = {
        path: product_facts.in_catalogue(tried, product_facts.address_of(tried[path])) is not None
        for path in product_facts.product_pages(tried)
    }

    assert listed == {
        "en/products/k-3/index.html": True,
        "en/products/k-4/index.html": False,
        "products/chaynik/index.html": True,
        "products/k-3/index.html": True,
        "products/k-4/index.html": False,
    }


def test_pictures_that_machines_are_told_of_are_there(shipped: Output, tried: Output) -> None:
    for output in (shipped, tried):
        for path in product_facts.product_pages(output):
            page = output[path]
            for product in of_type(page, product_facts.address_of(page), "Product"):
                for address in product.texts("image"):
                    data = output[address.split("/", 3)[3]]
                    assert data.startswith((b"\xff\xd8\xff", b"\x89PNG")), address


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'itemprop="price" content="1234567.50"', b'itemprop="price" content="1234567.05"'),
        (b'itemprop="priceCurrency" content="RUB"', b'itemprop="priceCurrency" content="USD"'),
        (b'href="https://schema.org/BackOrder"', b'href="https://schema.org/InStock"'),
        (
            b'itemprop="url" href="https://kettles.example/products/',
            b'itemprop="url" href="/goods/',
        ),
        (b'itemprop="image" href="https://kettles.example/pic', b'itemprop="image" href="/old/pic'),
        ('itemprop="name">Чайник'.encode(), 'itemprop="name">Самовар'.encode()),
        ("1\u00a0234\u00a0567,50".encode(), "1\u00a0234\u00a0567".encode()),
        ("Под\u00a0заказ из\u00a0Китая".encode(), "Нет в\u00a0наличии".encode()),
        (b'"price":"1234567.50"', b'"price":"1234567"'),
        (b"application/ld+json", b"application/json"),
    ],
)
def test_a_seeded_difference_is_found(tried: Output, right: bytes, wrong: bytes) -> None:
    path = "products/k-3/index.html"
    assert right in tried[path], tried[path].decode()

    assert faults({**tried, path: tried[path].replace(right, wrong)}, path)
