"""Returns and notices: what the service says back can be believed, or is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plugins.checkout.answers import Notice, Returned, news, noticed, returned, signed_answer
from plugins.checkout.keys import by_kid, public_key, signing_key
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.tokens import signed
from tests.checkout.examples import CLAIMS, KEY, KEYS, NOW

# RFC 8032, 7.1, test 2: published as ours is
SERVICE = signing_key("TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs")
SERVICE_KEYS = by_kid([SERVICE.public])
PARTIES = ("demo", "kettles.example")
MOMENT = int(NOW.timestamp())
RETURN = Returned(
    *PARTIES, "V-000042", "success", "", "K-1", 2, 598_000, "RUB", "/products/chaynik/", "ru",
    MOMENT, MOMENT + 3600,
)  # fmt: skip
NOTICE = Notice(
    *PARTIES, "evt_0123456789abcdef", "V-000042", 2, "paid", "", "K-1", 2, 598_000, "RUB",
    "idem_0123456789abcdef", MOMENT,
)  # fmt: skip


def test_a_return_is_what_was_signed_for_an_hour() -> None:
    token = signed_answer(RETURN, SERVICE)
    assert returned(token, SERVICE_KEYS, PARTIES, NOW) == RETURN
    for late, reason in ((timedelta(hours=1), Reason.EXPIRED), (-timedelta(1), Reason.NOT_YET)):
        with pytest.raises(Refused) as refused:
            returned(token, SERVICE_KEYS, PARTIES, NOW + late)
        assert refused.value.reason is reason


def test_a_notice_is_what_was_signed_and_says_whether_it_is_news() -> None:
    found = noticed(signed_answer(NOTICE, SERVICE), SERVICE_KEYS, PARTIES)
    assert found == NOTICE
    assert [news(found, known) for known in (0, 1, 2, 3)] == [True, True, False, False]


def test_links_returns_and_notices_are_never_taken_for_each_other() -> None:
    both = {**KEYS, **SERVICE_KEYS}
    tokens = {
        "link": signed(CLAIMS, KEY),
        "return": signed_answer(RETURN, SERVICE),
        "notice": signed_answer(NOTICE, SERVICE),
    }
    for kind, token in tokens.items():
        for reader, name in ((returned, "return"), (noticed, "notice")):
            if kind != name:
                arguments = (
                    (token, both, PARTIES, NOW) if name == "return" else (token, both, PARTIES)
                )
                with pytest.raises(Refused) as refused:
                    reader(*arguments)
                assert refused.value.reason is Reason.CLAIMS


@pytest.mark.parametrize(
    "wrong",
    [
        replace(RETURN, outcome="ok"),
        replace(RETURN, outcome="failure"),
        replace(RETURN, reason="funds"),
        replace(RETURN, expires=MOMENT + 86_401),
        replace(RETURN, page="//evil.example/"),
        replace(NOTICE, state="failed", reason="bad luck"),
        replace(NOTICE, sequence=0),
        replace(NOTICE, id="short"),
        replace(NOTICE, total=0),
    ],
)
def test_what_is_out_of_the_contract_is_not_signed(wrong: Returned | Notice) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        signed_answer(wrong, SERVICE)


def test_another_service_or_another_site_is_refused() -> None:
    token = signed_answer(NOTICE, SERVICE)
    for parties in (("demo", "shop.example"), ("pay.example", "kettles.example")):
        with pytest.raises(Refused) as refused:
            noticed(token, SERVICE_KEYS, parties)
        assert refused.value.reason is Reason.AUDIENCE
    with pytest.raises(Refused) as refused:
        noticed(token, by_kid([public_key(KEY.public.x)]), PARTIES)
    assert refused.value.reason is Reason.UNKNOWN_KEY
