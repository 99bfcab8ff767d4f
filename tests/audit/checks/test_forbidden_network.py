import pytest

from plugins.audit.checks.forbidden_network import forbidden_network
from plugins.audit.law import Law
from plugins.language.problems import Severity
from tests.audit.networks import NETWORKS
from tests.audit.subjects import found, subject

LAW = Law(networks=NETWORKS)


@pytest.mark.parametrize(
    ("address", "severity"),
    [
        ("https://www.instagram.com/shop", Severity.ERROR),
        ("//facebook.com/shop", Severity.ERROR),
        ("https://wa.me/79990000000", Severity.WARNING),
    ],
)
def test_links_to_them(address: str, severity: Severity) -> None:
    judged = subject({"a/index.html": f'<a href="{address}">мы тут</a>'}, law=LAW)

    assert found(forbidden_network, judged) == [
        (
            "forbidden-network",
            severity,
            "output/a/index.html",
            0,
            f"the page leads to {address}: because",
        )
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://vk.com/shop">мы тут</a>',
        "<p>instagram.com</p>",
        '<a href="https://notinstagram.com/">x</a>',
        '<a href="/blog/instagram.com/">x</a>',
    ],
)
def test_other_addresses(html: str) -> None:
    assert found(forbidden_network, subject({"a/index.html": html}, law=LAW)) == []
