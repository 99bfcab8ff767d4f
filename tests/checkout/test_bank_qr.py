"""Bank transfers as QR codes: read back by zxing-cpp and by the rules of GOST R 56042-2014."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checkout.providers.bank_qr import (
    LONGEST,
    SEPARATORS,
    Payee,
    fields_of,
    payee_of,
    payee_problems,
    svg_of,
    text_of,
)
from plugins.company import Company
from tests.checkout.bank_qr_judge import decoded, parsed, quiet_modules
from tests.company.records import ACCOUNT, COMPANY, Values

PAYEE = Payee(
    "ООО «Печь и Верстак»",
    "40702810600000000001",
    "Банк «Пример»",
    "040000999",
    "30101810500000000999",
    "7700000009",
    "770001001",
)


def firm(**changes: object) -> Company:
    values: Values = COMPANY | {"accounts": [ACCOUNT]} | changes
    return Company.model_validate(values)


def test_a_code_is_read_back_by_others() -> None:
    text = text_of(fields_of(PAYEE, Decimal("289000.50"), "Оплата PV-101"))
    seen = decoded(svg_of(text))

    assert seen.text == text
    assert seen.ec_level == "M"
    assert quiet_modules(svg_of(text)) == 4
    assert parsed(seen.text) == {
        "Name": "ООО «Печь и Верстак»",
        "PersonalAcc": "40702810600000000001",
        "BankName": "Банк «Пример»",
        "BIC": "040000999",
        "CorrespAcc": "30101810500000000999",
        "Sum": "28900050",
        "Purpose": "Оплата PV-101",
        "PayeeINN": "7700000009",
        "KPP": "770001001",
    }


words = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters=SEPARATORS[2:]), min_size=1
)


@settings(max_examples=60, deadline=None)
@given(
    name=words.map(lambda text: text[:160]),
    bank=words.map(lambda text: text[:45]),
    sku=words.map(lambda text: text[:100]),
    kopecks=st.integers(1, 10**14),
)
def test_whatever_stands_in_names_comes_back(name: str, bank: str, sku: str, kopecks: int) -> None:
    payee = Payee(name, PAYEE.account, bank, PAYEE.bik, PAYEE.correspondent)
    text = text_of(fields_of(payee, Decimal(kopecks).scaleb(-2), f"Оплата {sku}"))
    fields = parsed(text)

    assert (fields["Name"], fields["BankName"]) == (name, bank)
    assert fields["Purpose"] == f"Оплата {sku}"
    assert fields["Sum"] == str(kopecks)
    # Which letters the bytes are, ST00012 says and no reader has to guess
    assert decoded(svg_of(text)).bytes == text.encode()


def test_the_longest_of_everything_is_still_a_code_that_phones_read() -> None:
    longest = Payee(
        "Щ" * 160, PAYEE.account, "Ю" * 45, PAYEE.bik, PAYEE.correspondent, "7" * 12, "7" * 9
    )
    text = text_of(fields_of(longest, Decimal("999999999999.99"), "Ж" * 210))

    assert parsed(decoded(svg_of(text)).text)["Purpose"] == "Ж" * 210


@pytest.mark.parametrize("used", ["|", "|~", "|~^#$;&*+!?"])
def test_the_separator_stands_in_no_value(used: str) -> None:
    text = text_of(fields_of(PAYEE, Decimal(1), f"Оплата {used}"))

    assert text[7] == SEPARATORS[len(used)]
    assert parsed(text)["Purpose"] == f"Оплата {used}"


def test_no_separator_left_is_an_error() -> None:
    with pytest.raises(ValueError, match="separator"):
        text_of(fields_of(PAYEE, Decimal(1), SEPARATORS))


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "289000.005", "NaN", "Infinity"])
def test_no_code_for_what_is_no_sum(amount: str) -> None:
    with pytest.raises(ValueError, match="no sum"):
        fields_of(PAYEE, Decimal(amount), "Оплата")


@pytest.mark.parametrize("field", ["Name", "BankName", "Purpose"])
def test_a_value_too_long_for_its_field_is_an_error_and_is_not_cut(field: str) -> None:
    fields = fields_of(PAYEE, Decimal(1), "Оплата") | {field: "ж" * (LONGEST[field] + 1)}

    with pytest.raises(ValueError, match=f"{field} is longer than"):
        text_of(fields)


def test_a_line_break_or_a_control_sign_becomes_a_space() -> None:
    assert fields_of(PAYEE, Decimal(1), "Оплата\r\nPV\x00-1\t")["Purpose"] == "Оплата PV -1"


# --- The firm ---


def said(company: Company) -> list[str]:
    return [p.in_language("en") for p in payee_problems(payee_of(company))]


def test_the_payee_is_the_firm_with_its_first_account_in_roubles() -> None:
    yuan = ACCOUNT | {"currency": "cny"}
    payee = payee_of(firm(accounts=[yuan, ACCOUNT], kpp="770001001"))

    assert payee is not None
    assert (payee.account, payee.inn, payee.kpp) == (ACCOUNT["number"], COMPANY["inn"], "770001001")
    assert payee_of(firm(accounts=[yuan])) is None
    assert said(firm(accounts=[])) == [
        "content/data/company.yaml: accounts: expected an account in RUB, "
        "because payments.yaml offers bank transfer, got nothing"
    ]


def test_a_name_that_does_not_fit_gives_way_to_the_short_one_or_is_told() -> None:
    long, short = {"ru": "ж" * 161, "en": "x"}, {"ru": "ООО «Ж»", "en": "x"}
    payee = payee_of(firm(legal_name=long, short_name=short))

    assert payee is not None
    assert payee.name == "ООО «Ж»"
    assert said(firm(legal_name=long, short_name=long)) == [
        "content/data/company.yaml: legal_name: expected at most 160 characters, "
        "as a bank's QR code holds, got 161"
    ]
    assert said(firm(accounts=[ACCOUNT | {"bank": {"ru": "ж" * 46, "en": "x"}}]))[0].startswith(
        "content/data/company.yaml: accounts.bank: expected at most 45 characters"
    )
