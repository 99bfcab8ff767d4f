"""What somebody sees who starts the stand-in for the first time, or with something missing."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import Message
from plugins.release import payment
from plugins.release.payment import first_words, played, stand_in
from tests.payment_service.shop import Buyer, Clock, service_in
from tests.sites import ROOT, run

ADDRESS, SITE = "http://localhost:8010/", "http://localhost:8000"


def words(lines: list[Message], lang: str) -> str:
    return "\n".join(line.in_language(lang) for line in lines)


def test_the_terminal_says_where_to_look_and_what_is_kept(tmp_path: Path) -> None:
    service = service_in(tmp_path, Clock())
    said = words(list(first_words(service, ADDRESS, SITE)), "ru")
    assert ADDRESS in said
    assert f"Сайт {SITE} отвечает" in said
    assert f"{ADDRESS}orders.csv" in said
    assert "orders.sqlite" in said


def test_the_terminal_says_that_no_site_answers(tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9"
    service = stand_in(tmp_path, nobody, "", datetime(2026, 11, 23, tzinfo=MOSCOW))
    said = list(first_words(service, ADDRESS, nobody))
    assert "пока не отвечает: `invoke serve`" in words(said, "ru")
    assert "does not answer yet: `invoke serve`" in words(said, "en")
    page = Buyer(service).client.get("/", headers={"accept-language": "ru"}).text
    assert f"По адресу {nobody} сайта нет" in page
    assert "invoke pay --site" in page


def test_the_first_page_says_how_an_order_is_made(tmp_path: Path) -> None:
    buyer = Buyer(service_in(tmp_path, Clock()))
    for lang, empty in (("ru", "Заказов пока нет"), ("en", "No order yet")):
        page = buyer.client.get("/", headers={"accept-language": lang}).text
        assert empty in page
        assert 'href="http://localhost:8000' in page


def test_the_first_page_lists_orders_in_words_the_newest_first(tmp_path: Path) -> None:
    buyer = Buyer(service_in(tmp_path, Clock()))
    first = buyer.confirms(buyer.opens())
    second = buyer.confirms_cart(buyer.fills())
    buyer.pays(second, "funds")
    page = buyer.client.get("/", headers={"accept-language": "ru"}).text
    assert page.index(f'href="{second}"') < page.index(f'href="{first}"')
    assert "K-1 × 2, ПЧ-12/Б × 1, T-3 × 10" in page
    assert "оплата не прошла (funds)" in page
    assert "не оплачен" in page


def test_the_preview_goes_on_without_orders_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(payment, "port_problem", lambda _port: None)
    monkeypatch.setattr(payment, "serve", lambda *_: pytest.fail("it must not be served"))
    file = tmp_path / "broken.sqlite"
    file.write_text("no database")
    said: list[Message] = []
    with played(replace(service_in(tmp_path, Clock()), database=file), said.append):
        assert "касса не запущена: " in words(said, "ru")
        assert str(file) in words(said, "en")


@pytest.mark.parametrize(("lang", "hint"), [("ru", "«Купить»"), ("en", "“Buy”")])
def test_help_says_what_to_do(lang: str, hint: str) -> None:
    said = run(ROOT, "invoke", "pay", "--help", "--lang", lang)
    assert said.returncode == 0
    assert hint in said.stdout
    assert "invoke serve" in said.stdout
    assert max(map(len, said.stdout.splitlines())) <= 80
