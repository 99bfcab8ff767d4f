"""Orders for bookkeeping: nothing is lost on the way into a spreadsheet, nothing is run there."""

import csv
import json
from dataclasses import replace

from plugins.payment_service.exports import COLUMNS, as_csv, as_json
from plugins.payment_service.orders import Order

ORDER = Order(
    "000000000001", "a", "k", "kettles.example", "K;1", 2, 598_050, "RUB", "/x/", "ru",
    {"utm_source": '=HYPERLINK("x")', "yclid": "4"}, "paid", "", 1_764_000_000, 0,
)  # fmt: skip


def test_csv_is_read_back_by_its_own_rules() -> None:
    text = as_csv([ORDER]).decode("utf-8-sig")
    header, row = csv.reader(text.splitlines(), delimiter=";")
    said = dict(zip(header, row, strict=True))
    assert tuple(header) == COLUMNS
    assert (said["sku"], said["total"], said["quantity"]) == ("K;1", "5980.50", "2")
    assert said["attribution"] == 'utm_source==HYPERLINK("x")&yclid=4'


def test_no_cell_is_a_formula() -> None:
    wicked = replace(ORDER, sku="=1+1", page="@x")
    assert ";'=1+1;" in as_csv([wicked]).decode()
    assert ";'@x;" in as_csv([wicked]).decode()


def test_json_holds_minor_units() -> None:
    [said] = json.loads(as_json([ORDER]))
    assert tuple(said) == COLUMNS
    assert said["total"] == 598_050
    assert said["attribution"]["yclid"] == "4"
