"""Where a buyer came from, as the browser adds it to a link: allow-listed, short, unsigned."""

import re
from collections.abc import Iterable

LONGEST = 150
MOST = 12
_NAME = re.compile(r"utm_[a-z]{2,20}|yclid|ClientID")


def attribution(parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is kept of the parameters of a link, in order of names; each name's first value."""
    kept: dict[str, str] = {}
    for name, value in parameters:
        fits = _NAME.fullmatch(name) and 0 < len(value) <= LONGEST and value.isprintable()
        if fits and len(kept) < MOST:
            kept.setdefault(name, value)
    return dict(sorted(kept.items()))
