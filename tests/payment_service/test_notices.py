"""Notices: signed, repeated, out of order; whoever reads them by the contract knows the truth."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checkout.answers import Notice, news, noticed
from plugins.checkout.keys import by_kid
from plugins.payment_service.local import is_local, notify_problem, public_problem
from plugins.payment_service.notices import WAITS, deliver
from tests.checkout.examples import CLAIMS
from tests.payment_service.shop import SERVICE_KEY, Buyer, Clock, service_in


class Site:
    """A site that takes notices; the first `deaf` of them it refuses."""

    def __init__(self, deaf: int = 0) -> None:
        self.deaf, self.heard, self.orders = deaf, [], {}  # type: ignore[var-annotated]

    def __call__(self, address: str, token: str) -> bool:
        assert address == "http://127.0.0.1:9/notices"
        if self.deaf:
            self.deaf -= 1
            return False
        notice = noticed(token, by_kid([SERVICE_KEY.public]), ("demo", CLAIMS.issuer))
        self.heard.append(notice)
        known: Notice | None = self.orders.get(notice.order)
        if news(notice, known.sequence if known else 0):
            self.orders[notice.order] = notice
        return True


def bought(folder: Path, clock: Clock) -> Buyer:
    buyer = Buyer(service_in(folder, clock))
    order = buyer.confirms(buyer.opens())
    buyer.pays(order, "funds")
    buyer.pays(order, "success")
    return buyer


def test_out_of_order_and_twice_they_still_tell_the_truth(tmp_path: Path, clock: Clock) -> None:
    buyer, site = bought(tmp_path, clock), Site()
    assert deliver(buyer.service, site) == 3
    assert [notice.sequence for notice in site.heard] == [3, 3, 2, 2, 1, 1]
    assert [notice.state for notice in site.heard[::2]] == ["paid", "failed", "created"]
    [known] = site.orders.values()
    assert known.state == "paid"
    assert len({notice.idempotency for notice in site.heard}) == 1
    assert deliver(buyer.service, site) == 0


def test_what_was_refused_comes_again_later(tmp_path: Path, clock: Clock) -> None:
    buyer, site = bought(tmp_path, clock), Site(deaf=6)
    assert deliver(buyer.service, site) == 0
    assert deliver(buyer.service, site) == 0
    clock.passes(seconds=59)
    assert deliver(buyer.service, site) == 0
    clock.passes(seconds=1)
    assert deliver(buyer.service, site) == 3
    [known] = site.orders.values()
    assert known.state == "paid"


def test_a_deaf_site_is_left_alone_after_a_week_and_hears_the_same_bytes(
    tmp_path: Path, clock: Clock
) -> None:
    buyer = bought(tmp_path, clock)
    heard: list[str] = []

    def deaf(address: str, token: str) -> bool:
        heard.append(token)
        return False

    for _ in range(40):
        deliver(buyer.service, deaf)
        clock.passes(days=1)
    assert len(set(heard)) == 3
    assert len(heard) == 3 * 2 * (len(WAITS) + 1)


def test_for_a_site_that_takes_none_nothing_is_signed(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    buyer = bought(tmp_path, clock)
    sites = {site: replace(seller, notify="") for site, seller in buyer.service.merchants().items()}
    mute = replace(buyer.service, merchants=lambda: sites)
    monkeypatch.setattr(
        "plugins.payment_service.notices.signed_answer", lambda *_: pytest.fail("signed")
    )
    assert deliver(mute, lambda *_: True) == 0


def test_while_there_is_nothing_to_send_no_site_is_asked(tmp_path: Path, clock: Clock) -> None:
    buyer, site = bought(tmp_path, clock), Site()
    deliver(buyer.service, site)
    idle = replace(buyer.service, merchants=lambda: pytest.fail("asked"))
    assert deliver(idle, site) == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.0.0.2"])
def test_this_machine_is_local(host: str) -> None:
    assert is_local(host)
    assert public_problem(host) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.2", "example.org", "", "127.0.0.1.x"])
def test_it_refuses_to_start_on_a_public_address(host: str) -> None:
    problem = public_problem(host)
    assert problem
    assert "127.0.0.1" in problem.in_language("ru")
    assert "этого компьютера" in problem.in_language("ru")


def test_notices_go_to_this_machine_only() -> None:
    assert notify_problem("") is None
    assert notify_problem("http://127.0.0.1:9/x") is None
    for address in ("http://pay.example/", "https://127.0.0.1/", "ftp://localhost/", "x"):
        assert notify_problem(address)
