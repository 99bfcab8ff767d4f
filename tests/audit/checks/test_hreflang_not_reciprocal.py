import pytest

from plugins.audit.checks.hreflang_not_reciprocal import hreflang_not_reciprocal
from plugins.language.problems import Severity
from tests.audit.subjects import ADDRESS, document, found, subject


def alternates(**addresses: str) -> str:
    """The links of a head: language to address, `x_default` is x-default."""
    link = '<link rel="alternate" hreflang="{}" href="{}">'
    return "".join(link.format(lang.replace("_", "-"), a) for lang, a in addresses.items())


BOTH = alternates(ru=f"{ADDRESS}/", en=f"{ADDRESS}/en/", x_default=f"{ADDRESS}/")


def test_versions_that_name_each_other_and_themselves_are_right() -> None:
    pages = {"index.html": BOTH, "en/index.html": BOTH, "o-nas/index.html": "<p>alone</p>"}

    assert found(hreflang_not_reciprocal, subject(pages)) == []


@pytest.mark.parametrize(
    ("russian", "english", "messages"),
    [
        (BOTH, "", [f"hreflang en does not come back from {ADDRESS}/en/"]),
        (
            alternates(ru=f"{ADDRESS}/"),
            BOTH,
            [],
        ),
        (
            alternates(en=f"{ADDRESS}/en/"),
            BOTH,
            ["the hreflang links of the page do not name the page itself"],
        ),
        (
            alternates(ru=f"{ADDRESS}/", en=f"{ADDRESS}/zh/"),
            BOTH,
            [f"hreflang en leads nowhere: {ADDRESS}/zh/"],
        ),
        (
            alternates(ru=f"{ADDRESS}/", en="/en/"),
            BOTH,
            ["hreflang en is no full address: /en/"],
        ),
        (
            alternates(ru=f"{ADDRESS}/", en="https://example.com.evil/en/"),
            BOTH,
            ["hreflang en is no full address: https://example.com.evil/en/"],
        ),
        (
            alternates(ru=f"{ADDRESS}/", en="http://["),
            BOTH,
            ["hreflang en is no full address: http://["],
        ),
    ],
)
def test_what_is_said_of_the_russian_page(russian: str, english: str, messages: list[str]) -> None:
    home = document("ru/pages/index.md")
    judged = subject({"index.html": russian, "en/index.html": english}, [home])
    file = "content/ru/pages/index.md"

    assert [one for one in found(hreflang_not_reciprocal, judged) if one[2] == file] == [
        ("hreflang-not-reciprocal", Severity.ERROR, file, 1, message) for message in messages
    ]
