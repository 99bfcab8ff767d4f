"""Rates: read from the Bank of Russia's XML, kept when it is silent, shown with their day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from plugins.checkout.cbr import rates_in
from plugins.checkout.rates import in_currency, latest
from plugins.company import Rate
from plugins.language.problems import ProblemsFound
from plugins.release.rates_run import run
from plugins.release.web import PATIENCE
from tests.release.engine import RESET, SILENT, Reply, World, web
from tests.sites import ROOT

URL = "https://bank.example/XML_daily.asp"
TODAY = date(2026, 11, 22)
VALUTE = (
    "<Valute ID='R1'><NumCode>156</NumCode><CharCode>{}</CharCode>"
    "<Nominal>{}</Nominal><Name>Юань</Name><Value>{}</Value></Valute>"
)
CNY = VALUTE.format("CNY", 10, "57,4321")
USD = VALUTE.format("USD", 1, "1\u00a0041,5")
KEPT = "date,source,currency,nominal,rate\n2026-11-01,Банк России,CNY,1,6\n"


def xml(*valutes: str, day: str = "21.11.2026") -> bytes:
    text = (
        '<?xml version="1.0" encoding="windows-1251"?>'
        f'<ValCurs Date="{day}" name="Foreign Currency Market">{"".join(valutes)}</ValCurs>'
    )
    return text.encode("cp1251")


def rate(currency: str = "CNY", day: str = "2026-11-21", **changes: str) -> Rate:
    plain = {"date": day, "source": "Банк России", "currency": currency}
    return Rate.model_validate(plain | {"nominal": "1", "rate": "5.75"} | changes)


def test_the_banks_xml_is_read_as_it_stands() -> None:
    found = rates_in(xml(USD, CNY), ["CNY", "USD"], URL)

    assert [(r.currency, r.nominal, r.rate) for r in found] == [
        ("CNY", 10, Decimal("57.4321")),
        ("USD", 1, Decimal("1041.5")),
    ]
    assert {r.date for r in found} == {date(2026, 11, 21)}


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "1"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    b'<ValCurs Date="21.11.2026"><Valute><CharCode>CNY</CharCode><Nominal>1</Nominal>'
    b"<Value>&b;</Value></Valute></ValCurs>"
)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "expected the Bank of Russia's XML of rates (ValCurs), got something that is no XML"),
        (b"<html><p>captcha", "expected the Bank of Russia's XML"),
        (b"<html></html>", "expected the Bank of Russia's XML of rates (ValCurs), got <html>"),
        (xml(CNY)[:-30], "expected the Bank of Russia's XML"),
        (xml(CNY, day="31.02.2026"), "Date: expected a day such as 21.11.2026, got '31.02.2026'"),
        (xml(CNY, day=""), "Date: expected a day such as 21.11.2026, got ''"),
        (xml(USD), "CNY: expected a rate of CNY, got nothing"),
        (xml(VALUTE.format("CNY", 10, "0")), "CNY.rate: expected more than 0, got '0'"),
        (xml(VALUTE.format("CNY", 10, "-5")), "CNY.rate: expected more than 0, got '-5'"),
        (xml(VALUTE.format("CNY", 0, "5")), "CNY.nominal: expected at least 1, got '0'"),
        (xml(VALUTE.format("CNY", 10, "")), "CNY.rate: expected a number such as 12500.00"),
        (xml(VALUTE.format("CNY", 10, "5,4,3")), "CNY.rate: expected a number such as 12500.00"),
        (xml(VALUTE.format("CNY", 10, "NaN")), "CNY.rate: expected a number such as 12500.00"),
        (BOMB, "CNY.rate: expected a number such as 12500.00"),
    ],
)
def test_anything_else_is_no_rate(data: bytes, complaint: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        rates_in(data, ["CNY"], URL)

    (problem,) = found.value.problems
    assert problem.in_language("en").removeprefix(f"{URL}: ").startswith(complaint)


# --- What pages show ---


@pytest.mark.parametrize(
    ("roubles", "lang", "shown"),
    [
        ("289000", "ru", "≈ 50 261 CN¥"),
        ("289000", "en", "≈ CN¥50,261"),
        ("57.50", "ru", "≈ 10,00 CN¥"),
        ("1000000000000", "en", "≈ CN¥173,913,043,478"),
    ],
)
def test_a_price_beside_roubles(roubles: str, lang: str, shown: str) -> None:
    found = in_currency(Decimal(roubles), "CNY", lang, [rate()])

    assert found.replace("\u00a0", " ") == shown


def test_a_nominal_counts() -> None:
    assert "≈\u00a0CN¥1,000.00" not in in_currency(Decimal(575), "CNY", "en", [rate(nominal="10")])
    assert in_currency(Decimal(575), "CNY", "en", [rate(nominal="10")]).endswith("CN¥1,000")


def test_the_newest_rate_counts_and_none_is_none() -> None:
    old, new = rate(day="2026-10-01", rate="1"), rate()

    assert latest([new, old], "CNY") == new
    assert in_currency(Decimal(100), "USD", "ru", [old, new]) == ""


# --- The command ---

PAYMENTS = (ROOT / "content/data/payments.yaml").read_text("utf-8")


def project(folder: Path, currencies: str = "[CNY]", rates: str = KEPT) -> Path:
    (folder / "payments.yaml").write_text(f"currencies: {currencies}\n{PAYMENTS}", "utf-8")
    (folder / "rates.csv").write_text(rates, "utf-8")
    return folder / "rates.csv"


def ran(folder: Path, *replies: Reply) -> tuple[int, list[str]]:
    said = list[str]()
    hasty = 0.05 if Reply(SILENT) in replies else PATIENCE
    with web(World({URL: list(replies)}), hasty) as way:
        code = run(folder, URL, TODAY, lambda text: said.append(text.in_language("ru")), way)
    return code, [line.replace("\u00a0", " ") for line in said]


def test_new_rates_take_the_place_of_the_old(tmp_path: Path) -> None:
    file = project(tmp_path)
    code, said = ran(tmp_path, Reply(200, xml(CNY, USD)))

    assert (code, said) == (0, ["10 CNY = 57.4321 RUB, 21 ноября 2026 г. (Банк России)"])
    assert file.read_text("utf-8") == (
        "date,source,currency,nominal,rate\n2026-11-21,Банк России,CNY,10,57.4321\n"
    )
    assert ran(tmp_path, Reply(200, xml(CNY, USD)))[0] == 0


@pytest.mark.parametrize(
    ("replies", "why"),
    [
        ([Reply(503)], "новых курсов нет: сервер ответил 503"),
        ([Reply(302)], "новых курсов нет: сервер ответил 302"),
        ([Reply(RESET)], "новых курсов нет: соединение оборвалось"),
        ([Reply(SILENT)], "новых курсов нет: ответа не дождались"),
        ([Reply(200, b"<html>")], f"новых курсов нет: {URL}: "),
        ([Reply(200, xml(VALUTE.format("CNY", 1, "0")))], f"новых курсов нет: {URL}: CNY.rate: "),
        ([Reply(200, xml(CNY, day="30.10.2026"))], "новых курсов нет: они на 30 октября 2026"),
        ([Reply(200, xml(CNY, day="21.11.2027"))], "новых курсов нет: они на 21 ноября 2027"),
    ],
)
def test_without_an_answer_the_last_rate_stays_and_is_named(
    tmp_path: Path, replies: Sequence[Reply], why: str
) -> None:
    file = project(tmp_path)
    code, said = ran(tmp_path, *replies)

    assert code == 1
    assert said[0].startswith(why)
    assert said[1] == "остаётся прежний: 1 CNY = 6 RUB, 1 ноября 2026 г. (Банк России)"
    assert file.read_text("utf-8") == KEPT
    assert sorted(f.name for f in tmp_path.iterdir()) == ["payments.yaml", "rates.csv"]


def test_a_broken_file_of_rates_is_mended_by_the_next_run(tmp_path: Path) -> None:
    file = project(tmp_path, rates='date,"source\n')
    assert ran(tmp_path, Reply(503))[1][1] == "курса CNY нет: на страницах этой валюты не будет"

    assert ran(tmp_path, Reply(200, xml(CNY)))[0] == 0
    assert "CNY,10,57.4321" in file.read_text("utf-8")


def test_nothing_is_asked_where_no_currency_is_listed(tmp_path: Path) -> None:
    project(tmp_path, currencies="[]")
    code, said = ran(tmp_path)

    assert code == 0
    assert said[0].startswith("в payments.yaml нет валют")
