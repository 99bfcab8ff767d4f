"""Several files together, glued parts, quotes far down, names without prefix, empty purchases."""

from pathlib import Path

import pytest

from plugins.funnel.columns import Kind
from plugins.funnel.exports import SEVERAL
from plugins.funnel.found import Reach
from tests.funnel.exports import ANN, BOB, CAT, hit, hits, left, read, visit, visits

SHOP = hits(hit(1, ANN, 0, "/table/"), hit(2, BOB, 0, "/blog/"))
ROBOTS = visits(visit(1, ANN, "/"), visit(2, CAT, "/", robot="1"), visit(3, BOB, "/"))


def test_overlapping_exports_double_nothing(tmp_path: Path) -> None:
    orders = f"number,state,total,cid,created\nA,paid,5,{ANN},2026-10-01 10:05\n"
    once = read(tmp_path, ROBOTS, SHOP, orders)
    twice = read(tmp_path, ROBOTS, SHOP, orders, ROBOTS, SHOP, orders)

    assert twice[1] == once[1]
    assert left(twice[0]) == [
        "3 visits that stand twice: each counts once []",
        "2 hits that stand twice: each counts once []",
        "1 orders that stand twice: the furthest state counts (refunded, then paid, else the "
        "newest) []",
        "1 visits of robots, with all that they hold []",
    ]
    nameless = ROBOTS.replace("ym:s:visitID", "ym:s:other")
    assert left(read(tmp_path, nameless, nameless)[0])[-1].startswith("1 visits of robots")


def test_glued_parts_repeat_their_header_and_that_is_all(tmp_path: Path) -> None:
    rows = "number;state\nA;paid\nnumber;state\nB;paid\n"

    reading, funnel = read(tmp_path, SHOP + SHOP.replace("\n1\t", "\n3\t"), rows)

    assert left(reading.exports[0]) == ["1 lines that repeat the header []"]
    assert left(reading.exports[1]) == ["1 lines that repeat the header []"]
    assert (reading.exports[0].rows, reading.exports[1].rows) == (4, 2)
    assert [(order.state, order.count) for order in funnel.orders] == [("paid", 2)]


def test_visits_and_hits_in_one_file_are_refused(tmp_path: Path) -> None:
    same = "ym:pv:watchID\tym:pv:clientID\tym:pv:dateTime\n"
    text = same + f"1\t{ANN}\t2026-10-01 10:00:00\n" + same.replace(":pv:", ":s:")

    assert read(tmp_path, text)[0].exports[0].refused == SEVERAL


@pytest.mark.parametrize("last", ['"Печь ""Жар"""', '"Печь\nдве"', '"Печь\tдве"'])
def test_quotes_that_begin_far_down_are_read(last: str, tmp_path: Path) -> None:
    head = "ym:pv:clientID\tym:pv:dateTime\tym:pv:title\tym:pv:ecommerce\n"
    row = f"{BOB}\t2026-10-01 10:00:00\tПечь\t\n"
    told = f'{ANN}\t2026-10-01 10:00:00\t{last}\t"{{""checkout"":{{""x"":1}}}}"\n'

    reading, funnel = read(tmp_path, head + row * 6000 + told)

    assert left(reading.exports[0]) == []
    assert funnel.total == Reach(2, 1, 1, 1)


@pytest.mark.parametrize("title", ['"Жар" и печь', '"', '"Жар', 'Жар"', '"Жар"'])
def test_quotes_that_are_part_of_titles_swallow_nothing(title: str, tmp_path: Path) -> None:
    head = "ym:pv:clientID\tym:pv:dateTime\tym:pv:title\n"
    row = f"{BOB}\t2026-10-01 10:00:00\tПечь\n"
    odd = "".join(f"{who}\t2026-10-01 10:00:00\t{title}\n" for who in (ANN, CAT))

    reading, funnel = read(tmp_path, head + row * 6000 + odd)

    assert left(reading.exports[0]) == []
    assert (reading.exports[0].rows, funnel.total.visitors) == (6002, 3)


@pytest.mark.parametrize("bought", ["['']", r"[\'\']", '[""]', "['','']", "[ ]", "[]", ""])
def test_an_empty_number_is_no_purchase(bought: str, tmp_path: Path) -> None:
    row = hit(1, ANN, 0, "/")
    row[-1] = bought
    visited = (
        f"ym:s:clientID\tym:s:dateTime\tym:s:purchaseID\n{ANN}\t2026-10-01 10:00:00\t{bought}\n"
    )

    assert read(tmp_path, hits(row))[1].total.paid == 0
    assert read(tmp_path, visited)[1].total.paid == 0


@pytest.mark.parametrize(
    ("bought", "repeat"),
    [
        (r"[\'a\',\'b\']", 1), ("['a','b']", 1), ('["a","b"]', 1), ("['a', 'b']", 1),
        ("[ 'a' ]", 0), ("['','a']", 0), ("[7]", 0), ("7", 0), ("[7,8]", 1), ("['a,b']", 0),
        ("['a','a']", 0),
    ],
)  # fmt: skip
def test_numbers_of_purchases_are_read_however_arrays_are_written(
    bought: str, repeat: int, tmp_path: Path
) -> None:
    row = hit(1, ANN, 0, "/")
    row[-1] = bought
    visited = (
        f"ym:s:clientID\tym:s:dateTime\tym:s:purchaseID\n{ANN}\t2026-10-01 10:00:00\t{bought}\n"
    )

    for text in (hits(row), visited):
        total = read(tmp_path, text)[1].total
        assert (total.paid, total.repeat) == (1, repeat)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SHOP.replace("ym:pv:", ""), Kind.HITS),
        (ROBOTS.replace("ym:s:", ""), Kind.VISITS),
        (ROBOTS.replace("ym:s:clientID", "Client ID").replace("ym:s:", ""), Kind.VISITS),
        (SHOP.replace("ym:pv:clientID", "ym_pv_client_id").replace("ym:pv:", "ym_pv_"), Kind.HITS),
        ("orderId;orderStatus;createdAt\nA;paid;2026-10-01\n", Kind.ORDERS),
        ("№ заказа;Статус оплаты;Сумма, руб.\nA;Не оплачен;5\n", Kind.ORDERS),
    ],
)
def test_names_of_columns_may_be_written_otherwise(text: str, kind: Kind, tmp_path: Path) -> None:
    export = read(tmp_path, text)[0].exports[0]

    assert export.kind is kind
    assert left(export) == []


def test_orders_without_a_state_are_refused_by_name(tmp_path: Path) -> None:
    refused = read(tmp_path, "Номер;Сумма;Дата\n1;5;2026-10-01\n")[0].exports[0].refused

    assert refused
    assert "are missing: state" in refused.in_language("en")


def test_a_last_line_without_an_end_is_said(tmp_path: Path) -> None:
    export = read(tmp_path, SHOP[:-2])[0].exports[0]

    assert export.rows == 2
    assert "the last line has no end" in export.notes[0].in_language("en")


def test_a_file_without_clientid_says_that_it_joins_nothing(tmp_path: Path) -> None:
    export = read(tmp_path, SHOP.replace("clientID", "counterUserIDHash"))[0].exports[0]

    assert "There is no ClientID" in export.notes[0].in_language("en")
