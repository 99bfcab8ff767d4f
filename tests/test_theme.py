"""The shipped theme on the small site: what its templates do with documents that lack something."""

import re
import shutil
from pathlib import Path

from plugins.release.audited import audited
from tests.sites import ROOT, Files, forget_plugins, output_of, project

ARTICLE = "Title: {title}\nSlug: {slug}\nDate: 2026-11-06\nCategory: Чайники\n{more}\n{body}\n"
BARE = ARTICLE.format(title="Без описания", slug="bare", more="", body="Текст.")


def themed(folder: Path, files: Files, per_page: int = 12) -> Path:
    """The small site in the shipped theme; returns its pelicanconf.py."""
    settings = project(folder, files)
    shutil.rmtree(folder / "theme")
    shutil.copytree(ROOT / "theme", folder / "theme")
    text = settings.read_text("utf-8")
    assert "per_page=12" in text
    settings.write_text(text.replace("per_page=12", f"per_page={per_page}"), "utf-8")
    return settings


def article(folder: Path, body: str) -> str:
    """The built page of an article with this Markdown."""
    text = ARTICLE.format(title="Статья", slug="article", more="Description: О ней.\n", body=body)
    return output_of(themed(folder, {"ru/blog/x.md": text}))["blog/article/index.html"].decode()


def descriptions(page: bytes) -> list[str]:
    return re.findall(r'<meta name="description" content="(.*?)">', page.decode())


def test_an_article_without_a_description_has_no_description_meta(tmp_path: Path) -> None:
    output = output_of(themed(tmp_path, {"ru/blog/bare.md": BARE}))

    assert b'name="description"' not in output["blog/bare/index.html"]


def test_the_audit_finds_an_article_without_a_description(tmp_path: Path) -> None:
    settings = themed(tmp_path, {"ru/blog/bare.md": BARE})
    forget_plugins()
    _, findings = audited(settings, lambda *_: None, publishing=False)

    missing = [finding.file for finding in findings if finding.rule == "missing-description"]
    assert missing == ["content/ru/blog/bare.md"]


def test_a_category_describes_itself_on_each_of_its_pages(tmp_path: Path) -> None:
    output = output_of(themed(tmp_path, {"ru/blog/bare.md": BARE}, per_page=1))
    hub = "blog/category/chayniki"
    described = [descriptions(output[f"{hub}{page}/index.html"]) for page in ("", "/page/2")]

    sentence = "Все статьи на\u00a0тему «Чайники», сначала новые."
    assert described == [[sentence], [f"{sentence} Страница 2 из\u00a02."]]


def test_a_list_without_a_description_does_not_describe_its_further_pages(tmp_path: Path) -> None:
    blog = (ROOT / "tests/site/content/ru/pages/blog.md").read_text("utf-8")
    files = {"ru/pages/blog.md": re.sub(r"Description: .*\n", "", blog)}
    output = output_of(themed(tmp_path, files, per_page=1))
    pages = [path for path in output if re.fullmatch(r"blog/(page/)?(\d+/)?index\.html", path)]

    assert len(pages) > 1
    assert not [path for path in pages if b'name="description"' in output[path]]


def test_a_heading_named_main_has_its_anchor_to_itself(tmp_path: Path) -> None:
    page = article(tmp_path, "Текст.\n\n## Main\n\nТекст.\n\n## Main")
    ids = re.findall(r'\sid="(.*?)"', page)
    skip = re.search(r'class="skip" href="#(.*?)"', page)

    assert "main" in ids
    assert len(ids) == len(set(ids)), ids
    assert skip
    assert f'<main id="{skip[1]}"' in page


def test_contents_list_what_can_be_named_and_reached(tmp_path: Path) -> None:
    body = (
        "Текст.\n\n## Один\n\nТекст.\n\n<h2>Без якоря</h2>\n\n## Два\n\n"
        '<h2 id="nameless"></h2>\n\n## Три\n\nТекст.'
    )
    contents = article(tmp_path, body).partition('<details class="contents">')[2]
    links = re.findall(r'<a href="(.*?)">(.*?)</a>', contents.partition("</details>")[0])

    assert links == [("#odin", "Один"), ("#dva", "Два"), ("#tri", "Три")]


def test_too_few_such_headings_make_no_contents(tmp_path: Path) -> None:
    page = article(tmp_path, "Текст.\n\n## Один\n\n<h2>Без якоря</h2>\n\n## Два\n\nТекст.")

    assert '<details class="contents">' not in page
