"""Sites of which engines are told nothing: without a key, of an example, not on the web."""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from plugins.company.example import ADVICE, FILE
from plugins.discovery.indexnow import engine_problems, whole_url
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, expected

KEY = "VITRINA_INDEXNOW_KEY"
_A_KEY = message("the key of the site")
_MAKE_ONE = message(
    "make one (python -c 'import secrets; print(secrets.token_hex(16))'), set it where the site is "
    "built and where it is told of, build and upload"
)
_AN_ENGINE = message("at least one engine")
_PUBLIC = message("the address of a site that everybody can reach")
# RFC 2606, RFC 6762 and what home networks use: nobody else can look there
RESERVED = (
    "localhost", "local", "test", "example", "invalid", "internal", "lan", "home.arpa",
    "example.com", "example.org", "example.net",
)  # fmt: skip


def refusals(
    address: str, key: str, engines: tuple[str, ...], *, example: bool
) -> Iterator[Problem]:
    """Why engines must not be told of this site."""
    if example:
        yield Problem(FILE, 0, "example", ADVICE)
    elif not is_public(address):
        yield Problem(FILE, 0, "site", expected(_PUBLIC, f"'{address}'"))
    if not key:
        yield Problem(KEY, 0, "", expected(_A_KEY, NOTHING, _MAKE_ONE))
    yield from engine_problems(engines)
    if not engines:
        yield Problem("pelicanconf.py", 0, "INDEXNOW_ENGINES", expected(_AN_ENGINE, NOTHING))


def is_public(address: str) -> bool:
    """Whether the host of an address can be one that engines reach."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return ip_address(host).is_global
    except ValueError:
        named = any(host == name or host.endswith(f".{name}") for name in RESERVED)
        return "." in host and not named and _is_written_right(address)


def _is_written_right(address: str) -> bool:
    """Whether host and port can be written as engines want them."""
    try:
        return bool(whole_url(address, "/"))
    except ValueError:
        return False
