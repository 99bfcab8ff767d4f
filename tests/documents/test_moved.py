"""Which redirects hold as of the clock, and which addresses are gone."""

from datetime import timedelta
from typing import Any

import pytest

from plugins.documents import Document
from plugins.documents.addresses import PublishedAddress, Redirect, lost
from plugins.documents.moved import in_force, moved
from plugins.language.messages import message
from plugins.language.problems import Problem
from tests.documents.examples import NOW, document, site

DAY = timedelta(days=1)
FAULT = Problem("content/ru/blog/left.md", 1, "Description", message("lacks"))
STAGES: dict[str, dict[str, Any]] = {
    "live": {},
    "leaving": {"expires": NOW + DAY},
    "left": {"expires": NOW},
    "later": {"published": NOW + DAY},
    "later, with a last day": {"published": NOW + DAY, "expires": NOW + 2 * DAY},
}
# Stage of the old document, stage of the new one: what asking for the old address gives
TABLE = {
    ("live", "live"): ["/old/ → /new/"],
    ("leaving", "live"): [],
    ("left", "live"): ["/old/ → /new/"],
    ("later, with a last day", "live"): [],
    ("left", "leaving"): ["/old/ → /new/"],
    ("left", "left"): ["/old/ → 410", "/new/ → 410"],
    ("left", "later"): ["/old/ → 410"],
    ("leaving", "later"): [],
}


def redirects(*lines: str) -> tuple[Redirect, ...]:
    cells = (line.split(",") for line in lines)
    return tuple(Redirect.model_validate({"from": old, "to": new}) for old, new in cells)


def told(found: tuple[Redirect, ...]) -> list[str]:
    return [f"{redirect.old} → {redirect.new}" for redirect in found]


def at(url: str, stage: str) -> Document:
    return document(f"ru/blog/{url}.md", url=f"{url}/", **STAGES[stage])


@pytest.mark.parametrize("stages", TABLE)
def test_a_redirect_waits_for_its_documents(stages: tuple[str, str]) -> None:
    old, new = stages
    here = site(at("old", old), at("new", new))

    assert told(moved(here, redirects("/old/,/new/"))) == TABLE[stages]


def test_what_expires_without_a_redirect_is_gone() -> None:
    assert told(moved(site(at("old", "left"), at("x", "live")), ())) == ["/old/ → 410"]


def test_its_older_addresses_are_gone_with_it() -> None:
    here = site(at("new", "left"))

    assert told(moved(here, redirects("/a/,/b/", "/b/,/new/"))) == [
        "/a/ → 410",
        "/b/ → 410",
        "/new/ → 410",
    ]


def test_the_next_text_may_take_its_address() -> None:
    again = document("ru/blog/again.md", url="old/")

    assert told(moved(site(at("old", "left"), again), ())) == []


def test_what_was_held_back_all_its_time_was_never_there() -> None:
    held = document("ru/blog/left.md", url="left/", expires=NOW, held=(FAULT,))
    given = PublishedAddress(url="/left/", document="ru/blog/left.md")

    assert told(moved(site(held), ())) == []
    assert told(moved(site(held), (), (given,))) == ["/left/ → 410"]


def test_a_circle_ends() -> None:
    assert len(in_force(site(), redirects("/a/,/b/", "/b/,/a/"))) == 2


def test_a_published_address_that_has_expired_is_not_lost() -> None:
    given = PublishedAddress(url="/old/", document="ru/blog/old.md")

    assert lost(site(at("old", "left")), (given,), ()) == []
