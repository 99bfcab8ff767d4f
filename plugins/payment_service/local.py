"""This machine and no other: where the stand-in may be served and where it may send."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from plugins.language.messages import message
from plugins.language.problems import Problem, expected

_HERE = message("an address of this machine: 127.0.0.1, ::1 or localhost")


def is_local(host: str) -> bool:
    """Whether a host is this machine, whoever asks: names other than localhost may change."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def public_problem(host: str) -> Problem | None:
    """Why the stand-in does not serve on a host; None where it may."""
    if is_local(host):
        return None
    advice = message("it plays with payments and asks nobody who they are")
    return Problem("invoke pay", 0, "host", expected(_HERE, f"'{host}'", advice))


def site_problem(address: str) -> Problem | None:
    """Why buyers are not led to a site; None where they may."""
    if _is_local_address(address):
        return None
    return Problem("invoke pay", 0, "site", expected(_HERE, f"'{address}'"))


def notify_problem(address: str) -> Problem | None:
    """Why notices are not sent to an address; None where they may, and where there is none."""
    if not address or _is_local_address(address):
        return None
    return Problem("invoke pay", 0, "notify", expected(_HERE, f"'{address}'"))


def _is_local_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and is_local(parts.hostname or "")
    except ValueError:
        return False
