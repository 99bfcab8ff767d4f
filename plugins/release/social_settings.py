"""The setting SOCIAL: for which networks posts are drafted, and what each takes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound, expected

_WORD = re.compile(r"[a-z0-9][a-z0-9_-]*")
# Less holds no title with a link
LEAST = 300


class Content(StrEnum):
    """What a post tells of an article below its title."""

    OPENING = "opening"
    DESCRIPTION = "description"


@dataclass(frozen=True)
class SocialNetwork:
    """A network. `limit`: characters of a whole post; `links`: whether a link in it can be clicked.

    `hashtags`: how many of the article's tags go along; `langs`: the languages it speaks; `off`:
    why it is off unless SOCIAL turns it on.
    """

    key: str
    name: Message
    limit: int
    content: Content
    links: bool = True
    hashtags: int = 0
    langs: tuple[str, ...] = ("ru",)
    off: Message | None = None


TELEGRAM_OFF = message(
    "slowed down in Russia since February 2026, and since 5 March 2026 the antimonopoly service "
    "sees advertising there as a breach"
)
# VK, OK and Dzen name no bound that could be checked: theirs is ours, what people read in a feed.
# MAX takes 4,000 characters (seen 23 November 2026), Telegram 1,024 under a picture
NETWORKS = (
    SocialNetwork("vk", message("VK"), 900, Content.OPENING, hashtags=3),
    SocialNetwork("ok", message("OK"), 900, Content.OPENING),
    SocialNetwork("max", message("MAX"), 1_000, Content.DESCRIPTION),
    SocialNetwork("dzen", message("Dzen"), 600, Content.DESCRIPTION, hashtags=2),
    SocialNetwork("telegram", message("Telegram"), 1_024, Content.OPENING, off=TELEGRAM_OFF),
)


@dataclass(frozen=True)
class SocialSettings:
    """`on`: keys of the networks that posts are drafted for; `networks`: all that are known.

    `medium` stands in the links as utm_medium, the key of the network as utm_source, the last
    part of the article's address as utm_campaign.
    """

    on: tuple[str, ...] = ("vk", "ok", "max", "dzen")
    networks: tuple[SocialNetwork, ...] = NETWORKS
    medium: str = "social"

    def __post_init__(self) -> None:
        """Raises ProblemsFound for what no post could be made by."""
        if problems := list(_problems(self)):
            raise ProblemsFound(problems)

    @property
    def chosen(self) -> tuple[SocialNetwork, ...]:
        """The networks that are on, as `on` has them."""
        by_key = {network.key: network for network in self.networks}
        return tuple(by_key[key] for key in self.on)


def _problems(settings: SocialSettings) -> list[Problem]:
    keys = [network.key for network in settings.networks]
    known = message("one of %(names)s", names=", ".join(keys))
    found = [_wrong("on", known, key) for key in settings.on if key not in keys]
    word = message("letters a to z, digits, - and _")
    words = [("medium", settings.medium), *(("networks", key) for key in keys)]
    found += [_wrong(place, word, text) for place, text in words if not _WORD.fullmatch(text)]
    least = message("a number of at least %(least)s", least=LEAST)
    small = [network for network in settings.networks if network.limit < LEAST]
    return found + [_wrong(f"{n.key}.limit", least, str(n.limit)) for n in small]


def _wrong(place: str, what: Message, got: str) -> Problem:
    return Problem("publishconf.py", 0, f"SOCIAL.{place}", expected(what, f"'{got}'"))
