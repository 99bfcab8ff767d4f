"""What pages with forms need: when somebody may be called, where forms may be sent."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from plugins.company.company import Hours
from plugins.forms.record import Forms
from plugins.security import Sources

STRETCH = timedelta(hours=2)
# A rest of the day that is shorter joins the stretch before it
SHORTEST = timedelta(hours=1)


def call_times(hours: Hours) -> tuple[tuple[time, time], ...]:
    """The template filter: stretches of the working hours, in which a visitor may be called."""
    day = date.min
    at, closes = datetime.combine(day, hours.opens), datetime.combine(day, hours.closes)
    found = []
    while at < closes:
        end = at + STRETCH if closes - at >= STRETCH + SHORTEST else closes
        found.append((at.time(), end.time()))
        at = end
    return tuple(found)


def sources(forms: Forms) -> Iterator[Sources]:
    """What pages with forms may do more than others: send to the endpoint, with script or not."""
    for address in dict.fromkeys(filter(None, map(forms.sent_to, forms.forms))):
        parts = urlsplit(address)
        for directive in ("form-action", "connect-src"):
            origin = f"{parts.scheme}://{parts.netloc}"
            yield Sources(directive, (origin,), f'action="{address}"')
