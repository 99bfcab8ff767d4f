"""Where a buyer came from, as the browser adds it to a link: allow-listed, short, unsigned."""

from collections.abc import Iterable

LONGEST = 150
NAMES = (
    "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "yclid", "cid",
)  # fmt: skip


def attribution(parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is kept of the parameters of a link, in order of names; each name's first value."""
    kept: dict[str, str] = {}
    for name, value in parameters:
        if name in NAMES and 0 < len(value) <= LONGEST and value.isprintable():
            kept.setdefault(name, value)
    return dict(sorted(kept.items()))
