"""The anchors of a target: no text may stand on too many of the links that lead to it."""

from collections import Counter
from collections.abc import Sequence
from math import floor
from typing import TypeVar

from plugins.internal_links.settings import LinkSettings

T = TypeVar("T")
EPSILON = 1e-9


def anchor_of(text: str) -> str:
    """An anchor as it is compared: letter case, ё and the width of spaces aside."""
    return " ".join(text.split()).casefold().replace("ё", "е")


def may_have(anchors: Counter[str], anchor: str, settings: LinkSettings) -> bool:
    """Whether a target with these incoming anchors may get one more of this text."""
    total = anchors.total() + 1
    if total < settings.anchor_from:
        return True
    more = anchors + Counter([anchor])
    worn = more.most_common(1)[0][1] if total == settings.anchor_from else more[anchor]
    return worn <= _most(total, settings)


def kept(by_hand: Counter[str], links: Sequence[tuple[str, T]], settings: LinkSettings) -> list[T]:
    """Of a target's links (anchor, link) as many as its anchors allow, in their order.

    `by_hand` are the anchors that cannot be changed. The largest number of links is looked for at
    which no anchor stands on more than its share; failing that, fewer than `anchor_from`.
    """
    made = Counter(anchor for anchor, _ in links)
    total = by_hand.total() + made.total()
    for size in range(total, settings.anchor_from - 1, -1):
        most = _most(size, settings)
        room = {a: max(0, min(made[a], most - by_hand[a])) for a in made}
        if by_hand.total() + sum(room.values()) >= size:
            return _first(links, room, size - by_hand.total())
    return _first(links, made, max(0, settings.anchor_from - 1 - by_hand.total()))


def _most(total: int, settings: LinkSettings) -> int:
    return floor(settings.anchor_share * total + EPSILON)


def _first(links: Sequence[tuple[str, T]], room: dict[str, int], size: int) -> list[T]:
    """Links in their order while their anchor has room; of too many those with a rare anchor."""
    left, found = dict(room), []
    for anchor, link in links:
        if left[anchor] > 0:
            left[anchor] -= 1
            found.append((anchor, link))
    while len(found) > size:
        worn = Counter(anchor for anchor, _ in found).most_common(1)[0][0]
        last = max(n for n, (anchor, _) in enumerate(found) if anchor == worn)
        del found[last]
    return [link for _, link in found]
