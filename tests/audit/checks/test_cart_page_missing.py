from plugins.audit.checks.cart_page_missing import cart_page_missing
from plugins.documents import Document
from tests.audit.subjects import document, found, subject

GOODS = (
    document("ru/products/kettle.md", kind="product", product="K-1"),
    document("en/products/kettle.md", kind="product", product="K-1"),
)
CARTS = {lang: document(f"{lang}/pages/cart.md", template="cart") for lang in ("ru", "en")}


def judged(*documents: Document) -> list[str]:
    return [finding[2] for finding in found(cart_page_missing, subject(documents=documents))]


def test_a_language_that_sells_without_a_cart() -> None:
    assert judged(*GOODS, CARTS["ru"]) == ["content/en/pages"]


def test_a_cart_in_every_language_that_sells_or_in_none() -> None:
    assert judged(*GOODS, *CARTS.values()) == []
    assert judged(*GOODS) == []
    assert judged(GOODS[0], CARTS["ru"]) == []
