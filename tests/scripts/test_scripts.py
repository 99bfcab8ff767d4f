"""Scripts: which a site publishes, under which address, how a page loads them."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.documents import Site
from plugins.scripts import Scripts
from plugins.security.policy import OWN_SITE, with_policy
from tests.documents.examples import document, site

THEME = Path(__file__).parents[2] / "theme"


def scripts(folder: Path, *names: str, metrica: str = "") -> Scripts:
    for name in names:
        (folder / name).write_text(f"// why\nconst name = '{name}'\n", "utf-8")
    return Scripts(folder, metrica)


def published(made: Scripts, *templates: str) -> list[str]:
    return [name for name, _ in made.files(pages(*templates))]


def pages(*templates: str) -> Site:
    return site(*(document(f"ru/pages/{name}.md", template=name) for name in templates))


def rendered(made: Scripts, template: str, *templates: str) -> str:
    page: Any = Environment(autoescape=False)
    page.globals = {"load_scripts": made.load, "SCRIPTS": made}
    html: str = page.from_string(template).render(site=pages(*templates), SITEURL="")
    return html


def test_a_script_is_published_where_something_needs_it(tmp_path: Path) -> None:
    names = ("cart.js", "consent.js", "own.js", "visit.js")

    assert published(scripts(tmp_path, *names), "page") == ["own.js"]
    assert published(scripts(tmp_path), "cart") == ["cart.js", "own.js"]
    assert published(scripts(tmp_path, metrica="1")) == ["consent.js", "own.js", "visit.js"]


def test_a_script_inside_pages_is_no_file_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "inline").mkdir()
    made = scripts(tmp_path, "inline/first.js", "own.js")

    assert published(made) == ["own.js"]
    assert made.inline("first.js") == "<script>const name='inline/first.js'</script>"


def test_every_published_script_is_claimed(tmp_path: Path) -> None:
    (claim,) = scripts(tmp_path, "own.js", "cart.js").claims(pages("page"))

    assert (claim.save_as, claim.file) == ("own.js", "theme/scripts/own.js")


def test_scripts_are_sent_without_comments(tmp_path: Path) -> None:
    ((_, text),) = scripts(tmp_path, "own.js").files(pages())

    assert text == b"const name='own.js'"


def test_an_address_changes_with_the_script(tmp_path: Path) -> None:
    before = rendered(scripts(tmp_path, "own.js"), "{{ SCRIPTS.url('own.js') }}")
    (tmp_path / "own.js").write_text("changed()", "utf-8")
    after = rendered(Scripts(tmp_path), "{{ SCRIPTS.url('own.js') }}")

    assert re.fullmatch(r"/own\.js\?v=[0-9a-f]{8}", before)
    assert before != after


def test_a_page_loads_what_is_published_in_its_order(tmp_path: Path) -> None:
    made = scripts(tmp_path, "a.js", "b.js", "cart.js")
    both = rendered(made, "{{ load_scripts('b.js', 'cart.js', 'a.js') }}", "page")

    assert re.search(r'<script data-load="/b\.js\?v=\w{8} /a\.js\?v=\w{8}">', both)
    assert rendered(made, "{{ load_scripts('cart.js') }}", "page") == ""


def test_one_hash_allows_the_loading_on_every_page(tmp_path: Path) -> None:
    made = scripts(tmp_path, "a.js", "b.js")
    loads = [rendered(made, f"<head>{{{{ load_scripts('{name}') }}}}") for name in ("a.js", "b.js")]
    policies = {re.search('script-src[^;"]*', with_policy(page, OWN_SITE)) for page in loads}
    texts = {policy[0] for policy in policies if policy}

    assert len(texts) == 1
    assert "'self' 'sha256-" in texts.pop()


def test_pages_without_scripts_allow_none() -> None:
    assert "script-src" not in with_policy("<head>", OWN_SITE)


def test_every_script_of_the_theme_says_why_it_is_there() -> None:
    for file in (THEME / "scripts").rglob("*.js"):
        assert file.read_text("utf-8").startswith("// "), file.name
