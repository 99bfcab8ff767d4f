"""Forms that browsers send, read with suspicion: a few short fields, each once."""

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import parse_qsl

from plugins.payment_service.payments import Payment

LONGEST = 16_384
MOST_FIELDS = 30
_VISIT = re.compile(r"[0-9A-Za-z_-]{16,64}")
_QUANTITY = re.compile(r"[1-9][0-9]{0,2}")


@dataclass(frozen=True)
class Form:
    """Names and values in their order; empty where the body was no form."""

    pairs: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """The first value of a name, else nothing."""
        return next((value for key, value in self.pairs if key == name), "")

    @property
    def visit(self) -> str:
        """From which opened page it comes; empty where it does not say."""
        said = self.text("visit")
        return said if _VISIT.fullmatch(said) else ""

    def quantity(self, limits: tuple[int, int]) -> int | None:
        """How many; None for what is no number between the limits."""
        said = self.text("quantity")
        fits = _QUANTITY.fullmatch(said) and limits[0] <= int(said) <= limits[1]
        return int(said) if fits else None

    def payment(self, ways: Container[str], answers: Container[str]) -> Payment | None:
        """What was chosen on the page of an order; None where it was not chosen there."""
        way, chosen = self.text("way"), self.text("answer")
        if not self.visit or way not in ways or chosen not in answers:
            return None
        return Payment(self.visit, way, chosen)


def form_of(body: bytes) -> Form:
    """The form of a request's body."""
    if len(body) > LONGEST:
        return Form()
    try:
        pairs = parse_qsl(body.decode("ascii"), errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        return Form()
    return Form(tuple(pairs))
