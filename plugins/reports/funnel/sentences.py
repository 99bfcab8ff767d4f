"""Losses in words: what is so, how sure it is, and what can be done next."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.funnel.losses import Way, Weak
from plugins.funnel.states import REFUSALS
from plugins.funnel.steps import NAMES, Step
from plugins.language.messages import Message, counted, message
from plugins.reports.funnel.names import ADVICE, OTHER_WAY, TO_DO
from plugins.reports.funnel.wording import Wording


@dataclass(frozen=True, slots=True)
class Said:
    """A loss and what to do about it, each a sentence."""

    what: str
    advice: str


def claim(say: Wording) -> str:
    """The one thing to know."""
    found, total = say.counted.losses, say.counted.funnel.total
    if not say.counted.visited:
        return say.said(message("There are no visits here: only orders can be told of"))
    if total.visitors < say.least:
        few = counted(
            "%(n)s visitor: too few to say where buyers are lost",
            "%(n)s visitors: too few to say where buyers are lost",
            total.visitors,
            n=say.number(total.visitors),
        )
        return say.said(few)
    bought = message(
        "Of %(visitors)s visitors %(paid)s paid",
        visitors=say.number(total.visitors),
        paid=say.number(total.paid),
    )
    if not found.greatest:
        return say.said(bought)
    lost = message(
        "%(bought)s. Most are lost between “%(before)s” and “%(after)s”",
        bought=bought,
        before=NAMES[found.greatest.before],
        after=NAMES[found.greatest.after],
    )
    return say.said(lost)


def said(say: Wording) -> list[Said]:
    """Everything that is surely lost, the steps first, then pages, sources and ways to pay."""
    return [
        *_steps(say),
        *_products(say),
        *_landings(say),
        *_sources(say),
        *_ways(say),
        *_open(say),
    ]


def _steps(say: Wording) -> Iterator[Said]:
    found = say.counted.losses
    told = [loss for loss in (found.greatest, found.dearest) if loss]
    for loss in dict.fromkeys(told):
        what = message(
            "%(lost)s of %(whole)s visitors did not get from “%(before)s” to “%(after)s”; "
            "%(share)s went on.",
            lost=say.number(loss.lost),
            whole=say.number(loss.passed.whole),
            before=NAMES[loss.before],
            after=NAMES[loss.after],
            share=say.share(loss.passed),
        )
        yield Said(say.said(what), say.said(TO_DO[loss.after]))


def _products(say: Wording) -> Iterator[Said]:
    for weak in say.counted.losses.products:
        what = message(
            "%(page)s loses buyers between product and cart: %(mine)s of those who saw it went "
            "on, of other products %(others)s.",
            **_compared(weak, say),
        )
        advice = message(
            "Compare this page with one that sells: price, pictures, delivery, the first screen."
        )
        yield Said(say.said(what), say.said(advice))


def _landings(say: Wording) -> Iterator[Said]:
    for weak in say.counted.losses.landings:
        what = message(
            "Of those who land on %(page)s %(mine)s see a product, of other visitors %(others)s.",
            **_compared(weak, say),
        )
        known = say.counted.known(weak.name)
        advice = message("Put a link to a product into its text, where the reader's question ends.")
        if known and known.group:
            advice = message(
                "People come by “%(group)s”: put a link to a fitting product into the text.",
                group=known.group,
            )
        yield Said(say.said(what), say.said(advice))


def _sources(say: Wording) -> Iterator[Said]:
    for weak in say.counted.losses.sources:
        what = message(
            "Of visitors by “%(source)s” %(mine)s see a product, of others %(others)s.",
            source=say.source(weak.name),
            mine=say.share(weak.mine),
            others=say.share(weak.others),
        )
        advice = message("See what was promised there, and whether the page they land on keeps it.")
        yield Said(say.said(what), say.said(advice))


def _ways(say: Wording) -> Iterator[Said]:
    ways = {way.name: way for way in say.counted.ways}
    for weak in say.counted.losses.ways:
        way = ways[weak.name]
        what = message(
            "%(way)s fails most: %(failed)s orders of %(count)s, more than by other ways.",
            way=_first_upper(say.way(way.name)),
            failed=say.number(way.failed),
            count=say.number(way.count),
        )
        code = way.reasons[0][0] if way.reasons else ""
        told = " ".join(filter(None, (say.said(what), _code(way, say))))
        yield Said(told, _first_upper(say.said(_advice(code))) + ".")


def _advice(code: str) -> Message:
    return ADVICE.get(REFUSALS.get(code, code), OTHER_WAY)


def _code(way: Way, say: Wording) -> str:
    if not way.reasons:
        return ""
    code, count = way.reasons[0]
    often = message(
        "Most often: %(reason)s, %(count)s.", reason=say.reason(code), count=say.number(count)
    )
    return say.said(often)


def _open(say: Wording) -> Iterator[Said]:
    left, every = (sum(way.open for way in say.counted.ways), say.counted.funnel.joined.all)
    if left and every >= say.least:
        what = counted(
            "%(n)s order of %(all)s was made and never tried to pay.",
            "%(n)s orders of %(all)s were made and never tried to pay.",
            left,
            n=say.number(left),
            all=say.number(every),
        )
        advice = message("Where buyers have left an address, one reminder on the next day is fair.")
        yield Said(say.said(what), say.said(advice))


def _compared(weak: Weak, say: Wording) -> dict[str, str]:
    return {
        "page": say.plain_page(weak.name),
        "mine": say.share(weak.mine),
        "others": say.share(weak.others),
    }


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def steps_told(say: Wording) -> Iterator[Message]:
    """Steps of which no line tells, so that their numbers come from later ones."""
    noted, total = say.counted.funnel.noted, say.counted.funnel.total
    for step in (Step.PRODUCT, Step.CART, Step.CHECKOUT):
        if total.visitors and not noted.at(step):
            yield message(
                "No line of the exports tells of “%(step)s”: its number is that of later steps.",
                step=NAMES[step],
            )
