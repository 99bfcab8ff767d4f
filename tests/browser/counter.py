"""A counter that answers in Yandex's place: what reached it, and the ways in which it can fail."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Page, Route

HOST = "https://mc.yandex.ru"
TAG = Path(__file__).with_name("tag.js").read_text("utf-8")
PATIENCE = 30


@dataclass
class Counter:
    """`late` and `start` are milliseconds: until a hit counts as answered, until the tag begins.

    A `mute` counter takes everything and calls nobody back.
    """

    late: int = 0
    start: int = 0
    blocked: bool = False
    mute: bool = False
    hits: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def route(self, context: BrowserContext) -> None:
        """Answer everything that pages of a visitor ask of the counter's host."""
        context.route(f"{HOST}/**", self._answer)

    def _answer(self, route: Route) -> None:
        if self.blocked:
            route.abort()
            return
        asked = urlsplit(route.request.url)
        for text in parse_qs(asked.query).get("hit", []):
            hit = json.loads(text)
            self.hits.setdefault(hit["id"], (hit["kind"], hit["what"]))
        ways = json.dumps({"late": self.late, "start": self.start, "mute": self.mute})
        route.fulfill(
            body=TAG.replace("__WAYS__", ways) if asked.path.endswith("/tag.js") else "",
            content_type="text/javascript",
            headers={"Access-Control-Allow-Origin": "*"},
        )

    def of(self, kind: str) -> list[Any]:
        """What arrived of a kind (view, goal, ecommerce), in the order of arrival."""
        return [what for name, what in self.hits.values() if name == kind]

    @property
    def goals(self) -> list[str]:
        """The names of goals, but for the one that only asks whether the counter is there."""
        return [goal["name"] for goal in self.of("goal") if goal["name"] != "ready"]

    @property
    def actions(self) -> list[str]:
        """What was done with which goods: `add A-1 A-2`; of a purchase its number."""
        return [_action(said) for said in self.of("ecommerce")]

    def arrives(
        self, page: Page, actions: Sequence[str], goals: Sequence[str] | None = None
    ) -> None:
        """Wait until as many actions are there, and goals where any are named; then see that it
        stays with exactly these.
        """

        def lacks() -> bool:
            return len(self.actions) < len(actions) or len(self.goals) < len(goals or ())

        end = time.monotonic() + PATIENCE
        while lacks() and time.monotonic() < end:
            page.wait_for_timeout(20)
        page.wait_for_timeout(200)
        found = self.actions
        assert found == list(actions), f"{found}, goals {self.goals}"
        assert goals is None or self.goals == list(goals)


def _action(said: dict[str, Any]) -> str:
    assert said["currencyCode"] == "RUB"
    ((name, body),) = [(key, value) for key, value in said.items() if key != "currencyCode"]
    order = body.get("actionField", {}).get("id")
    return " ".join([name, order or " ".join(one["id"] for one in body["products"])])
