"""Ways to pay on pages: links, forms and codes of one sum, secrets nowhere, hints where needed."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.release.audited import audited
from tests.checkout.bank_qr_judge import decoded, parsed
from tests.sites import ROOT, complaints, forget_plugins, output_of
from tests.test_theme import themed

PAGE = "products/chaynik/index.html"
PASSWORD = "s3cret-Passw0rd-1"
ACCOUNT = """
accounts:
  - bank: {ru: Банк «Пример», en: Example Bank}
    bik: "040000999"
    correspondent: "30101810500000000999"
    number: "40702810600000000001"
"""
HEAD = "checked: 2026-11-14\nevidence: {ru: пример, en: example}\ncurrencies: [CNY]\nways:\n"
WAY = """
  - key: {key}
    name: {{ru: "{name}", en: "{key}"}}
    who: [person]
    limit: {{ru: любая, en: any}}
    arrives: {{ru: скоро, en: soon}}
    how: {{ru: так, en: so}}
    evidence: {{ru: пример, en: example}}
    checked: 2026-11-14
    {more}
"""
RATES = "date,source,currency,nominal,rate\n2026-11-01,Банк России,CNY,1,5.75\n"
ROBOKASSA = WAY.format(
    key="robo", name="Робокасса", more="kind: robokassa\n    robokassa: {login: k, hash: sha512}"
)
YOOMONEY = WAY.format(
    key="yoo", name="ЮMoney", more='kind: yoomoney\n    yoomoney: {wallet: "410011234567890"}'
)
INVOICE = WAY.format(key="invoice", name="Счёт", more="kind: invoice")
SMALL = WAY.format(key="sbp", name="СБП", more='most: "1000"')
LINK = WAY.format(
    key="nspk",
    name="По ссылке банка",
    more="kind: sbp-link\n    sbp_link: {url: 'https://qr.nspk.ru/AS10003P3RH0LJ2A9ROO038L6NT5RU1M"
    "?type=01&bank=000000000001&sum=299000&cur=RUB&crc=F3D0'}",
)


def files(*ways: str, country: str = "RU", product: str = "") -> dict[str, str]:
    data = ROOT / "tests/site/content/data"
    company = (data / "company.yaml").read_text("utf-8")
    company = re.sub(r"^accounts:\n(  .*\n|\n)*", "", company, flags=re.MULTILINE)
    company = company.replace("jurisdiction: RU", f"jurisdiction: {country}\nregistration: HRB 1")
    found = {
        "data/payments.yaml": HEAD + "".join(ways),
        "data/company.yaml": company + ACCOUNT,
        "data/rates.csv": RATES,
    }
    if product:
        text = (data / "products.yaml").read_text("utf-8")
        found["data/products.yaml"] = re.sub(r'price: "?[\d.]+"?', product, text, count=1)
    return found


def built(folder: Path, *ways: str, **more: str) -> dict[str, bytes]:
    return output_of(themed(folder, files(*ways, **more)))


def product_page(output: dict[str, bytes]) -> str:
    return output[PAGE].decode().replace("\u00a0", " ").replace("\u2060", "")


def price_of(page: str) -> str:
    found = re.search(r'itemprop="price" content="(.*?)"', page)
    assert found
    return found[1]


def test_every_way_asks_for_the_sum_that_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITRINA_ROBOKASSA_PASSWORD1", PASSWORD)
    output = built(tmp_path, ROBOKASSA, YOOMONEY, INVOICE, LINK)
    page = product_page(output)
    price = f"{float(price_of(page)):.2f}"

    (robokassa,) = re.findall(r'href="(https://auth\.robokassa\.ru/.*?)"', page)
    assert parse_qs(urlsplit(robokassa.replace("&amp;", "&")).query)["OutSum"] == [price]
    form = page.partition('action="https://yoomoney.ru/quickpay/confirm"')[2].partition("</form>")[
        0
    ]
    assert f'name="sum" value="{price}"' in form
    assert "form-action 'self' https://yoomoney.ru" in page
    (code,) = re.findall(r'<img src="/(pay/.*?\.svg)"', page)
    fields = parsed(decoded(output[code]).text)
    assert int(fields["Sum"]) == round(float(price) * 100)
    assert fields["Purpose"].startswith("Оплата ")
    assert ("qr.nspk.ru" in page) == (price == "2990.00")


def test_a_password_is_nowhere_in_what_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITRINA_ROBOKASSA_PASSWORD1", PASSWORD)
    output = built(tmp_path, ROBOKASSA)

    assert "SignatureValue=" in product_page(output)
    assert not [path for path, data in output.items() if PASSWORD.encode() in data]


def test_without_a_password_there_is_no_link_and_publishing_stops(tmp_path: Path) -> None:
    settings = themed(tmp_path, files(ROBOKASSA))
    assert "auth.robokassa.ru" not in product_page(output_of(settings))

    said = complaints(settings.with_name("publishconf.py"))
    assert (
        "content/data/payments.yaml: VITRINA_ROBOKASSA_PASSWORD1: expected the shop's first "
        "password in the environment, or no way of this kind, got nothing"
    ) in said["en"]


def test_limits_a_hint_and_other_currencies_stand_by_the_price(tmp_path: Path) -> None:
    page = product_page(built(tmp_path, SMALL, INVOICE, product='price: "2990"'))

    assert "Чем заплатить: Счёт;" in page
    assert (
        "СБП: до 1 000 ₽ за платёж, а здесь больше. Заплатите иначе (Счёт) или попросите счета "
        "на 3 платежа." in page
    )
    assert "2 990 ₽ ≈ 520 CN¥ по курсу на 1 ноября 2026 г.; платите в рублях" in page

    page = product_page(built(tmp_path / "less", SMALL, INVOICE, product='price: "990"'))
    assert "Чем заплатить: СБП, до 1 000 ₽ за платёж · Счёт;" in page


def test_a_seller_in_the_union_shows_no_sbp_anywhere(tmp_path: Path) -> None:
    settings = themed(tmp_path, files(SMALL, LINK, INVOICE, country="DE"))
    payment = "Title: Оплата\nSlug: pay\nTemplate: payment\n\nТекст.\n"
    (settings.parent / "content/ru/pages/pay.md").write_text(payment, "utf-8")
    output = output_of(settings)

    for path in (PAGE, "pay/index.html"):
        assert "Счёт" in output[path].decode()
        assert "СБП" not in output[path].decode()
        assert "nspk" not in output[path].decode()
    forget_plugins()
    _, findings = audited(settings, lambda *_: None, publishing=False)
    assert len([f for f in findings if f.rule == "unusable-way"]) == 2


@pytest.mark.parametrize("price", ["0", "-1", "0.001", "1000000000000", "NaN"])
def test_a_price_that_is_none_ends_the_build_with_its_line(tmp_path: Path, price: str) -> None:
    said = complaints(themed(tmp_path, files(INVOICE, product=f'price: "{price}"')))

    assert re.fullmatch(
        r"content/data/products\.yaml:\d+: products\[1\]\.price: expected .*", said["en"][0]
    )


@pytest.mark.parametrize(
    ("sku", "name"),
    [("K-1", "Ч" * 5000), ("K-1", 'Чайник "Заря" 🔥 | <b>'), ("Ч/1.5-Б", "Чайник")],
)
def test_hostile_names_change_no_sum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sku: str, name: str
) -> None:
    monkeypatch.setenv("VITRINA_ROBOKASSA_PASSWORD1", PASSWORD)
    data = files(ROBOKASSA, INVOICE, YOOMONEY, product='price: "2990.50"')
    old = re.search(r"sku: (.*)", data["data/products.yaml"])
    assert old
    data["data/products.yaml"] = data["data/products.yaml"].replace(old[0], f"sku: '{sku}'")
    for file in sorted((ROOT / "tests/site/content").glob("*/products/*.md")):
        text = file.read_text("utf-8")
        if re.search(rf"^Product: {re.escape(old[1])}$", text, re.MULTILINE):
            text = re.sub(r"^Title: .*", lambda _: f"Title: {name}", text, flags=re.MULTILINE)
            text = text.replace(f"Product: {old[1]}", f"Product: {sku}")
            data[file.relative_to(ROOT / "tests/site/content").as_posix()] = text
    settings = themed(tmp_path, data)
    # No signed link takes such a sku
    text = settings.read_text("utf-8").replace("CheckoutSettings()", "CheckoutSettings(off=True)")
    settings.write_text(text, "utf-8")
    output = output_of(settings)
    page = product_page(output)

    assert "OutSum=2990.50" in page
    assert 'name="sum" value="2990.50"' in page
    (code,) = re.findall(r'<img src="/(pay/.*?\.svg)"', page)
    fields = parsed(decoded(output[code]).text)
    assert fields["Sum"] == "299050"
    assert fields["Purpose"] == f"Оплата {sku}"
