"""robots.txt: what robots need not read, and which parameters do not make another page.

A page that must not be listed says noindex itself and stays open: a robot that may not read it
would never see that. The example company closes nothing either: publishing refuses it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.discovery.sitemap import PATH as SITEMAP
from plugins.documents import Site
from plugins.documents.addresses import encoded
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, expected

PATH = "robots.txt"
# Added by networks, mailings and Yandex itself (ysclid, by every click in its results)
TRACKING = (
    *("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"),
    *("yclid", "ysclid", "gclid", "fbclid", "openstat", "_openstat", "etext", "ybaip"),
    *("from", "roistat", "erid"),
)
# What Yandex reads of a file: rules, characters of a rule, characters of Clean-param, bytes
MOST_RULES = 2_048
LONGEST_RULE = 1_024
LONGEST_PARAMETERS = 500
MOST_BYTES = 500_000
_PATH = re.compile(r"[/*][^\s#]*")
_NAME = re.compile(r"[A-Za-z0-9._~\-\[\]]+")
_ROBOT = re.compile(r"\*|[A-Za-z_-]+")


@dataclass(frozen=True)
class RobotGroup:
    """Rules for some robots alone. They keep to these and to none of the others."""

    robots: tuple[str, ...]
    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()


@dataclass(frozen=True)
class RobotsSettings:
    """`closed`: beginnings of paths that no robot needs; files only, since a page says noindex.

    `tracking`: parameters of addresses that change nothing on a page. `groups`: further robots.
    """

    closed: tuple[str, ...] = ("/pagefind/",)
    tracking: tuple[str, ...] = TRACKING
    groups: tuple[RobotGroup, ...] = ()


def robots_txt(settings: RobotsSettings, address: str) -> bytes:
    """The file. Yandex passes over `*` where it has a group, so its group says everything again.

    `address` is the site's, without a slash at its end.
    """
    groups = [
        _group(RobotGroup(("*",), settings.closed)),
        [*_group(RobotGroup(("Yandex",), settings.closed)), *_clean(settings.tracking)],
        *map(_group, settings.groups),
        [f"Sitemap: {address}/{SITEMAP}"],
    ]
    return "\n".join("".join(f"{line}\n" for line in group) for group in groups).encode()


def _group(group: RobotGroup) -> list[str]:
    rules = [f"Allow: {encoded(path, '%?')}" for path in group.opened]
    rules += [f"Disallow: {encoded(path, '%?')}" for path in group.closed]
    return [*(f"User-agent: {robot}" for robot in group.robots), *(rules or ["Disallow:"])]


def _clean(names: tuple[str, ...]) -> Iterator[str]:
    """Lines of Clean-param, each as long as Yandex reads."""
    line = ""
    for name in dict.fromkeys(names):
        longer = f"{line}&{name}" if line else f"Clean-param: {name}"
        if len(longer) > LONGEST_PARAMETERS:
            yield line
            longer = f"Clean-param: {name}"
        line = longer
    if line:
        yield line


def robots_problems(_site: Site, settings: RobotsSettings, address: str) -> Iterator[Problem]:
    """Settings that robots would not read, or would read otherwise than meant."""
    for place, what in (*_wrong_words(settings), *_too_much(robots_txt(settings, address))):
        yield Problem("pelicanconf.py", 0, f"ROBOTS.{place}", what)


def _wrong_words(settings: RobotsSettings) -> Iterator[tuple[str, Message]]:
    own = [("closed", path) for path in settings.closed]
    groups = [("groups", path) for group in settings.groups for path in group.closed + group.opened]
    for place, path in (*own, *groups):
        if not _PATH.fullmatch(path) or "$" in path[:-1]:
            what = message("a path that begins with / or *, with $ at its end only and no spaces")
            yield place, expected(what, f"'{path}'")
    for name in settings.tracking:
        if not _NAME.fullmatch(name) or len(name) > LONGEST_PARAMETERS - len("Clean-param: "):
            yield "tracking", expected(message("the name of a parameter"), f"'{name}'")
    taken = {"*", "yandex"}
    for robot in (robot for group in settings.groups for robot in group.robots):
        if not _ROBOT.fullmatch(robot) or robot.lower() in taken:
            what = message("the name of a robot that has no group yet, in letters")
            yield "groups", expected(what, f"'{robot}'")
        taken.add(robot.lower())


def _too_much(data: bytes) -> Iterator[tuple[str, Message]]:
    rules = [line for line in data.decode().splitlines() if "llow:" in line]
    if len(rules) > MOST_RULES:
        got = counted("%(count)s rule", "%(count)s rules", len(rules))
        yield "closed", expected(message("at most %(limit)s rules", limit=MOST_RULES), got)
    for rule in rules:
        if len(rule) > LONGEST_RULE:
            what = message("a rule of at most %(limit)s characters", limit=LONGEST_RULE)
            yield "closed", expected(what, f"'{rule[:40]}…'")
    if len(data) > MOST_BYTES:
        what = message("a file of at most %(limit)s bytes", limit=MOST_BYTES)
        yield "closed", expected(what, len(data))
