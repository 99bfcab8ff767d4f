"""What checks of the sale go by: how links are signed, when they are made anew, who has the key."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.checkout import Checkout


@dataclass(frozen=True)
class Sale:
    """The owner's facts that checks of checkout links compare with.

    `checkout` is None where nothing is sold by links; `next_release` is when the site comes out
    next, None where nobody has planned it: then with the next signing period; `leaked` are files
    of the repository that hold the private key.
    """

    checkout: Checkout | None = None
    next_release: datetime | None = None
    leaked: tuple[str, ...] = ()

    def needed_until(self, checkout: Checkout) -> datetime:
        """How long links of this build must be good."""
        margin = timedelta(days=checkout.settings.margin)
        return (self.next_release or checkout.period.end) + margin


NO_SALE = Sale()
