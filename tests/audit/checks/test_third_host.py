import pytest

from plugins.audit.checks.third_host import third_host
from plugins.audit.law import Law
from tests.audit.subjects import found, subject

FAR = "https://cdn.example.org/x"


def messages(html: str, law: Law | None = None) -> list[str]:
    judged = subject({"a/index.html": html}, law=law or Law())
    return [message for *_, message in found(third_host, judged)]


@pytest.mark.parametrize(
    "html",
    [
        f'<script src="{FAR}"></script>',
        f'<img src="{FAR}">',
        f'<img srcset="/a.png 1x, {FAR} 2x">',
        f'<link rel="stylesheet" href="{FAR}">',
        f'<link rel="preconnect" href="{FAR}">',
        f'<iframe src="{FAR}"></iframe>',
        f'<video poster="{FAR}"></video>',
        f'<svg><use href="{FAR}"></use></svg>',
        f"<style>a {{ background: url({FAR}) }}</style>",
        f"<style>@import '{FAR}';</style>",
        f'<p style="background: url({FAR})">',
        f'<form action="{FAR}"></form>',
        f'<form><button formaction="{FAR}">x</button></form>',
        f'<a href="/" ping="{FAR}">x</a>',
        f'<base href="{FAR}">',
    ],
)
def test_what_asks_another_host(html: str) -> None:
    assert messages(html) == [f"the page asks another host: {FAR}"]


def test_metrica_is_no_exception() -> None:
    html = '<script src="//mc.yandex.ru/metrika/tag.js"></script>'

    assert messages(html, Law(metrica="1")) == [
        "the page asks another host: //mc.yandex.ru/metrika/tag.js"
    ]


def test_a_host_is_named_once_a_page() -> None:
    assert len(messages(f'<img src="{FAR}"><img src="{FAR}2">')) == 1


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{FAR}">x</a>',
        f'<link rel="canonical" href="{FAR}"><link rel="alternate" href="{FAR}">',
        '<img src="https://example.com/x.png"><img src="/x.png">',
        '<img src="data:image/gif;base64,R0lG">',
        f"<p>{FAR}</p><code>&lt;img src={FAR}&gt;</code>",
        f"<!-- <script src='{FAR}'></script> -->",
        f'<meta property="og:image" content="{FAR}">',
    ],
)
def test_links_and_the_sites_own_files(html: str) -> None:
    assert messages(html) == []


def test_a_form_may_lead_where_the_policy_lets_it() -> None:
    law = Law(form_hosts=frozenset({"cdn.example.org"}))

    assert messages(f'<form action="{FAR}"></form>', law) == []
    assert len(messages(f'<img src="{FAR}">', law)) == 1
