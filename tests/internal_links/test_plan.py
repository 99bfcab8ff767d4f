"""Mentions become links: in any form, keeping the writer's words, by rules."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from plugins.documents import Status
from plugins.documents.addresses import Redirect
from plugins.documents.edits import edited
from plugins.internal_links.links import Rule
from plugins.internal_links.plan import Linker, linked_bodies
from plugins.internal_links.settings import LinkSettings
from tests.documents.examples import NOW, document, site
from tests.internal_links.examples import FREE, PHRASES, article, linked, linker, rules, site_with


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Стоит доставка из Китая.</p>", "<p>Стоит [доставка из Китая](delivery).</p>"),
        ("<p>Без доставки из Китая.</p>", "<p>Без [доставки из Китая](delivery).</p>"),
        ("<p>Сварочным столом</p>", "<p>[Сварочным столом](table)</p>"),
        ("<p>О&#769;пла&shy;ту вперёд</p>", "<p>[О&#769;пла&shy;ту](payment) вперёд</p>"),
        ("<p>доставка&nbsp;из&nbsp;Китая</p>", "<p>[доставка&nbsp;из&nbsp;Китая](delivery)</p>"),
        ("<p>доставка\nиз Китая</p>", "<p>[доставка\nиз Китая](delivery)</p>"),
        ("<ul><li>оплата<li>иное</ul>", "<ul><li>[оплата](payment)<li>иное</ul>"),
        (
            "<table><tr><td>оплата</td></tr></table>",
            "<table><tr><td>[оплата](payment)</td></tr></table>",
        ),
        ("оплата без абзаца", "[оплата](payment) без абзаца"),
    ],
)
def test_a_mention_in_any_form_is_a_link_in_the_writers_words(body: str, expected: str) -> None:
    assert linked(body) == expected


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<h2>Оплата</h2>", Rule.HEADING),
        ("<h2>Про <em>оплату</em></h2>", Rule.HEADING),
        ("<p><a href='https://x.ru'>оплата</a></p>", Rule.LINK),
        ("<p><code>оплата</code></p>", Rule.CODE),
        ("<pre>оплата</pre>", Rule.CODE),
        ("<blockquote><p>оплата</p></blockquote>", Rule.QUOTATION),
        ("<p>Статья «Оплата и доставка»</p>", Rule.QUOTATION),
        ("<table><tr><th>Оплата</th></tr></table>", Rule.TABLE_HEADER),
        ("<table><thead><tr><td>Оплата</td></tr></thead></table>", Rule.TABLE_HEADER),
        ("<table><caption>Оплата</caption></table>", Rule.CAPTION),
        ("<figure><figcaption>Оплата</figcaption></figure>", Rule.CAPTION),
        ("<button>Оплата</button>", Rule.CONTROL),
        ("<form><p>Оплата</p></form>", Rule.CONTROL),
        ("<details><summary>Оплата</summary></details>", Rule.CONTROL),
        ('<p class="lead no-links">Оплата</p>', Rule.CLOSED),
        ('<div class="checkout"><p>Оплата</p></div>', Rule.CLOSED),
        ('<div itemscope itemtype="https://schema.org/Product">Оплата</div>', Rule.CLOSED),
        ("<p>доставка <b>из</b> Китая</p>", Rule.ACROSS_TAGS),
        ("<p><a href='https://x.ru'>цена</a> оплата</p>", Rule.BESIDE_LINK),
        ("<p><code>не закрыт <p>оплата</p>", Rule.CODE),
        ("<p>тег не закрыт: <i оплата", Rule.ACROSS_TAGS),
        ("<p><strong>Оплата</strong></p>", Rule.HEADING),
        ("<p><b>1. Оплата:</b></p>", Rule.HEADING),
        ("<dl><dt>Оплата</dt><dd>…</dd></dl>", Rule.HEADING),
        ("<p>Смотрите https://firm.ru/оплата</p>", Rule.PART_OF_NAME),
        ("<p>Раздел Товары/Оплата</p>", Rule.PART_OF_NAME),
        ("<p>оплата-, складами</p>", Rule.PART_OF_NAME),
        ("<p>модуль shop.оплата</p>", Rule.PART_OF_NAME),
        ("<p>Меню Заказы → Оплата → Счёт</p>", Rule.PART_OF_NAME),
        ("<p>Меню Заказы → Новая оплата</p>", Rule.PART_OF_NAME),
    ],
)
def test_places_that_get_no_links(body: str, rule: Rule) -> None:
    assert linked(body) == body
    assert [found for _, found in rules(linker().plan(site_with(article(body))))] == [rule]


@pytest.mark.parametrize(
    "body",
    ["<p><b>Важна оплата.</b></p>", "<p><b>Оплата</b> вперёд</p>", "<p>Вот...оплата: так</p>"],
)
def test_bold_sentences_and_punctuation_are_no_headings_and_no_names(body: str) -> None:
    assert linked(body).count("](payment)") == 1


def test_quotation_marks_around_the_phrase_alone_are_no_quotation() -> None:
    assert linked("<p>Раздел «Оплата» ниже</p>") == "<p>Раздел «[Оплата](payment)» ниже</p>"


def test_the_first_paragraph_is_left_alone_unless_set() -> None:
    body = "<p>Оплата.</p><p>Оплата.</p>"

    assert linked(body, settings=replace(FREE, first_paragraph=False)).startswith(
        "<p>Оплата.</p><p>["
    )
    assert linked(body).startswith("<p>[Оплата]")


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ({"status": Status.DRAFT}, Rule.NOT_LIVE),
        ({"published": NOW + timedelta(days=1)}, Rule.NOT_LIVE),
        ({"status": Status.HIDDEN}, Rule.HIDDEN),
        ({"template": "search"}, Rule.NO_INDEX),
        ({"kind": "error"}, Rule.NO_INDEX),
        ({"links_in": 0}, Rule.TARGET_OFF),
        ({"url": "old/"}, Rule.REDIRECTED),
    ],
)
def test_documents_that_get_no_links(target: Mapping[str, object], rule: Rule) -> None:
    made = Linker(
        linker().maps,
        FREE,
        "https://firm.ru",
        (Redirect.model_validate({"from": "/old/", "to": "/new/"}),),
    )
    plan = made.plan(site_with(article("<p>оплата</p>"), payment=target))

    assert rules(plan) == [("оплата", rule)]


def test_a_scheduled_target_is_linked_in_the_first_build_after_it_comes_out() -> None:
    text, target = article("<p>оплата</p>"), document("ru/pages/payment.md", published=NOW)
    days: dict[datetime, int] = {}
    for now in (NOW - timedelta(minutes=1), NOW):
        days[now] = len(linker().plan(replace(site(text, target), now=now)).links)

    assert list(days.values()) == [0, 1]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("оплата,ru/pages/none.md,1,,,", Rule.NO_DOCUMENT),
        ("оплата,en/pages/payment.md,1,,,", Rule.OTHER_LANGUAGE),
        ("оплата,ru/pages/payment.md,1,,,нет", Rule.PHRASE_OFF),
        ("оплата,ru/blog/a.md,1,,,", Rule.ITSELF),
    ],
)
def test_rows_that_make_no_links(row: str, rule: Rule) -> None:
    one = site(
        article("<p>оплата</p>"), document("ru/pages/payment.md"), document("en/pages/payment.md")
    )

    assert rules(linker(f"{row}\n").plan(one)) == [("оплата", rule)]


def test_a_page_may_refuse_links() -> None:
    text = article("<p>оплата</p>", links_out=False)

    assert rules(linker().plan(site_with(text))) == [("оплата", Rule.PAGE_OFF)]


def test_forms_of_one_word_with_two_documents_are_linked_only_as_written() -> None:
    rows = "станок,ru/pages/payment.md,1,,,\nстанки,ru/pages/delivery.md,1,,,\n"

    assert linked("<p>станки</p><p>станком</p>", rows) == "<p>[станки](delivery)</p><p>станком</p>"


def test_one_link_to_a_target_and_one_in_a_paragraph() -> None:
    body = "<p>оплата, сварочный стол</p><p>оплата</p><p>доставка из Китая</p>"

    assert linked(body) == (
        "<p>оплата, [сварочный стол](table)</p><p>[оплата](payment)</p>"
        "<p>[доставка из Китая](delivery)</p>"
    )


def test_a_paragraph_that_has_been_through_this_gets_no_more() -> None:
    body = '<p><a href="/x/" data-auto>тут</a>: сварочный стол, оплата</p>'

    assert linked(body) == body


def test_a_link_for_so_many_words_those_made_by_hand_counted() -> None:
    words = "слово " * 59
    settings = LinkSettings(first_paragraph=True)
    body = f"<p>{words} оплата</p><p>{words} доставка из Китая</p>"
    by_hand = body.replace("слово", '<a href="https://x.ru">слово</a>', 1)

    assert linked(body, settings=settings).count("](") == 2
    assert linked(by_hand, settings=settings).count("](") == 1
    assert linked("<p>мало слов, оплата</p>", settings=settings).count("](") == 0


@pytest.mark.parametrize(
    "href",
    [
        "{filename}/ru/pages/payment.md",
        "{filename}../pages/payment.md#how",
        "|filename|/ru/pages/payment.md",
        "/payment/",
        "/payment",
        "/payment/index.html",
        "/payment/?utm_source=x#how",
        "../payment/",
        "https://firm.ru/payment/",
        "http://www.firm.ru/payment",
        "//firm.ru/payment/",
        "/old-payment/",
    ],
)
def test_what_is_linked_by_hand_in_any_spelling_is_not_linked_again(href: str) -> None:
    text = article(f'<p><a href="{href}">как платить</a>.</p><p>оплата</p>', url="blog/")
    redirects = (Redirect.model_validate({"from": "/old-payment/", "to": "/payment/"}),)
    made = Linker(linker().maps, FREE, "https://firm.ru", redirects)

    assert rules(made.plan(site_with(text))) == [("оплата", Rule.LINKED_BY_HAND)]


@pytest.mark.parametrize(
    "href", ["https://other.ru/payment/", "mailto:a@firm.ru", "#how", "tel:+7", "https://[", ""]
)
def test_links_elsewhere_do_not_count_as_links_to_a_document(href: str) -> None:
    text = article(f'<p><a href="{href}">там</a>.</p><p>оплата</p>')

    assert len(linker().plan(site_with(text)).links) == 1


def test_the_longer_phrase_wins_and_its_words_are_no_other_link() -> None:
    rows = "доставка,ru/pages/payment.md,900,,,\n" + PHRASES

    assert linked("<p>доставка из Китая</p><p>доставкой</p>", rows) == (
        "<p>[доставка из Китая](delivery)</p><p>[доставкой](payment)</p>"
    )
    assert linked("<p>доставка из Китая</p>", rows, delivery={"status": Status.DRAFT}) == (
        "<p>[доставка](payment) из Китая</p>"
    )


SINGLE = "счёт,ru/pages/payment.md,5,,,\nэффект,ru/pages/delivery.md,5,,,\n"


def test_a_word_of_a_fixed_expression_is_no_mention() -> None:
    text = article("<p>За счёт склада</p><p>Выставим счёт</p>")

    assert linked(text.body, SINGLE) == "<p>За счёт склада</p><p>Выставим [счёт](payment)</p>"
    assert rules(linker(SINGLE).plan(site_with(text))) == [("счёт", Rule.FIXED_PHRASE)]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("образ", "Таким образом получится"),
        ("образ", "сделайте это обычным образом"),
        ("уровень", "на уровне системы"),
        ("направляющие", "их направляющие рычаги"),
        ("зависимости", "вне зависимости от цены"),
    ],
)
def test_a_word_that_means_something_else_here_is_no_mention(phrase: str, text: str) -> None:
    found = linker(f"{phrase},ru/pages/payment.md,1,,,\n").plan(
        site_with(article(f"<p>{text}</p>"))
    )

    assert [rule for _, rule in rules(found)] == [Rule.FIXED_PHRASE]


@pytest.mark.parametrize(
    ("phrase", "text", "links"),
    [
        ("код ошибки", "Ищите кодом ошибки.", 1),
        ("код ошибки", "Есть коды ошибок.", 1),
        ("код ошибки", "Нашли в коде ошибку.", 0),
        ("режим слоя", "в таком режиме слои видны", 0),
        ("направляющие", "Нужны направляющие", 1),
        ("образ", "Соберите файл с образом.", 1),
    ],
)
def test_a_genitive_of_a_phrase_stays_one(phrase: str, text: str, links: int) -> None:
    rows = f"{phrase},ru/pages/payment.md,1,,,\n"

    assert linked(f"<p>{text}</p>", rows).count("](payment)") == links


@pytest.mark.parametrize(
    "part", ["мерцающим эффектом", "эффекта присутствия", "эффект Glow", "сила эффекта"]
)
def test_a_word_that_stands_alone_comes_before_one_of_a_larger_term(part: str) -> None:
    body = f"<p>Тут {part}.</p><p>Такой уж эффект.</p>"

    assert linked(body, SINGLE) == f"<p>Тут {part}.</p><p>Такой уж [эффект](delivery).</p>"
    assert linked(f"<p>Тут {part}.</p>", SINGLE).count("](") == 1


def test_the_target_in_need_comes_before_the_one_that_is_first() -> None:
    body = "<p>оплата, поставка</p>"
    rows = "оплата,ru/pages/payment.md,5,,,\nпоставка,ru/pages/delivery.md,5,,,\n"
    other = article('<p><a href="/payment/">платите</a></p>', "ru/blog/b.md")
    by_need = linker(rows).plan(site_with(article(body), other)).links
    by_person = linker(rows).plan(site_with(article(body), other, payment={"links_in": 9})).links

    assert [link.form for link in by_need] == ["поставка"]
    assert [link.form for link in by_person] == ["оплата"]


def test_links_are_marked_and_nothing_else_is_changed() -> None:
    body = "<p class=x >Оплата<br/>&amp; &nbsp;<IMG src=a></p>"
    one = site_with(article(body))
    made = linker(settings=replace(FREE, mark=True))
    bodies, _ = edited(one, [lambda found: linked_bodies(found, made)])

    anchor = '<a href="{filename}/ru/pages/payment.md" data-auto>Оплата</a>'
    assert bodies["ru/blog/a.md"] == body.replace("Оплата", anchor)


def test_english_texts_link_to_english_documents() -> None:
    text = document("en/blog/a.md", "<p>Our deliveries are insured.</p>", kind="article")
    target = document("en/pages/delivery.md", url="en/delivery/", title="Delivery")
    rows = b"phrase,document,frequency,group,note\ndelivery,en/pages/delivery.md,1,,\n"

    assert [link.form for link in Linker({"en": rows}, FREE).plan(site(text, target)).links] == [
        "deliveries"
    ]
