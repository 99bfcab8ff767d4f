"""Forms that browsers send, read with suspicion: a few short fields, each once."""

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import parse_qsl

from plugins.payment_service.payments import Payment

# Twenty items, each a token and a quantity, and what else a form of ours holds
LONGEST = 32_768
MOST_FIELDS = 60
TYPE = "application/x-www-form-urlencoded"
LONGEST_EMAIL = 254
_VISIT = re.compile(r"[0-9A-Za-z_-]{16,64}")
_QUANTITY = re.compile(r"[1-9][0-9]{0,2}")
_EMAIL = re.compile(r"""[^\s@,;:<>()\[\]"\\]{1,64}@(?:[\w-]+\.)+[\w-]{2,}""")


@dataclass(frozen=True)
class Form:
    """Names and values in their order; empty where the body was no form."""

    pairs: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """The first value of a name, else nothing."""
        return next((value for key, value in self.pairs if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a name."""
        return tuple(value for key, value in self.pairs if key == name)

    @property
    def email(self) -> str | None:
        """Where the receipt goes; empty where nothing is said, None for what is no address."""
        said = self.text("email").strip()
        good = len(said) <= LONGEST_EMAIL and said.isprintable() and _EMAIL.fullmatch(said)
        return said if good or not said else None

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


def form_of(kind: str, body: bytes) -> Form:
    """The form of a request: what its body says it is, and the body; none if it is too long."""
    if kind.partition(";")[0].strip().lower() != TYPE or len(body) > LONGEST:
        return Form()
    try:
        text = body.decode("ascii")
        pairs = parse_qsl(text, True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        return Form()
    return Form(tuple(pairs))
