"""Moments with zones, as numbers, without a time; which day and week they are of."""

from pathlib import Path

import pytest

from plugins.funnel.found import Reach
from tests.funnel.exports import ANN, BOB, SITE, hit, hits, read, visit, visits

# A minute before and after Monday begins in Moscow
SUNDAY, MONDAY = "2026-09-28", "2026-10-05"


def notes(reading: object, which: int = 0) -> list[str]:
    exports = reading.exports  # type: ignore[attr-defined]
    return [note.in_language("en") for note in exports[which].notes]


@pytest.mark.parametrize(
    ("said", "monday"),
    [
        ("2026-10-04 23:59:00", SUNDAY),
        ("2026-10-04T23:59:00+03:00", SUNDAY),
        ("2026-10-04T20:59:00Z", SUNDAY),
        ("2026-10-04T21:01:00Z", MONDAY),
        ("2026-10-04T21:01:00.123456Z", MONDAY),
        ("2026-10-04 21:01:00 UTC", MONDAY),
        ("2026-10-05T02:01+05:00", MONDAY),
        ("2026-10-05T01:59+05", SUNDAY),
        ("2026-10-05 02:31:00 +0530", MONDAY),
        ("04.10.2026 21:01:00+00:00", MONDAY),
        ("1791147660", MONDAY),
        ("1791147540000", SUNDAY),
    ],
)
@pytest.mark.parametrize("kind", ["visits", "hits"])
def test_a_moment_with_a_zone_is_of_the_day_in_moscow(
    kind: str, said: str, monday: str, tmp_path: Path
) -> None:
    row = visit(1, ANN, "/") if kind == "visits" else hit(1, ANN, 0, "/")
    row[2] = said

    funnel = read(tmp_path, (visits if kind == "visits" else hits)(row))[1]

    assert [week.monday.isoformat() for week in funnel.weeks] == [monday]


@pytest.mark.parametrize(
    ("created", "paid"),
    [
        ("2026-10-01T07:05:00Z", 1),
        ("2026-10-01T07:05:00.000Z", 1),
        ("2026-10-01T09:59+03:00", 0),
        ("2026-10-01T12:05+05:00", 1),
        ("2026-10-01 10:05:00", 1),
        ("1790838300", 1),
        ("2026-10-01 10:05:00 MSK", 0),
    ],
)
def test_times_of_orders_are_read_as_those_of_visits(
    created: str, paid: int, tmp_path: Path
) -> None:
    orders = f"number,state,created,cid\nA,paid,{created},{ANN}\n"

    assert read(tmp_path, visits(visit(1, ANN, "/")), orders)[1].total.paid == paid


def test_times_in_arrays_bear_zones_too(tmp_path: Path) -> None:
    head = ["visitID", "clientID", "dateTime", "purchaseID", "purchaseDateTime"]
    row = ["1", ANN, "2026-10-01 10:00:00", r"[\'A\']", r"[\'2026-10-01T07:05:00Z\']"]
    text = "".join("\t".join(cells) + "\n" for cells in ([f"ym:s:{n}" for n in head], row))

    funnel = read(tmp_path, text)[1]

    assert funnel.total.paid == 1
    assert str(funnel.last) == "2026-10-01 10:05:00"


@pytest.mark.parametrize("column", ["ym:pv:date", "ym:pv:dateTime"])
def test_hits_with_days_alone_count_after_the_visits_of_the_day(
    column: str, tmp_path: Path
) -> None:
    shop = hits(hit(1, ANN, 0, "/table/"), hit(2, ANN, 1, "/table/", "add"), hit(3, BOB, 0, "/b/"),
                hit(4, BOB, 1, "/a/"))  # fmt: skip
    shop = shop.replace("ym:pv:dateTime", column)
    shop = shop.replace("2026-10-01 10:00:00", "2026-10-01").replace(
        "2026-10-01 10:01:00", "2026-10-01"
    )

    reading, funnel = read(tmp_path, visits(visit(1, ANN, "/blog/")), shop)

    assert funnel.total == Reach(2, 1, 1)
    assert funnel.in_order == Reach(2, 1, 1)
    # Which of his two pages Bob saw first nobody knows
    assert {one.name: one.reach.visitors for one in funnel.landings} == {"/blog/": 1, "": 1}
    assert "There are days and no times" in notes(reading, 1)[-1]


def test_orders_with_days_alone_belong_to_the_visit_of_the_day(tmp_path: Path) -> None:
    orders = f"Номер;Статус;Дата;ClientID\nA;Оплачен;01.10.2026;{ANN}\n"
    midnight = orders.replace("01.10.2026", "01.10.2026 0:00:00")

    assert read(tmp_path, visits(visit(1, ANN, "/")), orders)[1].total.paid == 1
    assert read(tmp_path, visits(visit(1, ANN, "/")), midnight)[1].total.paid == 1


def test_times_of_utc_are_those_of_moscow_by_metricas_word_and_that_is_said(tmp_path: Path) -> None:
    text = f"ym:s:clientID\tym:s:dateTimeUTC\n{ANN}\t2026-10-04 21:30:00\n"

    reading, funnel = read(tmp_path, text, zone="Asia/Yekaterinburg")

    assert str(funnel.first) == "2026-10-04 23:30:00"
    assert "UTC+3" in notes(reading)[-1]
    assert SITE not in str(funnel)
