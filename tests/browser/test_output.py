"""output/ holds what visitors need and nothing else: no facts of content/data/, no secret."""

from __future__ import annotations

from tests.browser.built_site import PROJECT, BuiltSite

NOT_FOR_VISITORS = {".csv", ".yaml", ".yml", ".toml", ".md", ".po", ".mo", ".py", ".pyc", ".pem"}


def test_nothing_but_what_visitors_need_is_published(site: BuiltSite) -> None:
    published = [path for path in site.folder.rglob("*") if path.is_file()]
    facts = {path.read_bytes() for path in (PROJECT / "content/data").iterdir()}
    assert published
    assert not [path for path in published if path.suffix in NOT_FOR_VISITORS]
    hidden = [path for path in published if any(p.startswith(".") for p in path.parts[-2:])]
    assert {path.parent.name for path in hidden} == {".well-known"}
    assert not [path for path in published if path.read_bytes() in facts]


def test_no_private_key_is_published(site: BuiltSite) -> None:
    published = (path for path in site.folder.rglob("*") if path.is_file())
    assert not [path for path in published if b"PRIVATE KEY" in path.read_bytes()]
