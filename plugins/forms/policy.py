"""What pages with forms may do more than others: send to the endpoint, with script or without."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.forms.record import Forms
from plugins.security import Sources


def sources(forms: Forms) -> Iterator[Sources]:
    """The origin of each endpoint, for forms and for scripts, on pages that name it."""
    for address in dict.fromkeys(filter(None, map(forms.sent_to, forms.forms))):
        parts = urlsplit(address)
        for directive in ("form-action", "connect-src"):
            origin = f"{parts.scheme}://{parts.netloc}"
            yield Sources(directive, (origin,), f'action="{address}"')
