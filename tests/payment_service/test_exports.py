"""Orders for bookkeeping: nothing is lost on the way into a spreadsheet, nothing is run there."""

import csv
import json
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from plugins.payment_service.exports import COLUMNS, as_csv, as_json
from plugins.payment_service.orders import Bought, Order

WICKED = '=HYPERLINK("x","y")&z=1+2%'
ORDER = Order(
    number="000000000001",
    attempt="a",
    idempotency="k",
    site="kettles.example",
    lines=(Bought("K-1", 2, 299_000), Bought("ПЧ-12/Б", 1, 50)),
    total=598_050,
    currency="RUB",
    page="/x/",
    lang="ru",
    cart=True,
    email="anna@example.com",
    way="sbp",
    attribution={"utm_source": WICKED, "yclid": "4"},
    state="paid",
    reason="",
    created=1_764_000_000,
    answer_at=0,
)


def cells(order: Order) -> dict[str, str]:
    """A line of the CSV as a program reads it."""
    text = as_csv([order]).decode("utf-8-sig")
    header, row = csv.reader(text.splitlines(), delimiter=";")
    return dict(zip(header, row, strict=True))


def test_the_columns_are_those_that_reports_read() -> None:
    assert ",".join(COLUMNS) == (
        "number,created,state,reason,site,goods,total,currency,way,page,lang,idempotency,"
        "attribution,email"
    )


def test_csv_is_read_back_by_its_own_rules() -> None:
    said = cells(ORDER)
    assert tuple(said) == COLUMNS
    assert (said["goods"], said["total"], said["way"]) == ("K-1:2;ПЧ-12/Б:1", "5980.50", "sbp")
    assert dict(parse_qsl(said["attribution"])) == ORDER.attribution
    assert said["email"] == "anna@example.com"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    wicked = replace(ORDER, page=f"{sign}1+1", email=f"{sign}a@example.com")
    text = as_csv([wicked]).decode("utf-8-sig")
    _, row = csv.reader(text.splitlines(keepends=True), delimiter=";")
    assert not [cell for cell in row if cell.startswith(sign)]
    assert f"'{sign}1+1" in row


@pytest.mark.parametrize("parted_by", ",\t|")
def test_no_cell_is_a_formula_where_a_spreadsheet_parts_by_other_signs(parted_by: str) -> None:
    text = as_csv([ORDER]).decode("utf-8-sig")
    found = [cell for row in csv.reader(text.splitlines(), delimiter=parted_by) for cell in row]
    assert not [cell for cell in found if cell.startswith(("=", "+", "-", "@"))]


def test_json_holds_minor_units() -> None:
    [said] = json.loads(as_json([ORDER]))
    assert tuple(said) == COLUMNS
    assert said["total"] == 598_050
    assert said["goods"] == "K-1:2;ПЧ-12/Б:1"
    assert said["attribution"]["utm_source"] == WICKED
