"""Why something signed is refused: a code for machines, a sentence for people."""

from enum import StrEnum

from plugins.language.messages import Message, message


class Reason(StrEnum):
    """The codes, in the order in which a verifier looks (docs/checkout-contract.md)."""

    MALFORMED = "malformed"
    ENCODING = "encoding"
    HEADER = "header"
    ALGORITHM = "algorithm"
    UNKNOWN_KEY = "unknown-key"
    SIGNATURE = "signature"
    CLAIMS = "claims"
    AUDIENCE = "audience"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    # Of carts
    ITEMS = "items"
    QUANTITY = "quantity"
    MIXED = "mixed"
    DOUBLED = "doubled"
    TOTAL = "total"


SENTENCES = {
    Reason.MALFORMED: message(
        "this is no signed link: three parts with points between them, 500 characters at most"
    ),
    Reason.ENCODING: message("a part is not written as the contract wants; the link was altered"),
    Reason.HEADER: message("the header is not {alg, kid} in canonical JSON; the link was altered"),
    Reason.ALGORITHM: message("the algorithm is not EdDSA; nothing else is accepted"),
    Reason.UNKNOWN_KEY: message("the key is not among the public keys: retired, or not ours"),
    Reason.SIGNATURE: message("the signature does not fit; the link was altered"),
    Reason.CLAIMS: message("the claims are not those of the contract"),
    Reason.AUDIENCE: message("the link is meant for another service"),
    Reason.NOT_YET: message("the link is not valid yet; is the clock right?"),
    Reason.EXPIRED: message("the link has expired; take a new one from the page of the product"),
    Reason.ITEMS: message("a cart has 1 to 20 items, and a quantity for each"),
    Reason.QUANTITY: message("a quantity is no whole number within the limits of its item"),
    Reason.MIXED: message("the items are of different sites or currencies"),
    Reason.DOUBLED: message("an item stands twice; add its quantities up"),
    Reason.TOTAL: message("the total is above the ceiling"),
}


class Refused(Exception):  # noqa: N818 - it is an answer, not a mistake of ours
    """Something signed is not accepted; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)

    @property
    def message(self) -> Message:
        """The sentence for people."""
        return SENTENCES[self.reason]
