"""Public keys and their lives (checkout-keys.csv): which may sign, which are still published."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator

from plugins.checkout.canonical import strict_base64url
from plugins.checkout.keys import KEY_BYTES, PublicKey, public_key
from plugins.checkout.periods import Length, period_of
from plugins.company.moments import Date
from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import message

FILE = "checkout-keys.csv"
COLUMNS = ("kid", "x", "since", "retired", "leaked")
State = Literal["waiting", "live", "retired", "gone"]
_X = message("the 32 bytes of an Ed25519 public key in base64url, 43 characters")


def _is_key(x: str) -> str:
    try:
        right = len(strict_base64url(x)) == KEY_BYTES
    except ValueError:
        right = False
    if not right:
        raise must_be(_X)
    return x


_OR_NOTHING = BeforeValidator(lambda value: None if value == "" else value)


class CheckoutKey(Record):
    """A public key: signs from `since` to the day before `retired`.

    After it retires it is published until its last link has died; a `leaked` one is not.
    """

    kid: str
    x: Annotated[str, AfterValidator(_is_key)]
    since: Date
    retired: Annotated[Date | None, _OR_NOTHING] = None
    leaked: Literal["", "yes"] = ""

    @model_validator(mode="after")
    def _named_by_itself(self) -> "CheckoutKey":
        if self.kid != public_key(self.x).kid:
            raise must_be(message("the kid %(kid)s for this key", kid=public_key(self.x).kid))
        return self

    def signs(self, day: date) -> bool:
        """Whether it may sign on a day."""
        ended = self.retired is not None and day >= self.retired
        return not self.leaked and self.since <= day and not ended

    def state(self, now: datetime, length: Length, grace: timedelta) -> State:
        """What it is at a moment, with periods of this length."""
        day = now.astimezone(MOSCOW).date()
        if self.leaked:
            return "gone"
        if self.retired is None or day < self.retired:
            return "live" if self.since <= day else "waiting"
        last = datetime.combine(self.retired, datetime.min.time(), MOSCOW)
        dies = (period_of(last, length).after + grace).date()
        return "retired" if day <= dies else "gone"


def published(
    keys: Iterable[CheckoutKey], now: datetime, length: Length, grace: timedelta
) -> tuple[PublicKey, ...]:
    """The keys that a service must know: those that sign, will sign, or whose links still live."""
    return tuple(public_key(k.x) for k in keys if k.state(now, length, grace) != "gone")


def row(key: CheckoutKey) -> Mapping[str, str]:
    """A line of the file."""
    said = key.model_dump(mode="json")
    return {name: said[name] or "" for name in COLUMNS}
