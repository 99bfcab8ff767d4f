"""Keys that sign checkout links: made, listed, retired; secrets are written only where told."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from plugins.checkout.canonical import base64url
from plugins.checkout.key_list import COLUMNS, FILE, CheckoutKey, row
from plugins.checkout.key_source import FILE_VARIABLE, VARIABLE, inside_repository, read_key_file
from plugins.checkout.keys import SigningKey, private_jwk, signing_key
from plugins.checkout.settings import CheckoutSettings
from plugins.documents.front_matter import MOSCOW
from plugins.documents.pelican_bridge import settings_of
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected

# A second key is published some days before it signs, so that services know it by then
AHEAD = timedelta(days=2)
_STATES = {
    "waiting": message("signs from %(since)s"),
    "live": message("may sign"),
    "retired": message("retired on %(retired)s, published until its last link has died"),
    "gone": message("gone: neither signs nor is published"),
}


@dataclass(frozen=True)
class Keyring:
    """The listed keys of a project, and what their states are judged by."""

    root: Path
    keys: tuple[CheckoutKey, ...]
    settings: CheckoutSettings
    now: datetime

    @property
    def today(self) -> date:
        """The day in Moscow."""
        return self.now.astimezone(MOSCOW).date()

    @property
    def signing(self) -> tuple[CheckoutKey, ...]:
        """Keys that may sign today."""
        return tuple(key for key in self.keys if key.signs(self.today))

    def written(self, keys: Sequence[CheckoutKey]) -> None:
        """Put other keys into the file, all at once."""
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(map(row, keys))
        file = self.root / "content" / "data" / FILE
        beside = file.with_suffix(".new")
        beside.write_text(text.getvalue(), "utf-8")
        beside.replace(file)


def keyring(settings_file: Path) -> Keyring:
    """The keys of a project; the private key plays no part, so a wrong one hinders nothing."""
    kept = {name: os.environ.pop(name, None) for name in (VARIABLE, FILE_VARIABLE)}
    try:
        settings = settings_of(settings_file)
    finally:
        os.environ.update({name: value for name, value in kept.items() if value is not None})
    found = settings["CHECKOUT_KEYS"], settings["CHECKOUT"], settings["NOW"]
    return Keyring(settings_file.parent, *found)


def listed(ring: Keyring) -> Iterator[Message]:
    """A line for each key."""
    for key in ring.keys:
        state = key.state(ring.now, ring.settings.period, timedelta(days=ring.settings.grace))
        what = Message(_STATES[state].text, (("since", key.since), ("retired", key.retired)))
        yield message("%(kid)s: %(state)s", kid=key.kid, state=what)
    if not ring.keys:
        yield message("no keys; make one with `invoke keys new --to FILE`")


def new_key(ring: Keyring, to: str) -> Iterator[Message]:
    """Make a key: the private half into a file that only its owner reads, the public one listed.

    A file that holds a key already keeps it; if that is not listed yet, it is now.
    """
    file = Path(to).expanduser()
    if not to or inside_repository(file, ring.root):
        what = message("a file outside of the repository, where git cannot take it along")
        raise _wrong("--to", expected(what, f"'{to}'" if to else NOTHING))
    key = read_key_file(file, ring.root) if file.exists() else _made(file)
    since = ring.today + (AHEAD if ring.signing else timedelta(0))
    if all(known.kid != key.public.kid for known in ring.keys):
        entry = CheckoutKey(kid=key.public.kid, x=key.public.x, since=since)
        ring.written((*ring.keys, entry))
    yield message("key %(kid)s: the private half is in %(file)s", kid=key.public.kid, file=file)
    yield message(
        "1. commit content/data/%(name)s and publish, so that services know it", name=FILE
    )
    yield message(
        "2. from %(since)s on set %(variable)s=%(file)s; where there are no files, such as in CI,"
        " put its content into the secret %(other)s",
        since=since,
        variable=FILE_VARIABLE,
        file=file.resolve(),
        other=VARIABLE,
    )
    yield message("3. keep a copy where nobody else can read it; it stands nowhere else")


def retire(ring: Keyring, kid: str, leaked: bool) -> Iterator[Message]:
    """From today a key signs nothing; a leaked one is published no more, its links die."""
    if all(key.kid != kid for key in ring.keys):
        names = ", ".join(key.kid for key in ring.keys) or NOTHING
        raise _wrong("--kid", expected(message("one of %(names)s", names=names), f"'{kid}'"))
    ring.written([_ended(key, ring.today, leaked) if key.kid == kid else key for key in ring.keys])
    yield message("key %(kid)s signs nothing any more; publish to make it so", kid=kid)
    if leaked:
        yield message("its links die as soon as services have fetched the new list")
    if not _others(ring.signing, kid):
        yield message("no other key may sign now; make one with `invoke keys new --to FILE`")


def _others(keys: Iterable[CheckoutKey], kid: str) -> list[CheckoutKey]:
    return [key for key in keys if key.kid != kid]


def _ended(key: CheckoutKey, day: date, leaked: bool) -> CheckoutKey:
    retired = min(key.retired or day, day)
    return key.model_copy(update={"retired": retired, "leaked": "yes" if leaked else key.leaked})


def _made(file: Path) -> SigningKey:
    key = signing_key(base64url(Ed25519PrivateKey.generate().private_bytes_raw()))
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="ascii") as written:
        written.write(private_jwk(key) + "\n")
    return key


def _wrong(place: str, text: Message) -> ProblemsFound:
    return ProblemsFound([Problem("invoke keys", 0, place, text)])
