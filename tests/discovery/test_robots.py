"""robots.txt: a strict grammar, and two parsers that must agree on who may read what."""

import pytest
from gpyrobotstxt.robots_cc import RobotsMatcher
from protego import Protego

from plugins.discovery.robots import (
    MOST_RULES,
    TRACKING,
    RobotGroup,
    RobotsSettings,
    robots_problems,
    robots_txt,
)
from tests.audit.subjects import ADDRESS, site
from tests.discovery.robots_judge import faults

FILE = """User-agent: *
Disallow: /pagefind/

User-agent: Yandex
Disallow: /pagefind/
Clean-param: utm_source&utm_medium&utm_campaign&utm_content&utm_term&yclid&ysclid&gclid&fbclid\
&openstat&_openstat&etext&ybaip&from&roistat&erid

Sitemap: https://example.com/sitemap.xml
"""
OURS = RobotsSettings(
    closed=("/pagefind/", "/*?print=", "/старое/", "/draft$"),
    groups=(
        RobotGroup(("GPTBot", "CCBot"), closed=("/",)),
        RobotGroup(("YandexAdditional",), closed=("/",), opened=("/blog/",)),
    ),
)
VERDICTS = [
    ("YandexBot", "/", True),
    ("YandexBot", "/blog/a/", True),
    ("YandexBot", "/blog/a/?utm_source=vk", True),
    ("YandexBot", "/poisk/", True),
    ("YandexBot", "/404.html", True),
    ("YandexBot", "/sitemap.xml", True),
    ("YandexBot", "/feed.xml", True),
    ("YandexBot", "/theme/favicon.svg", True),
    ("YandexBot", "/pictures/a.jpg", True),
    ("YandexBot", "/pagefind/ru.json", False),
    ("YandexBot", "/pagefindings/", True),
    ("YandexBot", "/a/?print=1", False),
    ("YandexBot", "/старое/x/", False),
    ("YandexBot", "/draft", False),
    ("YandexBot", "/drafts/", True),
    ("Googlebot", "/", True),
    ("Googlebot", "/pagefind/ru.json", False),
    ("Googlebot", "/a/?print=1", False),
    ("Googlebot", "/старое/", False),
    ("Googlebot-Image", "/pictures/a.jpg", True),
    ("bingbot", "/pagefind/", False),
    ("bingbot", "/blog/", True),
    ("GPTBot", "/", False),
    ("CCBot", "/blog/a/", False),
    ("YandexAdditional", "/", False),
    ("YandexAdditional", "/blog/a/", True),
]


def said(settings: RobotsSettings) -> list[str]:
    return [p.in_language("en") for p in robots_problems(site(), settings, ADDRESS)]


def token(bot: str) -> str:
    """The group that a robot looks for: those of Yandex obey «Yandex», unless they are named."""
    return "Yandex" if bot == "YandexBot" else bot


def test_the_file() -> None:
    assert robots_txt(RobotsSettings(), ADDRESS).decode() == FILE


@pytest.mark.parametrize(
    "settings", [RobotsSettings(), OURS, RobotsSettings(closed=(), tracking=())]
)
def test_the_grammar_finds_nothing(settings: RobotsSettings) -> None:
    assert said(settings) == []
    assert faults(robots_txt(settings, ADDRESS)) == []


@pytest.mark.parametrize(("bot", "path", "verdict"), VERDICTS)
def test_two_parsers_agree(bot: str, path: str, verdict: bool) -> None:
    data = robots_txt(OURS, ADDRESS)
    protego = Protego.parse(data.decode())
    google = RobotsMatcher()

    assert protego.can_fetch(f"{ADDRESS}{path}", token(bot)) is verdict
    assert google.allowed_by_robots(data, [token(bot)], f"{ADDRESS}{encoded(path)}") is verdict


def encoded(path: str) -> str:
    """An address as robots ask for it."""
    from urllib.parse import quote

    return quote(path, safe="/?=")


def test_both_parsers_read_the_sitemap() -> None:
    assert list(Protego.parse(FILE).sitemaps) == [f"{ADDRESS}/sitemap.xml"]


def test_nothing_that_is_long_dead_is_written() -> None:
    data = robots_txt(OURS, ADDRESS).lower()

    assert b"host:" not in data
    assert b"crawl-delay" not in data


def test_parameters_that_fill_more_than_a_line_go_on_in_the_next() -> None:
    names = tuple(f"parameter_number_{n}" for n in range(100))
    data = robots_txt(RobotsSettings(tracking=names), ADDRESS)
    lines = [line for line in data.decode().splitlines() if line.startswith("Clean-param: ")]

    assert max(map(len, lines)) <= 500
    assert [name for line in lines for name in line.split()[1].split("&")] == list(names)
    assert faults(data) == []


def test_the_list_has_what_yandex_adds_itself() -> None:
    assert {"ysclid", "yclid", "utm_source", "erid"} <= set(TRACKING)
    assert "q" not in TRACKING


@pytest.mark.parametrize("path", ["pagefind/", "/a b/", "/a$b", "/a#b", "", "https://example.com/"])
def test_a_path_that_robots_would_read_otherwise_is_refused(path: str) -> None:
    what = "a path that begins with / or *, with $ at its end only and no spaces"

    assert said(RobotsSettings(closed=(path,))) == [
        f"pelicanconf.py: ROBOTS.closed: expected {what}, got '{path}'"
    ]


@pytest.mark.parametrize("name", ["utm source", "a&b", "", "имя", "x" * 500])
def test_a_parameter_that_is_none_is_refused(name: str) -> None:
    assert said(RobotsSettings(tracking=(name,))) == [
        f"pelicanconf.py: ROBOTS.tracking: expected the name of a parameter, got '{name}'"
    ]


@pytest.mark.parametrize("robot", ["*", "Yandex", "yandex", "Гугл", "A Bot"])
def test_a_group_for_whom_there_is_one_already_is_refused(robot: str) -> None:
    assert said(RobotsSettings(groups=(RobotGroup((robot,)),))) == [
        "pelicanconf.py: ROBOTS.groups: "
        f"expected the name of a robot that has no group yet, in letters, got '{robot}'"
    ]


def test_more_than_yandex_reads_is_refused() -> None:
    rules = tuple(f"/{n}/" for n in range(MOST_RULES))

    assert said(RobotsSettings(closed=rules)) == [
        "pelicanconf.py: ROBOTS.closed: expected at most 2048 rules, got 4096 rules"
    ]
    assert (
        said(RobotsSettings(closed=(f"/{'я' * 200}/",)))
        == [
            "pelicanconf.py: ROBOTS.closed: expected a rule of at most 1024 characters, "
            "got 'Disallow: /%D1%8F%D1%8F%D1%8F%D1%8F%D1%8…'"
        ]
        * 2
    )
    large = said(RobotsSettings(closed=tuple(f"/{'a' * 900}{n}/" for n in range(300))))
    assert large == [
        "pelicanconf.py: ROBOTS.closed: expected a file of at most 500000 bytes, got 549600"
    ]


DEFECTS = {
    "a misspelt directive": ("Disallow: /pagefind/", "Disalow: /pagefind/"),
    "a colon that is missing": ("Disallow: /pagefind/", "Disallow /pagefind/"),
    "a rule without its slash": ("Disallow: /pagefind/", "Disallow: pagefind/"),
    "a space before the colon": ("Disallow: ", "Disallow : "),
    "small letters": ("User-agent: *", "user-agent: *"),
    "a rule before any robot": ("User-agent: *\n", ""),
    "a blank line inside a group": ("User-agent: *\n", "User-agent: *\n\n"),
    "a Yandex group that forgets a rule": (
        "Yandex\nDisallow: /pagefind/\n",
        "Yandex\nDisallow: /x/\n",
    ),
    "no group for Yandex": ("User-agent: Yandex", "User-agent: Bing"),
    "a robot twice": ("User-agent: Yandex", "User-agent: Yandex\nUser-agent: *"),
    "parameters joined by spaces": ("utm_source&utm_medium", "utm_source utm_medium"),
    "parameters joined by commas": ("utm_source&utm_medium", "utm_source,utm_medium"),
    "parameters without end": ("Clean-param: ", f"Clean-param: {'x' * 500}&"),
    "a sitemap without its host": ("Sitemap: https://example.com/", "Sitemap: /"),
    "no sitemap": ("Sitemap: https://example.com/sitemap.xml\n", ""),
    "Host": ("Sitemap:", "Host: example.com\nSitemap:"),
    "Crawl-delay": ("Clean-param", "Crawl-delay: 2\nClean-param"),
    "a comment in a line": ("Disallow: /pagefind/", "Disallow: /pagefind/ # the search"),
    "letters that are not ASCII": ("/pagefind/", "/поиск/"),
    "a dollar in the middle": ("/pagefind/", "/page$find/"),
    "an end that is missing": ("sitemap.xml\n", "sitemap.xml"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_grammar_refuses_each_seeded_defect(defect: str) -> None:
    right, wrong = DEFECTS[defect]
    assert right in FILE

    assert faults(FILE.replace(right, wrong, 1).encode())


def test_the_grammar_refuses_what_is_too_much() -> None:
    many = "".join(f"Disallow: /{n}/\n" for n in range(2_100))
    assert faults(FILE.replace("User-agent: Yandex\n", f"User-agent: Yandex\n{many}").encode())
    assert faults(FILE.replace("/pagefind/", f"/{'a' * 1_100}/").encode())
    assert faults(f"\ufeff{FILE}".encode())
    assert faults(FILE.replace("\n", "\r\n").encode())
