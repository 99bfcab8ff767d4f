"""What pages with forms may do more than others: send to the endpoint, with script or without."""

from collections.abc import Iterator

from plugins.forms.record import Forms
from plugins.security import Sources
from plugins.security.policy import origin_of


def sources(forms: Forms) -> Iterator[Sources]:
    """The origin of each endpoint, for forms and for scripts, on pages that name it."""
    for address in dict.fromkeys(filter(None, map(forms.sent_to, forms.forms))):
        for directive in ("form-action", "connect-src"):
            yield Sources(directive, (origin_of(address),), f'action="{address}"')
