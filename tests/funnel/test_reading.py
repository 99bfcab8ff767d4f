"""Exports as they come: encodings, separators, old names, damage; nothing is lost in silence."""

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from plugins.funnel.columns import Kind
from plugins.funnel.exports import BROKEN_JSON
from plugins.funnel.found import Reach
from tests.funnel.exports import ANN, BOB, CAT, hit, hits, left, read, visit, visits

SHOP = hits(
    hit(1, ANN, 0, "/blog/"),
    hit(2, ANN, 1, "/table/"),
    hit(3, ANN, 2, "/table/", "add"),
    hit(4, BOB, 0, "/blog/"),
)
REACH = Reach(visitors=2, product=1, cart=1)


def as_csv(text: str, separator: str) -> str:
    """The same saved by a spreadsheet: everything in quotes."""
    lines = (line.split("\t") for line in text.splitlines())
    return "".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n"
        for line in lines
    )


@pytest.mark.parametrize(
    "export",
    [
        pytest.param(SHOP, id="as Metrica gives it"),
        pytest.param(SHOP.encode("utf-8-sig"), id="with a byte order mark"),
        pytest.param(as_csv(SHOP, ","), id="commas"),
        pytest.param(as_csv(SHOP, ";").encode("utf-8-sig"), id="semicolons"),
        pytest.param(as_csv(SHOP, "\t"), id="tabs and quotes"),
        pytest.param("sep=;\r\n" + as_csv(SHOP, ";"), id="with Excel's hint"),
        pytest.param(SHOP.encode("utf-16"), id="UTF-16"),
        pytest.param(gzip.compress(SHOP.encode()), id="gzip"),
        pytest.param(SHOP.replace("ym:pv:", "ym_pv_"), id="names as databases want them"),
        pytest.param(SHOP.replace("clientID", "firstPartyCookie"), id="the old name of ClientID"),
        pytest.param(SHOP.replace("productEventType", "eventsProductType"), id="the old events"),
        pytest.param(SHOP.replace("2026-10-01 10:", "01.10.2026 10:"), id="Russian dates"),
        pytest.param("\n\n" + SHOP.rstrip("\n"), id="empty lines above, no end below"),
    ],
)
def test_the_form_of_a_file_makes_no_difference(export: str | bytes, tmp_path: Path) -> None:
    reading, funnel = read(tmp_path, export)

    assert reading.exports[0].kind is Kind.HITS
    assert left(reading.exports[0]) == []
    assert funnel.total == REACH


def test_columns_may_stand_in_any_order_with_others_between(tmp_path: Path) -> None:
    turned = "".join(
        "\t".join([*reversed(line.split("\t")), "extra"]) + "\n" for line in SHOP.splitlines()
    )

    assert read(tmp_path, turned)[1].total == REACH


def test_cyrillic_of_windows_is_read_wherever_it_begins(tmp_path: Path) -> None:
    quiet = "".join("\t".join(hit(n, BOB, 1, "/x/")) + "\n" for n in range(10, 5000))
    text = SHOP + quiet + "\t".join(hit(9, CAT, 0, "/блог/станки/")) + "\n"

    reading, funnel = read(tmp_path, text.encode("cp1251"))

    assert left(reading.exports[0]) == []
    assert [one.name for one in funnel.landings] == ["/blog/", "/блог/станки/"]


def test_what_cannot_be_counted_is_named_with_its_lines(tmp_path: Path) -> None:
    bad_date = hit(7, CAT, 0, "/x/")
    bad_date[2] = "2026-13-45 10:00:00"
    rounded = hit(8, "1,7E+18", 0, "/x/")
    text = SHOP + "5\tonly two\n" + hits(bad_date, rounded, hit(9, BOB, 0, "/x/")).split("\n", 1)[1]

    reading, funnel = read(tmp_path, text)

    assert left(reading.exports[0]) == [
        "1 lines with a wrong number of fields [6]",
        "1 lines without a ClientID, or with a damaged one []",
        "1 lines without a date, or with one that is none ['2026-13-45 10:00:00']",
    ]
    assert funnel.total == REACH


def test_a_quote_that_is_never_closed_swallows_no_other_lines(tmp_path: Path) -> None:
    text = 'number,state\n"A,paid\nB,paid\n"C, d",paid\nD,failed\n'

    reading, funnel = read(tmp_path, text)

    assert left(reading.exports[0]) == ["1 lines with a quote that is never closed [2]"]
    assert funnel.joined.all == 3


def test_what_is_no_table_at_all_is_refused(tmp_path: Path) -> None:
    noise = bytes(Random(1).randrange(256) for _ in range(20_000))

    reading, funnel = read(tmp_path, b"ym:s:clientID\tym:s:dateTime\n" + noise, SHOP)

    assert reading.exports[0].refused or left(reading.exports[0])
    assert funnel.total == REACH


def test_a_file_cut_in_the_middle_loses_its_last_line_only(tmp_path: Path) -> None:
    reading, funnel = read(tmp_path, SHOP + "5\t17000")

    assert left(reading.exports[0]) == ["1 the last line is cut in the middle [6]"]
    assert funnel.total == REACH


def test_an_archive_cut_in_the_middle_gives_what_it_has(tmp_path: Path) -> None:
    many = SHOP + "".join("\t".join(hit(n, CAT, 0, f"/{n * 7919}/")) + "\n" for n in range(9, 9000))
    packed = gzip.compress(many.encode())

    reading, funnel = read(tmp_path, packed[: len(packed) // 2])

    assert next(note.in_language("en") for note in reading.exports[0].notes) == (
        "the archive is cut: what could be unpacked is counted"
    )
    assert funnel.total.visitors == 3


def test_damaged_letters_do_not_make_the_file_cp1251(tmp_path: Path) -> None:
    text = hits(hit(1, ANN, 0, "/станки/"), hit(2, BOB, 0, "/печи/")).encode()
    broken = text.replace("печи".encode(), "пе".encode() + b"\xd1" + "и".encode())

    reading, funnel = read(tmp_path, broken)

    assert "some letters are damaged" in reading.exports[0].notes[0].in_language("en")
    assert "/станки/" in [one.name for one in funnel.landings]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\r\n \n", "the file is empty"),
        (b"PK\x03\x04rest", "the file is no text: unpack it, or save it as TSV, CSV or JSON"),
        (b"name,price\ntable,5\n", "expected a header with ym:s:clientID"),
        (b"ym:pv:URL\tym:pv:title\n/\tx\n", "are missing: ym:pv:clientID, ym:pv:dateTime"),
        (b'{"hello": "world"}', "expected a header with"),
        (b"[]", "expected a header with"),
    ],
)
def test_a_file_that_is_none_of_these_is_refused_and_the_others_go_on(
    content: bytes, why: str, tmp_path: Path
) -> None:
    reading, funnel = read(tmp_path, content, SHOP)

    refused = reading.exports[0].refused
    assert refused
    assert why in refused.in_language("en")
    assert refused.in_language("ru") != refused.in_language("en")
    assert funnel.total == REACH


def test_missing_columns_are_named_with_what_they_cost(tmp_path: Path) -> None:
    plain = "ym:s:clientID\tym:s:dateTime\n" + f"{ANN}\t2026-10-01 10:00:00\n"

    reading, funnel = read(tmp_path, plain)

    notes = [note.in_language("en") for note in reading.exports[0].notes]
    assert notes[0] == (
        "There is no column ym:s:startURL: it cannot be told which pages people land on, and by "
        "which key phrases."
    )
    assert funnel.total.visitors == 1


def test_the_same_hits_in_two_files_count_once_and_that_is_said(tmp_path: Path) -> None:
    reading, funnel = read(tmp_path, SHOP, gzip.compress(SHOP.encode()))

    assert left(reading) == ["4 hits that stand twice: each counts once []"]
    assert funnel.total == REACH


def test_robots_go_with_their_hits(tmp_path: Path) -> None:
    people = visits(visit(1, ANN, "/blog/"), visit(2, CAT, "/", robot="1"), visit(3, BOB, "/"))

    reading, funnel = read(tmp_path, people, SHOP + "\t".join(hit(9, CAT, 3, "/table/")) + "\n")

    assert left(reading) == ["1 visits of robots, with all that they hold []"]
    assert funnel.total == REACH


def test_older_visits_tell_of_products_in_arrays(tmp_path: Path) -> None:
    header = ["visitID", "clientID", "dateTime", "startURL", "eventsProductType",
              "eventsProductEventTime", "purchaseID", "purchaseDateTime"]  # fmt: skip
    rows = [
        ["1", ANN, "2026-10-01 10:00:00", "/", r"[\'detail\',\'add\']",
         r"[\'2026-10-01 10:01:00\',\'2026-10-01 10:02:00\']", "[]", "[]"],
        ["2", BOB, "2026-10-01 10:00:00", "/", "[]", "[]", "['A,1','B']",
         "['2026-10-01 10:05:00','2026-10-02 10:05:00']"],
    ]  # fmt: skip
    table = "".join("\t".join(row) + "\n" for row in ([f"ym:s:{n}" for n in header], *rows))

    assert read(tmp_path, table)[1].total == Reach(2, 2, 2, 1, 1, 1)


def test_events_as_numbers_are_asked_about_and_settings_answer(tmp_path: Path) -> None:
    coded = SHOP.replace(r"[\'add\']", "[4]")

    reading, funnel = read(tmp_path, coded)
    assert "stand there as numbers" in reading.exports[0].notes[0].in_language("en")
    assert funnel.total.cart == 0
    assert read(tmp_path, coded, event_codes={"4": "add"})[1].total == REACH


@pytest.mark.parametrize(
    "raw",
    [
        '{"checkout":{"products":[{"id":"K"}]}}',
        r"{\"currencyCode\":\"RUB\",\"checkout\":{}}",
        '{"event": "begin_checkout"}',
        '[{"type":"checkout"}]',
    ],
)
def test_checkout_is_found_in_what_was_sent_as_e_commerce(raw: str, tmp_path: Path) -> None:
    sly = '{"detail":{"products":[{"name":"add checkout purchase"}]}}'
    text = hits(hit(1, ANN, 0, "/x/", raw=raw), hit(2, BOB, 0, "/x/", raw=sly))

    assert read(tmp_path, text)[1].total == Reach(2, 2, 1, 1)


def test_goals_count_as_steps_where_settings_say_so(tmp_path: Path) -> None:
    text = SHOP.replace("ym:pv:ecommerce", "ym:pv:goalsID").replace("\t\t[]", "\t[17,42]\t[]", 1)

    assert read(tmp_path, text, goals={"checkout": (42,)})[1].total.checkout == 1
    assert read(tmp_path, text, goals={"checkout": (4,)})[1].total.checkout == 0


def order(number: str, state: str, **more: object) -> dict[str, object]:
    """An order as the stand-in exports it as JSON: kopecks, Unix seconds."""
    plain = {"number": number, "created": 1790838300, "state": state, "reason": "", "way": "sbp",
             "total": 1250000, "currency": "RUB", "idempotency": "k",
             "attribution": {"cid": ANN, "utm_source": "vk"}}  # fmt: skip
    return {**plain, **more}


def test_orders_join_visitors_and_the_furthest_state_wins(tmp_path: Path) -> None:
    early = json.dumps(
        [order("A", "failed", reason="funds", way=""), order("B", "paid", attribution={})]
    )
    late = (
        "\ufeffnumber;created;state;reason;way;total;currency;attribution\r\n"
        f"A;1790838300;paid;;mir;12500.00;RUB;cid={ANN}&utm_source=vk\r\n"
    )

    reading, funnel = read(tmp_path, SHOP, late, early)

    assert left(reading) == [
        "1 orders that stand twice: the furthest state counts (refunded, then paid, else the "
        "newest) []"
    ]
    assert [(o.way, o.state, o.count, o.total) for o in funnel.orders] == [
        ("mir", "paid", 1, 1250000),
        ("sbp", "paid", 1, 1250000),
    ]
    assert (funnel.joined.known, funnel.joined.without) == (1, 1)
    assert funnel.total == Reach(2, 1, 1, 1, 1)


def test_orders_of_another_service_are_read_by_what_their_columns_are_called(
    tmp_path: Path,
) -> None:
    text = (
        "Номер заказа;Дата;Статус;Способ оплаты;Сумма;ClientID\r\n"
        f"77;01.10.2026 10:07;Оплачен;Карта;1 250,50;{ANN}\r\n"
        "78;вчера;На складе;Карта;100;\r\n"
    ).encode("cp1251")

    reading, funnel = read(tmp_path, SHOP, text)

    assert left(reading.exports[1]) == [
        "1 orders with a date that is none: counted, but not in the funnel ['вчера']"
    ]
    assert left(reading) == [
        "1 orders in a state that is unknown here: counted as not paid ['на складе']"
    ]
    assert [(o.state, o.total) for o in funnel.orders] == [("paid", 125050), ("на складе", 10000)]
    assert funnel.total.paid == 1


def test_json_cut_in_the_middle_gives_the_orders_before(tmp_path: Path) -> None:
    text = json.dumps([order("A", "paid"), order("B", "paid")], indent=1)

    reading, funnel = read(tmp_path, text[: text.rindex("idempotency")])

    assert left(reading.exports[0])[0].startswith("1 places where the JSON is damaged")
    assert funnel.joined.all == 1


def test_a_damaged_line_of_json_costs_that_order_alone(tmp_path: Path) -> None:
    one, two, three = (json.dumps(order(name, "paid")) for name in "ABC")

    reading, funnel = read(tmp_path, f"{one}\n{two[:-9]}\n{three}\n")

    assert left(reading.exports[0]) == [f"1 {BROKEN_JSON.in_language('en')} [2]"]
    assert funnel.joined.all == 2


@pytest.mark.parametrize("wrap", ["[%s]", '{"orders": [%s]}', "%s"])
def test_json_may_be_a_list_a_field_or_an_order_a_line(wrap: str, tmp_path: Path) -> None:
    glue = "\n" if wrap == "%s" else ",\n"
    text = wrap % glue.join(json.dumps(order(name, "paid")) for name in "AB")

    assert read(tmp_path, text)[1].joined.all == 2


def test_a_formula_guard_of_spreadsheets_is_no_part_of_a_number(tmp_path: Path) -> None:
    text = "number;state\n'-5;paid\n-5;created\n"

    assert read(tmp_path, text)[1].joined.all == 1


def test_orders_are_told_in_the_zone_of_the_counter(tmp_path: Path) -> None:
    # 10:05 in Moscow is 12:05 in Yekaterinburg, when the visitor of 10:00 has long been there
    text = f"number,state,created,cid\nA,paid,1790838300,{ANN}\n"

    east = read(tmp_path, SHOP, text, zone="Asia/Yekaterinburg")[1]
    assert str(east.last) == "2026-10-01 12:05:00"
