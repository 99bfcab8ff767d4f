"""Orders outlive the program that kept them: older files are brought up to date, none is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plugins.language.problems import ProblemsFound
from plugins.payment_service.database import prepare
from plugins.payment_service.notices import deliver
from tests.payment_service.shop import Buyer, Clock, fields, service_in

# As the first version of the stand-in made it, with three orders in it
OLD = """
CREATE TABLE orders (
    number TEXT PRIMARY KEY, attempt TEXT NOT NULL UNIQUE, idempotency TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL, total INTEGER NOT NULL,
    currency TEXT NOT NULL, page TEXT NOT NULL, lang TEXT NOT NULL, attribution TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, created INTEGER NOT NULL, answer_at INTEGER NOT NULL
) STRICT;
CREATE TABLE payments (
    attempt TEXT NOT NULL, number TEXT NOT NULL REFERENCES orders, way TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (number, attempt)
) STRICT;
CREATE TABLE notices (
    id TEXT PRIMARY KEY, number TEXT NOT NULL REFERENCES orders, sequence INTEGER NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, tries INTEGER NOT NULL,
    next_try INTEGER NOT NULL, delivered INTEGER NOT NULL, UNIQUE (number, sequence)
) STRICT;
INSERT INTO orders VALUES
    ('A1', 'a1', 'idem_000000000001', 'kettles.example', 'K-1', 2, 598000, 'RUB',
     '/products/chaynik/', 'ru', '{"yclid": "4"}', 'paid', '', 1795000000, 0),
    ('A2', 'a2', 'idem_000000000002', 'kettles.example', 'K-1', 1, 299000, 'RUB',
     '/products/chaynik/', 'ru', '{}', 'failed', 'funds', 1795430000, 0),
    ('A3', 'a3', 'idem_000000000003', 'kettles.example', 'ПЧ-12/Б', 3, 30, 'RUB',
     '/x/', 'ru', '{}', 'created', '', 1795430001, 0);
INSERT INTO payments VALUES
    ('1', 'A1', 'mir', 'failure', 'funds', 1795000001), ('2', 'A1', 'sbp', 'success', '', 1795000002),
    ('3', 'A1', 'mir', 'paid', '', 1795000003), ('1', 'A2', 'invoice', 'failure', 'funds', 1);
INSERT INTO notices VALUES ('evt_0000000000000001', 'A1', 1, 'paid', '', 1795000002, 0, 0, 0);
"""  # noqa: E501


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "state/orders.sqlite"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as db:
        db.executescript(OLD)
    return file


def test_orders_of_an_older_file_are_kept_exported_and_paid(old: Path, tmp_path: Path) -> None:
    buyer = Buyer(service_in(tmp_path, Clock()))
    listed = buyer.orders()
    assert [(o["number"], o["goods"], o["total"], o["way"]) for o in listed] == [
        ("A1", "K-1:2", 598_000, "sbp"),
        ("A2", "K-1:1", 299_000, "invoice"),
        ("A3", "ПЧ-12/Б:3", 30, ""),
    ]
    assert listed[0]["attribution"] == {"yclid": "4"}
    told = buyer.told(buyer.pays("/orders/A2", "success"))
    assert (told.outcome, told.sku, told.quantity) in (("success", "K-1", 1), ("expired", "K-1", 1))
    assert deliver(buyer.service, lambda *_: True) >= 1
    buyer.confirms_cart(buyer.fills())
    assert len(buyer.orders()) == 4


def test_a_page_opened_before_the_update_still_finds_its_order(tmp_path: Path) -> None:
    buyer = Buyer(service_in(tmp_path, Clock()))
    page = buyer.opens()
    order = buyer.confirms(page)
    prepare(tmp_path / "state/orders.sqlite")
    again = Buyer(service_in(tmp_path, Clock()))
    assert again.client.post("/orders", data=fields(page)).headers["location"] == order


def test_an_update_that_is_interrupted_changes_nothing(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.payment_service.schema.VERSIONS", ((), (OLD.split(";")[3], "no")))
    with pytest.raises(ProblemsFound):
        prepare(old)
    monkeypatch.undo()
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("SELECT count(*), sum(quantity) FROM orders").fetchone() == (3, 6)
    prepare(old)
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("SELECT count(*) FROM lines").fetchone() == (3,)


def said(file: Path) -> tuple[str, str]:
    """What is told of a file, in both languages; not a byte of it changes."""
    before = file.read_bytes()
    with pytest.raises(ProblemsFound) as problems:
        prepare(file)
    assert file.read_bytes() == before
    return problems.value.in_language("en"), problems.value.in_language("ru")


def test_a_file_of_a_newer_version_is_told_and_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA user_version = 99")
    english, russian = said(old)
    assert "a newer version of this program" in english
    assert str(old) in russian
    assert "новой версией" in russian


@pytest.mark.parametrize("data", [b"number;created\n", b"SQLite format 3\0" + b"x" * 500])
def test_what_is_no_database_is_told_and_left_alone(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "orders.sqlite"
    file.write_bytes(data)
    english, russian = said(file)
    assert "expected a database of orders" in english
    assert "заказ" in russian
