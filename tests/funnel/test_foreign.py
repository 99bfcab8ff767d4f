"""Exports that are not ours: purchases told twice, sums and moments of other services, damage."""

from pathlib import Path

import pytest

from plugins.funnel.exports import BROKEN_JSON
from plugins.reports.funnel import Counted
from plugins.reports.funnel.tables import tables
from plugins.reports.funnel.wording import Wording
from tests.funnel.exports import ANN, BOB, hit, hits, left, read

VISIT = (
    "ym:s:clientID\tym:s:dateTime\tym:s:productEventType\tym:s:purchaseID\tym:s:goalsID\n"
    rf"{ANN}\t2026-10-04 21:30:00\t[\'purchase\']\t[\'A-1\']\t[7]"
)
SHOP = hits(hit(1, ANN, 0, "/blog/"), hit(2, BOB, 1, "/table/"))


@pytest.mark.parametrize("goals", [{}, {"paid": (7,)}])
def test_one_purchase_told_by_event_number_and_goal_is_one(
    goals: dict[str, tuple[int, ...]], tmp_path: Path
) -> None:
    text = VISIT.replace(r"\t", "\t") + "\n"

    total = read(tmp_path, text, goals=goals)[1].total

    assert (total.paid, total.repeat) == (1, 0)


def test_a_number_that_a_spreadsheet_rounded_is_no_visitor(tmp_path: Path) -> None:
    rounded = hits(hit(1, "1.7E+18", 0, "/a/"), hit(2, "123.6", 0, "/a/"), hit(3, ANN, 0, "/a/"))

    reading, funnel = read(tmp_path, rounded)

    assert funnel.total.visitors == 1
    assert left(reading.exports[0]) == ["2 lines without a ClientID, or with a damaged one []"]


def test_a_number_that_a_spreadsheet_was_kept_from_rounding_is_one(tmp_path: Path) -> None:
    kept = hits(hit(1, f'="{ANN}"', 0, "/a/"), hit(2, f"'{ANN}", 0, "/a/"), hit(3, ANN, 0, "/a/"))

    assert read(tmp_path, kept)[1].total.visitors == 1


def test_codes_in_quotes_are_told_as_numbers(tmp_path: Path) -> None:
    assert read(tmp_path, hits(hit(1, ANN, 0, "/a/", "3")))[0].exports[0].notes


def test_sums_are_read_exactly_or_told(tmp_path: Path) -> None:
    said = ["-1,50", "1\u202f234,50 ₽", "1000000000000", "1,234.50", "1,234", ""]
    rows = (f"{number};paid;{total};w{number}\n" for number, total in enumerate(said))

    reading, funnel = read(tmp_path, "number;state;total;way\n" + "".join(rows))

    ways = tables(Wording("en", Counted(reading, funnel, {})))["ways.csv"].decode().splitlines()
    assert [row.rsplit(",", 1)[1] for row in ways[1:]] == [
        "-1.50", "1234.50", "1000000000000.00", "0.00", "0.00", "0.00"
    ]  # fmt: skip
    assert left(reading.exports[0]) == [
        "2 orders with a sum that is none: counted, but their money is not ['1,234', '1,234.50']"
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SHOP.replace("\n", "\r\n", 1), id="two kinds of line ends"),
        pytest.param(SHOP.replace("\n", "\r"), id="line ends of an old Mac"),
    ],
)
def test_line_ends_make_no_difference(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text)[1].total.visitors == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<html>" + "<p>x</p>" * 40_000, id="HTML in one line"),
        pytest.param(b"\0" * 200_000, id="nothing but zeros"),
        pytest.param('{"a":' * 100_000, id="JSON too deep"),
    ],
)
def test_no_export_is_refused_in_words(text: str | bytes, tmp_path: Path) -> None:
    assert read(tmp_path, text)[0].refused


@pytest.mark.parametrize("cut", [b',{"number":"2","reason":"\xd0', b",", b""])
def test_json_that_breaks_off_says_so(cut: bytes, tmp_path: Path) -> None:
    reading, funnel = read(tmp_path, b'[{"number":"1","state":"paid"}' + cut)

    assert funnel.joined.all == 1
    assert left(reading.exports[0]) == [f"1 {BROKEN_JSON.in_language('en')} [1]"]
