"""Links' claims, signed and verified: the reference of docs/checkout-contract.md."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.checkout.claims import Claims
from plugins.checkout.jws import compact, opened
from plugins.checkout.keys import Keys, SigningKey
from plugins.checkout.refusals import Reason, Refused

LONGEST = 500
NO_GRACE = timedelta(0)


@dataclass(frozen=True)
class Verified:
    """Claims that can be believed; `late` ones have expired and are within the grace window."""

    claims: Claims
    late: bool = False


def signed(claims: Claims, key: SigningKey) -> str:
    """The token of a link. Raises ValueError for claims that no service would accept."""
    return compact(Claims.of(claims.payload).payload, key)


def verified(
    token: str, keys: Keys, audience: str | None, now: datetime, grace: timedelta = NO_GRACE
) -> Verified:
    """What a token says, if all of it can be believed; raises Refused, which says why not.

    `audience` None takes a link for any service: to look at one, never to sell by it.
    """
    try:
        claims = Claims.of(opened(token, keys, LONGEST))
    except ValueError:
        raise Refused(Reason.CLAIMS) from None
    if audience is not None and claims.audience != audience:
        raise Refused(Reason.AUDIENCE)
    moment = now.timestamp()
    if moment < claims.issued:
        raise Refused(Reason.NOT_YET)
    if moment >= claims.expires + grace.total_seconds():
        raise Refused(Reason.EXPIRED)
    return Verified(claims, moment >= claims.expires)
