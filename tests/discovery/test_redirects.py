"""Old addresses: where they lead, the pages that lead on, and the maps of nginx and Caddy."""

from pathlib import Path

import pytest

from plugins.data_files import read_csv
from plugins.discovery.redirects import Move, moved_pages, moves
from plugins.discovery.server_maps import caddy_site, nginx_map, nginx_server
from plugins.documents.addresses import Redirect
from tests.discovery.server_words import words_of
from tests.sites import output_of, project

BOTH = ("ru", "en")
HARD = """/старая страница/,/новая/
/say-%22hi%22/,/new/
/price-$uri/,/$args/
/a;b/,/it's/
/50%25/,/new/
""".replace("старая страница", "старая%20страница")


def redirects(text: str) -> tuple[tuple[Redirect, ...], list[str]]:
    """The lines of a redirects.csv, and what is said of them."""
    found, problems = read_csv(Redirect, "redirects.csv", f"from,to\n{text}".encode())
    return found, [problem.in_language("en") for problem in problems]


def followed(text: str) -> list[tuple[str, str | None]]:
    found, said = redirects(text)
    assert not said
    return [(move.old, move.new) for move in moves(found)]


def block(config: str, start: str) -> list[list[str]]:
    """The lines of a block as words."""
    lines = config.split(f"{start} {{\n")[1].splitlines()
    return [words_of(line) for line in lines[: lines.index("}")]]


def test_chains_lead_to_their_end() -> None:
    assert followed("/a/,/b/\n/b/,/c/\n/c/,/d/\n") == [
        ("/a/", "/d/"),
        ("/b/", "/d/"),
        ("/c/", "/d/"),
    ]


def test_a_chain_to_what_is_gone_is_gone() -> None:
    assert followed("/a/,/b/\n/b/,410\n") == [("/a/", None), ("/b/", None)]


def test_addresses_in_any_letters() -> None:
    assert followed(HARD) == [
        ("/старая страница/", "/%D0%BD%D0%BE%D0%B2%D0%B0%D1%8F/"),
        ('/say-"hi"/', "/new/"),
        ("/price-$uri/", "/%24args/"),
        ("/a;b/", "/it%27s/"),
        ("/50%/", "/new/"),
    ]


def test_the_pages_at_old_addresses() -> None:
    found, _ = redirects("/a/,/b/\n/en/a/,/en/b/\n/x.html,/b/\n/gone/,410\n/б%20в/,/b/\n")

    assert [tuple(page) for page in moved_pages(found, BOTH)] == [
        ("a/index.html", "/b/", "ru"),
        ("en/a/index.html", "/en/b/", "en"),
        ("x.html", "/b/", "ru"),
        ("б в/index.html", "/b/", "ru"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "old/",
        "/a b/",
        '/a"/',
        "/a?id=1",
        "/a//b/",
        "/a\\",
        "/{$HOME}/",
        "/../x/",
        "/a%0Ab/",
        "410/",
    ],
)
def test_what_is_no_path_is_refused(address: str) -> None:
    _, said = redirects(f'/old/,"{address.replace(chr(34), chr(34) * 2)}"\n')

    assert said == [f"redirects.csv:2: to: expected a path such as /old-page/, got '{address}'"]


def test_an_address_of_another_site_and_none_are_refused() -> None:
    for address, got in (("https://example.com/", "'https://example.com/'"), ("", "nothing")):
        _, said = redirects(f"/old/,{address}\n")
        assert said == [f"redirects.csv:2: to: expected a path such as /old-page/, got {got}"]


def test_a_long_address_that_is_wrong_is_refused_at_once() -> None:
    _, said = redirects(f"/old/,/{'a' * 190}?\n")

    assert len(said) == 1


def test_nginx_gets_every_address_as_it_compares_them() -> None:
    found, _ = redirects(HARD)

    assert block(nginx_map(moves(found), BOTH), "map $uri $redirected_to") == [
        ["/старая страница/", "/%D0%BD%D0%BE%D0%B2%D0%B0%D1%8F/", ";"],
        ['/say-"hi"/', "/new/", ";"],
        ["/price-$uri/", "/%24args/", ";"],
        ["/a;b/", "/it%27s/", ";"],
        ["/50%/", "/new/", ";"],
    ]


def test_nginx_is_kept_from_leading_round_by_capitals() -> None:
    """It compares strings without regard to case, so /About/ to /about/ would never end."""
    found, _ = redirects("/About/,/about/\n/x.php,/X.html\n/x/,/y/\n")

    assert [
        line[0] for line in block(nginx_map(moves(found), BOTH), "map $uri $redirected_to")
    ] == [
        "~^/About/$",
        "/x.php",
        "/x/",
    ]
    found, _ = redirects("/about.us/,/About.us/\n")
    assert block(nginx_map(moves(found), BOTH), "map $uri $redirected_to") == [
        ["~^/about\\x{2e}us/$", "/About.us/", ";"]
    ]


def test_nginx_knows_what_is_gone_and_whose_error_page_to_show() -> None:
    config = nginx_map((Move("/gone/", None),), BOTH)

    assert block(config, "map $uri $redirected_to") == []
    assert block(config, "map $uri $gone") == [["volatile", ";"], ["/gone/", "1", ";"]]
    assert block(config, "map $uri $error_page_of") == [
        ["default", "/404.html", ";"],
        ["~^/en/", "/en/404.html", ";"],
    ]
    server = nginx_server(BOTH)
    assert "if ($gone) { return 410; }" in server
    assert "return 301 $redirected_to$is_args$args;" in server
    assert "error_page 404 410 $error_page_of;" in server
    assert "location = /en/404.html { internal; }" in server


def test_nginx_has_room_for_the_longest_address() -> None:
    long = Move(f"/{'ы' * 199}/", "/new/")

    assert "map_hash_bucket_size 512;" in nginx_map((long,), BOTH)
    assert "map_hash_bucket_size 1024;" in nginx_map((Move(f"/{'𝄞' * 190}/", "/"),), BOTH)


def test_caddy_gets_the_same_in_one_file() -> None:
    found, _ = redirects(f"{HARD}/gone/,410\n")
    config = caddy_site(moves(found), BOTH)

    assert block(config, "map {path} {redirected_to}") == [
        ["/старая страница/", "/%D0%BD%D0%BE%D0%B2%D0%B0%D1%8F/"],
        ['/say-"hi"/', "/new/"],
        ["/price-$uri/", "/%24args/"],
        ["/a;b/", "/it%27s/"],
        ["/50%/", "/new/"],
        ["/gone/", "gone"],
        ["default", ""],
    ]
    assert ["error", "@gone", "410"] in map(words_of, config.splitlines())
    assert block(config, "handle_errors") == [
        ["@en", "path", "/en/*"],
        ["rewrite", "@en", "/en/404.html"],
        ["@others", "not", "path", "/en/*"],
        ["rewrite", "@others", "/404.html"],
        ["file_server"],
    ]


def test_maps_of_nothing_in_one_language_stand() -> None:
    assert block(nginx_map((), ("ru",)), "map $uri $redirected_to") == []
    assert block(caddy_site((), ("ru",)), "handle_errors") == [
        ["rewrite", "/404.html"],
        ["file_server"],
    ]


@pytest.mark.parametrize("config", ["nginx", "caddy"])
def test_braces_close(config: str) -> None:
    found = (Move('/a"{b/', "/c/"), Move("/d;/", None))
    text = nginx_map(found, BOTH) + nginx_server(BOTH) if config == "nginx" else ""
    text = text or caddy_site(found, BOTH)
    words = [word for line in text.splitlines() for word in words_of(line)]

    assert words.count("{") == words.count("}")


def test_a_page_that_has_moved_names_the_new_address_as_canonical(tmp_path: Path) -> None:
    lines = "from,to\n/old/,/older/\n/older/,/dostavka/\n/gone/,410\n/stary%20put/,/dostavka/\n"
    output = output_of(project(tmp_path, {"data/redirects.csv": lines}))

    for path in ("old/index.html", "stary put/index.html"):
        page = output[path].decode()
        assert '<link rel="canonical" href="https://kettles.example/dostavka/">' in page
        assert 'content="0; url=/dostavka/"' in page
    assert "gone/index.html" not in output
