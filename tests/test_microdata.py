"""Microdata of the shipped site, by the strict forms that Yandex documents."""

from collections import Counter

import pytest

from tests.microdata import Item, items_of, of_type
from tests.product_facts import Output, address_of

SITE = "https://pech-verstak.example/"
# All fields are required: https://yandex.com/support/webmaster/en/supported-schemas/catalogs.html
OF_AN_OFFER = {"url", "name", "description", "image", "availability", "price", "priceCurrency"}


@pytest.fixture(scope="module")
def output(shipped: Output) -> Output:
    """The shipped site, every page that visitors can find, by its address."""
    pages = (page for path, page in shipped.items() if path.endswith("index.html"))
    return {address_of(page): page for page in pages}


def types(page: bytes, address: str) -> Counter[str]:
    return Counter(item.type for item in items_of(page, address))


def one(output: Output, path: str, kind: str) -> Item:
    (item,) = of_type(output[SITE + path], SITE + path, kind)
    return item


def test_which_pages_say_what(output: Output) -> None:
    said: dict[str, set[str]] = {}
    for address, page in output.items():
        for kind, count in types(page, address).items():
            assert count == 1, (address, kind)
            said.setdefault(kind, set()).add(address.removeprefix(SITE))

    assert said.keys() == {"BreadcrumbList", "Product", "OfferCatalog", "Organization", "QAPage"}
    assert said["OfferCatalog"] == {"products/", "en/products/"}
    assert said["Organization"] == {"kontakty/", "o-kompanii/", "en/contacts/", "en/about/"}
    assert len(said["Product"]) == 16
    assert {path.removeprefix("en/").split("/")[0] for path in said["Product"]} == {"products"}
    assert len(said["QAPage"]) == 10
    assert {path.removeprefix("en/").split("/")[0] for path in said["QAPage"]} == {"questions"}


def test_breadcrumbs_stand_on_every_page_but_home(output: Output) -> None:
    for address, page in output.items():
        lists = of_type(page, address, "BreadcrumbList")
        assert bool(lists) == (address not in (SITE, f"{SITE}en/")), address
        for found in lists:
            steps = found.items("itemListElement")
            assert [int(s.text("position")) for s in steps] == list(range(1, len(steps) + 1))
            assert all(step.text("name") for step in steps)
            assert [step.text("item") in output for step in steps[:-1]] == [True] * len(steps[:-1])
            assert steps[-1].text("item") == ""


def test_a_way(output: Output) -> None:
    steps = one(output, "blog/chem-vezti-oborudovanie-iz-kitaya/", "BreadcrumbList")

    assert [(s.text("name"), s.text("item")) for s in steps.items("itemListElement")] == [
        ("Главная", SITE),
        ("Статьи", f"{SITE}blog/"),
        ("Доставка", f"{SITE}blog/category/dostavka/"),
        ("Чем везти оборудование из Китая: самолёт, грузовик, поезд или море", ""),
    ]


@pytest.mark.parametrize("path", ["products/", "en/products/"])
def test_the_catalogue_has_everything_of_itself_and_of_each_offer(
    output: Output, path: str
) -> None:
    catalogue = one(output, path, "OfferCatalog")
    offers = catalogue.items("itemListElement")

    assert catalogue.properties.keys() == {"name", "description", "image", "itemListElement"}
    assert catalogue.text("image").endswith(".png")
    assert offers
    for offer in offers:
        assert offer.type == "Offer"
        assert offer.properties.keys() == OF_AN_OFFER
        assert all(offer.text(name) for name in OF_AN_OFFER)
        assert offer.text("url") in output
        assert offer.text("image").endswith((".jpg", ".png"))
        assert offer.text("availability").startswith("https://schema.org/")
        assert offer.text("price").replace(".", "").isdigit()


def test_a_product(output: Output) -> None:
    product = one(output, "en/products/spiral-dough-mixer-30-litres/", "Product")
    offer = product.item("offers")

    assert product.text("name") == "Spiral dough mixer, 30 litres"
    assert product.text("sku") == "PV-103"
    assert product.text("description").startswith("A spiral mixer")
    assert {name: offer.text(name) for name in offer.properties} == {
        "url": f"{SITE}en/products/spiral-dough-mixer-30-litres/",
        "availability": "https://schema.org/InStock",
        "price": "118000",
        "priceCurrency": "RUB",
        "priceValidUntil": "2027-01-31",
    }


def test_a_question_and_its_whole_answer(output: Output) -> None:
    page = one(output, "questions/rozetka-220-ili-380/", "QAPage")
    question = page.item("mainEntity")
    answer = question.item("acceptedAnswer")

    assert set(page.properties) == {"mainEntity"}
    assert (question.type, answer.type) == ("Question", "Answer")
    assert question.text("name") == "Хватит ли обычной розетки: 220 или 380 В?"
    assert question.text("answerCount") == "1"
    assert answer.text("text").startswith("Машинам на 220 В обычно хватит розетки")
    assert answer.text("text").endswith("Пришлите ему страницу товара: этого хватит.")


@pytest.mark.parametrize("path", ["kontakty/", "o-kompanii/"])
def test_the_firm(output: Output, path: str) -> None:
    firm = one(output, path, "Organization")
    address = firm.item("address")

    assert {name: firm.text(name) for name in firm.properties if name != "address"} == {
        "name": "Печь и Верстак",
        "alternateName": "ООО «Печь и Верстак»",
        "legalName": "Общество с ограниченной ответственностью «Печь и Верстак»",
        "taxID": "7700000009",
        "telephone": "+74950000010",
        "email": "zakaz@pech-verstak.example",
        "url": SITE,
    }
    assert (address.type, address.text("postalCode")) == ("PostalAddress", "100000")
    assert address.text("streetAddress") == "Москва, улица Примерная, дом 1, помещение 1"
