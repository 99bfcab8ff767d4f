import pytest

from plugins.audit.checks.foreign_word import foreign_word
from plugins.audit.law import Law
from plugins.company import Company
from plugins.language.problems import Severity
from tests.audit.subjects import found, subject
from tests.company.records import COMPANY

SELLER = Company.model_validate(COMPANY | {"brand": {"ru": "Печь", "en": "Oven & Bench"}})


def words(html: str, lang: str = "ru", allowed: str = "") -> list[str]:
    law = Law(words=frozenset(allowed.split()))
    pages = {"a/index.html": f'<html lang="{lang}">{html}'}
    judged = subject(pages, company=SELLER, law=law)
    return [message.split("«")[1][:-1] for *_, message in found(foreign_word, judged)]


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<nav><a>Shop</a></nav>", "Shop"),
        ("<header>SALE</header>", "SALE"),
        ("<button>Checkout</button>", "Checkout"),
        ('<a class="button">Online</a>', "Online"),
        ("<h2>Cashback 5 %</h2>", "Cashback"),
        ("<footer>Бесплатный Wi-Fi</footer>", "Wi-Fi"),
        ("<label>E-mail</label>", "E-mail"),
        ("<title>New</title>", "New"),
        ('<input placeholder="Search">', "Search"),
        ('<nav aria-label="Menu"></nav>', "Menu"),
        ('<div lang="en"><br></div><input placeholder="Search">', "Search"),
        ("<th>Price</th>", "Price"),
    ],
)
def test_foreign_words_of_the_interface(html: str, word: str) -> None:
    assert words(html) == [word]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Sale — это распродажа</p>",
        "<h1>Печь PV-101, 380 В, DN50</h1>",
        "<h2>Плита X5-2 и станок CNC3018</h2>",
        "<header>Oven &amp; Bench</header>",
        "<footer>info@example.com, https://example.com/sale, example.com</footer>",
        "<nav><a lang='en' hreflang='en'>English</a></nav>",
        '<div lang="en"><form><input placeholder="Search"></form></div>',
        "<h2>Команда <code>make site</code></h2>",
        "<h2>XIX век, 5 mm</h2>",
        "<style>nav { color: red }</style><script>header</script>",
    ],
)
def test_what_is_no_foreign_word(html: str) -> None:
    assert words(html) == []


def test_trade_marks_are_allowed_and_other_languages_are_not_judged() -> None:
    assert words("<h2>Код QR и Wi-Fi</h2>", allowed="qr wi-fi") == []
    assert words("<nav>Shop</nav>", lang="en") == []


def test_a_word_of_the_frame_is_named_once_for_all_pages() -> None:
    html = '<html lang="ru"><header>Shop</header><h1>Sale</h1>'
    judged = subject({"a/index.html": html, "b/index.html": html}, company=SELLER)

    assert [(rule, severity, file) for rule, severity, file, *_ in found(foreign_word, judged)] == [
        ("foreign-word", Severity.WARNING, "output/a/index.html"),
        ("foreign-word", Severity.WARNING, "output/a/index.html"),
        ("foreign-word", Severity.WARNING, "output/b/index.html"),
    ]
