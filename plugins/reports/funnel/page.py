"""The page of the funnel: what was counted, where buyers are lost, what was read."""

from collections.abc import Sequence

from markupsafe import Markup

from plugins.funnel.chance import Share
from plugins.funnel.exports import KIND_NAMES
from plugins.funnel.found import Slice
from plugins.funnel.losses import standing, turnover
from plugins.funnel.steps import MEANINGS, Step
from plugins.language.messages import message
from plugins.reports.funnel.charts import step_bars, week_bars
from plugins.reports.funnel.sentences import claim, said, steps_told
from plugins.reports.funnel.tables import FILES
from plugins.reports.funnel.wording import Wording
from plugins.reports.page import rendered

MOST_ROWS = 15
BETTER = message("surely more than others")
WORSE = message("surely less than others")

PARTS = {
    "steps": message("Steps"),
    "losses": message("Losses"),
    "weeks": message("Weeks"),
    "landings": message("Landing pages"),
    "groups": message("Key phrases"),
    "sources": message("Sources"),
    "products": message("Products"),
    "ways": message("Ways to pay"),
    "read": message("What was read"),
}


def page(say: Wording) -> str:
    """All of it on one page, which needs no other file but report.css."""
    counted = say.counted
    return rendered(
        "funnel/index.html",
        say.lang,
        root="",
        nav=Markup(rendered("funnel/nav.html", say.lang, parts=_parts(say))),
        say=say,
        counted=counted,
        funnel=counted.funnel,
        reading=counted.reading,
        claim=claim(say),
        losses=said(say),
        untold=list(steps_told(say)),
        steps=list(Step),
        meanings=MEANINGS,
        kinds=KIND_NAMES,
        step_bars=step_bars(say) if counted.visited else "",
        week_bars=week_bars(say) if counted.visited else "",
        mark=lambda one, every: _mark(one, every, say),
        page_mark=lambda seen, carted: _page_mark(Share(carted, seen), say),
        turnover=[
            say.money(total, currency) for currency, _, total in turnover(counted.funnel.orders)
        ],
        share=Share,
        most=MOST_ROWS,
        files=FILES,
        step=Step,
    )


def _parts(say: Wording) -> list[tuple[str, str]]:
    """The parts of the page that there are."""
    visited, funnel = say.counted.visited, say.counted.funnel
    there = {
        "steps": visited,
        "losses": visited or bool(funnel.orders),
        "weeks": visited,
        "landings": visited,
        "groups": visited,
        "sources": visited,
        "products": visited and bool(funnel.pages),
        "ways": bool(funnel.orders),
        "read": True,
    }
    return [(part, say.said(name)) for part, name in PARTS.items() if there[part]]


def _mark(one: Slice, every: Sequence[Slice], say: Wording) -> str:
    """Whether visitors of a slice come to a product surely more, or less, than all others."""
    whole = Share(sum(s.reach.product for s in every), sum(s.reach.visitors for s in every))
    return _said(standing(one.reach.of(Step.PRODUCT, Step.VISIT), whole, len(every)), say)


def _page_mark(mine: Share, say: Wording) -> str:
    pages = say.counted.funnel.pages
    every = Share(sum(p.carted for p in pages), sum(p.seen for p in pages))
    return _said(standing(mine, every, len(pages)), say)


def _said(which: int, say: Wording) -> str:
    return say.said(BETTER if which > 0 else WORSE) if which else ""
