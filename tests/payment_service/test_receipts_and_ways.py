"""What an order remembers of the buyer: where the receipt goes, and which way was tried."""

import pytest

from tests.payment_service.shop import Buyer, Clock, fields, pairs


def test_the_receipt_goes_where_the_buyer_says(buyer: Buyer) -> None:
    order = buyer.confirms(buyer.opens(), email=" anna@example.com ")
    assert "anna@example.com" in buyer.client.get(order).text
    assert buyer.orders()[0]["email"] == "anna@example.com"
    assert "anna@example.com" in buyer.client.get("/orders.csv").text


def test_no_address_is_no_hindrance(buyer: Buyer) -> None:
    for email in ("", "   "):
        buyer.confirms(buyer.opens(), email=email)
    assert [order["email"] for order in buyer.orders()] == ["", ""]


@pytest.mark.parametrize("email", ["иван@почта.рф", "a+b@mail.example.com", "o'neil@example.com"])
def test_addresses_of_all_kinds_are_taken(buyer: Buyer, email: str) -> None:
    buyer.confirms(buyer.opens(), email=email)
    assert buyer.orders()[0]["email"] == email


@pytest.mark.parametrize(
    "email",
    ["anna", "anna@", "@example.com", "anna@example", "a b@example.com", "a@b@example.com",
     "a@example.com,b@example.com", "a@exa\nmple.com", "<a@example.com>", "+7 900 000-00-00",
     "a" * 250 + "@example.com"],
)  # fmt: skip
def test_what_is_no_address_is_said_beside_the_field_and_nothing_is_lost(
    buyer: Buyer, email: str
) -> None:
    opened = buyer.opens(utm_source="yandex")
    form = {**fields(opened), "quantity": "3", "email": email}
    answer = buyer.client.post("/orders", data=form)
    assert answer.status_code == 422
    assert "name@example.com" in answer.text
    assert "Ничего ещё не заказано" in answer.text
    assert {**fields(answer.text), "email": email} == form
    assert buyer.orders() == []

    order = buyer.confirms(answer.text, email="anna@example.com")
    assert order == buyer.confirms(opened, quantity="3")
    assert [(o["goods"], o["email"]) for o in buyer.orders()] == [("K-1:3", "anna@example.com")]


def test_an_address_corrected_after_a_step_back_holds(buyer: Buyer) -> None:
    page = pairs(buyer.fills())
    for email in ("ana@example.com", "anna@example.com", "", "what"):
        buyer.client.send("/carts", [*page, ("email", email)])
    assert [order["email"] for order in buyer.orders()] == ["anna@example.com"]


def test_the_law_is_told_beside_the_field(buyer: Buyer) -> None:
    for page in (buyer.opens(), buyer.fills()):
        assert "54-ФЗ" in page
        assert 'for="email"' in page


def way(buyer: Buyer) -> object:
    return buyer.orders()[0]["way"]


def test_the_way_is_the_last_that_was_tried(buyer: Buyer) -> None:
    order = buyer.confirms(buyer.opens())
    assert way(buyer) == ""
    for tried in ("mir", "sbp", "invoice"):
        page = buyer.client.get(order).text
        form = {**fields(page), "way": tried, "answer": "funds"}
        buyer.client.post(f"{order}/pay", data=form)
        assert way(buyer) == tried


def test_the_way_of_a_paid_order_is_the_one_that_paid(buyer: Buyer, clock: Clock) -> None:
    order = buyer.confirms(buyer.opens())
    pages = [fields(buyer.client.get(order).text) for _ in range(3)]
    for form, tried, answer in zip(
        pages, ("sbp", "mir", "invoice"), ("slow", "success", "success"), strict=True
    ):
        buyer.client.post(f"{order}/pay", data={**form, "way": tried, "answer": answer})
        clock.passes(seconds=6 if answer == "success" else 0)
        buyer.client.get(f"{order}/wait")
    assert buyer.orders()[0]["state"] == "paid"
    assert way(buyer) == "sbp"
