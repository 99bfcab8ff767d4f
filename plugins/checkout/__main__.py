"""`python -m plugins.checkout verify TOKEN --keys FILE`: the reference of the contract."""

import json
import sys
import time
from argparse import ArgumentParser, Namespace
from datetime import datetime, timedelta
from pathlib import Path

from plugins.checkout.keys import keys_of
from plugins.checkout.refusals import Refused
from plugins.checkout.tokens import Verified, verified
from plugins.documents.front_matter import MOSCOW, date_of
from plugins.language.messages import Message, message, reader_language, verbatim
from plugins.language.problems import Problem, ProblemsFound, expected

LANG = reader_language()
_LATE = message("the link has expired, but is within the grace window")
_MOMENT = message("a moment such as 2026-11-22 10:00")


def main() -> None:
    """Verify one token; exit 0 with its claims, or 1 with the reason."""
    asked = _arguments()
    try:
        found = _verified(asked)
    except Refused as refused:
        _say(message("%(code)s: %(why)s", code=refused.reason.value, why=refused.message))
        raise SystemExit(1) from None
    said = json.dumps(found.claims.payload, ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(f"{said}\n".encode())
    if found.late:
        _say(_LATE)


def _verified(asked: Namespace) -> Verified:
    try:
        data = Path(asked.keys).read_bytes()
    except OSError as error:
        why = verbatim(str(error.strerror))
        raise ProblemsFound([Problem(asked.keys, 0, "", why)]) from None
    grace = timedelta(days=asked.grace)
    keys = keys_of(data, asked.keys)
    return verified(asked.token, keys, asked.audience, _moment(asked.now), grace)


def _moment(text: str) -> datetime:
    """The moment asked for, else now: this program is for people, so it may look at the clock."""
    if not text:
        return datetime.fromtimestamp(time.time(), MOSCOW)
    moment = date_of(text)
    if moment is None:
        raise ProblemsFound([Problem("--now", 0, "", expected(_MOMENT, f"'{text}'"))])
    return moment


def _arguments() -> Namespace:
    parser = ArgumentParser("python -m plugins.checkout", description=_told(_PURPOSE))
    commands = parser.add_subparsers(required=True)
    verify = commands.add_parser("verify", help=_told(_PURPOSE))
    verify.add_argument("token", help=_told(message("the signed part of a link, after t=")))
    verify.add_argument("--keys", required=True, help=_told(message("file of public keys (JWKS)")))
    verify.add_argument("--audience", help=_told(message("whose link it must be; not asked: any")))
    verify.add_argument("--now", default="", help=_told(message("the moment, such as 2026-11-22")))
    verify.add_argument(
        "--grace", type=int, default=0, help=_told(message("days after the end of a link"))
    )
    return parser.parse_args()


_PURPOSE = message("Verify a checkout link: print its claims, or say why it is refused.")


def _told(text: Message) -> str:
    return text.in_language(LANG).replace("%", "%%")


def _say(text: Message) -> None:
    sys.stderr.buffer.write(f"{text.in_language(LANG)}\n".encode())


if __name__ == "__main__":
    main()
