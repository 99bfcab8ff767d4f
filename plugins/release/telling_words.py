"""What `invoke indexnow` says: pages to be told, what engines answered, what to do about it."""

from collections.abc import Iterator, Sequence

from plugins.discovery.indexnow import MOST_URLS, Meaning, reason_of
from plugins.language.messages import Message, counted, message
from plugins.release.indexnow import Delivery
from plugins.release.telling import Plan

SHOWN = 50
_KINDS = (
    ("added", message("new: %(url)s")),
    ("changed", message("changed: %(url)s")),
    ("removed", message("removed: %(url)s")),
)
_ADVICE = {
    202: message(
        "the engine has the addresses and still checks the key; if it says so next time, too, "
        "open %(key)s: it must show the key alone"
    ),
    400: message("the engine does not understand the request; see INDEXNOW_ENGINES"),
    403: message(
        "the engine could not load the key, or the key does not fit the addresses; open %(key)s: "
        "it must show the key alone, to robots as well"
    ),
    405: message("the engine takes no POST at this address; see INDEXNOW_ENGINES"),
    422: message(
        "the engine finds addresses or the place of the key wrong, among these: %(first)s … "
        "%(last)s"
    ),
    429: message("too many requests: the next run sends the rest; wait ten minutes at least"),
}
_OUT_OF_ORDER = message("the engine is out of order: the next run sends the rest")
_SILENCE = message("%(why)s: the next run sends the rest")
_A_PAGE = message(
    "a web page came instead of the engine's answer, from a proxy or a provider: the next run "
    "sends the rest"
)
_NO_ENGINE = message("nothing answers as IndexNow does at this address; see INDEXNOW_ENGINES")


def planned_lines(plans: Sequence[Plan], most: int | None = SHOWN) -> Iterator[Message]:
    """A line for each page that an engine is to be told, `most` of them; then how many."""
    for plan in plans:
        lines = [
            message(text.text, url=f"{plan.now.address}{url}")
            for kind, text in _KINDS
            for url in getattr(plan.changes, kind)
        ]
        yield from lines[:most]
        if most is not None and len(lines) > most:
            yield message("… and %(count)s more", count=len(lines) - most)
        yield _sum(plan)


def _sum(plan: Plan) -> Message:
    found = plan.changes
    if not found.urls:
        return message("%(engine)s: nothing has changed since the last time", engine=plan.engine)
    return message(
        "%(engine)s: new %(added)s, changed %(changed)s, removed %(removed)s; %(requests)s",
        engine=plan.engine,
        added=len(found.added),
        changed=len(found.changed),
        removed=len(found.removed),
        requests=counted(
            "%(count)s request", "%(count)s requests", -(-len(found.urls) // MOST_URLS)
        ),
    )


def answer_lines(plans: Sequence[Plan], deliveries: Sequence[Delivery]) -> Iterator[Message]:
    """What each engine accepted and what is left, with its answers; then what to do about it."""
    for plan in plans:
        mine = [d for d in deliveries if d.batch.engine == plan.engine]
        if mine:
            yield _result(plan, mine)
        yield from dict.fromkeys(advice for delivery in mine for advice in _advice(delivery))


def _result(plan: Plan, mine: Sequence[Delivery]) -> Message:
    accepted = sum(len(delivery.accepted) for delivery in mine)
    answers = dict.fromkeys(str(d.answer.status) for d in mine if d.answer.status)
    return message(
        "%(engine)s: accepted %(accepted)s, left for the next run %(left)s; answers: %(answers)s",
        engine=plan.engine,
        accepted=accepted,
        left=len(plan.changes.urls) - accepted,
        answers=", ".join(answers) or "—",
    )


def _advice(delivery: Delivery) -> Iterator[Message]:
    """What an answer other than 200 means for whoever reads it, and what the engine said."""
    batch, meant = delivery.batch, _meant(delivery)
    if meant is None:
        return
    places = {"key": batch.key_location, "first": batch.paths[0], "last": batch.paths[-1]}
    yield message("%(engine)s: %(told)s", engine=batch.engine, told=_filled(meant, places))
    if said := reason_of(delivery.answer.body):
        yield message("%(engine)s says: %(said)s", engine=batch.engine, said=said)


def _filled(text: Message, places: dict[str, str]) -> Message:
    return message(text.text, **places, **dict(text.values))


def _meant(delivery: Delivery) -> Message | None:
    answer = delivery.answer
    if delivery.meaning is Meaning.ACCEPTED and answer.status != 202:
        return None
    if answer.failure is not None:
        return message(_SILENCE.text, why=answer.failure)
    if answer.status in (200, 202) and delivery.meaning is Meaning.LATER:
        return _A_PAGE
    return _ADVICE.get(answer.status, _OUT_OF_ORDER if answer.status >= 500 else _NO_ENGINE)
