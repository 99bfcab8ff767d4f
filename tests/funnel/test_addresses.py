"""One page is one address, whatever the host, query, case of letters in per cent, slashes."""

from pathlib import Path

import pytest

from plugins.funnel.found import Reach
from tests.funnel.exports import ANN, BOB, CAT, SITE, hit, hits, read, visit, visits

SPELLINGS = [
    "/table", "/table/", "/table/index.html", "/table/?utm_source=vk", "/table#price",
    "//table//", "/%74able/",
]  # fmt: skip


def at(url: str, number: int, client: str) -> list[str]:
    row = hit(number, client, 0, "/")
    row[3] = url
    return row


@pytest.mark.parametrize("path", SPELLINGS)
def test_a_page_has_one_address(path: str, tmp_path: Path) -> None:
    one, other = hit(1, ANN, 0, "/table/"), hit(2, BOB, 0, path)

    funnel = read(tmp_path, hits(one, other))[1]

    assert [(page.page, page.seen) for page in funnel.pages] == [("/table/", 2)]
    assert [(one.name, one.reach.visitors) for one in funnel.landings] == [("/table/", 2)]


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://WWW.Firm.Example/table", "/table/"),
        ("HTTP://firm.example:80/table/", "/table/"),
        ("https://firm-example.translate.goog/table/?_x_tr_sl=ru", "/table/"),
        ("firm.example/table", "/table/"),
        ("https://firm.example", "/"),
        ("https://firm.example?from=x", "/"),
        ("https://firm.example/%D0%BF%D0%B5%D1%87%D1%8C", "/печь/"),
        ("https://firm.example/%EF%E5", "/%EF%E5/"),
        ("https://firm.example/404.html", "/404.html"),
        ("goal://firm.example/order", ""),
        ("", ""),
    ],
)
def test_an_address_is_the_path_of_a_page(url: str, page: str, tmp_path: Path) -> None:
    assert [o.name for o in read(tmp_path, hits(at(url, 1, ANN)))[1].landings] == [page]


def test_products_of_visits_have_the_same_addresses(tmp_path: Path) -> None:
    head = ["visitID", "clientID", "dateTime", "productEventType", "productURL"]
    row = ["1", ANN, "2026-10-01 10:00:00", "['detail']", f"['{SITE}/table?x=1']"]
    text = "".join("\t".join(cells) + "\n" for cells in ([f"ym:s:{n}" for n in head], row))

    funnel = read(tmp_path, text, hits(hit(1, ANN, 1, "/table/")))[1]

    assert [(page.page, page.seen) for page in funnel.pages] == [("/table/", 1)]


def test_several_hosts_are_named(tmp_path: Path) -> None:
    here = visits(visit(1, ANN, "/"), visit(2, BOB, "/"))
    mirror = hits(at("https://mirror.example/table/", 1, CAT))

    reading, funnel = read(tmp_path, here, mirror)

    assert [note.in_language("en") for note in reading.notes] == [
        "There are addresses of several hosts (lines of each): firm.example (2), "
        "mirror.example (1). Pages count by their path, whatever the host."
    ]
    assert funnel.total == Reach(3, 1)
    assert read(tmp_path, here)[0].notes == ()


def test_two_first_visits_at_one_moment_have_no_first_page(tmp_path: Path) -> None:
    funnel = read(tmp_path, visits(visit(1, ANN, "/a/", "ad"), visit(2, ANN, "/b/", "ad")))[1]

    assert [one.name for one in funnel.landings] == [""]
    assert [one.name for one in funnel.sources] == ["ad"]
