"""Every page obeys its own Content-Security-Policy, and an injected script is refused."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.built_site import BuiltSite

WATCH = """
window.refused = []
addEventListener('securitypolicyviolation',
    event => refused.push(event.violatedDirective + ' ' + event.blockedURI))
"""


def watched(browser: Browser) -> Page:
    """A page that notes what its policy refuses."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    return page


def test_every_page_loads_without_a_violation(site: BuiltSite, browser: Browser) -> None:
    page, found = watched(browser), []
    for url in site.urls:
        page.goto(url)
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, url
        found += [f"{url}: {line}" for line in page.evaluate("refused")]
    page.close()
    assert not found, "\n".join(found)


def test_redirects_have_a_policy_too(site: BuiltSite) -> None:
    for page in site.folder.rglob("*.html"):
        if "pagefind" not in page.parts:
            assert b'http-equiv="Content-Security-Policy"' in page.read_bytes(), page


def seeded(browser: Browser, site: BuiltSite, html: str) -> tuple[list[str], bool]:
    """What is refused on the home page with this HTML at the end of its body; whether it ran."""
    page = watched(browser)
    home = (site.folder / "index.html").read_text("utf-8").replace("</body>", f"{html}</body>")
    address = f"{site.address}/seeded/"
    page.route(address, lambda route: route.fulfill(content_type="text/html", body=home))
    page.goto(address)
    refused: list[str] = page.evaluate("refused")
    ran = page.evaluate("window.ran === true")
    page.close()
    return refused, ran


def test_an_injected_inline_script_is_refused(site: BuiltSite, browser: Browser) -> None:
    refused, ran = seeded(browser, site, "<script>window.ran = true</script>")
    assert not ran
    assert refused == ["script-src-elem inline"]


def test_handlers_styles_and_other_hosts_are_refused(site: BuiltSite, browser: Browser) -> None:
    html = """<img src="/none.png" alt="" onerror="window.ran = true">
        <p style="color: red">red</p><img src="https://example.com/x.png" alt="">"""
    refused, ran = seeded(browser, site, html)
    assert not ran
    assert {line.split()[0] for line in refused} >= {"script-src-attr", "style-src-attr", "img-src"}
