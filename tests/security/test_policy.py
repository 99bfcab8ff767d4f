"""Policies of pages and of servers."""

from plugins.security import Sources
from plugins.security.policy import (
    hash_of,
    joined,
    policy_for_all,
    policy_of,
    read,
    with_policy,
    written,
)
from plugins.security.servers import caddy_headers, nginx_headers

BASE = (Sources("default-src", ("'none'",)), Sources("img-src", ("'self'",)))
HASH = hash_of("p{}")


def test_a_hash_is_that_of_the_text() -> None:
    assert hash_of("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_styles_scripts_and_attributes_are_hashed() -> None:
    html = '<style>p{}</style><script type="module">p{}</script><p style="color:&#114;ed">'

    assert policy_of(html, BASE) == {
        "default-src": ("'none'",),
        "img-src": ("'self'",),
        "style-src": (HASH,),
        "script-src": (HASH,),
        "style-src-attr": ("'unsafe-hashes'", hash_of("color:red")),
    }


def test_handlers_are_hashed_apart_from_scripts() -> None:
    html = """<input onfocus="load(&#39;x&#39;)"><p title="on=1" data-on="x">"""
    handlers = ("'unsafe-hashes'", hash_of("load('x')"))

    assert policy_of(html, BASE)["script-src-attr"] == handlers
    assert "script-src" not in policy_of(html, BASE)


def test_data_and_files_need_no_hash() -> None:
    html = '<script type="application/ld+json">{}</script><script src="/x.js"></script>'

    assert "script-src" not in policy_of(html, BASE)


def test_a_source_for_some_pages_is_only_theirs() -> None:
    sources = (*BASE, Sources("script-src", ("'self'",), 'src="/x.js"'))

    assert policy_of('<script src="/x.js"></script>', sources)["script-src"] == ("'self'",)
    assert "script-src" not in policy_of("<p>", sources)


def test_none_gives_way_and_each_source_stands_once() -> None:
    sources = [Sources("form-action", ("'none'",)), *[Sources("form-action", ("'self'",))] * 2]

    assert joined(sources) == {"form-action": ("'self'",)}


def test_the_policy_stands_after_the_charset_and_is_read_back() -> None:
    page = with_policy('<!DOCTYPE html><head><meta charset="utf-8"><title>', BASE)
    text = "default-src 'none'; img-src 'self'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{text}">'

    assert page == f'<!DOCTYPE html><head><meta charset="utf-8">{meta}\n<title>'
    assert written(joined(read("default-src 'none'; img-src 'self'"))) in page
    assert with_policy("<head><title>", ()) == "<head><title>"


def test_a_server_allows_what_all_pages_need_and_forbids_frames() -> None:
    pages = [with_policy(f"<head><style>{css}</style>", BASE) for css in ("p{}", "b{}")]
    policy = policy_for_all(pages)
    line = f"style-src {HASH} {hash_of('b{}')}; frame-ancestors 'none'"

    assert policy["style-src"] == (HASH, hash_of("b{}"))
    assert line in nginx_headers(policy)
    assert line in caddy_headers(policy)
    for text in (nginx_headers(policy), caddy_headers(policy)):
        assert "nosniff" in text
        assert "mc.yandex.ru" not in text
        assert "# Strict-Transport-Security" in text or "# add_header Strict" in text
