"""Orders as JSON: nested, wrapped, glued, cut; what is no payment is left out and said."""

import json
from pathlib import Path

import pytest

from plugins.funnel.exports import Reading
from plugins.funnel.found import Funnel
from tests.funnel.exports import ANN, SITE, left, read, visit, visits


def payment(number: str, status: str = "succeeded", **more: object) -> dict[str, object]:
    """A payment as YooKassa's API gives it."""
    plain: dict[str, object] = {
        "id": f"2d6d597-{number}", "status": status, "paid": status == "succeeded",
        "amount": {"value": "100.50", "currency": "RUB"},
        "created_at": "2026-10-01T07:05:00.123Z", "captured_at": "2026-10-01T07:06:00.000Z",
        "payment_method": {"type": "sbp", "id": "x", "saved": False, "status": "inactive"},
        "metadata": {"order_id": number, "cid": ANN}, "refundable": True, "test": False,
    }  # fmt: skip
    return {**plain, **more}


def counted(folder: Path, text: str) -> tuple[Reading, Funnel]:
    return read(folder, text, visits(visit(1, ANN, "/")))


REFUND = {"id": "r-1", "payment_id": "2d6d597-A", "status": "succeeded",
          "amount": {"value": "100.50", "currency": "RUB"}}  # fmt: skip
A, B = json.dumps(payment("A")), json.dumps(payment("B"))
NOTICE = {"type": "notification", "event": "payment.succeeded"}


@pytest.mark.parametrize(
    "text",
    [
        f"[{A},{B}]",
        json.dumps({"type": "list", "items": [payment("A"), payment("B")], "next_cursor": "x"}),
        json.dumps({"data": [payment("A"), payment("B")], "meta": {"count": 2}}),
        json.dumps({"response": {"payments": [payment("A"), payment("B")]}}),
        "\n".join(json.dumps({**NOTICE, "object": payment(n)}) for n in "AB"),
        json.dumps([{**NOTICE, "object": payment(n)} for n in "AB"], indent=2),
        f"[{A}]\n[{B}]\n",
        f"[{A}][{B}]",
        f"\ufeff{A}\n\n\n{B}\n\n",
        f"\ufeff[{A}]\n\ufeff[{B}]",
        f"{A}\r\n{B}\r\n",
        f'{{"items": [{A}]}}\n{{"items": [{B}]}}',
    ],
)
def test_payments_are_found_in_any_wrapping(text: str, tmp_path: Path) -> None:
    reading, funnel = counted(tmp_path, text)

    assert left(reading.exports[0]) == []
    assert [(o.way, o.state, o.currency, o.count, o.total) for o in funnel.orders] == [
        ("sbp", "paid", "RUB", 2, 20100)
    ]
    assert funnel.total.repeat == 1


def test_attempts_to_pay_one_order_are_one_order(tmp_path: Path) -> None:
    failed = payment(
        "A",
        "canceled",
        id="other",
        cancellation_details={"party": "x", "reason": "general_decline"},
    )

    reading, funnel = counted(tmp_path, json.dumps([failed, payment("A")]))

    assert [(o.state, o.count) for o in funnel.orders] == [("paid", 1)]
    assert left(reading)[0].startswith("1 orders that stand twice")


def test_a_refusal_of_the_bank_is_a_failure_with_its_code(tmp_path: Path) -> None:
    declined = payment("A", "canceled", cancellation_details={"reason": "insufficient_funds"})
    left_alone = payment(
        "B", "canceled", cancellation_details={"reason": "expired_on_confirmation"}
    )

    funnel = counted(tmp_path, json.dumps([declined, left_alone]))[1]

    assert [(o.state, o.reason) for o in funnel.orders] == [
        ("cancelled", "expired_on_confirmation"), ("failed", "insufficient_funds")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        REFUND,
        {"type": "notification", "event": "refund.succeeded", "object": REFUND},
        {"type": "notification", "event": "payout.succeeded", "object": payment("Z")},
    ],
)
def test_refunds_and_payouts_are_no_orders(other: dict[str, object], tmp_path: Path) -> None:
    reading, funnel = counted(tmp_path, json.dumps([payment("A"), other]))

    assert left(reading.exports[0]) == [
        "1 refunds, payouts and other notices that are no payments []"
    ]
    assert funnel.joined.all == 1
    alone = counted(tmp_path, json.dumps([other]))[0].exports[0].refused
    assert alone
    assert "refunds, payouts" in alone.in_language("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'{{"type":"list","items":[{A},{B[:-30]}', 1),
        (f"[{A},{B[:-30]},{A}]", 1),
        (f"[{A},{B[:-30]}\n][{B}]", 2),
        (f"{A}\n{B[:-30]}\n{B}\n", 2),
        (f"[{A},{B}", 2),
    ],
)
def test_damage_costs_what_is_damaged_and_is_said(text: str, found: int, tmp_path: Path) -> None:
    reading, funnel = counted(tmp_path, text)

    assert funnel.joined.all == found
    assert any("the JSON is damaged or breaks off" in one for one in left(reading.exports[0]))


@pytest.mark.parametrize(
    "text",
    [
        '{"meta": [{"name": "x"}], "data": [[1, 2]]}',
        '{"items": []}',
        '[["a", 1]]',
        '{"a": {"b": 1}}',
    ],
)
def test_json_without_orders_is_refused_in_words(text: str, tmp_path: Path) -> None:
    reading = counted(tmp_path, text)[0]

    assert reading.exports[0].refused
    assert "expected a header" in reading.exports[0].refused.in_language("en")


def test_metrica_as_json_is_read_with_its_arrays(tmp_path: Path) -> None:
    rows = [
        {"ym:pv:watchID": 1, "ym:pv:clientID": int(ANN), "ym:pv:dateTime": "2026-10-01 10:00:00",
         "ym:pv:URL": f"{SITE}/table/", "ym:pv:productEventType": ["detail", "add"],
         "ym:pv:purchaseID": []},
    ]  # fmt: skip

    total = read(tmp_path, json.dumps(rows))[1].total

    assert total.all == (1, 1, 1, 0, 0, 0)
